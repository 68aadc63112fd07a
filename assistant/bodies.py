"""What several addresses and tools send alike: an answer with its sources."""

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from assistant.answer import Answer, NoticeKind, Reason, Status
from assistant.answer_blocks import plain_answer
from assistant.answer_html import answer_html
from assistant.answer_record import answer_record


class Body(BaseModel):
    """A body that holds its fields and no others."""

    model_config = ConfigDict(extra="forbid")


class CitationBody(Body):
    """One numbered source; `quote` is the document's text from `start` to `end` (code points); `document_period` its first and last year.

    `internal` tells of a document that the public may not read.
    """

    marker: int
    document_id: str
    document_version: str
    document_title: str
    section: list[str]
    page: int | None
    start: int
    end: int
    quote: str
    document_number: str | None
    document_date: date | None
    document_period: tuple[int, int] | None
    internal: bool


class NoticeBody(Body):
    """Something to know beside the answer."""

    kind: NoticeKind
    message: str
    markers: list[int]


class AnswerBody(Body):
    """A whole answer; where a model wrote it, `html` is `answer` as a page may show it and `plain` without signs of Markdown, else both are null."""

    answer_id: str
    conversation_id: str | None
    generation: str
    as_of: date
    language: str
    status: Status
    reason: Reason | None
    answer: str
    html: str | None
    plain: str | None
    citations: list[CitationBody]
    facts: list[dict[str, Any]]
    notices: list[NoticeBody]
    suggestions: list[str]
    answered_by: str
    resolved_question: str
    timings_ms: dict[str, float]


def answer_body(answer: Answer) -> AnswerBody:
    """`answer` as it is sent to whoever asked."""
    html = answer_html(answer.text) if answer.by_model else None
    return AnswerBody.model_validate(answer_record(answer) | {"html": html, "plain": plain_answer(answer)})
