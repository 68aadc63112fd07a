"""Ingests beside the server: each in a process of its own that yields to questions, one at a time; what becomes of it is kept in app.db."""

import fcntl
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import Thread

from assistant.publishing.drafts import find_draft
from assistant.publishing.editor import Editor
from assistant.publishing.taking_up import check_name
from assistant.store.ingest_jobs import IngestJob, begin_job, fail_job, ingest_job, ingest_jobs
from corpus.errors import ConfigurationError, IngestRunningError

LOCK = "ingest-run.lock"
"""Locked for as long as the process of an ingest lives, whatever becomes of the server: the system lets go of it when the process dies."""
_PROCESS = "assistant.publishing.ingest_process"
_OF_MODEL = {"llm_model", "llm_base_url", "llm_api_key"}
"""An ingest asks no language model, and its key is nobody else's."""
_ENDS_WITHIN_S = 2.0
"""Seconds that a process may take to end once it has kept what came of it."""
_BROKEN_OFF = (
    "The ingest was ended before it was through, by a restart of the machine perhaps. What was published before holds and no file is lost: "
    "publish again to complete it."
)


def start_ingest(editor: Editor, draft_ids: Sequence[str] = (), *, rebuild: bool = False) -> IngestJob:
    """Begin to publish these drafts and all else that changed; returns at once, and the server may end meanwhile.

    Raises IngestRunningError while another one runs, and NotFoundError and NameTakenError as `publish` does.
    """
    for draft_id in draft_ids:
        check_name(editor, find_draft(editor, draft_id))
    lock = _lock_for_the_next(editor)
    try:
        _break_off(editor)
        job = begin_job(editor.database, editor.name, tuple(draft_ids))
        editor.note("start_ingest", job.id, drafts=list(draft_ids), rebuild=rebuild)
        _start_process(editor, job, lock, rebuild=rebuild)
    finally:
        os.close(lock)
    return job


def find_ingest(editor: Editor, job_id: str) -> IngestJob:
    """One ingest as it stands. Raises NotFoundError."""
    _see_who_lives(editor)
    return ingest_job(editor.database, job_id)


def latest_ingests(editor: Editor) -> tuple[IngestJob, ...]:
    """The latest ingests as they stand, the last one first."""
    _see_who_lives(editor)
    return ingest_jobs(editor.database)


def _start_process(editor: Editor, job: IngestJob, lock: int, *, rebuild: bool) -> None:
    work = {
        "settings": editor.settings.model_dump(mode="json", exclude=_OF_MODEL),
        "actor": editor.name,
        "job_id": job.id,
        "draft_ids": job.drafts,
        "rebuild": rebuild,
    }
    # In a session of its own, Ctrl-C at the server does not end it.
    process = subprocess.Popen(
        [sys.executable, "-m", _PROCESS],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        pass_fds=(lock,),
        start_new_session=True,
        env=os.environ | dict.fromkeys(map(str.upper, _OF_MODEL), ""),
    )
    assert process.stdin is not None
    with suppress(BrokenPipeError), process.stdin as given:
        given.write(json.dumps(work | {"lock": lock}).encode())
    Thread(target=process.wait, daemon=True).start()


def _lock_for_the_next(editor: Editor) -> int:
    until = time.monotonic() + _ENDS_WITHIN_S
    while (lock := _locked(editor)) is None:
        if ingest_jobs(editor.database, state="running", limit=1) or time.monotonic() > until:
            raise IngestRunningError("An ingest is running already: wait until it has finished, then publish again. Nothing is lost.")
        time.sleep(0.02)
    return lock


def _locked(editor: Editor) -> int | None:
    """The open lock, held by nobody else; None while an ingest runs."""
    folder = editor.settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise ConfigurationError(f"{folder} cannot be written to ({error.strerror}): set DATA_DIR to a folder of yours.") from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        return None
    return file


def _see_who_lives(editor: Editor) -> None:
    """Take down as broken off what is said to run while no process does."""
    if ingest_jobs(editor.database, state="running", limit=1) and (lock := _locked(editor)) is not None:
        try:
            _break_off(editor)
        finally:
            os.close(lock)


def _break_off(editor: Editor) -> None:
    for job in ingest_jobs(editor.database, state="running"):
        fail_job(editor.database, job.id, "broken_off", _BROKEN_OFF, "broken_off")
