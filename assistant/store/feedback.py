"""What readers say of an answer."""

from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Literal

from sqlalchemy import insert, select

from assistant.store.database import Database
from assistant.store.moment import utc_now
from assistant.store.tables import ANSWERS, FEEDBACK
from corpus.errors import NotFoundError

Rating = Literal["up", "down"]
Fault = Literal["wrong_figure", "wrong_source", "not_answered", "other"]


@dataclass(frozen=True, slots=True)
class FeedbackEntry:
    """One reader's word on one answer, and what is at fault where it did not help; personal numbers are masked in `comment`."""

    answer_id: str
    rating: Rating
    comment: str | None = None
    fault: Fault | None = None


def keep_feedback(database: Database, entry: FeedbackEntry) -> str:
    """Store `entry` and return its id. Raises NotFoundError when there is no such answer."""
    feedback_id = token_urlsafe(16)
    with database.writing() as connection:
        if connection.execute(select(ANSWERS.c.id).where(ANSWERS.c.id == entry.answer_id)).one_or_none() is None:
            raise NotFoundError(
                f"There is no answer {entry.answer_id!r} to give feedback on; it may have been deleted with its conversation."
            )
        connection.execute(
            insert(FEEDBACK).values(
                id=feedback_id,
                answer_id=entry.answer_id,
                given_at=utc_now(),
                rating=entry.rating,
                comment=entry.comment,
                fault=entry.fault,
            )
        )
    return feedback_id


def read_feedback(database: Database, answer_id: str) -> list[FeedbackEntry]:
    """What was said of an answer, in the order it was said."""
    with database.reading() as connection:
        rows = connection.execute(select(FEEDBACK).where(FEEDBACK.c.answer_id == answer_id).order_by(FEEDBACK.c.sequence)).all()
    return [FeedbackEntry(row.answer_id, row.rating, row.comment, row.fault) for row in rows]
