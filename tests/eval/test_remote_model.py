"""A server asked over the OpenAI protocol is graded by what a chat program would show."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
from openai import OpenAI

from assistant.settings import AssistantSettings
from corpus.errors import AssistantError
from eval.asking import record_replies
from eval.errors import UnreachableError
from eval.remote import RemoteAssistant, open_remote
from eval.remote_model import RemoteModel, open_remote_model
from tests.assistant import conftest
from tests.assistant.command_line.test_serve import server
from tests.eval.examples import case

city = conftest.city
DAY = date(2026, 11, 21)
MODEL = "city-assistant-extractive"
ANSWER = {
    "status": "answered",
    "answer": "另一句",
    "citations": [{"marker": 1, "document_id": "plan", "start": 4, "end": 9, "quote": "到2025年"}],
}


def completion(content: str | None, **fields: object) -> httpx2.Response:
    message = {"role": "assistant", "content": content}
    return httpx2.Response(200, json={"id": "x", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}], **fields})


def model(handler: Callable[[httpx2.Request], httpx2.Response]) -> RemoteModel:
    transport = httpx2.MockTransport(handler)
    client = OpenAI(base_url="http://city.test/v1", api_key="-", max_retries=0, http_client=httpx2.Client(transport=transport))
    documents = httpx.MockTransport(lambda request: httpx.Response(200, json={"text": request.url.path}))
    return RemoteModel(client, MODEL, RemoteAssistant(httpx.Client(transport=documents, base_url="http://city.test")))


def test_the_text_is_what_a_program_shows_and_the_rest_what_is_sent_beside_it() -> None:
    asked = model(
        lambda _: completion("80家[1]。\n\n[1] 《计划》：“到2025年”\n\n⚠ 过期", city_assistant={**ANSWER, "conversation_id": "c1"})
    )
    reply = asked.ask("多少？", None, DAY)
    assert (reply.answer, reply.status, reply.citations[0].quote, reply.conversation_id) == ("80家[1]。", "answered", "到2025年", "c1")
    assert asked.document_text("plan") == "/api/documents/plan/text"


def test_a_server_that_answers_no_more_this_minute_is_asked_again_when_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    replies = [httpx2.Response(429, headers={"Retry-After": "7"}), completion("80家", city_assistant={"status": "answered"})]
    assert model(lambda _: replies.pop(0)).ask("多少？", None, DAY).answer == "80家"
    assert slept == [7]


def test_turns_are_sent_with_the_messages_before_them_and_cases_begin_anew() -> None:
    seen: list[dict[str, Any]] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        assert request.url.path == "/v1/chat/completions"
        seen.append(json.loads(request.content))
        return completion(f"答{len(seen)}\n\n[1] 源", city_assistant={**ANSWER, "conversation_id": f"c{len(seen)}"})

    asked = model(handler)
    asked.ask("一？", None, DAY)
    asked.ask("二？", "c1", DAY)
    asked.ask("三？", "c2", DAY)
    asked.ask("四？", None, DAY)
    user = [{"role": "user", "content": question} for question in ("一？", "二？", "三？", "四？")]
    said = [{"role": "assistant", "content": f"答{number}\n\n[1] 源"} for number in (1, 2)]
    assert [body["messages"] for body in seen] == [
        [user[0]],
        [user[0], said[0], user[1]],
        [user[0], said[0], user[1], said[1], user[2]],
        [user[3]],
    ]
    assert {(body["model"], body["as_of"]) for body in seen} == {(MODEL, "2026-11-21")}
    assert all("conversation_id" not in body for body in seen)


@pytest.mark.parametrize(
    ("response", "message"),
    [
        (httpx2.Response(422, json={"error": {"message": "The question is empty."}}), "UnprocessableEntityError: .*empty"),
        (httpx2.Response(503, text="<html>"), "InternalServerError"),
        (httpx2.Response(200, text="<html>"), "Error"),
        (httpx2.Response(200, json={"choices": []}), "IndexError"),
        (httpx2.Response(200, json={"choices": None}), "TypeError"),
        (httpx2.Response(200, json=[1]), "Error"),
        (completion("80家"), "no city_assistant"),
        (completion("80家", city_assistant="answered"), "no city_assistant"),
        (completion(None, city_assistant=ANSWER), "no message"),
        (completion("80家", city_assistant={"citations": 3}), "does not follow the contract: citations"),
    ],
)
def test_a_reply_of_another_kind_is_an_error_that_says_so(response: httpx2.Response, message: str) -> None:
    with pytest.raises(AssistantError, match=message):
        model(lambda _: response).ask("多少？", None, DAY)


def test_a_connection_lost_on_the_way_is_an_error() -> None:
    def handler(_: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadTimeout("too slow")

    with pytest.raises(AssistantError, match="APITimeoutError"):
        model(handler).ask("多少？", None, DAY)


def test_an_address_where_nothing_answers_is_reported_before_any_question() -> None:
    with (
        pytest.raises(UnreachableError, match=r"No assistant answers at .*city-assistant serve"),
        open_remote_model("http://127.0.0.1:9", MODEL),
    ):
        pass


def test_both_ways_to_ask_a_server_give_the_same_replies(city: AssistantSettings, tmp_path: Path) -> None:
    cases = [
        case(id="A", turns=["建设水务大数据平台由哪些部门负责？"]),
        case(id="B", turns=["2025年智能水表的目标是多少？", "那2026年呢？", "2027年呢？"]),
        case(id="C", turns=["上海迪士尼门票多少钱？"]),
        case(id="D", turns=["智慧泵站监测的目前进展？"]),
    ]
    environment = {"DATA_DIR": str(city.data_dir), "APP_DATABASE_URL": f"sqlite:///{tmp_path}/app.db"}
    with server(**environment) as (base, _):
        with open_remote(base) as remote:
            asked = list(record_replies(cases, remote, DAY))
        with open_remote_model(f"{base}/", MODEL) as remote_model:
            over_protocol = list(record_replies(cases, remote_model, DAY))
        with pytest.raises(UnreachableError, match=r"gpt-5 .*city-assistant-extractive"), open_remote_model(base, "gpt-5"):
            pass
    assert "50万" in asked[1].reply.answer
    assert [recording.places for recording in over_protocol] == [recording.places for recording in asked]
    own = {"conversation_id"}
    assert [one.reply.model_dump(exclude=own) for one in over_protocol] == [one.reply.model_dump(exclude=own) for one in asked]
