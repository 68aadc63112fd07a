"""GET /metrics: what operators watch, in the form that Prometheus collects."""

from contextlib import suppress

from fastapi import APIRouter, Response
from sqlalchemy.exc import SQLAlchemyError

from assistant.api.measures import MEDIA_TYPE, CurrentMeasures
from assistant.api.sessions import CurrentSession
from assistant.session import Session
from assistant.store.ingest_jobs import IngestJob, ingest_jobs
from corpus.errors import KnowledgeError

router = APIRouter()


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}})
def metrics(session: CurrentSession, measures: CurrentMeasures) -> Response:
    """Counts and times of this process since its start; the same for everybody, whatever the caller may read."""
    build = None
    with suppress(KnowledgeError), session.read_by("public").knowledge() as knowledge:
        build = knowledge.build
    return Response(measures.page(build, _last_ingest(session, measures)), media_type=MEDIA_TYPE)


def _last_ingest(session: Session, measures: CurrentMeasures) -> IngestJob | None:
    try:
        return next((job for job in ingest_jobs(session.database, limit=2) if job.state != "running"), None)
    except SQLAlchemyError:
        measures.database_failed()
        return None
