"""`ingest` tells what it did and what it could not read."""

import shutil
from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from tests.assistant.command_line.conftest import Run


@pytest.fixture(autouse=True)
def _own_data(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))


def test_summary_counts_what_was_found_and_a_second_ingest_changes_nothing(run: Run) -> None:
    first = run("ingest")
    assert first.code == 0
    assert "2 documents" in first.output
    assert "Published generation 000001" in first.output
    assert "Nothing changed; still generation 000001" in run("ingest").output
    assert "Published generation 000002" in run("ingest", "--rebuild").output


@pytest.fixture
def corpus(city: AssistantSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the city's documents to add files to."""
    folder = tmp_path / "corpus"
    shutil.copytree(city.corpus_dir, folder)
    monkeypatch.setenv("CORPUS_DIR", str(folder))
    return folder


def test_file_that_is_no_text_is_named_and_the_others_are_published_and_the_exit_code_tells(run: Run, corpus: Path) -> None:
    (corpus / "坏.md").write_bytes(bytes(range(256)) * 20)
    for _ in range(2):
        ended = run("ingest")
        assert ended.code == 3
        assert "2 documents" in ended.output
        assert "Not read: 坏.md" in ended.messages
        assert "could not be read: 1. The others are published." in ended.messages


def test_broken_pdf_is_reported_once_in_our_words(run: Run, corpus: Path) -> None:
    (corpus / "坏.pdf").write_bytes(b"%PDF-1.4\nnothing of the kind")
    ended = run("ingest")
    assert "坏.pdf is not a PDF that can be read" in ended.messages
    assert "EOF marker" not in ended.messages


def test_files_of_other_kinds_are_named_and_no_failure(run: Run, corpus: Path) -> None:
    (corpus / "说明.xlsx").write_bytes(b"PK")
    ended = run("ingest")
    assert ended.code == 0
    assert "2 documents" in ended.output
    assert "Left out: 说明.xlsx: unsupported kind; convert it to" in ended.messages


def test_broken_manifest_is_named_with_its_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "manifest.toml").write_text('[[documents]]\nfile = "a.md\n', encoding="utf-8")
    monkeypatch.setenv("CORPUS_DIR", str(tmp_path / "corpus"))
    ended = run("ingest")
    assert ended.code == 1
    assert "manifest.toml" in ended.messages
    assert "Traceback" not in ended.messages


NOTICE = "# 云川市节水方案\n\n到2026年，推广节水器具{}个。\n\n（责任单位：市水务局）\n"


def test_files_and_folders_are_added_and_replaced(run: Run, corpus: Path, tmp_path: Path) -> None:
    run("ingest")
    given = tmp_path / "given"
    (given / "below").mkdir(parents=True)
    (given / "节水.md").write_text(NOTICE.format(100), encoding="utf-8")
    (given / "below" / "巡河.txt").write_text("云川市巡河方案\n每周巡河两次。\n", encoding="utf-8")
    ended = run("ingest", str(given))
    assert ended.code == 0
    assert "4 documents" in ended.output
    assert "+ 节水.md: 云川市节水方案" in ended.output
    (given / "节水.md").write_text(NOTICE.format(200), encoding="utf-8")
    refused = run("ingest", str(given / "节水.md"))
    assert refused.code == 1
    assert "--replaces 节水.md" in refused.messages
    assert "Draft" not in run("documents").output
    replaced = run("ingest", str(given / "节水.md"), "--replaces", "节水.md")
    assert "~ target 推广节水器具 (value): 推广节水器具100个 → 推广节水器具200个" in replaced.output
    assert run("ingest", str(given / "节水.md")).code == 0


@pytest.mark.parametrize("name", ["没有.md", "说明.xlsx", "空.md"])
def test_a_file_that_cannot_be_added_is_named_and_nothing_is_published(run: Run, corpus: Path, tmp_path: Path, name: str) -> None:
    if name != "没有.md":
        (tmp_path / name).write_bytes(b"PK" if name.endswith("xlsx") else b"")
    ended = run("ingest", str(tmp_path / name))
    assert ended.code == 1
    assert name in ended.messages
    assert "Published" not in ended.output


def test_what_is_added_as_internal_was_never_public(run: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "节水.md").write_text(NOTICE.format(100), encoding="utf-8")
    assert "3 documents" in run("ingest", str(tmp_path / "节水.md"), "--internal").output
    assert "节水" not in run("ask", "2026年推广节水器具多少个？").output
