"""What a generation was built from and with: build.json."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.errors import MismatchError

FILE = "build.json"


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """`counts` are of documents, sections, passages, entries, conflicts, and facts by kind; `corpus_hash` changes with any source file or data file.

    `created_at` is UTC in ISO 8601.
    """

    schema_version: str
    embedder: str
    dimension: int
    settings: Mapping[str, Any]
    corpus_hash: str
    counts: Mapping[str, int]
    created_at: str


def write_build_record(folder: Path, record: BuildRecord) -> None:
    """Write `record` into the generation `folder`."""
    (folder / FILE).write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1), encoding="utf-8")


def read_build_record(folder: Path) -> BuildRecord:
    """The record of the generation in `folder`. Raises MismatchError when there is none that can be read."""
    try:
        return TypeAdapter(BuildRecord).validate_json((folder / FILE).read_bytes())
    except (OSError, ValidationError) as error:
        raise MismatchError(f"The generation in {folder} has no readable {FILE}; run `city-assistant ingest --rebuild`.") from error
