"""What a client asked of the scripted model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One request as it came: `messages` each with role and content, `authorization` the header, `body` all that was sent."""

    messages: Sequence[Mapping[str, Any]]
    model: str
    stream: bool
    authorization: str | None
    body: Mapping[str, Any]

    @classmethod
    def parse(cls, body: Mapping[str, Any], authorization: str | None) -> Self:
        """The request of a JSON body; raises KeyError when the model or the messages are missing."""
        return cls(body["messages"], body["model"], body.get("stream") is True, authorization, body)

    @property
    def system(self) -> str:
        """Text of the first system message, else nothing."""
        return next(iter(self._texts("system")), "")

    @property
    def prompt(self) -> str:
        """Text of the last user message, else nothing."""
        return next(reversed(self._texts("user")), "")

    def _texts(self, role: str) -> list[str]:
        contents = (message.get("content") or "" for message in self.messages if message.get("role") == role)
        return [text if isinstance(text, str) else "".join(part.get("text", "") for part in text) for text in contents]
