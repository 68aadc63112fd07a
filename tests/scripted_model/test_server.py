"""The scripted model as a server: turns, callables, clients that leave, and its end."""

import http.client
import json
import socket
import struct
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import openai
import pytest
from langchain_core.exceptions import ModelConnectionError

from tests.scripted_model import (
    MODEL,
    ChatRequest,
    Drips,
    Fails,
    Hangs,
    HangsMidway,
    Pings,
    Reply,
    Says,
    ScriptedModel,
)
from tests.scripted_model.clients import PATIENT, ask, chat, eventually, post, sdk

TEXT = '到2025年底，建成“示范”场景10个。\n\u2028第二行：𠮷、😀、"\\"。\r\n完'


def test_openais_own_client_reads_replies_and_models() -> None:
    with ScriptedModel(Says(TEXT)) as model, sdk(model) as client:
        messages: Any = [{"role": "user", "content": "问"}]
        whole = client.chat.completions.create(model=MODEL, messages=messages)
        with client.chat.completions.create(model=MODEL, messages=messages, stream=True) as stream:
            pieces = [chunk.choices[0].delta.content or "" for chunk in stream]
        assert [each.id for each in client.models.list()] == [MODEL]
    assert (whole.choices[0].message.content, whole.usage and whole.usage.completion_tokens) == (TEXT, len(TEXT))
    assert "".join(pieces) == TEXT
    assert len(model.requests) == 2


@pytest.mark.parametrize("leave", [lambda stream: stream.close(), lambda stream: None])
def test_a_client_that_leaves_is_noticed_and_prints_nothing(leave: Callable[..., None], capfd: pytest.CaptureFixture[str]) -> None:
    with ScriptedModel(Drips("滴", pause=0.01)) as model, chat(model) as client:
        stream = client.stream("问")
        assert [next(stream).content, next(stream).content, next(stream).content] == ["", "滴", "滴"]
        leave(stream)
        del stream
        assert eventually(lambda: model.abandoned == 1)
    assert capfd.readouterr() == ("", "")


def test_a_client_that_gives_up_is_noticed_while_the_model_hangs() -> None:
    with ScriptedModel(Hangs(60)) as model, sdk(model, timeout=0.2) as client:
        with pytest.raises(openai.APITimeoutError):
            client.chat.completions.create(model=MODEL, messages=[])
        assert eventually(lambda: model.abandoned == 1)


