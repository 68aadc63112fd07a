"""GET /api/site says what the operator says; pages of other origins are answered where he allows it."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.api.signed_in import with_key
from tests.assistant.stand_ins import Answerer, Generations

ALLOWED, OTHER = "https://www.example.org", "https://evil.example.org"


@pytest.fixture
def allowing(generations: Generations, answerer: Answerer) -> Iterator[TestClient]:
    """A client of a server whose operator allows one origin and has set a contact and a note."""
    settings = AssistantSettings.load(
        _env_file=None, widget_origins=f"{ALLOWED}, https://m.example.org:8443", contact="12345", privacy_note="不保存个人信息"
    )
    session = Session(settings, generations, Database("sqlite://"), answerer)
    yield TestClient(create_app(session), raise_server_exceptions=False)
    session.database.close()


def test_what_the_operator_says(client: TestClient, allowing: TestClient) -> None:
    assert client.get("/api/site").json() == {"contact": None, "privacy_note": None, "model": None, "caller": None}
    assert allowing.get("/api/site").json() == {"contact": "12345", "privacy_note": "不保存个人信息", "model": None, "caller": None}


def test_who_is_signed_in_is_told_so(client: TestClient, session: Session) -> None:
    assert client.get("/api/site", headers=with_key(session, "staff")).json()["caller"] == {"name": "王", "role": "staff"}


@pytest.mark.parametrize("path", ["/api/site", "/static/widget.js", "/static/api.js"])
def test_a_page_of_an_allowed_origin_may_read_and_no_other(client: TestClient, allowing: TestClient, path: str) -> None:
    assert allowing.get(path, headers={"Origin": ALLOWED}).headers["access-control-allow-origin"] == ALLOWED
    assert "access-control-allow-origin" not in allowing.get(path, headers={"Origin": OTHER}).headers
    assert "access-control-allow-origin" not in client.get(path, headers={"Origin": ALLOWED}).headers


def test_only_an_allowed_page_may_ask(allowing: TestClient, answerer: Answerer) -> None:
    asking = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert allowing.options("/api/ask/stream", headers={"Origin": ALLOWED, **asking}).status_code == 200
    assert allowing.options("/api/ask/stream", headers={"Origin": OTHER, **asking}).status_code == 400
    refused = allowing.post("/api/ask", content='{"question": "甲？"}', headers={"Origin": OTHER, "Content-Type": "text/plain"})
    assert refused.status_code == 415
    assert answerer.asked == []


def test_a_page_of_another_origin_can_show_no_key_and_no_sign_in(allowing: TestClient) -> None:
    asking = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    assert allowing.options("/api/ask", headers={"Origin": ALLOWED, **asking}).status_code == 400
    for method in ("PUT", "DELETE", "PATCH"):
        assert allowing.options("/api/ask", headers={"Origin": ALLOWED, "Access-Control-Request-Method": method}).status_code == 400
    for response in (allowing.get("/api/site", headers={"Origin": ALLOWED}), allowing.post("/api/ask", json={"question": "甲？"})):
        assert "access-control-allow-credentials" not in response.headers
