"""POST /api/ask/stream sends the same answer as /api/ask, sentence by sentence."""

import json
from collections.abc import Generator
from itertools import repeat
from typing import Any

import anyio
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answer_events import AnswerEvent, Begun
from assistant.answer_sentences import AnswerSentence
from assistant.api.application import create_app
from assistant.session import Session
from tests.assistant.examples import an_answer


def events_of(text: str) -> list[tuple[str, Any]]:
    """The events of a stream, each with its data."""
    events = []
    for block in text.split("\n\n"):
        fields = [line.partition(": ") for line in block.splitlines()]
        if fields:
            name = next(value for field, _, value in fields if field == "event")
            events.append((name, json.loads("\n".join(value for field, _, value in fields if field == "data"))))
    return events


def test_events_come_in_order_and_make_up_the_answer(city_client: TestClient) -> None:
    response = city_client.post("/api/ask/stream", json={"question": "建设智慧水务平台由哪个部门负责？", "as_of": "2026-11-21"})
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["x-accel-buffering"] == "no"
    events = events_of(response.text)
    names = [name for name, _ in events]
    sentences = names.count("sentence")
    assert sentences >= 1, response.text
    assert names == ["status", *["sentence"] * sentences, "citations", "done"]
    done = events[-1][1]
    assert events[0][1] == {"status": done["status"], "reason": done["reason"]}
    assert "".join(data["text"] for name, data in events if name == "sentence") == done["answer"]
    assert events[-2][1] == done["citations"]
    known = {citation["marker"] for citation in done["citations"]}
    assert {marker for name, data in events if name == "sentence" for marker in data["markers"]} <= known


def test_the_answer_is_that_of_asking_without_a_stream(city_client: TestClient) -> None:
    question = {"question": "建设智慧水务平台由哪个部门负责？", "as_of": "2026-11-21"}
    done = events_of(city_client.post("/api/ask/stream", json=question).text)[-1][1]
    answer = city_client.post("/api/ask", json=question).json()
    own = {"answer_id", "conversation_id", "timings_ms"}
    assert {name: value for name, value in done.items() if name not in own} == {
        name: value for name, value in answer.items() if name not in own
    }


def test_sentences_of_a_model_come_without_signs_of_markdown(client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "由**甲**负责[1]。\n\n- 乙**先办。后报**"
    monkeypatch.setattr(session, "_answering", lambda *_, **__: an_answer(text=text, answered_by="model"))
    events = events_of(client.post("/api/ask/stream", json={"question": "甲？"}).text)
    assert [data["text"] for name, data in events if name == "sentence"] == ["由甲负责[1]。\n", "- 乙先办。", "后报"]
    assert events[-1][1]["answer"] == text


def test_the_answer_is_stored_before_the_stream_ends(city_client: TestClient) -> None:
    done = events_of(city_client.post("/api/ask/stream", json={"question": "智慧水务平台由谁负责？"}).text)[-1][1]
    assert city_client.get(f"/api/answers/{done['answer_id']}").json()["answer"] == done["answer"]
    follow_up = {"question": "那2026年呢？", "conversation_id": done["conversation_id"]}
    assert events_of(city_client.post("/api/ask/stream", json=follow_up).text)[-1][1]["conversation_id"] == done["conversation_id"]


def test_whoever_leaves_ends_what_is_written_for_him(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []

    def endless(*_: object, **__: object) -> Generator[AnswerEvent]:
        try:
            yield Begun("answered", None)
            yield from repeat(AnswerSentence("甲负责。", ()))
        finally:
            ended.append(True)

    monkeypatch.setattr(session, "asking", endless)
    sent = anyio.run(read_and_leave, create_app(session), {"question": "甲？"})
    assert "甲负责。" in sent
    assert ended == [True]


async def read_and_leave(app: FastAPI, question: dict[str, str]) -> str:
    """What `app` streams to a client that leaves after some events."""
    body = json.dumps(question).encode()
    messages: list[dict[str, object]] = [{"type": "http.request", "body": body, "more_body": False}]
    read, left = b"", anyio.Event()

    async def receive() -> Any:
        if messages:
            return messages.pop()
        await left.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        nonlocal read
        read += message.get("body", b"")
        if read.count(b"event: sentence") > 3:
            left.set()

    headers = [(b"host", b"localhost"), (b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    scope = {"type": "http", "method": "POST", "path": "/api/ask/stream", "query_string": b"", "headers": headers}
    await app({**scope, "http_version": "1.1", "scheme": "http", "root_path": "", "client": ("127.0.0.1", 1)}, receive, send)
    return read.decode()


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"question": ""}, 422, "invalid_question"),
        ({"question": 5}, 422, "invalid_request"),
        ({"question": "甲？", "mode": "generative"}, 400, "no_model"),
        ({"question": "甲？", "conversation_id": "made-up"}, 404, "not_found"),
    ],
)
def test_a_wrong_question_is_refused_before_the_stream(client: TestClient, body: dict[str, object], status: int, code: str) -> None:
    response = client.post("/api/ask/stream", json=body)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
