import os
from pathlib import Path

from corpus.knowledge.generation_folders import GenerationFolders


def test_nothing_is_current_and_nothing_listed_before_the_first_ingest(tmp_path: Path) -> None:
    folders = GenerationFolders(tmp_path)
    assert (folders.current_id(), folders.pointer_mark(), folders.ids(), folders.unfinished()) == (None, None, (), ())


def test_finished_generations_are_listed_by_age_and_unfinished_ones_apart(tmp_path: Path) -> None:
    folders = GenerationFolders(tmp_path)
    for name in ("000010-a", "000002-b", "000011-c.tmp"):
        (folders.root / name).mkdir(parents=True)
    folders.pointer.write_text("000010-a\n", encoding="utf-8")
    folders.lock.touch()
    assert folders.ids() == ("000002-b", "000010-a")
    assert [path.name for path in folders.unfinished()] == ["000011-c.tmp"]
    assert folders.current_id() == "000010-a"


def test_the_mark_changes_when_the_pointer_is_replaced_and_only_then(tmp_path: Path) -> None:
    folders = GenerationFolders(tmp_path)
    folders.root.mkdir()
    folders.pointer.write_text("1", encoding="utf-8")
    before = folders.pointer_mark()
    assert folders.pointer_mark() == before
    aside = folders.root / "aside"
    aside.write_text("2", encoding="utf-8")
    os.replace(aside, folders.pointer)
    assert folders.pointer_mark() != before
