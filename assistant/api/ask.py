"""POST /api/ask: a question in, a cited answer out."""

from datetime import date

from fastapi import APIRouter
from pydantic import Field

from assistant.api.measures import CurrentMeasures
from assistant.api.sessions import CurrentSession
from assistant.bodies import AnswerBody, Body, answer_body
from assistant.session import Mode

router = APIRouter()


class AskBody(Body):
    """A question, in a conversation where its id is given; `as_of` is the day it is asked for, today when left out."""

    question: str
    conversation_id: str | None = Field(default=None, max_length=200)
    mode: Mode = "auto"
    as_of: date | None = None


@router.post("/api/ask")
def ask(body: AskBody, session: CurrentSession, measures: CurrentMeasures) -> AnswerBody:
    """Answer a question and store the exchange."""
    answer = session.ask(body.question, conversation_id=body.conversation_id, mode=body.mode, as_of=body.as_of)
    return answer_body(measures.answered(answer))
