"""GET and DELETE /api/conversations/{id}: a conversation for whoever knows its id."""

from datetime import UTC, datetime

from fastapi import APIRouter, Response

from assistant.api.bodies import AnswerBody, Body, answer_body
from assistant.api.sessions import CurrentSession

router = APIRouter(prefix="/api/conversations/{conversation_id}")


class TurnBody(Body):
    """A question as stored, and its answer."""

    question: str
    asked_at: datetime
    answer: AnswerBody


class ConversationBody(Body):
    """A conversation, first question first."""

    conversation_id: str
    created_at: datetime
    updated_at: datetime
    turns: list[TurnBody]


@router.get("")
def read_conversation(conversation_id: str, session: CurrentSession) -> ConversationBody:
    """A conversation with all its answers."""
    conversation = session.conversations.conversation(conversation_id)
    return ConversationBody(
        conversation_id=conversation.id,
        created_at=conversation.created_at.replace(tzinfo=UTC),
        updated_at=conversation.updated_at.replace(tzinfo=UTC),
        turns=[
            TurnBody(question=turn.question, asked_at=turn.asked_at.replace(tzinfo=UTC), answer=answer_body(turn.answer))
            for turn in conversation.turns
        ],
    )


@router.delete("", status_code=204)
def delete_conversation(conversation_id: str, session: CurrentSession) -> Response:
    """Delete a conversation with its answers and their feedback."""
    session.conversations.delete(conversation_id)
    return Response(status_code=204)
