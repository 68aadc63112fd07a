"""GET /metrics: what operators watch, in the form that Prometheus collects."""

from contextlib import suppress

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from assistant.api.measures import MEDIA_TYPE, CurrentMeasures
from assistant.api.sessions import CurrentSession
from corpus.errors import KnowledgeError

router = APIRouter()


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(session: CurrentSession, measures: CurrentMeasures) -> PlainTextResponse:
    """Counts and times of this process since its start."""
    build = None
    with suppress(KnowledgeError), session.knowledge() as knowledge:
        build = knowledge.build
    return PlainTextResponse(measures.page(build), media_type=MEDIA_TYPE)
