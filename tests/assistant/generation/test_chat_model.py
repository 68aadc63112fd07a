"""Whatever a server of models does, there is a reply or one failure of a known kind, in bounded time."""

import time
from collections.abc import Callable

import pytest

from assistant.generation.chat_model import FAILURES_BEFORE_REST, ChatModel
from assistant.generation.language_model import ModelError
from assistant.settings import AssistantSettings
from corpus.errors import ConfigurationError
from prompts import Prompt
from tests.scripted_model import (
    CutsOff,
    Drips,
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

PROMPT = Prompt("写得短些。", "谁负责？")
SECONDS = 0.8
LATE = 3.0
"""Seconds beyond the time-out that a busy machine may take; what is meant is measured in test_bounded.py's way, by eval, not here."""


def model_at(server: ScriptedModel, *, seconds: float = SECONDS, rest_seconds: float = 60.0, key: str | None = None) -> ChatModel:
    given = {"llm_api_key": key} if key else {}
    settings = AssistantSettings.load(
        llm_base_url=server.base_url, llm_model="scripted", llm_timeout_seconds=seconds, _env_file=None, **given
    )
    return ChatModel(settings, rest_seconds=rest_seconds)


def reply_of(model: ChatModel, seconds: float = SECONDS) -> tuple[str, str | None]:
    """What came, and the kind of the failure that ended it."""
    said: list[str] = []
    try:
        said.extend(model.write(PROMPT, time.monotonic() + seconds))
    except ModelError as error:
        return "".join(said), error.failure
    return "".join(said), None


def test_a_reply_comes_piece_by_piece() -> None:
    with ScriptedModel(Says("由市港航局牵头。", pieces=2)) as server:
        pieces = list(model_at(server, key="secret").write(PROMPT, time.monotonic() + 5))
    assert "".join(pieces) == "由市港航局牵头。"
    assert len(pieces) == 4
    request = server.requests[0]
    assert (request.system, request.prompt, request.model, request.stream) == ("写得短些。", "谁负责？", "scripted", True)
    assert request.authorization == "Bearer secret"
    assert request.body["temperature"] == 0


@pytest.mark.parametrize(
    ("reply", "said", "failure"),
    [
        (Fails(400), "", "refused"),
        (Fails(401), "", "refused"),
        (Fails(404), "", "refused"),
        (Fails(429, headers={"Retry-After": "1"}), "", "busy"),
        (Fails(500), "", "failed"),
        (Fails(503, body="<html>Bad gateway</html>"), "", "failed"),
        (Fails(307, headers={"Location": "http://127.0.0.1:9/v1"}), "", "refused"),
        (Hangs(), "", "timeout"),
        (HangsMidway("建成四个泊位。", after=4), "建成四个", "timeout"),
        (CutsOff("建成四个泊位。", after=4), "建成四个", "cut_off"),
        (EndsEarly("建成四个泊位。", after=4), "建成四个", "cut_off"),
        (Says("建成四个泊位。", finish="length"), "建成四个泊位。", "cut_off"),
        (Says("建成四个泊位。", finish="content_filter"), "建成四个泊位。", "cut_off"),
        (SaysNothing(), "", "empty"),
        (Garbles(b""), "", "malformed"),
        (Garbles(b"<html>no model here</html>"), "", "malformed"),
        (Garbles(b"data: {broken\n\n"), "", "malformed"),
        (Garbles(b"data: [1]\n\ndata: [DONE]\n\n"), "", "malformed"),
        (Garbles(b'data: {"id": "1", "choices": []}\n\ndata: [DONE]\n\n'), "", "cut_off"),
        (Garbles(b'data: {"error": {"message": "out of memory"}}\n\n'), "", "malformed"),
    ],
)
def test_every_misbehaviour_is_one_failure(reply: Reply, said: str, failure: str) -> None:
    with ScriptedModel(reply) as server:
        began = time.monotonic()
        assert reply_of(model_at(server)) == (said, failure)
        assert time.monotonic() - began < SECONDS + LATE


@pytest.mark.parametrize("reply", [Drips("滴"), Pings()])
def test_a_server_that_never_ends_is_left_at_the_deadline_and_its_connection_closed(reply: Reply) -> None:
    with ScriptedModel(reply) as server:
        began = time.monotonic()
        assert reply_of(model_at(server))[1] == "timeout"
        assert time.monotonic() - began < SECONDS + LATE
        wait_until(lambda: server.abandoned == 1)


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_model_that_is_gone_is_unreachable() -> None:
    with ScriptedModel(Says("有")) as server:
        server.stop()
        assert reply_of(model_at(server)) == ("", "unreachable")


def test_the_failure_does_not_tell_the_key() -> None:
    with (
        ScriptedModel(Fails(401, body={"error": {"message": "Incorrect API key provided: sk-geheim"}})) as server,
        pytest.raises(ModelError) as failed,
    ):
        list(model_at(server, key="sk-geheim").write(PROMPT, time.monotonic() + 5))
    assert "geheim" not in str(failed.value)


def test_a_reply_whose_reader_leaves_is_given_up() -> None:
    with ScriptedModel(Drips("滴")) as server:
        writing = model_at(server, seconds=20).write(PROMPT, time.monotonic() + 20)
        assert next(writing)
        writing.close()
        wait_until(lambda: server.abandoned == 1)


def test_after_failures_in_a_row_the_model_is_left_alone_and_then_tried_again() -> None:
    failing = [Fails(500)] * FAILURES_BEFORE_REST
    with ScriptedModel(*failing, Says("好")) as server:
        model = model_at(server, rest_seconds=0.5)
        assert [reply_of(model)[1] for _ in range(FAILURES_BEFORE_REST + 2)] == ["failed"] * FAILURES_BEFORE_REST + ["resting"] * 2
        assert len(server.requests) == FAILURES_BEFORE_REST
        time.sleep(0.6)
        assert reply_of(model) == ("好", None)
        assert reply_of(model) == ("好", None)


def test_a_good_reply_between_failures_keeps_the_model_in_use() -> None:
    with ScriptedModel(Fails(500), Fails(500), Says("好"), Fails(500), Fails(500), Says("好")) as server:
        model = model_at(server)
        assert [reply_of(model)[1] for _ in range(6)] == ["failed", "failed", None, "failed", "failed", None]


def test_readers_that_leave_are_no_failures() -> None:
    with ScriptedModel(Says("一二三四五六七八", pieces=1, pause=0.01)) as server:
        model = model_at(server, seconds=10)
        for _ in range(FAILURES_BEFORE_REST + 1):
            writing = model.write(PROMPT, time.monotonic() + 10)
            next(writing)
            writing.close()
        assert reply_of(model, 10) == ("一二三四五六七八", None)


def test_an_unknown_provider_is_told() -> None:
    settings = AssistantSettings.load(llm_model="m", llm_provider="nobody", _env_file=None)
    with pytest.raises(ConfigurationError, match="LLM_PROVIDER=nobody"):
        ChatModel(settings)
