"""GET /api/admin/questions shows staff what was asked, page by page or as a file."""

import csv
from io import StringIO

import pytest
from fastapi.testclient import TestClient

from assistant.session import Session
from tests.assistant.api.signed_in import with_key

ADDRESS = "/api/admin/questions"


@pytest.fixture
def staff(session: Session) -> dict[str, str]:
    return with_key(session, "staff")


def ask(client: TestClient, question: str) -> str:
    return str(client.post("/api/ask", json={"question": question}).json()["answer_id"])


def test_staff_see_what_was_asked_and_what_was_said_of_it(client: TestClient, staff: dict[str, str]) -> None:
    answer_id = ask(client, "我的手机13812345678，目标是多少？")
    told = {"answer_id": answer_id, "rating": "down", "fault": "wrong_figure", "comment": "打13812345678"}
    assert client.post("/api/feedback", json=told).status_code == 201
    body = client.get(ADDRESS, headers=staff).json()
    assert (body["total"], body["limit"], body["offset"]) == (1, 100, 0)
    (item,) = body["items"]
    assert (item["question"], item["status"], item["answer_id"], item["audience"]) == (
        "我的手机[手机号]，目标是多少？",
        "answered",
        answer_id,
        "public",
    )
    assert item["feedback"] == [{"rating": "down", "fault": "wrong_figure", "comment": "打[手机号]"}]
    assert item["asked_at"].endswith("Z")
    assert client.get(f"/api/answers/{answer_id}", headers=staff).status_code == 200


def test_no_id_of_a_conversation_is_told(client: TestClient, staff: dict[str, str]) -> None:
    conversation = client.post("/api/ask", json={"question": "目标是多少？"}).json()["conversation_id"]
    for form in ("json", "csv", "xlsx"):
        response = client.get(ADDRESS, params={"format": form}, headers=staff)
        assert response.status_code == 200
        assert conversation.encode() not in response.content


def test_pages_lead_on_and_filters_narrow(client: TestClient, staff: dict[str, str]) -> None:
    for number in range(3):
        ask(client, f"第{number}问？")
    page = client.get(ADDRESS, params={"limit": 1, "offset": 1}, headers=staff).json()
    assert ([item["question"] for item in page["items"]], page["total"]) == (["第1问？"], 3)
    assert client.get(ADDRESS, params={"question": "第2"}, headers=staff).json()["total"] == 1
    assert client.get(ADDRESS, params={"unanswered": True}, headers=staff).json()["total"] == 0
    assert client.get(ADDRESS, params={"with_feedback": True}, headers=staff).json()["total"] == 0


def test_the_file_has_a_row_a_question_and_runs_nothing(client: TestClient, staff: dict[str, str]) -> None:
    client.post("/api/feedback", json={"answer_id": ask(client, "=1+1 是多少？"), "rating": "up", "comment": "好"})
    ask(client, "乙？")
    response = client.get(ADDRESS, params={"format": "csv"}, headers=staff)
    rows = list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))
    assert [row["问题"] for row in rows] == ["乙？", "'=1+1 是多少？"]
    assert [(row["结果"], row["反馈1"]) for row in rows] == [("已回答", ""), ("已回答", "up 好")]
    assert "questions_" in response.headers["content-disposition"]
    english = client.get(ADDRESS, params={"format": "csv", "language": "en", "limit": 1}, headers=staff).content.decode("utf-8-sig")
    assert english.splitlines()[0].startswith("asked_at,question,status")
    assert len(english.splitlines()) == 2


@pytest.mark.parametrize(
    "wrong", [{"confidence_below": 1.5}, {"status": "lost"}, {"since": "gestern"}, {"conversation_id": "x"}, {"rating": "meh"}]
)
def test_a_wrong_filter_is_refused(client: TestClient, staff: dict[str, str], wrong: dict[str, object]) -> None:
    assert client.get(ADDRESS, params=wrong, headers=staff).status_code == 422


def test_readers_do_not_see_what_others_asked(client: TestClient, session: Session) -> None:
    assert client.get(ADDRESS).status_code == 401
    assert client.get(ADDRESS, headers=with_key(session, "reader")).status_code == 403
