"""`ingest` tells what it did and what it could not read."""

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


def test_file_that_is_no_text_is_named_and_the_others_are_read(
    run: Run, city: AssistantSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for path in city.corpus_dir.iterdir():
        (corpus / path.name).write_bytes(path.read_bytes())
    (corpus / "坏.md").write_bytes(bytes(range(256)) * 20)
    monkeypatch.setenv("CORPUS_DIR", str(corpus))
    ended = run("ingest")
    assert "2 documents" in ended.output
    assert "坏.md" in ended.messages


def test_broken_manifest_is_named_with_its_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "manifest.toml").write_text('[[documents]]\nfile = "a.md\n', encoding="utf-8")
    monkeypatch.setenv("CORPUS_DIR", str(tmp_path / "corpus"))
    ended = run("ingest")
    assert ended.code == 1
    assert "manifest.toml" in ended.messages
    assert "Traceback" not in ended.messages
