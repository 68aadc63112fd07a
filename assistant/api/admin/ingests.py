"""/api/admin/ingests: publish drafts and decisions, see how far that is, and what came of it."""

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter
from pydantic import Field

from assistant.api.admin.editors import CurrentEditor
from assistant.bodies import Body
from assistant.publishing.drafts import drafts
from assistant.publishing.ingest_runs import find_ingest, latest_ingests, start_ingest
from assistant.store.ingest_jobs import IngestJob, JobState
from assistant.store.moment import utc_now

router = APIRouter(prefix="/api/admin/ingests")


class StartBody(Body):
    """What to publish beside all that was decided: these drafts, by id; null stands for all. `rebuild` reads every document anew."""

    drafts: list[str] | None = Field(default_factory=list, max_length=10_000)
    rebuild: bool = False


class IngestFailureBody(Body):
    """Why an ingest ended without a result."""

    code: str
    message: str


class IngestBody(Body):
    """One ingest. `done` of `total` items of `stage` are finished, `seconds` have passed; `report` is what it did, `failure` why it ended early.

    `broken_off`: its process was gone before it could say how it ended.
    """

    id: str
    actor: str
    drafts: list[str]
    state: JobState
    started_at: datetime
    ended_at: datetime | None
    seconds: float
    stage: str | None
    done: int
    total: int
    report: dict[str, Any] | None
    failure: IngestFailureBody | None


class IngestsBody(Body):
    """The latest ingests, the last one first."""

    ingests: list[IngestBody]


@router.post("", status_code=202)
def start(body: StartBody, editor: CurrentEditor) -> IngestBody:
    """Begin to publish; 409 while another ingest runs."""
    chosen = [draft.id for draft in drafts(editor)] if body.drafts is None else list(dict.fromkeys(body.drafts))
    return _body(start_ingest(editor, chosen, rebuild=body.rebuild))


@router.get("")
def list_ingests(editor: CurrentEditor) -> IngestsBody:
    """The latest ingests."""
    return IngestsBody(ingests=[_body(job) for job in latest_ingests(editor)])


@router.get("/{ingest_id}")
def read_ingest(ingest_id: str, editor: CurrentEditor) -> IngestBody:
    """One ingest as it stands."""
    return _body(find_ingest(editor, ingest_id))


def _body(job: IngestJob) -> IngestBody:
    until = job.ended_at or utc_now()
    return IngestBody(
        id=job.id,
        actor=job.actor,
        drafts=list(job.drafts),
        state=job.state,
        started_at=job.started_at.replace(tzinfo=UTC),
        ended_at=job.ended_at.replace(tzinfo=UTC) if job.ended_at else None,
        seconds=round(max(0.0, (until - job.started_at).total_seconds()), 1),
        stage=job.stage,
        done=job.done,
        total=job.total,
        report=dict(job.report) if job.report is not None else None,
        failure=IngestFailureBody(**job.failure) if job.failure is not None else None,
    )
