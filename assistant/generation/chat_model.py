"""A chat model of LangChain as the product's language model: the only place that knows LangChain's models and the circuit breaker.

Imported only where a model is configured: LangChain's OpenAI package takes more than a second to load.
"""

from collections.abc import Iterator
from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage
from langsmith import tracing_context
from pybreaker import CircuitBreaker, CircuitBreakerError

from assistant.generation.bounded_client import bounded_client, end_replies_at
from assistant.generation.language_model import ModelError, ModelFailure
from assistant.generation.thoughts import without_thoughts
from assistant.generation.timed_pieces import timed_pieces
from assistant.settings import AssistantSettings
from corpus.errors import ConfigurationError
from prompts import Prompt

FAILURES_BEFORE_REST, REST_SECONDS = 3, 60.0
"""Failures in a row after which a model is not asked for so long: every further question would only wait for the time-out."""
_ENDS = ("finish_reason", "stop_reason", "done_reason")
"""Under which name a provider says why a reply has ended."""
_COMPLETE = frozenset({"stop", "end_turn", "stop_sequence", "STOP"})
_NO_KEY = "none"
"""Sent where no key is set: a server of one's own needs none, the client does."""


class ChatModel:
    """The model that the settings name. Safe to use from many threads."""

    def __init__(self, settings: AssistantSettings, *, rest_seconds: float = REST_SECONDS) -> None:
        """Raises ConfigurationError where LangChain has no such provider, or its package is not installed."""
        self.name = settings.llm_model
        self._chat = _chat_of(settings)
        self._breaker = CircuitBreaker(
            fail_max=FAILURES_BEFORE_REST, reset_timeout=rest_seconds, exclude=[GeneratorExit], throw_new_error_on_trip=False
        )

    def write(self, prompt: Prompt, deadline: float) -> Iterator[str]:
        """The reply, piece by piece, until `deadline` (seconds of time.monotonic) at most. Raises ModelError."""
        try:
            with self._breaker.calling():
                yield from timed_pieces(lambda: without_thoughts(self._pieces(prompt, deadline)), deadline)
        except CircuitBreakerError:
            raise ModelError("resting", "The language model failed several times in a row and is left alone for a while.") from None

    def _pieces(self, prompt: Prompt, deadline: float) -> Iterator[str]:
        """What the model says; a reply is whole only if it says that it has ended: a cut one can look well formed."""
        end_replies_at(deadline)
        ended: str | None = None
        said = False
        try:
            # LangSmith, where a machine's environment turns it on, would send questions and evidence elsewhere.
            with tracing_context(enabled=False):
                for chunk in self._chat.stream([SystemMessage(prompt.system), HumanMessage(prompt.user)]):
                    ended = next((str(chunk.response_metadata[name]) for name in _ENDS if chunk.response_metadata.get(name)), ended)
                    if text := str(chunk.text):
                        said = True
                        yield text
        except Exception as error:
            raise _failure(error, said) from error
        if ended not in _COMPLETE:
            raise ModelError("cut_off", f"The language model's reply was not complete ({ended or 'it ended without saying so'}).")
        if not said:
            raise ModelError("empty", "The language model's reply held no words.")


def _chat_of(settings: AssistantSettings) -> BaseChatModel:
    try:
        chat: BaseChatModel = init_chat_model(
            settings.llm_model,
            model_provider=settings.llm_provider,
            temperature=0,
            timeout=settings.llm_timeout_seconds,
            max_retries=0,
            **_given(settings),
        )
        return chat
    except Exception as error:
        raise ConfigurationError(
            f"The language model {settings.llm_model!r} of LLM_PROVIDER={settings.llm_provider} cannot be set up ({type(error).__name__}: {error}). "
            "Correct LLM_PROVIDER, LLM_MODEL and LLM_API_KEY, install the provider's LangChain package, or leave LLM_MODEL empty."
        ) from None


def _given(settings: AssistantSettings) -> dict[str, Any]:
    """What only some providers take, or only where it is set."""
    given: dict[str, Any] = {"base_url": settings.llm_base_url} if settings.llm_base_url else {}
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else ""
    if key or settings.llm_base_url:
        given["api_key"] = key or _NO_KEY
    if settings.llm_provider == "openai":
        given |= {"http_client": bounded_client(settings.llm_base_url), "use_responses_api": False}
    return given


def _failure(error: Exception, said: bool) -> ModelError:
    """What went wrong, told alike for every provider, by the status of its response or the kind of its error; never in its own words, which may
    hold the key. A connection lost when something was `said` cuts a reply off."""
    status, kind = getattr(error, "status_code", None), type(error).__name__
    failure: ModelFailure
    if isinstance(status, int) and status >= 300:
        failure = "busy" if status == 429 else "failed" if status >= 500 else "refused"
    elif isinstance(error, TimeoutError) or "Timeout" in kind:
        failure = "timeout"
    elif isinstance(error, ConnectionError) or "Connect" in kind:
        failure = "cut_off" if said else "unreachable"
    else:
        failure = "malformed"
    return ModelError(failure, f"The language model failed: {kind}{f', status {status}' if status else ''}.")
