"""Documents come from two folders; what was withdrawn does not."""

from pathlib import Path

import pytest

from corpus.amendments import Amendments
from corpus.errors import CorpusError
from corpus.settings import CorpusSettings
from ingest.sources import find_files, find_unsupported


@pytest.fixture
def settings(tmp_path: Path) -> CorpusSettings:
    for name in (
        "corpus/甲.md",
        "corpus/乙.md",
        "data/documents/乙.md",
        "data/documents/丙.pdf",
        "data/drafts/1/丁.md",
        "data/documents/戊.xlsx",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return CorpusSettings(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data", _env_file=None)


def test_an_added_file_goes_before_one_of_the_same_name_and_drafts_are_no_documents(settings: CorpusSettings) -> None:
    found = find_files(settings)
    assert {name: path.is_relative_to(settings.added_dir) for name, path in found.items()} == {
        "丙.pdf": True,
        "乙.md": True,
        "甲.md": False,
    }
    assert list(found) == sorted(found)
    assert find_unsupported(settings) == ("戊.xlsx",)


def test_names_are_the_same_however_characters_are_composed(settings: CorpusSettings) -> None:
    (settings.corpus_dir / "Mo\u0308we.md").write_text("x", encoding="utf-8")
    (settings.added_dir / "M\u00f6we.md").write_text("y", encoding="utf-8")
    assert [path.read_text(encoding="utf-8") for name, path in find_files(settings).items() if name.startswith("M")] == ["y"]
    assert not any(name.startswith("M") for name in find_files(settings, Amendments(withdrawn=frozenset({"Mo\u0308we.md"}))))


def test_withdrawn_files_are_left_out_even_when_nothing_remains(settings: CorpusSettings) -> None:
    everything = frozenset({"甲.md", "乙.md", "丙.pdf"})
    assert find_files(settings, Amendments(withdrawn=everything)) == {}
    for path in (*settings.corpus_dir.iterdir(), *settings.added_dir.iterdir()):
        path.unlink()
    assert find_files(settings, Amendments(withdrawn=everything)) == {}
    with pytest.raises(CorpusError, match="holds no document"):
        find_files(settings)


@pytest.mark.parametrize("corpus", ["data", "data/documents", "."])
def test_neither_drafts_nor_added_files_are_found_a_second_time(tmp_path: Path, settings: CorpusSettings, corpus: str) -> None:
    other = CorpusSettings(corpus_dir=tmp_path / corpus, data_dir=tmp_path / "data", _env_file=None)
    found = find_files(other)
    assert not any("丁" in name for name in found)
    assert [name for name in found if "丙" in name] == ["丙.pdf"]
