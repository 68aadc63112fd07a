"""The process of one ingest: reads from its input what to do, publishes, and keeps in app.db how far it is and what came of it."""

import logging
import os
import sys
import time
from collections.abc import Sequence
from contextlib import closing

from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError

from assistant.publishing.editor import Editor
from assistant.publishing.publication import publish
from assistant.publishing.publication_record import publication_record
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from assistant.store.ingest_jobs import fail_job, finish_job, tell_progress
from corpus.errors import AssistantError
from ingest.priority import give_way

_LOG = logging.getLogger(__name__)
_TOLD_EVERY_S = 0.5


class Work(BaseModel):
    """What an ingest is asked to do; `lock` is the file that tells that it lives, open for as long as it does."""

    settings: dict[str, object]
    actor: str
    job_id: str
    draft_ids: Sequence[str]
    rebuild: bool
    lock: int


def main() -> None:
    """Do what the input says."""
    work = Work.model_validate_json(sys.stdin.buffer.read())
    os.set_inheritable(work.lock, False)
    give_way()
    settings = AssistantSettings.load(_env_file=None, **work.settings)
    with closing(Database(settings.database_url)) as database:
        try:
            do(work, Editor(settings, database, work.actor))
        finally:
            os.close(work.lock)


def do(work: Work, editor: Editor) -> None:
    """Publish, and keep what came of it; a failure is kept too, and raised only where it is none that the product knows."""
    try:
        publication = publish(editor, draft_ids=work.draft_ids, rebuild=work.rebuild, progress=Teller(editor.database, work.job_id))
        finish_job(editor.database, work.job_id, publication_record(publication))
    except AssistantError as error:
        fail_job(editor.database, work.job_id, error.code, str(error))
    except Exception:
        message = "The ingest failed for a reason that is not foreseen: its operator finds it in the server's log. Nothing was published."
        fail_job(editor.database, work.job_id, AssistantError.code, message)
        raise


class Teller:
    """Keeps the progress of an ingest, twice a second at most."""

    def __init__(self, database: Database, job_id: str) -> None:
        self._database = database
        self._job_id = job_id
        self._stage = ""
        self._told_at = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage == self._stage and now - self._told_at < _TOLD_EVERY_S:
            return
        self._stage, self._told_at = stage, now
        try:
            tell_progress(self._database, self._job_id, stage, done, total)
        except SQLAlchemyError as error:
            _LOG.warning("The progress of an ingest could not be kept: %s", error)


if __name__ == "__main__":
    main()
