"""Staff publish over HTTP, see how it went, and everybody is answered from what was published."""

import time
from typing import Any

from fastapi.testclient import TestClient

from assistant.session import Session
from assistant.store.ingest_jobs import begin_job, tell_progress
from ingest.publication import alone
from tests.assistant.api.admin.conftest import upload

NOTICE = "# 云川市节水方案\n\n到2026年，推广节水器具100个。\n\n（责任单位：市水务局）\n"
INGESTS = "/api/admin/ingests"
WITHIN_S = 60


def run_to_its_end(client: TestClient, drafts: list[str] | None) -> dict[str, Any]:
    """Start an ingest; returns it once it has ended."""
    started = client.post(INGESTS, json={"drafts": drafts})
    assert started.status_code == 202, started.text
    until = time.monotonic() + WITHIN_S
    while (job := client.get(f"{INGESTS}/{started.json()['id']}").json())["state"] == "running":
        assert time.monotonic() < until, job
        time.sleep(0.05)
    body: dict[str, Any] = job
    return body


def ask(client: TestClient, question: str) -> dict[str, Any]:
    body: dict[str, Any] = client.post("/api/ask", json={"question": question, "as_of": "2026-01-01"}).json()
    return body


def test_an_uploaded_document_answers_once_it_is_published(staff: TestClient, anonymous: TestClient) -> None:
    question = "云川市2026年推广节水器具多少个？"
    draft = upload(staff, "节水方案.md", NOTICE)
    assert ask(anonymous, question)["status"] == "not_found"
    done = run_to_its_end(staff, [draft["id"]])
    assert (done["state"], done["failure"], done["drafts"]) == ("done", None, [draft["id"]])
    assert done["actor"] == draft["kept_by"]
    assert done["seconds"] > 0
    (document,) = done["report"]["documents"]
    assert document["facts"] == {"responsibility": 1, "target": 1}
    assert "100个" in ask(anonymous, question)["answer"]
    assert staff.get("/api/admin/drafts").json()["drafts"] == []
    assert staff.get(INGESTS).json()["ingests"][0] == done


def test_all_drafts_are_published_when_none_is_named_but_for_those_that_cannot_be_read(staff: TestClient) -> None:
    upload(staff, "坏.pdf", b"%PDF-1.7 broken")
    upload(staff, "好.md", NOTICE)
    report = run_to_its_end(staff, None)["report"]
    assert sorted(report["added"]) == ["坏.pdf", "好.md"]
    assert [message.startswith("坏.pdf") for message in report["failures"]] == [True]
    states = {file["file"]: file["state"] for file in staff.get("/api/admin/files").json()["files"]}
    assert (states["坏.pdf"], states["好.md"]) == ("failed", "published")
    (failed,) = [file for file in staff.get("/api/admin/files").json()["files"] if file["state"] == "failed"]
    assert failed["message"] == report["failures"][0]


def test_a_second_one_is_refused_while_one_runs(staff: TestClient, own_session: Session) -> None:
    first = staff.post(INGESTS, json={}).json()
    second = staff.post(INGESTS, json={})
    assert (second.status_code, second.json()["error"]["code"]) == (409, "ingest_running")
    assert staff.get(f"{INGESTS}/{first['id']}").json()["state"] in ("running", "done")
    assert len(staff.get(INGESTS).json()["ingests"]) == 1


def test_a_failure_is_told(staff: TestClient, own_session: Session) -> None:
    with alone(own_session.settings.data_dir):
        failed = run_to_its_end(staff, [])
    assert (failed["state"], failed["failure"]["code"], failed["report"]) == ("failed", "ingest_running", None)


def test_one_of_a_server_that_is_gone_is_told_as_broken_off(staff: TestClient, own_session: Session) -> None:
    job = begin_job(own_session.database, "乙", ())
    tell_progress(own_session.database, job.id, "files", 2, 5)
    body = staff.get(f"{INGESTS}/{job.id}").json()
    assert (body["state"], body["stage"], body["done"], body["total"]) == ("broken_off", "files", 2, 5)
    assert "publish again" in body["failure"]["message"]


def test_what_is_not_there_or_not_meant_so_is_refused(staff: TestClient) -> None:
    assert staff.post(INGESTS, json={"drafts": ["0" * 16]}).status_code == 404
    assert staff.post(INGESTS, json={"drafts": ["../.."]}).status_code == 404
    assert staff.post(INGESTS, json={"drafts": "all"}).status_code == 422
    assert staff.get(f"{INGESTS}/none").status_code == 404
    upload(staff, "水务计划.md", NOTICE)
    taken = staff.post(INGESTS, json={"drafts": None})
    assert (taken.status_code, taken.json()["error"]["code"]) == (409, "name_taken")
    assert staff.get(INGESTS).json()["ingests"] == []
