"""GET /api/answers/{id}: the permanent link to one answer."""

from datetime import UTC, datetime

from fastapi import APIRouter

from assistant.api.sessions import CurrentSession
from assistant.bodies import AnswerBody, answer_body

router = APIRouter()


class SavedAnswerBody(AnswerBody):
    """An answer given before, with its question; whoever has this link shall not get at the conversation, so its id is null."""

    question: str
    asked_at: datetime


@router.get("/api/answers/{answer_id}")
def read_answer(answer_id: str, session: CurrentSession) -> SavedAnswerBody:
    """An answer as it was given."""
    turn = session.stored_turn(answer_id)
    answer = answer_body(turn.answer).model_dump() | {"conversation_id": None}
    return SavedAnswerBody(**answer, question=turn.question, asked_at=turn.asked_at.replace(tzinfo=UTC))
