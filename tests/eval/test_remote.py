import json
from collections.abc import Callable
from datetime import date

import httpx
import pytest

from corpus.errors import AssistantError
from eval.errors import UnreachableError
from eval.remote import RemoteAssistant, open_remote

DAY = date(2026, 11, 21)


def assistant(handler: Callable[[httpx.Request], httpx.Response]) -> RemoteAssistant:
    return RemoteAssistant(httpx.Client(transport=httpx.MockTransport(handler), base_url="http://city.test/under"))


def test_a_turn_is_asked_as_the_contract_says() -> None:
    seen: list[tuple[str, dict[str, str]]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append((request.url.path, json.loads(request.content)))
        return httpx.Response(200, json={"status": "answered", "answer": "80家", "conversation_id": "c1"})

    asked = assistant(handler)
    assert asked.ask("多少？", None, DAY).answer == "80家"
    asked.ask("那2026年呢？", "c1", DAY)
    assert seen == [
        ("/under/api/ask", {"question": "多少？", "as_of": "2026-11-21", "mode": "auto"}),
        ("/under/api/ask", {"question": "那2026年呢？", "as_of": "2026-11-21", "mode": "auto", "conversation_id": "c1"}),
    ]


@pytest.mark.parametrize(("headers", "waited"), [({"Retry-After": "7"}, [7, 7]), ({}, [10, 10]), ({"Retry-After": "soon"}, [10, 10])])
def test_a_server_that_answers_no_more_this_minute_is_asked_again_when_it_says(
    monkeypatch: pytest.MonkeyPatch, headers: dict[str, str], waited: list[int]
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    replies = [
        *(httpx.Response(429, headers=headers) for _ in range(2)),
        httpx.Response(200, json={"status": "answered", "answer": "80家"}),
    ]
    assert assistant(lambda _: replies.pop(0)).ask("多少？", None, DAY).answer == "80家"
    assert slept == waited


def test_the_text_of_a_document_comes_by_its_id() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.raw_path == b"/under/api/documents/plan%2F1/text"
        return httpx.Response(200, json={"text": "全文"})

    assert assistant(handler).document_text("plan/1") == "全文"


@pytest.mark.parametrize(
    ("response", "message"),
    [
        (httpx.Response(422, json={"error": {"code": "invalid_question", "message": "The question is empty."}}), "HTTP 422: .*empty"),
        (httpx.Response(200, text="<html>"), "JSONDecodeError"),
        (httpx.Response(200, json={"citations": 3}), "does not follow the contract: citations"),
        (httpx.Response(200, json=[1]), "does not follow the contract"),
    ],
)
def test_a_reply_outside_the_contract_is_an_error_that_says_so(response: httpx.Response, message: str) -> None:
    with pytest.raises(AssistantError, match=message):
        assistant(lambda _: response).ask("多少？", None, DAY)


def test_a_document_without_text_is_an_error() -> None:
    with pytest.raises(AssistantError, match="no text of document plan"):
        assistant(lambda _: httpx.Response(200, json={})).document_text("plan")


def test_a_connection_lost_on_the_way_is_an_error() -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("too slow")

    with pytest.raises(AssistantError, match="ReadTimeout: too slow"):
        assistant(handler).ask("多少？", None, DAY)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "nowhere", "http://[bad"])
def test_an_address_where_nothing_answers_is_reported_before_any_question(url: str) -> None:
    with pytest.raises(UnreachableError, match=r"No assistant answers at .*city-assistant serve"), open_remote(url):
        pass
