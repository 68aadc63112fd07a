"""An ingest runs beside the server: one at a time, told of while it runs, and told as broken off when its process is gone."""

import os
import signal
import time
from io import BytesIO
from pathlib import Path

import pytest

from assistant.publishing import ingest_runs
from assistant.publishing.drafts import drafts, keep_draft
from assistant.publishing.editor import Editor
from assistant.publishing.ingest_runs import find_ingest, latest_ingests, start_ingest
from assistant.store.ingest_jobs import IngestJob, begin_job
from corpus.errors import IngestRunningError, NameTakenError, NotFoundError
from corpus.knowledge.generations import Generations
from ingest.publication import alone

NOTICE = "# 云川市节水方案\n\n到2026年，推广节水器具100个。\n\n（责任单位：市水务局）\n"
WITHIN_S = 60


def ended(editor: Editor, job: IngestJob) -> IngestJob:
    """The job once it runs no more."""
    until = time.monotonic() + WITHIN_S
    while (found := find_ingest(editor, job.id)).state == "running":
        assert time.monotonic() < until, found
        time.sleep(0.05)
    return found


def test_it_publishes_drafts_and_tells_what_it_did(editor: Editor) -> None:
    draft = keep_draft(editor, "节水方案.md", BytesIO(NOTICE.encode()))
    job = start_ingest(editor, [draft.id])
    assert (job.state, job.actor, job.drafts) == ("running", "甲", (draft.id,))
    done = ended(editor, job)
    assert done.failure is None
    assert done.report is not None
    assert (done.state, done.report["changed"], done.report["added"]) == ("done", True, ["节水方案.md"])
    (document,) = done.report["documents"]
    assert (document["title"], document["facts"]["target"], document["visibility"]) == ("云川市节水方案", 1, "public")
    assert done.ended_at is not None
    assert done.ended_at >= done.started_at
    assert done.stage is not None
    assert done.report["generation"] == Generations(editor.settings.data_dir).current_id
    assert drafts(editor) == ()
    assert latest_ingests(editor)[0] == done


def test_one_runs_at_a_time_and_what_is_wrong_with_a_draft_is_said_at_once(editor: Editor) -> None:
    job = start_ingest(editor)
    with pytest.raises(IngestRunningError, match="wait until it has finished"):
        start_ingest(editor)
    assert ended(editor, job).state == "done"
    with pytest.raises(NotFoundError):
        start_ingest(editor, ["0" * 16])
    taken = keep_draft(editor, "水务计划.md", BytesIO(NOTICE.encode()))
    with pytest.raises(NameTakenError):
        start_ingest(editor, [taken.id])
    assert [found.id for found in latest_ingests(editor)] == [job.id]


def test_an_ingest_of_another_process_is_told_as_the_reason_of_failure(editor: Editor) -> None:
    with alone(editor.settings.data_dir):
        failed = ended(editor, start_ingest(editor))
    assert failed.state == "failed"
    assert failed.failure is not None
    assert failed.failure["code"] == "ingest_running"
    assert ended(editor, start_ingest(editor)).state == "done"


def test_one_whose_process_was_killed_is_broken_off_and_the_next_completes_it(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Generations(editor.settings.data_dir).current_id
    draft = keep_draft(editor, "节水方案.md", BytesIO(NOTICE.encode()))
    processes = []
    started = ingest_runs.subprocess.Popen

    def kept(*given: object, **options: object) -> object:
        processes.append(started(*given, **options))  # type: ignore[call-overload]
        return processes[-1]

    monkeypatch.setattr(ingest_runs.subprocess, "Popen", kept)
    job = start_ingest(editor, [draft.id])
    os.kill(processes[0].pid, signal.SIGKILL)
    broken = ended(editor, job)
    assert broken.state == "broken_off"
    assert broken.failure is not None
    assert "publish again" in broken.failure["message"]
    assert Generations(editor.settings.data_dir).current_id == before
    done = ended(editor, start_ingest(editor, [] if not drafts(editor) or drafts(editor)[0].released else [draft.id]))
    assert done.report is not None
    assert done.report["added"] == ["节水方案.md"]


def test_what_a_former_server_left_running_is_broken_off(editor: Editor) -> None:
    left = begin_job(editor.database, "乙", ())
    assert latest_ingests(editor)[0].state == "broken_off"
    assert find_ingest(editor, left.id).ended_at is not None


def test_broken_data_of_the_city_are_told_and_nothing_changes(editor: Editor) -> None:
    Path(editor.settings.corpus_dir / "manifest.toml").write_text("[[documents]\n", encoding="utf-8")
    before = Generations(editor.settings.data_dir).current_id
    failed = ended(editor, start_ingest(editor))
    assert failed.failure is not None
    assert (failed.state, failed.failure["code"]) == ("failed", "manifest")
    assert Generations(editor.settings.data_dir).current_id == before


def test_it_yields_to_questions_and_knows_no_key_of_the_language_model(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, str]] = []
    started = ingest_runs.subprocess.Popen

    def kept(*given: object, **options: object) -> object:
        seen.append(options["env"])  # type: ignore[arg-type]
        return started(*given, **options)  # type: ignore[call-overload]

    monkeypatch.setenv("LLM_API_KEY", "secret")
    monkeypatch.setenv("LLM_MODEL", "some-model")
    monkeypatch.setattr(ingest_runs.subprocess, "Popen", kept)
    assert ended(editor, start_ingest(editor)).state == "done"
    assert "secret" not in seen[0].values()
