"""Saved runs: a folder with the questions, the replies, their scores, and the record of how they were taken."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from eval.case import Case
from eval.errors import RunError
from eval.grading import Graded
from eval.reply import Recording

RUNS = Path("eval/runs")
_NAME = re.compile(r"[\w.+-]+")
_CASES, _REPLIES, _SCORES, _RECORD = "cases.jsonl", "replies.jsonl", "scores.jsonl", "record.json"
_GRADED: TypeAdapter[Graded] = TypeAdapter(Graded)


class SuiteRecord(BaseModel):
    """Which questions were asked; `hash` tells whether two runs asked the same."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    files: tuple[str, ...]
    types: tuple[str, ...]
    limit: int | None
    cases: int
    hash: str


class RunRecord(BaseModel):
    """Everything needed to take the figures again.

    `asked` is "this process" or the server's address; `settings` are None where a server keeps them to itself. Latencies are milliseconds
    a turn.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    suite: SuiteRecord
    asked: str
    as_of: date
    started_at: datetime
    seconds: float
    warm_up: int
    generations: tuple[str, ...]
    answered_by: tuple[str, ...]
    settings: dict[str, Any] | None
    versions: dict[str, str]
    latency_ms_p50: float | None
    latency_ms_p95: float | None


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A finished run, its parts in the order the questions were asked."""

    record: RunRecord
    cases: tuple[Case, ...]
    recordings: tuple[Recording, ...]
    rows: tuple[Graded, ...]


def create_run_folder(name: str, runs: Path) -> Path:
    """Make the folder of a new run. Raises RunError when the name is taken or cannot be a folder's name."""
    if not _NAME.fullmatch(name) or name.strip(".") == "":
        raise RunError(f"'{name}' cannot name a run; use letters, digits, dot, plus, hyphen and underscore.")
    folder = runs / name
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise RunError(f"A run named {name} exists; give another --name, or delete {folder}.") from error
    except OSError as error:
        raise RunError(f"Cannot write runs to {runs} ({error.strerror}); run the command in a folder you may write to.") from error
    return folder


def write_cases(folder: Path, cases: Sequence[Case]) -> None:
    """Save the questions as they were asked."""
    _write_lines(folder / _CASES, (case.model_dump_json() for case in cases))


def write_replies(folder: Path, recordings: Iterable[Recording]) -> tuple[Recording, ...]:
    """Save each reply as it arrives, so that a broken run keeps what it has, and return them all."""
    kept = []
    with (folder / _REPLIES).open("w", encoding="utf-8") as file:
        for recording in recordings:
            file.write(recording.model_dump_json() + "\n")
            file.flush()
            kept.append(recording)
    return tuple(kept)


def write_scores(folder: Path, rows: Sequence[Graded]) -> None:
    """Save one row of scores a question."""
    _write_lines(folder / _SCORES, (_GRADED.dump_json(row).decode() for row in rows))


def write_record(folder: Path, record: RunRecord) -> None:
    """Save the record, last of all: a folder that has one holds a finished run."""
    (folder / _RECORD).write_text(record.model_dump_json(indent=2) + "\n", encoding="utf-8")


def open_run(name: str, runs: Path) -> SavedRun:
    """Read a run by its name or folder. Raises RunError when it is missing, unfinished or unreadable."""
    folder = Path(name) if (Path(name) / _RECORD).is_file() else runs / name
    if not folder.is_dir():
        saved = ", ".join(sorted(path.name for path in runs.glob("*/"))) or "none yet"
        raise RunError(f"There is no run {name} in {runs} (saved: {saved}). Make one with `city-assistant eval run`.")
    if not (folder / _RECORD).is_file():
        raise RunError(f"The run {name} was not finished; delete {folder} and run it again.")
    try:
        return SavedRun(
            record=RunRecord.model_validate_json((folder / _RECORD).read_bytes()),
            cases=tuple(map(Case.model_validate_json, _lines(folder / _CASES))),
            recordings=tuple(map(Recording.model_validate_json, _lines(folder / _REPLIES))),
            rows=tuple(map(_GRADED.validate_json, _lines(folder / _SCORES))),
        )
    except (OSError, ValidationError) as error:
        raise RunError(f"The run in {folder} cannot be read ({error}); delete the folder and run it again.") from error


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]
