"""GET /metrics: what operators watch, in the form that Prometheus collects."""

from contextlib import suppress

from fastapi import APIRouter, Response

from assistant.api.measures import MEDIA_TYPE, CurrentMeasures
from assistant.api.sessions import CurrentSession
from corpus.errors import KnowledgeError

router = APIRouter()


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}})
def metrics(session: CurrentSession, measures: CurrentMeasures) -> Response:
    """Counts and times of this process since its start."""
    build = None
    with suppress(KnowledgeError), session.knowledge() as knowledge:
        build = knowledge.build
    return Response(measures.page(build), media_type=MEDIA_TYPE)
