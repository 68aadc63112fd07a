"""An answer has a permanent link that does not open its conversation."""

from fastapi.testclient import TestClient


def test_saved_answer_is_the_answer_given(client: TestClient) -> None:
    given = client.post("/api/ask", json={"question": "甲？"}).json()
    saved = client.get(f"/api/answers/{given['answer_id']}").json()
    assert saved["question"] == "甲？"
    assert {name: saved[name] for name in given} == given | {"conversation_id": None}


def test_unknown_answer_is_not_found(client: TestClient) -> None:
    assert client.get("/api/answers/made-up").status_code == 404
