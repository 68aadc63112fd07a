"""A request of the OpenAI protocol, and the question and the questions before it that its messages hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from assistant.api.openai_failures import ParameterError

Role = Literal["system", "developer", "user", "assistant", "tool", "function"]


class _Received(BaseModel):
    """Read leniently: the protocol grows, and programs send many fields that change nothing here."""

    model_config = ConfigDict(extra="ignore")


class ContentPart(_Received):
    """One part of a message; `text` is there where `type` is "text"."""

    type: str
    text: str | None = None


def _parts(content: Any) -> Any:
    if isinstance(content, str):
        return [{"type": "text", "text": content}]
    if content is not None and not isinstance(content, list):
        raise ValueError("give a string or a list of parts")
    return content or []


class ChatMessage(_Received):
    """One message; only those of the user are read."""

    role: Role
    content: Annotated[list[ContentPart], BeforeValidator(_parts, json_schema_input_type=str | list[ContentPart] | None)] = []

    @property
    def text(self) -> str:
        """The text of all parts."""
        return "\n".join(part.text for part in self.content if part.type == "text" and part.text)


class StreamOptions(_Received):
    """Whether a stream ends with the usage."""

    include_usage: bool | None = False


def _only_one(number: int | None) -> int | None:
    if number not in (None, 1):
        raise ValueError("a question has one answer here: leave this out or send 1")
    return number


def _not_forced(choice: Any) -> Any:
    if choice not in (None, "auto", "none"):
        raise ValueError('no tool is ever called here: leave this out or send "auto" or "none"')
    return choice


def _plain_text(form: Any) -> Any:
    if form is not None and not (isinstance(form, dict) and form.get("type") == "text"):
        raise ValueError('answers are text here: leave this out or send {"type": "text"}')
    return form


class ChatRequest(_Received):
    """A request; beside the fields of the protocol `as_of` is the day it is asked for, and `conversation_id` a stored conversation."""

    model: str
    messages: list[ChatMessage] = Field(min_length=1)
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: Annotated[int | None, AfterValidator(_only_one)] = None
    tool_choice: Annotated[Any, AfterValidator(_not_forced)] = None
    function_call: Annotated[Any, AfterValidator(_not_forced)] = None
    response_format: Annotated[Any, AfterValidator(_plain_text)] = None
    as_of: date | None = None
    conversation_id: str | None = Field(default=None, max_length=200)

    @property
    def with_usage(self) -> bool:
        """Whether a stream shall end with the usage."""
        return bool(self.stream_options and self.stream_options.include_usage)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """The question of a request and those before it, in order."""

    question: str
    earlier: tuple[str, ...]


def asked_question(messages: Sequence[ChatMessage]) -> AskedQuestion:
    """The last message of the user, and the texts of those before it.

    Raises ParameterError when there is none, or it holds anything but text; what the ones before it hold beside text is left aside.
    """
    places = [place for place, message in enumerate(messages) if message.role == "user"]
    if not places:
        raise ParameterError('messages: none has the role "user"; send the question as one.', "messages")
    *before, last = places
    if other := next((part.type for part in messages[last].content if part.type != "text"), None):
        name = f"messages[{last}].content"
        raise ParameterError(f"{name}: only text is read here; leave out {other!r}.", name)
    return AskedQuestion(messages[last].text, tuple(messages[place].text for place in before))
