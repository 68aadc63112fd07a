"""`ask` prints the answer that the API gives."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.command_line import answer_print
from tests.assistant.command_line.conftest import Run

QUESTION = "建设水务大数据平台由哪些部门负责？"


def test_answer_comes_with_numbered_sources(run: Run) -> None:
    ended = run("ask", QUESTION)
    assert ended.code == 0
    assert "市水务局" in ended.output
    assert "[1] 《云川市智慧水务行动计划（2025-2027年）》，二、主要任务 › （一）建设水务大数据平台" in ended.output
    assert "“（责任单位：市水务局、市数据局）”" in ended.output


def test_json_is_the_answer_of_the_contract(run: Run) -> None:
    body = json.loads(run("ask", "--json", "--as-of", "2026-05-01", QUESTION).output)
    assert body["as_of"] == "2026-05-01"
    assert body["citations"][0]["quote"] == "（责任单位：市水务局、市数据局）"
    assert body["answer_id"]


def test_explanation_tells_what_the_answer_rests_on(run: Run) -> None:
    output = run("ask", "--explain", QUESTION).output
    assert "status: answered" in output
    assert "timings_ms" in output
    assert "fact: {" in output


def test_explanation_tells_how_the_question_was_understood(run: Run) -> None:
    output = run("ask", "--explain", "2026年智慧水务行动计划的覆盖率目标是多少？由谁负责？").output
    assert "asks_for: owner, figure" in output
    assert "years: 2026" in output
    assert "counted_in: %" in output
    assert "documents: 《云川市智慧水务行动计划" in output
    assert "parts: 2026年智慧水务行动计划的覆盖率目标是多少？ | 由谁负责？" in output


def test_passage_that_is_not_shown_whole_is_marked_as_cut(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_print, "BEGINNING", 10)
    passages = [line.partition("]  ")[2] for line in run("ask", "--explain", QUESTION).output.splitlines() if line[:2] == "0."]
    assert any(passage.endswith("…") for passage in passages)
    assert [passage for passage in passages if len(passage) > 10 and not passage.endswith("…")] == []


def test_day_decides_what_is_over(run: Run) -> None:
    question = "2027年智能水表的目标是多少？"
    assert "⚠" not in run("ask", "--as-of", "2026-05-01", question).output
    assert "⚠" in run("ask", "--as-of", "2029-05-01", question).output


def test_question_without_text_is_a_message(run: Run) -> None:
    ended = run("ask", "  ")
    assert (ended.code, ended.output) == (1, "")
    assert "请输入" in ended.messages


@pytest.mark.parametrize("command", [("ask", QUESTION), ("chat",)])
def test_folder_without_knowledge_is_named_whole_and_left_as_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DATA_DIR", "data")
    monkeypatch.delenv("APP_DATABASE_URL")
    ended = run(*command)
    assert ended.code == 1
    assert f"ingested into {tmp_path / 'data'} yet" in ended.messages
    assert not (tmp_path / "data").exists()


def test_wrong_day_is_wrong_usage(run: Run) -> None:
    assert run("ask", "--as-of", "yesterday", QUESTION).code == 2


OF_MODELS = ("langchain", "langchain_core", "langchain_openai", "langsmith", "openai", "httpx2", "pybreaker", "tiktoken", "mcp")
"""Packages that take a second or more to load, or are needed with a language model only."""


def test_serving_without_a_model_loads_nothing_of_models() -> None:
    program = "import sys, assistant.command_line.main, assistant.command_line.serve; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert set(OF_MODELS) & set(loaded) == set()


def test_asking_loads_no_server_and_no_chain_library() -> None:
    program = "import sys, assistant.command_line.main, assistant.command_line.ask; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert {"fastapi", "uvicorn", "chromadb", "ingest", "eval", "torch", "sklearn", *OF_MODELS} & set(loaded) == set()
