"""Every resource takes its part of the caller's allowance, and says when there is none left."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.access.allowance import LOOKUPS_A_QUESTION, WITH_KEY
from assistant.api.application import create_app
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.api.signed_in import with_key
from tests.assistant.api.test_failures import failure
from tests.assistant.stand_ins import Answerer, Generations

ASKED = {"question": "目标是多少？"}
QUESTIONS = 12


@pytest.fixture
def small(generations: Generations, answerer: Answerer) -> Iterator[Session]:
    """A session of a server that answers few questions a minute."""
    settings = AssistantSettings.load(_env_file=None, questions_per_minute=QUESTIONS)
    session = Session(settings, generations, Database("sqlite://"), answerer)
    yield session
    session.database.close()


@pytest.fixture
def limited(small: Session) -> TestClient:
    return TestClient(create_app(small), raise_server_exceptions=False)


def messages(earlier: int) -> dict[str, object]:
    return {"model": "city-assistant", "messages": [{"role": "user", "content": f"第{number}问？"} for number in range(earlier + 1)]}


def test_the_question_after_the_last_is_refused_with_when_to_ask_again(limited: TestClient, answerer: Answerer) -> None:
    for number in range(QUESTIONS):
        path = "/api/ask/stream" if number % 2 else "/api/ask"
        assert limited.post(path, json=ASKED).status_code == 200
    for path in ("/api/ask", "/api/ask/stream"):
        refused = limited.post(path, json=ASKED)
        assert (refused.status_code, failure(refused)["code"]) == (429, "too_many_requests")
        assert 1 <= int(refused.headers["retry-after"]) <= 130
        assert refused.headers["retry-after"] in failure(refused)["message"]
    refused = limited.post("/v1/chat/completions", json=messages(0))
    assert (refused.status_code, set(refused.json()["error"])) == (429, {"message", "type", "param", "code"})
    assert "retry-after" in refused.headers
    assert len(answerer.asked) == QUESTIONS


def test_a_request_with_earlier_questions_counts_each_that_is_answered(limited: TestClient, answerer: Answerer) -> None:
    assert limited.post("/v1/chat/completions", json=messages(40)).status_code == 200
    assert len(answerer.asked) == 11
    assert limited.post("/api/ask", json=ASKED).status_code == 200
    assert limited.post("/api/ask", json=ASKED).status_code == 429


def test_a_stored_conversation_is_not_answered_again_and_counts_once(limited: TestClient) -> None:
    stored = limited.post("/api/ask", json=ASKED).json()["conversation_id"]
    for _ in range(QUESTIONS - 1):
        assert limited.post("/v1/chat/completions", json=messages(40) | {"conversation_id": stored}).status_code == 200
    assert limited.post("/api/ask", json=ASKED).status_code == 429


def test_looking_up_goes_on_when_asking_does_not_and_ends_too(limited: TestClient) -> None:
    for _ in range(QUESTIONS):
        limited.post("/api/ask", json=ASKED)
    for _ in range(QUESTIONS * LOOKUPS_A_QUESTION):
        assert limited.get("/api/answers/none").status_code == 404
    for path in ("/api/answers/none", "/api/targets", "/api/suggestions", "/api/conversations/none/export"):
        assert limited.get(path).status_code == 429
    assert limited.post("/api/search", json={"query": "甲"}).status_code == 429


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/static/api.js", "/api/site", "/v1/models"])
def test_pages_and_checks_of_health_are_never_refused(limited: TestClient, path: str) -> None:
    for _ in range(QUESTIONS * LOOKUPS_A_QUESTION + 1):
        limited.get("/api/answers/none")
    assert limited.get(path).status_code == 200


def test_a_key_has_an_allowance_of_its_own(limited: TestClient, small: Session) -> None:
    key = with_key(small, "reader")
    for _ in range(QUESTIONS * WITH_KEY):
        assert limited.post("/api/ask", json=ASKED, headers=key).status_code == 200
    assert limited.post("/api/ask", json=ASKED, headers=key).status_code == 429
    assert limited.post("/api/ask", json=ASKED).status_code == 200


def test_by_default_three_hundred_questions_at_once_are_answered(client: TestClient) -> None:
    assert {client.post("/api/ask", json=ASKED).status_code for _ in range(300)} == {200}
