"""Files with their state, and what staff decide of them."""

from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient

from assistant.session import Session
from assistant.store.ingest_jobs import begin_job, finish_job
from tests.assistant.api.admin.conftest import upload
from tests.assistant.api.admin.test_ingests import NOTICE, ask

FILES = "/api/admin/files"
Publish = Callable[..., dict[str, Any]]


def files(client: TestClient) -> dict[str, dict[str, Any]]:
    """Every file by its name."""
    return {file["file"]: file for file in client.get(FILES).json()["files"]}


def test_every_file_is_listed_with_its_documents(staff: TestClient) -> None:
    found = files(staff)
    assert set(found) == {"水务计划.md", "河道答复.md"}
    plan = found["水务计划.md"]
    assert (plan["state"], plan["origin"], plan["change"], plan["corrections"], plan["message"]) == ("published", "corpus", None, [], None)
    assert plan["size"] > 100
    (document,) = plan["documents"]
    assert document["counts"]["target"] > 0


def test_a_withdrawn_file_answers_no_more_and_comes_back(staff: TestClient, anonymous: TestClient, publish: Publish) -> None:
    plan = files(staff)["水务计划.md"]
    document = plan["documents"][0]["id"]
    withdrawn = staff.post(f"{FILES}/水务计划.md/withdraw", json={"note": "被新计划取代"}).json()
    assert (withdrawn["state"], withdrawn["change"]["state"], withdrawn["change"]["note"]) == ("withdrawn", "withdrawn", "被新计划取代")
    assert anonymous.get(f"/api/documents/{document}").status_code == 200, "it holds from the next ingest on"
    publish()
    assert anonymous.get(f"/api/documents/{document}").status_code == 404
    assert files(staff)["水务计划.md"]["documents"] == []
    assert staff.post(f"{FILES}/水务计划.md/restore", json={}).json()["state"] == "waiting"
    publish()
    assert anonymous.get(f"/api/documents/{document}").status_code == 200


def test_metadata_are_corrected_and_the_correction_is_taken_back(staff: TestClient, anonymous: TestClient, publish: Publish) -> None:
    path = f"{FILES}/水务计划.md/metadata"
    issuer = files(staff)["水务计划.md"]["documents"][0]["issuer"]
    assert staff.patch(path, json={"fields": {"issuer": "云川市水利局"}}).json() == {"fields": {"issuer": "云川市水利局"}}
    publish()
    plan = files(staff)["水务计划.md"]
    assert (plan["documents"][0]["issuer"], plan["corrections"]) == (
        "云川市水利局",
        [{"heading": "", "fields": {"issuer": "云川市水利局"}}],
    )
    assert staff.patch(path, json={"fields": {"issuer": None}}).json() == {"fields": {}}
    publish()
    assert files(staff)["水务计划.md"]["documents"][0]["issuer"] == issuer


def test_a_document_that_is_made_internal_is_gone_for_the_public(staff: TestClient, anonymous: TestClient, publish: Publish) -> None:
    draft = upload(staff, "节水方案.md", NOTICE)
    staff.patch(f"/api/admin/drafts/{draft['id']}", json={"fields": {"visibility": "internal"}})
    publish(draft["id"])
    question = "云川市2026年推广节水器具多少个？"
    assert ask(anonymous, question)["status"] == "not_found"
    plan = files(staff)["节水方案.md"]
    assert (plan["state"], plan["documents"][0]["visibility"]) == ("published", "internal")
    staff.patch(f"{FILES}/节水方案.md/metadata", json={"fields": {"visibility": "public"}})
    publish()
    assert "100个" in ask(anonymous, question)["answer"]


def test_what_there_is_not_is_refused(staff: TestClient) -> None:
    for action in ("withdraw", "restore"):
        assert staff.post(f"{FILES}/没有.md/{action}", json={}).status_code == 404
        assert staff.post(f"{FILES}/..%2f..%2fapp.db/{action}", json={}).status_code == 404
    assert staff.patch(f"{FILES}/没有.md/metadata", json={"fields": {}}).status_code == 404
    for fields in ({"visibility": "secret"}, {"colour": "red"}, {"period": [2026, 2020]}, {"title": ""}):
        refused = staff.patch(f"{FILES}/水务计划.md/metadata", json={"fields": fields})
        assert refused.status_code == 422, fields
        assert next(iter(fields)) in refused.json()["error"]["message"]


def test_each_file_has_the_message_of_its_own_failure(staff: TestClient, publish: Publish, own_session: Session) -> None:
    for name in ("公告.htm", "公告.html", "计划.md"):
        upload(staff, name, "<html><body><p>云川市水务局公告</p></body></html>" if name.endswith("m") else NOTICE)
    publish()
    failures = ["公告.html shows no text.", "manifest.toml: 计划.md: the part heading “甲” fits no title."]
    job = begin_job(own_session.database, "甲", ())
    finish_job(own_session.database, job.id, {"failures": failures})
    found = files(staff)
    assert [found[name]["message"] for name in ("公告.htm", "公告.html", "计划.md")] == [None, *failures]
