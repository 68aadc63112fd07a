"""Readers can say what they think of an answer."""

from fastapi.testclient import TestClient

from assistant.session import Session
from assistant.store.feedback import FeedbackEntry, read_feedback


def test_feedback_is_kept_without_personal_numbers(client: TestClient, session: Session) -> None:
    answer_id = client.post("/api/ask", json={"question": "甲？"}).json()["answer_id"]
    word = {"answer_id": answer_id, "rating": "down", "fault": "wrong_figure", "comment": "不对，\x00请打13812345678"}
    response = client.post("/api/feedback", json=word)
    assert response.status_code == 201
    assert response.json()["feedback_id"]
    assert read_feedback(session.database, answer_id) == [FeedbackEntry(answer_id, "down", "不对，请打[手机号]", "wrong_figure")]


def test_feedback_on_nothing_or_with_another_rating_is_refused(client: TestClient) -> None:
    assert client.post("/api/feedback", json={"answer_id": "made-up", "rating": "up"}).status_code == 404
    assert client.post("/api/feedback", json={"answer_id": "made-up", "rating": "great"}).status_code == 422
    assert client.post("/api/feedback", json={"answer_id": "made-up", "rating": "down", "fault": "ugly"}).status_code == 422
