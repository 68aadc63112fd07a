"""Every reply, tried with LangChain's client of the protocol: what it gives, or raises, is what an adapter has to cope with."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import openai
import pytest
from langchain_core.exceptions import ModelConnectionError, ModelTimeoutError

from tests.scripted_model import (
    MODEL,
    CutsOff,
    EndsEarly,
    Fails,
    Garbles,
    Hangs,
    HangsMidway,
    Pings,
    Reply,
    Says,
    SaysNothing,
    ScriptedModel,
)
from tests.scripted_model.clients import BRIEF, PATIENT, ask, chat, post, sdk

TEXT = '到2025年底，建成“示范”场景10个。\n\u2028第二行：𠮷、😀、"\\"。\r\n完'


class Heard:
    """What a client had when its call ended, with or without an error."""

    def __init__(self, reply: Reply, way: str, timeout: float) -> None:
        self.text = ""
        self.finish: str | None = None
        self.error: Exception | None = None
        with ScriptedModel(reply) as model, chat(model, timeout) as client:
            try:
                for message in client.stream("问") if way == "stream" else [client.invoke("问")]:
                    self.text += str(message.content)
                    self.finish = message.response_metadata.get("finish_reason") or self.finish
            except Exception as error:
                self.error = error


@pytest.fixture(params=["stream", "invoke"])
def hear(request: pytest.FixtureRequest) -> Callable[..., Heard]:
    return lambda reply, timeout=PATIENT: Heard(reply, request.param, timeout)


@pytest.fixture
def streamed() -> Callable[..., Heard]:
    return lambda reply, timeout=PATIENT: Heard(reply, "stream", timeout)


def test_a_reply_arrives_whole_both_ways(hear: Callable[..., Heard]) -> None:
    heard = hear(Says(TEXT, pieces=3))
    assert (heard.text, heard.finish, heard.error) == (TEXT, "stop", None)


def test_a_stream_is_made_of_the_protocols_events() -> None:
    with ScriptedModel(Says("一二三四五", pieces=2)) as model:
        status, content_type, body = post(model, "/chat/completions", ask("问", stream=True))
    *events, done, rest = body.split("\n\n")
    assert (status, content_type, done, rest) == (200, "text/event-stream", "data: [DONE]", "")
    chunks = [json.loads(event.removeprefix("data: ")) for event in events]
    assert {(chunk["id"], chunk["object"], chunk["model"], type(chunk["created"])) for chunk in chunks} == {
        ("chatcmpl-1", "chat.completion.chunk", MODEL, int)
    }
    assert [chunk["choices"][0]["delta"] for chunk in chunks] == [
        {"role": "assistant", "content": ""},
        {"content": "一二"},
        {"content": "三四"},
        {"content": "五"},
        {},
    ]
    assert [chunk["choices"][0]["finish_reason"] for chunk in chunks] == [None] * 4 + ["stop"]


def test_usage_is_streamed_only_where_it_is_asked_for() -> None:
    with ScriptedModel(Says("答案")) as model, chat(model) as client:
        without = [message.usage_metadata for message in client.stream("问题呢")]
        usages = [message.usage_metadata for message in client.stream("问题呢", stream_usage=True)]
    assert set(map(str, without)) == {"None"}
    assert [(usage["input_tokens"], usage["output_tokens"]) for usage in usages if usage] == [(3, 2)]


@pytest.mark.parametrize("finish", ["length", "content_filter"])
def test_another_finish_is_told_and_is_no_error(hear: Callable[..., Heard], finish: str) -> None:
    heard = hear(Says("半", finish=finish))
    assert (heard.text, heard.finish, heard.error) == ("半", finish, None)


@pytest.mark.parametrize("finish", ["stop", "length", "content_filter"])
def test_an_empty_reply_is_well_formed(hear: Callable[..., Heard], finish: str) -> None:
    heard = hear(SaysNothing(finish))
    assert (heard.text, heard.finish, heard.error) == ("", finish, None)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, openai.BadRequestError),
        (401, openai.AuthenticationError),
        (404, openai.NotFoundError),
        (429, openai.RateLimitError),
        (500, openai.InternalServerError),
        (503, openai.InternalServerError),
    ],
)
def test_a_status_is_the_clients_error_for_it(hear: Callable[..., Heard], status: int, error: type[Exception]) -> None:
    heard = hear(Fails(status))
    assert isinstance(heard.error, error)
    assert f"Scripted {status}" in str(heard.error)
    assert heard.text == ""


def test_a_failure_carries_the_body_and_the_headers_it_was_given() -> None:
    page = "<html><h1>网关错误</h1></html>"
    replies = (Fails(429, {"detail": "过多"}, {"Retry-After": "7"}), Fails(502, page), Fails(400, {}))
    with ScriptedModel(*replies) as model, sdk(model) as client:
        seen = []
        for _ in replies:
            with pytest.raises(openai.APIStatusError) as raised:
                client.chat.completions.create(model=MODEL, messages=[])
            seen.append((raised.value.response.headers.get("Retry-After"), raised.value.response.text))
    assert seen == [("7", '{"detail":"过多"}'), (None, page), (None, "{}")]


def test_a_model_that_hangs_is_timed_out(hear: Callable[..., Heard]) -> None:
    heard = hear(Hangs(), BRIEF)
    assert heard.text == ""
    assert isinstance(heard.error, ModelTimeoutError)


def test_a_model_that_thinks_for_too_long_is_timed_out(hear: Callable[..., Heard]) -> None:
    assert isinstance(hear(Says(TEXT, wait=60), BRIEF).error, ModelTimeoutError)
    assert hear(Says(TEXT, wait=0.1)).text == TEXT


def test_a_model_that_closes_instead_of_speaking_is_a_broken_connection(hear: Callable[..., Heard]) -> None:
    heard = hear(Hangs(0.05))
    assert isinstance(heard.error, ModelConnectionError)
    assert not isinstance(heard.error, openai.APITimeoutError)


def test_a_model_that_hangs_midway_is_timed_out_after_its_first_words(streamed: Callable[..., Heard]) -> None:
    heard = streamed(HangsMidway(TEXT, after=11), BRIEF)
    assert heard.text == TEXT[:11]
    assert isinstance(heard.error, ModelTimeoutError)


def test_half_a_body_is_no_reply() -> None:
    heard = Heard(HangsMidway(TEXT, after=11), "invoke", BRIEF)
    assert isinstance(heard.error, ModelTimeoutError)
    heard = Heard(CutsOff(TEXT, after=11), "invoke", PATIENT)
    assert isinstance(heard.error, ModelConnectionError)


@pytest.mark.parametrize("reply", [CutsOff(TEXT, after=11), HangsMidway(TEXT, after=11, seconds=0.05)])
def test_a_stream_that_is_cut_off_is_a_broken_connection_after_its_first_words(streamed: Callable[..., Heard], reply: Reply) -> None:
    heard = streamed(reply)
    assert heard.text == TEXT[:11]
    assert isinstance(heard.error, ModelConnectionError)
    assert not isinstance(heard.error, openai.APITimeoutError)


def test_a_reply_that_ends_early_raises_nothing_and_has_no_finish(hear: Callable[..., Heard]) -> None:
    heard = hear(EndsEarly(TEXT, after=11))
    assert (heard.text, heard.finish, heard.error) == (TEXT[:11], None, None)


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", ValueError),
        (b"<html>sign in</html>", ValueError),
        (b'data: {"id": "x", "choi\n\n', json.JSONDecodeError),
        (b"data: [1]\n\n", AttributeError),
        (b'data: {"choices":[{"delta":{"content":"\xff"}}]}\n\n', UnicodeDecodeError),
        (b'data: {"error":{"message":"out of memory"}}\n\n', openai.APIError),
        (b'{"answer": "42"}', ValueError),
    ],
)
def test_garbled_streams_come_out_as_errors_of_many_kinds(streamed: Callable[..., Heard], raw: bytes, error: type[Exception]) -> None:
    assert isinstance(streamed(Garbles(raw)).error, error)


def test_a_stream_of_another_shape_comes_out_as_nothing(streamed: Callable[..., Heard]) -> None:
    heard = streamed(Garbles(b'data: {"answer": "42"}\n\ndata: [DONE]\n\n'))
    assert (heard.text, heard.finish, heard.error) == ("", None, None)


@pytest.mark.parametrize(
    ("raw", "error"),
    [(b"", json.JSONDecodeError), (b'{"answer": "42"}', TypeError), (b"[1]", ValueError), (b'{"choices":[]}', IndexError)],
)
def test_garbled_bodies_come_out_as_errors_of_many_kinds(raw: bytes, error: type[Exception]) -> None:
    assert isinstance(Heard(Garbles(raw), "invoke", PATIENT).error, error)


def test_a_page_in_place_of_a_reply_says_that_it_is_one() -> None:
    with ScriptedModel(Garbles(b"<html>", "text/html")) as model:
        assert post(model, "/chat/completions", ask("问", stream=True)) == (200, "text/html", "<html>")


def test_pings_never_let_a_read_time_out() -> None:
    with ScriptedModel(Pings(pause=0.02)) as model, ThreadPoolExecutor(1) as pool, chat(model, BRIEF) as client:
        under_way = pool.submit(lambda: list(client.stream("问")))
        time.sleep(2 * BRIEF)
        assert not under_way.done()
        model.stop()
        assert isinstance(under_way.exception(timeout=PATIENT), ModelConnectionError)
