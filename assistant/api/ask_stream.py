"""POST /api/ask/stream: the answer as server-sent events, sentence by sentence."""

from collections.abc import Generator, Iterator
from contextlib import suppress
from itertools import chain

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event
from pydantic import TypeAdapter
from starlette.types import Receive, Scope, Send

from assistant.answer import Answer
from assistant.answer_events import AnswerEvent, Begun
from assistant.answer_sentences import AnswerSentence
from assistant.api.ask import AskBody
from assistant.api.measures import CurrentMeasures, Measures
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body, CitationBody, answer_body

router = APIRouter()

MEDIA_TYPE = "text/event-stream"
UNBUFFERED = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
"""Proxies hold a stream back otherwise; nginx reads the second header."""
_CITATIONS = TypeAdapter(list[CitationBody])


class StatusEvent(Body):
    """What is known before the first sentence; a second one says that the sentences before it give way to those after it."""

    status: str
    reason: str | None


class SentenceEvent(Body):
    """A sentence of the answer with the numbers of its sources; the sentences since the last status, joined, are the answer."""

    text: str
    markers: list[int]


class _AnswerStream(StreamingResponse):
    """Sends `events`, and closes them with the connection: a model would write on for a reader who has left."""

    def __init__(self, events: Generator[AnswerEvent], measures: Measures) -> None:
        self._events = events
        super().__init__(_sent(chain([next(events)], events), measures), media_type=MEDIA_TYPE, headers=UNBUFFERED)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send all events, or those before the connection ends."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            # A server that is shut down does not wait for the thread that makes the next event.
            with suppress(ValueError):
                self._events.close()


@router.post("/api/ask/stream", response_class=StreamingResponse, responses={200: {"content": {MEDIA_TYPE: {}}}})
def ask_stream(body: AskBody, session: CurrentSession, measures: CurrentMeasures) -> StreamingResponse:
    """Answer a question and store the exchange; the events are `status`, one `sentence` after the other, `citations`, and `done` with the whole answer.

    What is wrong with a question is said by the status of the response, before the first event.
    """
    events = session.asking(body.question, conversation_id=body.conversation_id, mode=body.mode, as_of=body.as_of)
    return _AnswerStream(events, measures)


def _sent(events: Iterator[AnswerEvent], measures: Measures) -> Iterator[bytes]:
    for event in events:
        match event:
            case Begun():
                yield _event("status", StatusEvent(status=event.status, reason=event.reason).model_dump_json())
            case AnswerSentence():
                yield _event("sentence", SentenceEvent(text=event.text, markers=list(event.markers)).model_dump_json())
            case Answer():
                body = answer_body(measures.answered(event))
                yield _event("citations", _CITATIONS.dump_json(body.citations).decode())
                yield _event("done", body.model_dump_json())


def _event(name: str, data: str) -> bytes:
    return format_sse_event(event=name, data_str=data)
