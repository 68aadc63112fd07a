"""GET /api/admin/audit gives the log to admins, page by page."""

import pytest
from fastapi.testclient import TestClient

from assistant.access.audit import record
from assistant.session import Session
from tests.assistant.api.signed_in import with_key


def test_admins_read_what_was_done_page_by_page(client: TestClient, session: Session) -> None:
    for number in range(3):
        record(session.database, "command line", "make_key", f"王 ({number})", {"role": "staff"})
    admin = with_key(session, "admin")
    body = client.get("/api/admin/audit", params={"limit": 2, "offset": 1}, headers=admin).json()
    assert (body["total"], body["limit"], body["offset"]) == (3, 2, 1)
    assert [item["subject"] for item in body["items"]] == ["王 (1)", "王 (0)"]
    assert body["items"][0]["details"] == {"role": "staff"}
    assert body["items"][0]["at"].endswith("Z")


def test_the_log_is_narrowed_by_actor_and_action(client: TestClient, session: Session) -> None:
    for actor, action in (("王 (a)", "sign_in"), ("李 (b)", "sign_in"), ("李 (b)", "sign_out")):
        record(session.database, actor, action, "")
    admin = with_key(session, "admin")
    body = client.get("/api/admin/audit", params={"actor": "李", "action": "sign_in"}, headers=admin).json()
    assert [(item["actor"], item["action"]) for item in body["items"]] == [("李 (b)", "sign_in")]


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"limit": 1001}, {"offset": -1}, {"offset": 2**40}, {"who": "李"}])
def test_a_wrong_page_is_refused(client: TestClient, session: Session, wrong: dict[str, object]) -> None:
    assert client.get("/api/admin/audit", params=wrong, headers=with_key(session, "admin")).status_code == 422
