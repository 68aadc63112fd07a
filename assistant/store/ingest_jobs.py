"""Ingests that were started from the admin page: who started each, how far it is, and what came of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any, Literal

from sqlalchemy import Row, insert, select, update

from assistant.store.database import Database
from assistant.store.moment import utc_now
from assistant.store.tables import INGESTS
from corpus.errors import NotFoundError

JobState = Literal["running", "done", "failed", "broken_off"]
"""`broken_off`: its process was gone before it could say how it ended."""


@dataclass(frozen=True, slots=True)
class IngestJob:
    """One ingest. `done` of `total` items of `stage` are finished; `report` is what a finished one did, `failure` a code and a message.

    Times are UTC.
    """

    id: str
    actor: str
    drafts: tuple[str, ...]
    state: JobState
    started_at: datetime
    ended_at: datetime | None = None
    stage: str | None = None
    done: int = 0
    total: int = 0
    report: Mapping[str, Any] | None = None
    failure: Mapping[str, str] | None = None


def begin_job(database: Database, actor: str, drafts: tuple[str, ...]) -> IngestJob:
    """Keep that an ingest of `drafts`, and of all else that changed, has begun."""
    job = IngestJob(token_hex(8), actor, drafts, "running", utc_now())
    with database.writing() as connection:
        values = {"id": job.id, "actor": actor, "drafts": json.dumps(drafts), "state": job.state, "started_at": job.started_at}
        connection.execute(insert(INGESTS).values(values | {"done": 0, "total": 0}))
    return job


def tell_progress(database: Database, job_id: str, stage: str, done: int, total: int) -> None:
    """Keep how far a running ingest is."""
    _change(database, job_id, {"stage": stage, "done": done, "total": total})


def finish_job(database: Database, job_id: str, report: Mapping[str, Any]) -> None:
    """Keep what an ingest did; `report` holds values that JSON has."""
    _change(database, job_id, {"state": "done", "ended_at": utc_now(), "report": json.dumps(report, ensure_ascii=False)})


def fail_job(database: Database, job_id: str, code: str, message: str, state: JobState = "failed") -> None:
    """Keep why an ingest that was running ended without a result."""
    failure = json.dumps({"code": code, "message": message}, ensure_ascii=False)
    _change(database, job_id, {"state": state, "ended_at": utc_now(), "failure": failure})


def ingest_job(database: Database, job_id: str) -> IngestJob:
    """One ingest. Raises NotFoundError."""
    with database.reading() as connection:
        row = connection.execute(select(INGESTS).where(INGESTS.c.id == job_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no ingest {job_id!r}.")
    return _job(row)


def ingest_jobs(database: Database, *, state: JobState | None = None, limit: int = 50) -> tuple[IngestJob, ...]:
    """The latest ingests, the last one first."""
    fits = [INGESTS.c.state == state] if state else []
    with database.reading() as connection:
        rows = connection.execute(select(INGESTS).where(*fits).order_by(INGESTS.c.sequence.desc()).limit(limit)).all()
    return tuple(map(_job, rows))


def _change(database: Database, job_id: str, values: Mapping[str, Any]) -> None:
    """Only what runs can change: a process that was given up for dead has no say any more."""
    with database.writing() as connection:
        connection.execute(update(INGESTS).where(INGESTS.c.id == job_id, INGESTS.c.state == "running").values(dict(values)))


def _job(row: Row[Any]) -> IngestJob:
    report, failure = (json.loads(text) if text else None for text in (row.report, row.failure))
    drafts = tuple(json.loads(row.drafts))
    return IngestJob(row.id, row.actor, drafts, row.state, row.started_at, row.ended_at, row.stage, row.done, row.total, report, failure)
