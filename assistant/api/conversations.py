"""GET and DELETE /api/conversations/{id}, GET /api/conversations/{id}/export: a conversation for whoever knows its id."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter, Response

from assistant.api.sessions import CurrentSession
from assistant.bodies import AnswerBody, Body, answer_body
from assistant.exports import docx_file, markdown_file
from assistant.exports.report import Report, report_of
from assistant.phrases import Language

router = APIRouter(prefix="/api/conversations/{conversation_id}")

ExportFormat = Literal["markdown", "docx"]
_FILES: Mapping[ExportFormat, tuple[str, str, Callable[[Report], bytes]]] = {
    "markdown": (markdown_file.MEDIA_TYPE, "md", markdown_file.markdown_file),
    "docx": (docx_file.MEDIA_TYPE, "docx", docx_file.docx_file),
}
"""Media type, ending of the file's name and writer of each format."""


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
    conversation = session.stored_conversation(conversation_id)
    return ConversationBody(
        conversation_id=conversation.id,
        created_at=conversation.created_at.replace(tzinfo=UTC),
        updated_at=conversation.updated_at.replace(tzinfo=UTC),
        turns=[
            TurnBody(question=turn.question, asked_at=turn.asked_at.replace(tzinfo=UTC), answer=answer_body(turn.answer))
            for turn in conversation.turns
        ],
    )


@router.get("/export", response_class=Response, responses={200: {"content": {media_type: {} for media_type, _, _ in _FILES.values()}}})
def export_conversation(
    conversation_id: str, session: CurrentSession, format: ExportFormat = "markdown", language: Language = "zh"
) -> Response:
    """A conversation as a file for a report, each answer with its sources."""
    report = report_of(session.stored_conversation(conversation_id), language)
    media_type, suffix, write = _FILES[format]
    name = quote(f"{report.title}.{suffix}")
    return Response(write(report), media_type=media_type, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"})


@router.delete("", status_code=204)
def delete_conversation(conversation_id: str, session: CurrentSession) -> Response:
    """Delete a conversation with its answers and their feedback."""
    session.conversations.delete(conversation_id)
    return Response(status_code=204)
