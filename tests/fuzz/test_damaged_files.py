"""Whatever happened to a file: it is read, or refused with what to do, and nothing hangs."""

import os
from pathlib import Path

import pytest

from ingest.reading_worker import ReadingWorker
from tests.fuzz.damaged_files import LIMITS, damaged, outcome_of, read_damaged, seeds_of

SEED = 20240820
FORMATS = ("archive.mht", "page.html", "plain.pdf", "plan.md", "text.txt", "typeset.pdf", "utf16.txt", "word.docx")


def test_there_is_a_file_of_every_format_and_it_is_read_undamaged(tmp_path: Path, reading_worker: ReadingWorker) -> None:
    seeds = seeds_of(tmp_path)
    assert tuple(seeds) == FORMATS
    assert [outcome_of(path, reading_worker) for path in seeds.values()] == ["read"] * len(FORMATS)


def test_damage_is_done_where_it_is_said() -> None:
    assert damaged(b"abcdef", [("insert", 2, 1, b"X")]) == b"abXcdef"
    assert damaged(b"abcdef", [("delete", 1, 2, b"X"), ("overwrite", 0, 1, b"YZ")]) == b"YZef"
    assert damaged(b"abcdef", [("move", 1, 2, b"X")]) == b"adefbc"
    assert damaged(b"ab", [("repeat", 3, 1, b"-")]) == b"--------ab"


@pytest.mark.parametrize("name", FORMATS)
def test_some_damaged_files_are_read_or_refused(tmp_path: Path, reading_worker: ReadingWorker, name: str) -> None:
    assert read_damaged(seeds_of(tmp_path)[name], reading_worker, 40, SEED).counts.total() >= 40


@pytest.mark.fuzz
@pytest.mark.parametrize("name", FORMATS)
def test_many_damaged_files_are_read_or_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    examples, number = int(os.environ.get("FUZZ_EXAMPLES", "4000")), int(os.environ.get("FUZZ_SEED", SEED))
    with ReadingWorker(LIMITS) as worker:
        tally = read_damaged(seeds_of(tmp_path)[name], worker, examples, number)
    with capsys.disabled():
        print(f"\n{name}: {tally}", flush=True)
