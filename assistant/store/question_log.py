"""What was asked and how it was answered, for operators who want to know what the documents lack: without who asked, or in which conversation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, select

from assistant.answer import Reason, Status
from assistant.store.database import Database
from assistant.store.feedback import Fault, FeedbackEntry, Rating
from assistant.store.moment import utc_now
from assistant.store.tables import ANSWERS, CONVERSATIONS, FEEDBACK
from corpus.model.document import Visibility

UNANSWERED: tuple[Status, ...] = ("not_found", "partial")
"""What the documents do not answer, wholly or in part; a greeting or a request for a poem says nothing of them."""


@dataclass(frozen=True, slots=True)
class LoggedQuestion:
    """A question as stored, without personal numbers, and what is known of its answer; `asked_at` is UTC.

    `confidence` is the score of the evidence (0 to 1), None of refusals and of what was answered before it was kept.
    """

    asked_at: datetime
    question: str
    status: Status
    reason: Reason | None
    confidence: float | None
    audience: Visibility
    answer_id: str
    feedback: tuple[FeedbackEntry, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the log is narrowed to; None narrows nothing. `since` and `until` are days, UTC, both included."""

    question: str | None = None
    unanswered: bool | None = None
    status: Status | None = None
    reason: Reason | None = None
    confidence_below: float | None = None
    rating: Rating | None = None
    fault: Fault | None = None
    with_feedback: bool | None = None
    since: date | None = None
    until: date | None = None


class QuestionLog:
    """The questions in `database` whose conversations are kept still; what is deleted with its conversation is not in it either."""

    def __init__(self, database: Database, retention: timedelta) -> None:
        self._database = database
        self._retention = retention

    def count(self, wanted: Wanted) -> int:
        """How many questions fit."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(self._found(wanted).subquery())).scalar_one())

    def read(self, wanted: Wanted, limit: int | None = None, offset: int = 0) -> Sequence[LoggedQuestion]:
        """The questions that fit, the newest first."""
        newest = self._found(wanted).order_by(ANSWERS.c.sequence.desc()).limit(limit).offset(offset)
        page = newest.subquery()
        said: dict[str, list[FeedbackEntry]] = {}
        with self._database.reading() as connection:
            rows = connection.execute(newest).all()
            for row in connection.execute(select(FEEDBACK).join(page, page.c.id == FEEDBACK.c.answer_id).order_by(FEEDBACK.c.sequence)):
                said.setdefault(row.answer_id, []).append(FeedbackEntry(row.answer_id, row.rating, row.comment, row.fault))
        return [
            LoggedQuestion(
                row.asked_at, row.question, row.status, row.reason, row.confidence, row.audience, row.id, tuple(said.get(row.id, ()))
            )
            for row in rows
        ]

    def _found(self, wanted: Wanted) -> Select[tuple[object, ...]]:
        columns = (ANSWERS.c[name] for name in ("sequence", "id", "asked_at", "question", "status", "reason", "confidence", "audience"))
        kept = CONVERSATIONS.c.updated_at >= utc_now() - self._retention
        return select(*columns).join(CONVERSATIONS, CONVERSATIONS.c.id == ANSWERS.c.conversation_id).where(kept, *_conditions(wanted))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    told = and_(
        FEEDBACK.c.answer_id == ANSWERS.c.id,
        *([FEEDBACK.c.rating == wanted.rating] if wanted.rating else []),
        *([FEEDBACK.c.fault == wanted.fault] if wanted.fault else []),
    )
    has_feedback = select(FEEDBACK.c.sequence).where(told).exists()
    unanswered = ANSWERS.c.status.in_(UNANSWERED)
    return [
        *([ANSWERS.c.question.contains(wanted.question, autoescape=True)] if wanted.question else []),
        *([unanswered if wanted.unanswered else ~unanswered] if wanted.unanswered is not None else []),
        *([ANSWERS.c.status == wanted.status] if wanted.status else []),
        *([ANSWERS.c.reason == wanted.reason] if wanted.reason else []),
        *([ANSWERS.c.confidence < wanted.confidence_below] if wanted.confidence_below is not None else []),
        *([has_feedback] if wanted.with_feedback or wanted.rating or wanted.fault else []),
        *([~has_feedback] if wanted.with_feedback is False else []),
        *([ANSWERS.c.asked_at >= datetime.combine(wanted.since, time())] if wanted.since else []),
        *([ANSWERS.c.asked_at < datetime.combine(wanted.until, time()) + timedelta(days=1)] if wanted.until else []),
    ]
