"""Whatever a model's server does, everybody who asks gets the answer without a model and is told why."""

import time
from collections.abc import Sequence

import pytest

from assistant.generation.chat_model import FAILURES_BEFORE_REST
from assistant.settings import AssistantSettings
from assistant.tool_server.server import ToolServer
from tests.assistant.generation.served_city import DAY, OPEN, TARGET, assert_is_extract, said, served_city
from tests.assistant.generation.written_replies import sources_of
from tests.assistant.tool_server.conftest import call
from tests.scripted_model import (
    MODEL,
    ChatRequest,
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
)

SHORT = 1.0
"""Seconds that a model is given that does not come to an end."""
GOOD = "到2026年计划建成自动化泊位7个[S1]。"
MORE = "另外，港口岸电覆盖率"
CUT = GOOD + MORE
AFTER = len(CUT) - 2


def good(request: ChatRequest) -> Reply:
    """A sentence that its source supports: the first one is what the extract rests on."""
    assert "泊位7个" in sources_of(request.prompt)["S1"]
    return Says(GOOD)


FAILING: Sequence[tuple[Reply, str]] = [
    (Fails(401), "refused"),
    (Fails(429), "busy"),
    (Fails(500), "failed"),
    (SaysNothing(), "empty"),
    (Garbles(b"data: {broken\n\n"), "malformed"),
    (Garbles(b"data: [1]\n\ndata: [DONE]\n\n"), "malformed"),
    (CutsOff(CUT, AFTER), "cut_off"),
    (EndsEarly(CUT, AFTER), "cut_off"),
    (Says(GOOD, finish="length"), "cut_off"),
    (Hangs(), "timeout"),
    (HangsMidway(CUT, AFTER), "timeout"),
    (Drips("滴"), "timeout"),
    (Pings(), "timeout"),
]


@pytest.mark.parametrize(("reply", "failure"), FAILING)
def test_an_answer_without_the_model_and_the_reason(settings: AssistantSettings, reply: Reply, failure: str) -> None:
    with served_city(settings, reply, seconds=SHORT) as city:
        assert_is_extract(city, TARGET, city.ask(TARGET), failure)
        assert_is_extract(city, OPEN, city.ask(OPEN, "auto"), failure)


@pytest.mark.parametrize("reply", [CutsOff(CUT, AFTER), EndsEarly(CUT, AFTER), HangsMidway(CUT, AFTER)])
def test_a_stream_takes_back_what_a_model_began(settings: AssistantSettings, reply: Reply) -> None:
    with served_city(settings, reply, seconds=SHORT) as city:
        events = list(city.events(TARGET))
        names = [name for name, _ in events]
        again = names.index("status", 1)
        assert names == ["status", "sentence", "status", *["sentence"] * (len(names) - again - 3), "citations", "done"]
        assert events[1][1]["text"] == "到2026年计划建成自动化泊位7个[1]。"
        answer = events[-1][1]
        assert "".join(data["text"] for name, data in events[again:] if name == "sentence") == answer["answer"]
        assert events[-2][1] == answer["citations"]
        assert said(answer) == said(city.ask(TARGET, "extractive"))
        assert city.client.get(f"/api/answers/{answer['answer_id']}").json()["answer"] == answer["answer"]


def test_a_stream_that_fails_before_any_sentence_says_once_what_follows(settings: AssistantSettings) -> None:
    with served_city(settings, Fails(500)) as city:
        events = list(city.events(TARGET))
        sentences = "".join(data["text"] for name, data in events if name == "sentence")
        assert sentences == city.ask(TARGET, "extractive")["answer"]
        assert_is_extract(city, TARGET, events[-1][1], "failed")


def test_a_model_that_is_gone(settings: AssistantSettings) -> None:
    with served_city(settings, good) as city:
        assert city.ask(TARGET)["answered_by"] == MODEL
        city.model.stop()
        assert_is_extract(city, TARGET, city.ask(TARGET), "unreachable")


def test_after_failures_in_a_row_the_model_is_left_alone(settings: AssistantSettings) -> None:
    with served_city(settings, Hangs(), seconds=SHORT) as city:
        for _ in range(FAILURES_BEFORE_REST):
            assert_is_extract(city, TARGET, city.ask(TARGET), "timeout")
        began = time.monotonic()
        assert_is_extract(city, TARGET, city.ask(TARGET), "resting")
        assert time.monotonic() - began < SHORT
        assert len(city.model.requests) == FAILURES_BEFORE_REST


@pytest.mark.parametrize("stream", [False, True])
def test_the_openai_interface_gives_the_extract_with_the_reason(settings: AssistantSettings, stream: bool) -> None:
    with served_city(settings, CutsOff(CUT, AFTER)) as city:
        extract = city.complete(TARGET, "city-assistant-extractive", stream=stream)
        failed = city.complete(TARGET, stream=stream)
        assert failed.status_code == extract.status_code == 200
        assert MORE not in failed.text
        assert "计划建成" not in failed.text
        assert "语言模型的回复中途断开" in failed.text
        assert "语言模型" not in extract.text


def test_a_tool_gives_the_extract_with_the_reason(settings: AssistantSettings) -> None:
    with served_city(settings, Fails(500)) as city:
        result = call(ToolServer(city.session), "ask", question=OPEN, as_of=DAY)
        assert not result.is_error
        assert isinstance(result.structured_content, dict)
        assert_is_extract(city, OPEN, result.structured_content, "failed")


def test_after_failures_the_next_good_reply_is_used(settings: AssistantSettings) -> None:
    with served_city(settings, Garbles(b"\x00\xff"), Garbles(b""), good) as city:
        for _ in range(2):
            assert_is_extract(city, TARGET, city.ask(TARGET), "malformed")
        assert city.ask(TARGET)["answer"] == "到2026年计划建成自动化泊位7个[1]。"
