"""An admin goes back to what was published before."""

from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import Session
from tests.assistant.api.admin.conftest import upload
from tests.assistant.api.admin.test_ingests import NOTICE, ask
from tests.assistant.api.signed_in import with_key

GENERATIONS = "/api/admin/generations"


def test_a_former_generation_is_served_again(
    staff: TestClient, anonymous: TestClient, own_session: Session, publish: Callable[..., dict[str, Any]]
) -> None:
    (first,) = staff.get(GENERATIONS).json()["generations"]
    assert (first["current"], first["usable"], first["documents"]) == (True, True, 2)
    publish(upload(staff, "节水方案.md", NOTICE)["id"])
    question = "云川市2026年推广节水器具多少个？"
    assert "100个" in ask(anonymous, question)["answer"]
    second, former = staff.get(GENERATIONS).json()["generations"]
    assert (second["current"], second["documents"], former["id"], former["current"]) == (True, 3, first["id"], False)
    assert staff.post(f"{GENERATIONS}/{first['id']}/use").status_code == 403
    admin = TestClient(create_app(own_session), raise_server_exceptions=False, headers=with_key(own_session, "admin"))
    assert admin.post(f"{GENERATIONS}/{first['id']}/use").json() == first
    assert anonymous.get("/api/documents").json()["documents"] == [
        document for document in anonymous.get("/api/documents").json()["documents"] if document["source_file"] != "节水方案.md"
    ]
    for unknown in ("none", "..%2f..", first["id"] + ".tmp"):
        assert admin.post(f"{GENERATIONS}/{unknown}/use").status_code == 404
