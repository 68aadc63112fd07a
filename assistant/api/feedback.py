"""POST /api/feedback: what a reader says of an answer."""

from fastapi import APIRouter
from pydantic import Field

from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.privacy import mask_personal_numbers
from assistant.store.feedback import Fault, FeedbackEntry, Rating, keep_feedback
from assistant.understanding.question_text import typed_text

router = APIRouter()


class FeedbackBody(Body):
    """A reader's word on an answer; `fault` says what is wrong with one that did not help."""

    answer_id: str = Field(max_length=200)
    rating: Rating
    comment: str | None = Field(default=None, max_length=2000)
    fault: Fault | None = None


class FeedbackKeptBody(Body):
    """The id under which it was kept."""

    feedback_id: str


@router.post("/api/feedback", status_code=201)
def give_feedback(body: FeedbackBody, session: CurrentSession) -> FeedbackKeptBody:
    """Keep what a reader says of an answer."""
    comment = mask_personal_numbers(typed_text(body.comment or "")) or None
    session.conversations.turn(body.answer_id)
    entry = FeedbackEntry(body.answer_id, body.rating, comment, body.fault)
    return FeedbackKeptBody(feedback_id=keep_feedback(session.database, entry))
