"""The examples for OpenAI's client, and the same for LangChain's, against a server over HTTP."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import openai
import pytest
from langchain_openai import ChatOpenAI

from assistant.exports.chat_message import answer_in
from assistant.generation.token_count import count_tokens
from assistant.settings import AssistantSettings
from docs.examples.openai_client import ask, ask_streaming, converse
from tests.assistant.command_line.test_serve import server

ROOT = Path(__file__).parents[2]
QUESTION = "2025年智能水表的目标是多少？"
FOLLOW_UP = "那2026年呢？"


@pytest.fixture(scope="module")
def base_url(city: AssistantSettings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The OpenAI interface of a server over the small city."""
    folder = tmp_path_factory.mktemp("server")
    with server(DATA_DIR=str(city.data_dir), APP_DATABASE_URL=f"sqlite:///{folder}/app.db") as (base, _):
        yield f"{base}/v1"


@pytest.fixture
def client(base_url: str) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=base_url, api_key="any", max_retries=0) as client:
        yield client


def test_a_question_is_answered_with_its_sources(client: openai.OpenAI, capsys: pytest.CaptureFixture[str]) -> None:
    said = ask(client, QUESTION)
    assert "20万" in answer_in(said)
    assert "\n\n[1] 《云川市智慧水务行动计划（2025-2027年）》" in said
    printed = capsys.readouterr().out
    assert "status: answered" in printed
    assert "建成智能水表20万只" in printed


def test_a_stream_says_the_same(client: openai.OpenAI, capsys: pytest.CaptureFixture[str]) -> None:
    said = ask_streaming(client, QUESTION)
    assert capsys.readouterr().out.strip() == said.strip()
    assert answer_in(said) == answer_in(ask(client, QUESTION))


def test_a_follow_up_is_understood_from_the_messages_before_it(client: openai.OpenAI) -> None:
    assert "35万" in answer_in(converse(client, QUESTION, FOLLOW_UP))


def test_the_example_runs_as_the_page_says(base_url: str) -> None:
    arguments = ["--base-url", base_url, "--question", QUESTION, "--follow-up", FOLLOW_UP]
    ran = subprocess.run(
        [sys.executable, "docs/examples/openai_client.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("models: city-assistant, city-assistant-extractive\n")
    assert "35万" in ran.stdout


def test_the_client_puts_a_stream_together(client: openai.OpenAI) -> None:
    with client.chat.completions.stream(
        model="city-assistant", messages=[{"role": "user", "content": QUESTION}], stream_options={"include_usage": True}
    ) as stream:
        completion = stream.get_final_completion()
    content = completion.choices[0].message.content
    assert content
    assert "20万" in content
    assert completion.usage is not None
    assert completion.usage.completion_tokens == count_tokens(content)


@pytest.mark.parametrize(
    ("fields", "refused", "code", "param"),
    [
        ({"model": "gpt-5"}, openai.NotFoundError, "model_not_found", "model"),
        ({"n": 2}, openai.BadRequestError, "invalid_request", "n"),
        ({"stream": True, "messages": []}, openai.BadRequestError, "invalid_request", "messages"),
        ({"extra_body": {"conversation_id": "made-up"}}, openai.NotFoundError, "not_found", None),
    ],
)
def test_the_client_reads_what_is_wrong(
    client: openai.OpenAI, fields: dict[str, object], refused: type[openai.APIStatusError], code: str, param: str | None
) -> None:
    asking: dict[str, object] = {"model": "city-assistant", "messages": [{"role": "user", "content": QUESTION}]}
    with pytest.raises(refused) as error:
        client.chat.completions.create(**{**asking, **fields})  # type: ignore[call-overload]
    assert (error.value.code, error.value.param, error.value.type) == (code, param, "invalid_request_error")


def test_langchain_asks_the_assistant_as_a_chat_model(base_url: str) -> None:
    model = ChatOpenAI(model="city-assistant", base_url=base_url, api_key="any", extra_body={"as_of": "2025-06-30"}, max_retries=0)  # type: ignore[arg-type]
    conversation = [("system", "你只说英语。"), ("human", QUESTION), ("ai", "不知道"), ("human", FOLLOW_UP)]
    whole = str(model.invoke(conversation).content)
    assert "35万" in answer_in(whole)
    assert "".join(str(chunk.content) for chunk in model.stream(conversation)) == whole
    tool = {"type": "function", "function": {"name": "look", "description": "", "parameters": {"type": "object", "properties": {}}}}
    assert "35万" in str(model.bind_tools([tool]).invoke(conversation).content)
    with pytest.raises(openai.BadRequestError, match="tool_choice"):
        model.bind_tools([tool], tool_choice="look").invoke(conversation)
