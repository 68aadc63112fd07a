"""POST /api/ask/stream: the answer as server-sent events, sentence by sentence."""

from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event
from pydantic import TypeAdapter

from assistant.answer_sentences import answer_sentences
from assistant.api.ask import AskBody, answer_to
from assistant.api.bodies import AnswerBody, Body, CitationBody
from assistant.api.sessions import CurrentSession

router = APIRouter()

_MEDIA_TYPE = "text/event-stream"
_UNBUFFERED = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
"""Proxies hold a stream back otherwise; nginx reads the second header."""
_CITATIONS = TypeAdapter(list[CitationBody])


class StatusEvent(Body):
    """What is known before the first sentence."""

    status: str
    reason: str | None


class SentenceEvent(Body):
    """A sentence of the answer with the numbers of its sources; the sentences joined are the answer, without signs of Markdown."""

    text: str
    markers: list[int]


@router.post("/api/ask/stream", response_class=StreamingResponse, responses={200: {"content": {_MEDIA_TYPE: {}}}})
def ask_stream(body: AskBody, session: CurrentSession) -> StreamingResponse:
    """Answer a question and store the exchange; the events are `status`, one `sentence` after the other, `citations`, and `done` with the whole answer.

    What is wrong with a question is said by the status of the response, before the first event.
    """
    return StreamingResponse(_events(answer_to(body, session)), media_type=_MEDIA_TYPE, headers=_UNBUFFERED)


def _events(answer: AnswerBody) -> Iterator[bytes]:
    yield _event("status", StatusEvent(status=answer.status, reason=answer.reason).model_dump_json())
    for sentence in answer_sentences(answer.answer if answer.plain is None else answer.plain):
        yield _event("sentence", SentenceEvent(text=sentence.text, markers=list(sentence.markers)).model_dump_json())
    yield _event("citations", _CITATIONS.dump_json(answer.citations).decode())
    yield _event("done", answer.model_dump_json())


def _event(name: str, data: str) -> bytes:
    return format_sse_event(event=name, data_str=data)
