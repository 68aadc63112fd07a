"""A draft is looked through before it is published."""

from fastapi.testclient import TestClient

from tests.assistant.api.admin.conftest import upload

PLAN = "# 云川市节水方案\n\n云水发〔2026〕3号\n\n到2026年，推广节水器具100个，其中学校30个。\n\n（责任单位：市水务局）\n"


def test_a_draft_is_shown_as_it_would_be_published(staff: TestClient) -> None:
    draft = upload(staff, "节水方案.md", PLAN)
    staff.patch(f"/api/admin/drafts/{draft['id']}", json={"fields": {"visibility": "internal"}})
    body = staff.get(f"/api/admin/drafts/{draft['id']}/preview").json()
    (document,) = body["documents"]
    assert (document["title"], document["metadata"]["document_number"]) == ("云川市节水方案", "云水发〔2026〕3号")
    assert document["metadata"]["visibility"] == "internal"
    assert {fact["kind"] for fact in document["facts"]} == {"target", "responsibility"}
    texts = "".join(block["text"] for block in document["blocks"])
    assert all(fact["quote"] in texts for fact in document["facts"])
    assert document["passages"] > 0
    assert (body["warnings"], body["likely_replaced"]) == ([], [])
    assert staff.get("/api/admin/drafts").json()["drafts"][0]["id"] == draft["id"], "it is still a draft"


def test_what_it_probably_replaces_and_what_was_not_understood_is_told(staff: TestClient) -> None:
    draft = upload(staff, "水务计划.md", "# 通知\n\n请各单位知悉。\n")
    body = staff.get(f"/api/admin/drafts/{draft['id']}/preview").json()
    assert [(each["file"], each["likeness"]) for each in body["likely_replaced"]] == [("水务计划.md", "name")]
    assert body["warnings"]


def test_a_file_that_cannot_be_read_says_why(staff: TestClient) -> None:
    draft = upload(staff, "坏.pdf", b"%PDF-1.7 broken")
    refused = staff.get(f"/api/admin/drafts/{draft['id']}/preview")
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "unreadable_file")
    assert refused.json()["error"]["message"].startswith("坏.pdf")
    assert staff.get("/api/admin/drafts/0000000000000000/preview").status_code == 404
