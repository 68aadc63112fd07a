"""What the product needs of a language model: words for a prompt, piece by piece and in bounded time, or a failure that says its kind."""

from collections.abc import Iterator
from typing import ClassVar, Literal, Protocol

from corpus.errors import AssistantError
from prompts import Prompt

ModelFailure = Literal["timeout", "unreachable", "refused", "busy", "failed", "malformed", "cut_off", "empty", "resting"]
"""No answer in time; no connection; key or model not accepted (4xx); too many requests (429); a fault of the server (5xx); a reply that cannot be
read; one that ends in the middle; one without words; or not asked, because it failed several times just before."""


class ModelError(AssistantError):
    """A language model did not give what was asked of it; whoever asked goes on without."""

    code: ClassVar[str] = "model_failed"
    status: ClassVar[int] = 503

    def __init__(self, failure: ModelFailure, message: str) -> None:
        super().__init__(message)
        self.failure: ModelFailure = failure


class LanguageModel(Protocol):
    """A chat model under its name."""

    @property
    def name(self) -> str:
        """What the model is called in answers that it wrote."""
        ...

    def write(self, prompt: Prompt, deadline: float) -> Iterator[str]:
        """The reply piece by piece, as it comes; at `deadline` (seconds of time.monotonic) at the latest it has ended.

        Raises ModelError, also after some pieces.
        """
        ...