@pytest.mark.parametrize("sent", [b"", b"POST /v1/chat", b"POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"])
def test_a_connection_that_is_reset_before_its_request_prints_nothing(sent: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with ScriptedModel(Says("在")) as model:
        host, _, port = model.base_url.removeprefix("http://").removesuffix("/v1").partition(":")
        with socket.create_connection((host, int(port)), PATIENT) as connection:
            connection.sendall(sent)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        assert post(model, "/chat/completions", ask("问"))[0] == 200
    assert (len(model.requests), model.abandoned) == (1, 0)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("reply", [Hangs(60), HangsMidway(TEXT, 5, 60), Says(TEXT, wait=60), Says(TEXT, 1, 60), Drips("滴"), Pings()])
@pytest.mark.parametrize("stream", [True, False])
def test_the_end_of_the_context_ends_every_reply(reply: Reply, stream: bool, capfd: pytest.CaptureFixture[str]) -> None:
    before = threading.active_count()
    with ThreadPoolExecutor(1) as pool:
        with ScriptedModel(reply) as model:
            under_way = pool.submit(post, model, "/chat/completions", ask("问", stream=stream))
            assert eventually(lambda: len(model.requests) == 1)
            started = time.monotonic()
        assert time.monotonic() - started < PATIENT
        if not (isinstance(reply, Says) and reply.pause and not stream):
            assert isinstance(under_way.exception(timeout=PATIENT), http.client.HTTPException | OSError)
    assert threading.active_count() <= before
    assert model.abandoned == 0
    assert capfd.readouterr() == ("", "")


def listed(connection: http.client.HTTPConnection) -> list[str]:
    connection.request("GET", "/v1/models")
    return [each["id"] for each in json.loads(connection.getresponse().read())["data"]]


def test_a_stopped_model_refuses_connections_and_its_address_stays_known() -> None:
    with ScriptedModel(Says("在")) as model, chat(model) as client:
        address = model.base_url
        kept_alive = http.client.HTTPConnection(address.split("/")[2], timeout=PATIENT)
        assert listed(kept_alive) == [MODEL]
        assert client.invoke("问").content == "在"
        model.stop()
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            listed(kept_alive)
        kept_alive.close()
        with pytest.raises(ModelConnectionError):
            client.invoke("问")
        with pytest.raises(urllib.error.URLError, match="refused"):
            post(model, "/chat/completions", ask("问"))
        model.stop()
        assert model.base_url == address
    assert len(model.requests) == 1


def test_replies_come_in_their_order_and_the_last_again_and_again() -> None:
    with ScriptedModel(Says("一"), Fails(503), Says("三")) as model, sdk(model) as client:
        heard: list[str | int | None] = []
        for _ in range(4):
            try:
                heard.append(client.chat.completions.create(model=MODEL, messages=[]).choices[0].message.content)
            except openai.InternalServerError as error:
                heard.append(error.status_code)
    assert heard == ["一", 503, "三", "三"]


def test_a_callable_makes_its_reply_from_what_was_asked() -> None:
    def echo(request: ChatRequest) -> Reply:
        return Says(f"{request.system}|{request.prompt}")

    with ScriptedModel(echo) as model, chat(model) as client:
        turns: list[Any] = [
            ("system", "规则"),
            ("user", "旧问"),
            ("ai", "旧答"),
            ("user", [{"type": "text", "text": "新"}, {"type": "text", "text": "问"}]),
        ]
        assert client.invoke(turns).content == "规则|新问"
        assert client.invoke([("system", "只有规则")]).content == "只有规则|"
        assert "".join(str(message.content) for message in client.stream("问", temperature=0)) == "|问"
    first, _, last = model.requests
    assert [message["role"] for message in first.messages] == ["system", "user", "assistant", "user"]
    assert (first.stream, last.stream) == (False, True)
    assert (last.model, last.authorization, last.body["temperature"]) == (MODEL, "Bearer key", 0)


def test_what_a_callable_raises_fails_the_test_that_wrote_it() -> None:
    def check(request: ChatRequest) -> Reply:
        assert request.system, "no system message"
        return Says("好")

    with pytest.raises(AssertionError, match="no system message"), ScriptedModel(check) as model:
        assert post(model, "/chat/completions", ask("问"))[0] == 500
    with pytest.raises(KeyError, match="of the test itself"), ScriptedModel(check) as model:
        json.loads(post(model, "/chat/completions", ask("问"))[2])["of the test itself"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b'{"model": "m"}', b'{"messages": []}', b"\xff"])
def test_what_is_no_request_is_refused_and_uses_up_no_reply(body: bytes) -> None:
    with ScriptedModel(Says("一"), Says("二")) as model:
        status, _, told = post(model, "/chat/completions", body)
        assert (status, "No request" in json.loads(told)["error"]["message"]) == (400, True)
        assert post(model, "/completions", ask("问"))[0] == 404
        assert model.requests == []
        assert "一" in post(model, "/chat/completions", ask("问"))[2]


def test_many_clients_at_once_get_each_its_own_reply() -> None:
    questions = [f"第{number}问" for number in range(40)]
    with ScriptedModel(lambda request: Says(f"答{request.prompt}", pieces=1)) as model, ThreadPoolExecutor(20) as pool:
        bodies = list(pool.map(lambda question: post(model, "/chat/completions", ask(question))[2], questions))
    assert [json.loads(body)["choices"][0]["message"]["content"] for body in bodies] == [f"答{question}" for question in questions]
    assert sorted(request.prompt for request in model.requests) == sorted(questions)
