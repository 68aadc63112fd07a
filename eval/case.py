"""Cases: graded questions with their gold answers, read from JSONL files (a suite)."""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from eval.errors import SuiteError

SHIPPED = Path(__file__).parent
LONG_FORM_TYPES = frozenset({"list", "definition", "compare", "count", "english", "multiturn"})
FACT_TYPES = frozenset({"owner", "target", "scenario", "progress", "count"})


class Evidence(BaseModel):
    """Characters of a source file (`doc`) that prove the answer; `quote` may span table cells, parted by tabs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    doc: str = Field(min_length=1)
    quote: str = Field(min_length=1)


class Case(BaseModel):
    """One graded question.

    `turns` are the user's messages; the last is graded, the others lead up to it in one conversation. Each of `answer_groups` must be
    hit by one of its alternatives; one string of `forbidden` makes the answer wrong. Where `answerable` is false a refusal is right.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    type: str = Field(min_length=1)
    difficulty: str = "unrated"
    turns: tuple[str, ...] = Field(min_length=1)
    answerable: bool
    answer_groups: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None

    @model_validator(mode="after")
    def _gold_is_complete(self) -> Self:
        if self.answerable and not (self.answer_groups and self.evidence):
            raise ValueError("an answerable question needs answer_groups and evidence")
        if not all(group and all(map(str.strip, group)) for group in self.answer_groups):
            raise ValueError("every answer group needs at least one alternative, and none may be blank")
        if not all(map(str.strip, (*self.turns, *self.forbidden))):
            raise ValueError("turns and forbidden strings may not be blank")
        return self

    @property
    def long_form(self) -> bool:
        """Whether the type calls for a long answer: a list, definition, comparison, count, English answer or conversation."""
        return self.type in LONG_FORM_TYPES


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases in the order they are asked, and the names of the files they came from."""

    cases: tuple[Case, ...]
    files: tuple[str, ...]

    @property
    def hash(self) -> str:
        """SHA-256 over the cases: two runs can be compared only if they asked the same questions against the same gold answers."""
        content = json.dumps([case.model_dump() for case in self.cases], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()

    @property
    def name(self) -> str:
        """Short name for a run of this suite."""
        return "+".join(Path(file).stem for file in self.files)

    def select(self, types: Collection[str] = (), limit: int | None = None) -> "Suite":
        """The suite of cases of these types (all when empty), cut to the first `limit`. Raises SuiteError when none is left."""
        known = sorted({case.type for case in self.cases})
        if missing := sorted(set(types) - set(known)):
            raise SuiteError(f"No case has the type {', '.join(missing)}; this suite has {', '.join(known)}.")
        return replace(self, cases=tuple(case for case in self.cases if not types or case.type in types)[:limit])


def read_suite(paths: Sequence[Path]) -> Suite:
    """Read one suite from JSONL files and from folders of them; a path that does not exist is looked up among the shipped suites.

    Raises SuiteError, naming file and line, for a broken line or an id that stands twice.
    """
    files = [file for path in paths for file in _suite_files(path)]
    seen: dict[str, str] = {}
    cases: list[Case] = []
    for file in files:
        for number, line in enumerate(_text_of(file).split("\n"), 1):
            if not line.strip():
                continue
            place = f"{file}, line {number}"
            case = _read_case(line, place)
            if case.id in seen:
                raise SuiteError(f"{place}: the id {case.id} stands already in {seen[case.id]}; give each case an id of its own.")
            seen[case.id] = place
            cases.append(case)
    if not cases:
        raise SuiteError(f"No cases in {', '.join(map(str, files))}; write one JSON object a line (form: eval/README.md).")
    return Suite(tuple(cases), tuple(file.name for file in files))


def shipped_suites() -> tuple[str, ...]:
    """The names of the suites that come with the program."""
    return tuple(sorted(file.stem for file in (SHIPPED / "suites").glob("*.jsonl")))


def is_suite(name: str) -> bool:
    """Whether `name` is a file or a folder here, or a shipped suite."""
    return _place(Path(name)) is not None


def _place(path: Path) -> Path | None:
    """Where `path` is found: here, else among the shipped suites, there also without its ending."""
    shipped = SHIPPED / "suites"
    return next((place for place in (path, SHIPPED / path, shipped / path, shipped / f"{path}.jsonl") if place.exists()), None)


def _suite_files(path: Path) -> list[Path]:
    found = _place(path)
    if found is None:
        raise SuiteError(
            f"There is no suite {path}; name a .jsonl file, a folder of them, or a shipped suite: {', '.join(shipped_suites())}."
        )
    if found.is_file():
        return [found]
    if not (files := sorted(found.glob("*.jsonl"))):
        raise SuiteError(f"The folder {found} holds no .jsonl file; name a folder of suites or one file.")
    return files


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SuiteError(f"{file} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error


def _read_case(line: str, place: str) -> Case:
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "case"
        raise SuiteError(f"{place}: {field}: {first['msg']}. Mend the line (form: eval/README.md).") from error
