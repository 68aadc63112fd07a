"""The question, and those before it, are found in the messages that programs send."""

from typing import Any

import pytest
from pydantic import ValidationError

from assistant.api.chat_request import AskedQuestion, ChatMessage, ChatRequest, asked_question
from assistant.api.openai_failures import ParameterError

IMAGE = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}


def request(**fields: Any) -> ChatRequest:
    return ChatRequest.model_validate({"model": "city-assistant", "messages": [{"role": "user", "content": "甲？"}], **fields})


def asked(*messages: dict[str, Any]) -> AskedQuestion:
    return asked_question([ChatMessage.model_validate(message) for message in messages])


def test_the_last_message_of_the_user_is_the_question_and_the_others_of_theirs_come_before() -> None:
    assert asked(
        {"role": "system", "content": "你是助手"},
        {"role": "user", "content": "一？"},
        {"role": "assistant", "content": "答一", "tool_calls": [{"id": "1"}]},
        {"role": "developer", "content": "简短"},
        {"role": "user", "content": "二？"},
        {"role": "tool", "content": "结果", "tool_call_id": "1"},
        {"role": "user", "content": "三？", "name": "甲"},
        {"role": "assistant", "content": None},
    ) == AskedQuestion("三？", ("一？", "二？"))


def test_text_parts_are_read_in_order() -> None:
    parts = [{"type": "text", "text": "建设平台"}, {"type": "text", "text": "由谁负责？"}, {"type": "text"}]
    assert asked({"role": "user", "content": parts}) == AskedQuestion("建设平台\n由谁负责？", ())


@pytest.mark.parametrize("part", [IMAGE, {"type": "input_audio", "input_audio": {}}, {"type": "file"}])
def test_a_question_with_anything_but_text_is_refused_by_name(part: dict[str, Any]) -> None:
    with pytest.raises(ParameterError, match=part["type"]) as refused:
        asked({"role": "user", "content": "一？"}, {"role": "user", "content": [{"type": "text", "text": "这是什么？"}, part]})
    assert (refused.value.param, refused.value.status) == ("messages[1].content", 400)


def test_an_image_in_a_message_before_does_not_stop_the_conversation() -> None:
    before = {"role": "user", "content": [IMAGE, {"type": "text", "text": "一？"}]}
    assert asked(before, {"role": "user", "content": "二？"}) == AskedQuestion("二？", ("一？",))


def test_messages_without_one_of_the_user_are_refused() -> None:
    with pytest.raises(ParameterError, match="user") as refused:
        asked({"role": "system", "content": "你是助手"}, {"role": "assistant", "content": "您好"})
    assert refused.value.param == "messages"


@pytest.mark.parametrize(
    "fields",
    [
        {
            "temperature": 0.2,
            "top_p": 1,
            "max_tokens": 5,
            "max_completion_tokens": 5,
            "seed": 1,
            "stop": ["。"],
            "user": "u",
            "store": False,
        },
        {"n": 1, "stream": None, "stream_options": None, "response_format": {"type": "text"}, "logit_bias": {}},
        {"tools": [{"type": "function", "function": {"name": "f"}}], "tool_choice": "auto", "parallel_tool_calls": True},
        {"tools": [], "tool_choice": "none", "function_call": "auto", "functions": []},
        {"chat_id": "a field of one program", "metadata": {"a": "b"}},
    ],
)
def test_fields_that_programs_send_are_taken(fields: dict[str, Any]) -> None:
    assert request(**fields).with_usage is False


@pytest.mark.parametrize(
    "fields",
    [
        {"n": 2},
        {"n": 0},
        {"n": "two"},
        {"tool_choice": "required"},
        {"tool_choice": {"type": "function", "function": {"name": "f"}}},
        {"function_call": {"name": "f"}},
        {"response_format": {"type": "json_object"}},
        {"response_format": {"type": "json_schema", "json_schema": {}}},
        {"response_format": "text"},
        {"messages": []},
        {"messages": None},
        {"messages": "甲？"},
        {"messages": [5]},
        {"messages": [{"content": "甲？"}]},
        {"messages": [{"role": "king", "content": "甲？"}]},
        {"messages": [{"role": "user", "content": 5}]},
        {"messages": [{"role": "user", "content": {"type": "text"}}]},
        {"messages": [{"role": "user", "content": [{"text": "甲？"}]}]},
        {"messages": [{"role": "user", "content": ["甲？"]}]},
        {"model": 5},
        {"model": None},
        {"stream": "perhaps"},
        {"stream_options": True},
        {"as_of": "2026-13-01"},
        {"conversation_id": "c" * 201},
    ],
)
def test_what_would_be_answered_otherwise_than_asked_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        request(**fields)
    assert refused.value.errors()[0]["loc"][0] == next(iter(fields))
