"""Facts that official documents state, each with the characters that prove it.

Every fact has `document_id`, `span` (the quote that proves it), `section` (ordinal of the innermost section, None above the first
heading) and `path` (heading path): the same words mean different things under different plans.
"""

from dataclasses import dataclass
from typing import Literal

from corpus.model.span import Span

FactKind = Literal["responsibility", "target", "scenario", "policy"]
Comparator = Literal["equal", "at_least", "more_than", "at_most", "less_than", "about", "range", "each_year"]
Scope = Literal["task", "section", "document", "row"]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who answers for a task (责任单位, 牵头单位, 配合单位, 按职责分工负责, 由…负责).

    `task` names it, `task_span` covers the words it is described by; `units` are all units as printed, in order, `lead` and
    `cooperating` those that the text sets apart. `shared` is set for 按职责分工负责. `inherited` are units that another place adds to this task
    ("以下均需…"), proved by `inherited_span`. `scope` tells whether the units are named for the task itself, once for its section, for
    the whole document, or in a table row.
    """

    document_id: str
    span: Span
    section: int | None
    path: tuple[str, ...]
    task: str
    task_span: Span
    units: tuple[str, ...]
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    shared: bool = False
    scope: Scope = "task"
    inherited: tuple[str, ...] = ()
    inherited_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A figure, or a state to be reached, with its year.

    `subject` is what the figure counts: the clause's words before the figure, else those behind it or in the clause of the same sentence it goes
    on from; `value` the figure as printed without its unit ("4.5万"), `amount` the same as a number
    (4.5万 -> 45000.0; the lower end of a range, whose upper end is `amount_to`), `unit` its measure word ("个"); all three None for a state
    without a figure. `year` is the year it holds for or is due in (`deadline` true: by the end of it); None where the text names none.
    `years` is given instead for a period ("2024-2026年"). `cumulative` is set for 累计. `statement` is the clause that says it and `span` covers it (cells of a row and
    members of a series are put together from the words of `span`);
    `year_span` covers the year expression when it stands outside the clause.
    """

    document_id: str
    span: Span
    section: int | None
    path: tuple[str, ...]
    statement: str
    subject: str
    value: str | None = None
    amount: float | None = None
    amount_to: float | None = None
    unit: str | None = None
    comparator: Comparator = "equal"
    year: int | None = None
    years: tuple[int, int] | None = None
    deadline: bool = False
    cumulative: bool = False
    year_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of a table row under its column's heading as printed."""

    heading: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A row of a scenario or project table (附表): its name and every column, in order.

    `table` is the title of the table, `ordinal` the row's position in it from 1. `builders`, `starts`, `ends` ("2024-01") are read out of the
    columns 建设单位 (or 牵头单位) and 建设期限 (or 项目周期) where there are such.
    """

    document_id: str
    span: Span
    section: int | None
    path: tuple[str, ...]
    table: str
    ordinal: int
    name: str
    columns: tuple[Column, ...]
    builders: tuple[str, ...] = ()
    starts: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyReference:
    """A document that the text rests on or names: 《title》（number), with what it serves there.

    `issued_by` holds the issuer where the text prints one before the title; `role` is the label it stands under (政策保障) or the verb
    that leads it in (依据, 按照, 落实), None where it is only mentioned.
    """

    document_id: str
    span: Span
    section: int | None
    path: tuple[str, ...]
    title: str
    number: str | None = None
    issued_by: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A government department or other body: its name in full and every other name it goes by."""

    name: str
    aliases: tuple[str, ...] = ()


Fact = Responsibility | Target | Scenario | PolicyReference
FACT_TYPES: dict[FactKind, type[Fact]] = {
    "responsibility": Responsibility,
    "target": Target,
    "scenario": Scenario,
    "policy": PolicyReference,
}
