"""The example of a chain runs as it stands, and a chain is what it says."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import BaseMessage

from assistant.retriever import PassageRetriever
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from docs.examples.langchain_chain import chain_over, chat_model

ROOT = Path(__file__).parents[2]
QUESTION = "建设水务大数据平台由哪些部门负责？"


class Prompts(BaseCallbackHandler):
    """Keeps what chat models are given."""

    def __init__(self) -> None:
        self.seen: list[list[BaseMessage]] = []

    def on_chat_model_start(self, _: dict[str, Any], messages: list[list[BaseMessage]], **__: Any) -> None:
        self.seen += messages


@pytest.fixture
def retriever(city: AssistantSettings) -> Iterator[PassageRetriever]:
    with Generations(city.data_dir) as generations:
        yield PassageRetriever(generations=generations, limit=2)


def test_the_model_reads_numbered_passages_and_its_words_come_back_with_them(retriever: PassageRetriever) -> None:
    prompts = Prompts()
    done = chain_over(retriever, FakeListChatModel(responses=["由市水务局负责[1]。"])).invoke(QUESTION, {"callbacks": [prompts]})
    assert (done["question"], done["answer"]) == (QUESTION, "由市水务局负责[1]。")
    (system, human), *others = prompts.seen
    assert others == []
    assert human.content == QUESTION
    assert len(done["documents"]) == 2
    for number, document in enumerate(done["documents"], 1):
        assert f"[{number}] 《{document.metadata['title']}》" in system.content
        assert document.page_content in system.content
    assert "（一）建设水务大数据平台\n" in system.content


def test_braces_of_a_passage_or_a_question_are_not_taken_for_variables(retriever: PassageRetriever) -> None:
    prompts = Prompts()
    chain_over(retriever, FakeListChatModel(responses=["无"])).invoke("{水表}的目标？", {"callbacks": [prompts]})
    assert prompts.seen[0][1].content == "{水表}的目标？"


def test_the_words_of_the_model_are_streamed(retriever: PassageRetriever) -> None:
    pieces = [
        piece["answer"] for piece in chain_over(retriever, FakeListChatModel(responses=["甲乙丙"])).stream(QUESTION) if "answer" in piece
    ]
    assert pieces == ["甲", "乙", "丙"]


def test_a_named_model_is_asked_over_the_openai_protocol(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "any")
    model = chat_model("a-model", "http://127.0.0.1:9/v1")
    assert (type(model).__name__, model.model_name, model.openai_api_base) == ("ChatOpenAI", "a-model", "http://127.0.0.1:9/v1")  # type: ignore[attr-defined]


def test_the_example_runs_as_the_page_says(city: AssistantSettings) -> None:
    ran = subprocess.run(
        [sys.executable, "docs/examples/langchain_chain.py", QUESTION],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(city.data_dir), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "[1] 《云川市智慧水务行动计划（2025-2027年）》" in ran.stdout
    assert "市水务局" in ran.stdout
