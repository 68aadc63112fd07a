"""Replies: what an assistant under evaluation said, recorded between asking and scoring."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from corpus.errors import AssistantError

REFUSALS = frozenset({"not_found", "out_of_scope", "clarify"})
ANSWERS = frozenset({"answered", "partial"})


class _Received(BaseModel):
    """Read leniently, null as absent: servers may add fields to the contract, and a reply with gaps must be graded, not lost."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class Citation(_Received):
    """A numbered source of a reply, in the form of the HTTP contract."""

    marker: int | str | None = None
    document_id: str = ""
    document_title: str = ""
    section: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    quote: str = ""


class Reply(_Received):
    """One reply in the form of the HTTP contract. `status` is "error: ..." where no answer came."""

    status: str = ""
    reason: str | None = None
    answer: str = ""
    citations: tuple[Citation, ...] = ()
    facts: tuple[dict[str, Any], ...] = ()
    notices: tuple[dict[str, Any], ...] = ()
    conversation_id: str | None = None
    generation: str | None = None
    answered_by: str | None = None

    @property
    def answered(self) -> bool:
        """Whether the reply claims to answer."""
        return self.status in ANSWERS

    @property
    def refused(self) -> bool:
        """Whether the reply says that it does not answer."""
        return self.status in REFUSALS


def read_reply(data: Any) -> Reply:
    """The reply that a server sent as `data`. Raises AssistantError when it is none."""
    try:
        return Reply.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise AssistantError(f"The reply does not follow the contract: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error


class Place(_Received):
    """What a document holds where a citation points: `found` between start and end, `context` the same with the characters around it."""

    found: str
    context: str


class Recording(_Received):
    """The graded reply to one case.

    `places` has one entry a citation, None where the document could not be had; `latency_ms` one figure a turn, in milliseconds.
    """

    id: str
    reply: Reply
    places: tuple[Place | None, ...] = ()
    latency_ms: tuple[float, ...] = ()
