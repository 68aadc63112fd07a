"""A wrong fact is put right by two people, and then answered as corrected."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import Session
from tests.assistant.api.admin.conftest import upload
from tests.assistant.api.admin.test_ingests import ask
from tests.assistant.api.signed_in import with_key

CORRECTIONS = "/api/admin/corrections"
PLAN = "# 云川市节水方案\n\n到2026年，推广节水器具100个，其中学校30个。\n\n（责任单位：市水务局）\n"
Publish = Callable[..., dict[str, Any]]


@pytest.fixture
def admin(own_session: Session) -> TestClient:
    return TestClient(create_app(own_session), raise_server_exceptions=False, headers=with_key(own_session, "admin"))


@pytest.fixture
def document(staff: TestClient, publish: Publish) -> str:
    """The id of a published document."""
    report = publish(upload(staff, "节水方案.md", PLAN)["id"])
    identifier: str = report["documents"][0]["id"]
    return identifier


def facts_of(staff: TestClient, document: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = staff.get(f"/api/admin/documents/{document}/facts").json()["facts"]
    return found


def the_target(staff: TestClient, document: str) -> dict[str, Any]:
    return next(fact for fact in facts_of(staff, document) if fact["kind"] == "target" and fact["fields"]["value"] == "100")


def test_facts_are_listed_in_the_order_of_the_text_with_the_words_that_state_them(staff: TestClient, document: str) -> None:
    found = facts_of(staff, document)
    text = staff.get(f"/api/documents/{document}/text").json()["text"]
    assert {"target", "responsibility"} <= {fact["kind"] for fact in found}
    assert [fact["start"] for fact in found] == sorted(fact["start"] for fact in found)
    assert all(text[fact["start"] : fact["end"]] == fact["quote"] for fact in found)
    assert the_target(staff, document)["fields"]["unit"] == "个"


def test_a_correction_is_proposed_approved_and_answered(
    staff: TestClient, admin: TestClient, anonymous: TestClient, document: str, publish: Publish
) -> None:
    fact = the_target(staff, document)
    proposal = {"fact_id": fact["id"], "quote": fact["quote"], "fields": {"value": "30"}, "evidence": "其中学校30个", "note": "试"}
    proposed = staff.post(CORRECTIONS, json=proposal)
    assert proposed.status_code == 201, proposed.text
    correction = proposed.json()
    assert (correction["state"], correction["fields"], correction["stated"]["value"]) == ("proposed", {"value": "30"}, "100")
    assert staff.get(CORRECTIONS, params={"state": "proposed"}).json()["corrections"] == [correction]
    path = f"{CORRECTIONS}/{correction['id']}/review"
    assert staff.post(path, json={"verdict": "approved"}).status_code == 403
    approved = admin.post(path, json={"verdict": "approved", "note": "属实"}).json()
    assert (approved["state"], approved["review_note"]) == ("approved", "属实")
    (changed,) = publish()["changes"]
    assert [(fact["change"], fact["differs"]) for fact in changed["facts"]] == [("changed", ["value"])]
    assert "30" in {fact["fields"].get("value") for fact in facts_of(staff, document)}
    assert "100" not in {fact["fields"].get("value") for fact in facts_of(staff, document)}
    assert "30个" in ask(anonymous, "云川市2026年推广节水器具多少个？")["answer"]
    assert admin.post(path, json={"verdict": "revoked"}).json()["state"] == "revoked"


def test_what_proves_nothing_or_was_read_anew_is_refused(staff: TestClient, document: str) -> None:
    fact = the_target(staff, document)
    proposal = {"fact_id": fact["id"], "quote": fact["quote"], "fields": {"value": "400"}, "evidence": "", "note": "试"}
    for change in (
        {},
        {"fields": {"value": "30"}, "evidence": "学校三十个"},
        {"fields": {"colour": "red"}},
        {"note": ""},
        {"quote": "另一句"},
        {"fields": {}},
    ):
        refused = staff.post(CORRECTIONS, json=proposal | change)
        assert refused.status_code == 422, change
        assert refused.json()["error"]["message"]
    assert staff.post(CORRECTIONS, json=proposal | {"fact_id": "none"}).status_code == 404
    assert staff.get(CORRECTIONS).json()["corrections"] == []


def test_nobody_approves_what_they_proposed(admin: TestClient, document: str) -> None:
    fact = the_target(admin, document)
    body = {"fact_id": fact["id"], "quote": fact["quote"], "fields": None, "note": "不是目标"}
    correction = admin.post(CORRECTIONS, json=body).json()
    path = f"{CORRECTIONS}/{correction['id']}/review"
    assert admin.post(path, json={"verdict": "approved"}).status_code == 422
    assert admin.post(path, json={"verdict": "rejected"}).json()["state"] == "rejected"
    assert admin.post(path, json={"verdict": "rejected"}).status_code == 422
    assert admin.post(f"{CORRECTIONS}/none/review", json={"verdict": "rejected"}).status_code == 404
