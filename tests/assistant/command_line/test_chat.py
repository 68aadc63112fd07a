"""A conversation in the terminal."""

import io

import pytest

from tests.assistant.command_line.conftest import Run


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let `lines` be what is typed."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))


def test_follow_up_is_understood(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "2025年智能水表的目标是多少？", "那2026年呢？")
    ended = run("chat")
    assert ended.code == 0
    assert "20万" in ended.output
    assert "35万" in ended.output


def test_new_conversation_forgets_the_one_before(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "2025年智能水表的目标是多少？", "/new", "那2026年呢？")
    assert "35万" not in run("chat").output


def test_chat_ends_when_told_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "/quit", "2025年智能水表的目标是多少？")
    ended = run("chat")
    assert ended.code == 0
    assert "20万" not in ended.output


def test_question_that_cannot_be_asked_does_not_end_the_chat(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "问" * 3000, "\x00\x01", "2025年智能水表的目标是多少？")
    ended = run("chat")
    assert "上限" in ended.output
    assert "20万" in ended.output


def test_without_knowledge_chat_says_so_before_the_first_question(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path_factory.mktemp("empty")))
    typed(monkeypatch, "2025年智能水表的目标是多少？")
    ended = run("chat")
    assert ended.code == 1
    assert "city-assistant ingest" in ended.messages
