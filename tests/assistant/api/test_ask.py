"""POST /api/ask keeps the contract."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.assistant.stand_ins import Answerer

CONTRACT = {
    *("answer_id", "conversation_id", "generation", "as_of", "language", "status", "reason", "answer", "citations", "facts", "notices"),
    *("suggestions", "answered_by", "html", "plain", "timings_ms"),
}
CITATION = {"marker", "document_id", "document_version", "document_title", "section", "page", "start", "end", "quote"} | {
    *("document_number", "document_date", "document_period", "internal"),
}


def test_answer_has_every_field_of_the_contract(client: TestClient) -> None:
    body = client.post("/api/ask", json={"question": "目标是多少？", "as_of": "2026-11-21"}).json()
    assert set(body) >= CONTRACT
    assert "confidence" not in body
    assert set(body["citations"][0]) == CITATION
    assert body["facts"] == [{"kind": "derived", "value": "10", "expression": "4+6", "derived_from": [1]}]
    assert body["notices"] == [{"kind": "expired", "message": "该规划期为2016-2020年。", "markers": [1]}]
    assert (body["as_of"], body["status"], body["reason"]) == ("2026-11-21", "answered", None)
    assert body["answer"] == "到2025年建成10个[1]。"
    assert (body["answered_by"], body["html"], body["plain"]) == ("extractive", None, None)
    assert body["timings_ms"]["total"] > 0


def test_follow_up_goes_on_with_its_conversation(client: TestClient, answerer: Answerer) -> None:
    first = client.post("/api/ask", json={"question": "2025年目标是多少？"}).json()
    second = client.post("/api/ask", json={"question": "那2026年呢？", "conversation_id": first["conversation_id"]}).json()
    assert second["conversation_id"] == first["conversation_id"]
    assert [turn.question for turn in answerer.asked[1]["history"]] == ["2025年目标是多少？"]


def test_null_stands_for_left_out(client: TestClient) -> None:
    assert client.post("/api/ask", json={"question": "甲？", "conversation_id": None, "as_of": None}).status_code == 200


def test_generative_without_a_model_says_what_to_ask_for(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": "甲？", "mode": "generative"})
    assert (response.status_code, response.json()["error"]["code"]) == (400, "no_model")
    assert "extractive" in response.json()["error"]["message"]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"question": None},
        {"question": 5},
        {"question": "甲？", "mode": "best"},
        {"question": "甲？", "as_of": "2026-13-01"},
        {"question": "甲？", "k": 1},
    ],
)
def test_wrong_field_is_named(client: TestClient, wrong: dict[str, object]) -> None:
    response = client.post("/api/ask", json=wrong)
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "invalid_request"
    assert list(wrong or ["question"])[-1] in response.json()["error"]["message"]


@pytest.mark.parametrize("question", ["", "  \n", "\x00\x07", "问" * 10_000])
def test_question_without_text_or_too_long_is_told_what_to_do(client: TestClient, question: str) -> None:
    response = client.post("/api/ask", json={"question": question})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "invalid_question")
    assert "请" in response.json()["error"]["message"]


def test_unknown_conversation_is_not_found(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": "甲？", "conversation_id": "made-up"})
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not_found")


def test_control_characters_do_not_reach_the_answering(client: TestClient, answerer: Answerer) -> None:
    assert client.post("/api/ask", json={"question": "目标\x00是\x1b多少？"}).status_code == 200
    assert answerer.asked[0]["question"] == "目标是多少？"


@pytest.mark.parametrize(
    "body",
    [b'{"question": "\\ud800\xe7\x94\xb2?"}', b'{"question": "\\udc00"}', b'{"\\ud800": 1}', b'{"question": "a", "mode": "\\ud800"}'],
)
def test_lone_surrogates_are_no_fault_of_the_server(client: TestClient, body: bytes) -> None:
    response = client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in {200, 422}
    assert response.json()


def test_question_of_the_second_city_is_answered_with_its_source(city_client: TestClient, plan: dict[str, Any]) -> None:
    body = city_client.post("/api/ask", json={"question": "建设水务大数据平台由哪些部门负责？", "as_of": "2026-01-01"}).json()
    assert body["status"] == "answered"
    assert "市水务局" in body["answer"]
    assert "市数据局" in body["answer"]
    text = city_client.get(f"/api/documents/{plan['id']}/text").json()["text"]
    assert all(text[citation["start"] : citation["end"]] == citation["quote"] for citation in body["citations"])


def test_follow_up_is_answered_from_the_conversation(city_client: TestClient) -> None:
    first = city_client.post("/api/ask", json={"question": "2025年智能水表的目标是多少？", "as_of": "2026-01-01"}).json()
    assert "20万" in first["answer"]
    second = city_client.post(
        "/api/ask", json={"question": "那2026年呢？", "conversation_id": first["conversation_id"], "as_of": "2026-01-01"}
    )
    assert "35万" in second.json()["answer"]
