"""An answer has a permanent link that does not open its conversation."""

import pytest
from fastapi.testclient import TestClient

from assistant.session import Session
from tests.assistant.examples import an_answer


def test_saved_answer_is_the_answer_given(client: TestClient) -> None:
    given = client.post("/api/ask", json={"question": "甲？"}).json()
    saved = client.get(f"/api/answers/{given['answer_id']}").json()
    assert saved["question"] == "甲？"
    assert {name: saved[name] for name in given} == given | {"conversation_id": None}


def test_unknown_answer_is_not_found(client: TestClient) -> None:
    assert client.get("/api/answers/made-up").status_code == 404


def test_an_answer_of_a_model_comes_as_html_too_where_it_is_read_again(
    client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_answering", lambda *_, **__: an_answer(text="由**甲**负责[1]。", answered_by="model"))
    given = client.post("/api/ask", json={"question": "甲？"}).json()
    assert (given["html"], given["plain"]) == ("<p>由<strong>甲</strong>负责[1]。</p>", "由甲负责[1]。")
    conversation = client.get(f"/api/conversations/{given['conversation_id']}").json()
    assert conversation["turns"][0]["answer"]["html"] == client.get(f"/api/answers/{given['answer_id']}").json()["html"] == given["html"]
