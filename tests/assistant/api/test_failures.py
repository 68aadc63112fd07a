"""Every failure has the one form of the contract."""

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from assistant.api.body_limit import LARGEST_BODY
from assistant.session import Session
from tests.assistant.stand_ins import Answerer, Generations

JSON = {"Content-Type": "application/json"}


def failure(response: object) -> dict[str, str]:
    """The failure in `response`, which holds nothing else."""
    body = response.json()  # type: ignore[attr-defined]
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
    assert "Traceback" not in body["error"]["message"]
    return dict(body["error"])


def test_unknown_address_is_not_found(client: TestClient) -> None:
    for path in ("/nothing", "/api/nothing", "/static/nothing.js", "/api/conversations"):
        response = client.get(path)
        assert (response.status_code, failure(response)["code"]) == (404, "not_found")


def test_wrong_method_is_told_the_right_one(client: TestClient) -> None:
    response = client.get("/api/ask")
    assert (response.status_code, failure(response)["code"]) == (405, "method_not_allowed")
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize("path", ["/api/ask", "/nothing"])
def test_large_body_is_refused_by_its_announced_length(client: TestClient, path: str) -> None:
    response = client.post(path, content=b"{" + b" " * LARGEST_BODY, headers=JSON)
    assert (response.status_code, failure(response)["code"]) == (413, "too_large")


def test_large_body_is_refused_when_its_length_is_not_announced(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"question": "'
        for _ in range(100):
            yield b"a" * 1024
        yield b'"}'

    response = client.post("/api/ask", content=chunks(), headers=JSON)
    assert "content-length" not in response.request.headers
    assert (response.status_code, failure(response)["code"]) == (413, "too_large")


def test_body_up_to_the_limit_is_read(client: TestClient) -> None:
    body = json.dumps({"question": "甲？"}).encode()
    response = client.post("/api/ask", content=body + b" " * (LARGEST_BODY - len(body)), headers=JSON)
    assert response.status_code == 200


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
def test_body_that_is_not_called_json_is_refused(client: TestClient, content_type: str) -> None:
    response = client.post("/api/ask", content='{"question": "甲？"}'.encode(), headers={"Content-Type": content_type})
    assert (response.status_code, failure(response)["code"]) == (415, "unsupported_media_type")
    assert "application/json" in failure(response)["message"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b"null", b"\xff\xfe{", b"[" * 30_000, b'{"question": ' + b"9" * 5000 + b"}"])
def test_body_that_is_not_a_json_object_is_refused(client: TestClient, body: bytes) -> None:
    response = client.post("/api/ask", content=body, headers=JSON)
    assert response.status_code in {400, 422}
    assert failure(response)["message"]


def test_fault_of_the_program_shows_nothing_of_it(client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(session, "ask", fail)
    response = client.post("/api/ask", json={"question": "甲？"})
    assert (response.status_code, failure(response)["code"]) == (500, "internal")
    assert "default-src 'self'" in response.headers["content-security-policy"]
    assert "secret" not in response.text


def test_app_database_that_fails_is_a_passing_failure(client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OperationalError("select", {}, Exception("disk full"))

    monkeypatch.setattr(session.conversations, "append", fail)
    response = client.post("/api/ask", json={"question": "甲？"})
    assert (response.status_code, failure(response)["code"]) == (503, "database")


def test_without_knowledge_the_message_names_the_command(client: TestClient, generations: Generations, answerer: Answerer) -> None:
    generations.generation = None
    for response in (client.post("/api/ask", json={"question": "甲？"}), client.get("/readyz")):
        assert (response.status_code, failure(response)["code"]) == (503, "no_generation")
        assert "city-assistant ingest" in failure(response)["message"]
    assert answerer.asked == []
