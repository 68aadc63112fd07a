"""Below /v1 every failure has the form of the OpenAI protocol, everywhere else that of the contract."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from assistant.api.application import create_app
from assistant.api.body_limit import LARGEST_BODY
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.stand_ins import Answerer, Generations

PATH = "/v1/chat/completions"
JSON = {"Content-Type": "application/json"}


def asking(*messages: object, **fields: object) -> dict[str, object]:
    return {"model": "city-assistant", "messages": list(messages or [{"role": "user", "content": "甲？"}]), **fields}


def failure(response: Any, status: int) -> dict[str, Any]:
    """The failure in `response`, which holds nothing else."""
    assert response.status_code == status, response.text
    assert set(response.json()) == {"error"}
    error = response.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert "Traceback" not in error["message"]
    assert error["type"] == ("server_error" if status >= 500 else "invalid_request_error")
    return dict(error)


@pytest.mark.parametrize("path", ["/v1/", "/v1/nothing", "/v1/embeddings", "/v1/models/a/b"])
def test_an_address_with_nothing_at_it(client: TestClient, path: str) -> None:
    for accept in ("*/*", "text/html"):
        assert failure(client.get(path, headers={"Accept": accept}), 404)["code"] == "not_found"


@pytest.mark.parametrize("path", ["/v1", "/v10/models", "/api/v1/models", "/api/nothing"])
def test_other_addresses_keep_their_form(client: TestClient, path: str) -> None:
    assert set(client.get(path).json()["error"]) == {"code", "message"}


def test_a_wrong_method(client: TestClient) -> None:
    response = client.get(PATH)
    assert failure(response, 405)["code"] == "method_not_allowed"
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("body", "param"),
    [
        (asking({"role": "user", "content": 5}), "messages[0].content"),
        (
            asking({"role": "user", "content": "甲？"}, {"role": "user", "content": [{"type": "text"}, {"text": "乙"}]}),
            "messages[1].content[1].type",
        ),
        (asking({"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}), "messages[0].content"),
        (asking({"role": "system", "content": "甲"}), "messages"),
        ({"model": "city-assistant", "messages": []}, "messages"),
        ({"model": "city-assistant"}, "messages"),
        ({"messages": [{"role": "user", "content": "甲？"}]}, "model"),
        (asking(n=3), "n"),
        (asking(tool_choice="required"), "tool_choice"),
        (asking(response_format={"type": "json_object"}), "response_format"),
        (asking(as_of="gestern"), "as_of"),
        (asking(stream_options={"include_usage": []}), "stream_options.include_usage"),
    ],
)
@pytest.mark.parametrize("stream", [False, True])
def test_a_wrong_field_is_named_before_anything_is_answered(
    client: TestClient, answerer: Answerer, body: dict[str, object], param: str, stream: bool
) -> None:
    error = failure(client.post(PATH, json={**body, "stream": stream}), 400)
    assert error["param"] == param
    assert param in error["message"]
    assert "Value error" not in error["message"]
    assert answerer.asked == []


@pytest.mark.parametrize("content", ["", " \n", "\x00\x07", None, [], [{"type": "text", "text": ""}], "问" * 3000])
@pytest.mark.parametrize("stream", [False, True])
def test_a_question_without_text_or_too_long(client: TestClient, content: object, stream: bool) -> None:
    error = failure(client.post(PATH, json=asking({"role": "user", "content": content}, stream=stream)), 400)
    assert error["code"] == "invalid_question"
    assert "请" in error["message"]


def test_an_unknown_model_or_conversation(client: TestClient, answerer: Answerer) -> None:
    for stream in (False, True):
        assert failure(client.post(PATH, json={**asking(stream=stream), "model": "gpt-5"}), 404)["code"] == "model_not_found"
        assert failure(client.post(PATH, json={**asking(stream=stream), "model": "city-assistant-generative"}), 404)["param"] == "model"
        assert failure(client.post(PATH, json=asking(conversation_id="made-up", stream=stream)), 404)["code"] == "not_found"
    assert answerer.asked == []


def test_ten_thousand_messages_are_more_than_is_read(client: TestClient) -> None:
    messages = [{"role": "user", "content": "甲？"}] * 10_000
    assert failure(client.post(PATH, json=asking(*messages)), 413)["code"] == "too_large"


def test_a_large_body_whose_length_is_not_announced(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"model": "'
        for _ in range(100):
            yield b"a" * 1024
        yield b'"}'

    assert failure(client.post(PATH, content=chunks(), headers=JSON), 413)["code"] == "too_large"


def test_thousands_of_wrong_messages_are_answered_in_few_words(client: TestClient) -> None:
    body = json.dumps({"model": "city-assistant", "messages": [1] * 20_000}).encode()
    assert len(body) < LARGEST_BODY
    response = client.post(PATH, content=body, headers=JSON)
    assert failure(response, 400)["param"] == "messages[0]"
    assert len(response.content) < 1000


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"\xff\xfe{", b"[" * 30_000, b'{"model": "\\ud800", "messages": [{"role": "user"}]}']
)
def test_a_body_that_is_no_request(client: TestClient, body: bytes) -> None:
    response = client.post(PATH, content=body, headers=JSON)
    assert failure(response, response.status_code)["message"]
    assert response.status_code in {400, 404}


def test_a_body_that_is_not_called_json(client: TestClient) -> None:
    response = client.post(PATH, content=json.dumps(asking()), headers={"Content-Type": "text/plain"})
    assert failure(response, 415)["code"] == "unsupported_media_type"


@pytest.mark.parametrize("root_path", ["", "/assistant"])
@pytest.mark.parametrize("stream", [False, True])
def test_a_fault_of_the_program_shows_nothing_of_it_under_any_path(
    generations: Generations, monkeypatch: pytest.MonkeyPatch, root_path: str, stream: bool
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    session = Session(
        AssistantSettings.load(root_path=root_path, _env_file=None), generations, Database("sqlite://"), Answerer(generations)
    )
    monkeypatch.setattr(session, "ask", fail)
    client = TestClient(create_app(session), raise_server_exceptions=False)
    for path in {PATH, root_path + PATH}:
        response = client.post(path, json=asking(stream=stream))
        assert failure(response, 500)["code"] == "internal"
        assert "secret" not in response.text
    assert set(client.post(f"{root_path}/api/ask", json={"question": "甲？"}).json()["error"]) == {"code", "message"}
    session.database.close()


def test_a_database_that_fails(client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OperationalError("select", {}, Exception("disk full"))

    monkeypatch.setattr(session.conversations, "append", fail)
    assert failure(client.post(PATH, json=asking(stream=True)), 503)["code"] == "database"


def test_missing_knowledge_names_the_command(client: TestClient, generations: Generations) -> None:
    generations.generation = None
    error = failure(client.post(PATH, json=asking(stream=True)), 503)
    assert error["code"] == "no_generation"
    assert "city-assistant ingest" in error["message"]
