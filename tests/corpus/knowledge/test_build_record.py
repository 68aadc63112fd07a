from pathlib import Path

import pytest

from corpus.errors import MismatchError
from corpus.knowledge.build_record import BuildRecord, read_build_record, write_build_record

RECORD = BuildRecord("1-abc", "fitted", 256, {"embedding_model": None}, "f00", {"entries": 3}, "2026-01-02T03:04:05+00:00")


def test_what_is_written_is_read_back_equal(tmp_path: Path) -> None:
    write_build_record(tmp_path, RECORD)
    assert read_build_record(tmp_path) == RECORD


@pytest.mark.parametrize("content", [None, "", "{", "{}", "[]", '{"schema_version": 1}'])
def test_a_missing_or_broken_record_names_the_remedy(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "build.json").write_text(content, encoding="utf-8")
    with pytest.raises(MismatchError, match="city-assistant ingest --rebuild"):
        read_build_record(tmp_path)
