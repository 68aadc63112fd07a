"""A conversation is read and deleted by whoever knows its id."""

import pytest
from fastapi.testclient import TestClient


def test_conversation_holds_its_questions_and_answers_in_order(client: TestClient) -> None:
    first = client.post("/api/ask", json={"question": "甲，我的手机13812345678？"}).json()
    second = client.post("/api/ask", json={"question": "乙？", "conversation_id": first["conversation_id"]}).json()
    body = client.get(f"/api/conversations/{first['conversation_id']}").json()
    assert body["conversation_id"] == first["conversation_id"]
    assert [turn["question"] for turn in body["turns"]] == ["甲，我的手机[手机号]？", "乙？"]
    assert [turn["answer"] for turn in body["turns"]] == [first, second]
    assert body["turns"][0]["asked_at"].endswith("Z")


def test_deleted_conversation_is_gone_with_its_answers(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": "甲？"}).json()
    path = f"/api/conversations/{answer['conversation_id']}"
    response = client.delete(path)
    assert (response.status_code, response.content) == (204, b"")
    for gone in (client.get(path), client.delete(path), client.get(f"/api/answers/{answer['answer_id']}")):
        assert (gone.status_code, gone.json()["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize(("format", "start", "ending"), [("markdown", b"# ", ".md"), ("docx", b"PK", ".docx")])
def test_a_conversation_is_saved_as_a_file(client: TestClient, format: str, start: bytes, ending: str) -> None:
    conversation_id = client.post("/api/ask", json={"question": "目标是多少？"}).json()["conversation_id"]
    response = client.get(f"/api/conversations/{conversation_id}/export", params={"format": format, "language": "en"})
    assert response.status_code == 200
    assert response.content.startswith(start)
    assert response.headers["content-disposition"].endswith(ending)


def test_no_file_of_a_conversation_that_is_not_there_or_in_another_format(client: TestClient) -> None:
    assert client.get("/api/conversations/made-up/export").status_code == 404
    conversation_id = client.post("/api/ask", json={"question": "目标是多少？"}).json()["conversation_id"]
    assert client.get(f"/api/conversations/{conversation_id}/export", params={"format": "pdf"}).status_code == 422
