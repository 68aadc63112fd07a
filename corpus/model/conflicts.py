"""Places that state one thing differently, found when the documents are read."""

from dataclasses import dataclass
from typing import Literal

from corpus.model.span import Span

ConflictKind = Literal["target", "responsibility", "scenario"]
Difference = Literal["value", "year", "units", "column"]


@dataclass(frozen=True, slots=True)
class Party:
    """One of the places: the characters that say it, and what they say in short (30项, 2026年).

    `fact_id` ("document:kind:ordinal") is the fact read there; None for a name in a list under a year. `time_span` covers the year
    expression where it stands outside the span.
    """

    fact_id: str | None
    document_id: str
    span: Span
    value: str
    time_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places or more that cannot all hold, or at least need the reader's eye.

    `subject` is the indicator, state, task or table row they speak of; `differs` what they disagree on: the figure of a target, the year a state is
    reached in, the units of a task, or the column of a row that `column` names. `year` is the year of the figures; None for other kinds and where none
    is printed. `adds_up` is set where the figures of single years make up the other place's figure, so that one may count the year and the
    other the whole period. `parties` stand in reading order.
    """

    kind: ConflictKind
    subject: str
    differs: Difference
    parties: tuple[Party, ...]
    year: int | None = None
    column: str | None = None
    adds_up: bool = False
