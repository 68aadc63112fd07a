"""What a question asks of the one table row that it names: a cell for every part, or who stands beside an indicator."""

import re
from collections.abc import Sequence

from assistant.composers.rows.columns import TELLING, UNIT_HEADINGS, asked_columns, named_columns, pointed_column
from assistant.composers.rows.scenarios import kind_columns, named_indicator, told_columns
from assistant.composers.units.owners import doers_asked
from assistant.draft import Draft, DraftFact, Statement
from assistant.evidence import Evidence, Scored
from assistant.understanding.asks import Ask
from assistant.understanding.parts import names_subject, split_question
from corpus.language.terms import normalize, terms_of
from corpus.model.facts import Column, Scenario

NAME_HELD = 0.6
"""Share of the terms of a row's name that the question holds from which it names the row."""
SHORT_NAME = 4
"""Characters from which a row's name is told apart from a word."""
OWN_WORDS = 5
"""Terms of a part from which it names a thing of its own."""
ANSWERS = 0.1
"""Share of a part's words that a cell must hold beside the row's name to answer it without its column being named."""
SCORE = 1.3
_UNITS: frozenset[Ask] = frozenset({"owner", "lead", "participant", "data_source"})
_QUANTITY = re.compile(r"(?:率|数|量|[占比]比|比例|规模|程度|面积|里程|产值|收入|人次|投资|能力|指数|比重|[额值容])$")
"""How the name of an indicator ends that is no name of a task or thing as well."""
_REMARK = re.compile(r"\s*[（(][^（）()]*[）)]$")
_ASKS_ON = re.compile(r"[^，。？]+(?=呢(?![\u4e00-\u9fff]))")
"""Asks the same of another thing: 智慧产业呢."""


def compose_named_row(evidence: Evidence) -> Draft | None:
    """A cell for every part of a compound question that names one row; None where a part is not answered by the row, or all by one cell."""
    pieces = split_question(evidence.question.text)
    on = any(names_subject(piece) for piece in _ASKS_ON.findall(evidence.question.text))
    row = None if on else _named_row(evidence) if pieces else _indicator_of_units(evidence)
    if row is None:
        return None
    statements: list[Statement] = []
    told: set[str] = set()
    for piece in pieces or (evidence.question.text,):
        part = evidence.part(piece, ())
        if names_subject(piece) and _is_of_another(part, row.item):
            return None
        columns = _columns(part, row.item)
        if not columns or len(doers_asked(piece)) > len(columns):
            return None
        statements.extend(told_columns(part, row, [column for column in columns if column.heading not in told]))
        told.update(column.heading for column in columns)
    if len(told) < len(pieces):
        return None
    values = {"kind": "scenario", "name": row.item.name, "table": row.item.table, **{c.heading: c.text for c in row.item.columns}}
    fact = DraftFact(values, tuple(source for statement in statements for source in statement.sources))
    return Draft(tuple(statements), SCORE, facts=(fact,), subject=row.item.name)


def _is_of_another(part: Evidence, row: Scenario) -> bool:
    """Whether a part names another row of a table of indicators, or something in so many words of which the row says nothing."""
    if other := named_indicator(part):
        return other.item.name != row.name
    own = set(part.question.terms)
    said = " ".join((row.name, *(f"{column.heading} {column.text}" for column in row.columns)))
    named = any(term in normalize(part.question.text) for term in terms_of(row.name))
    return len(own) >= OWN_WORDS and not named and not own & set(terms_of(said))


def _named_row(evidence: Evidence) -> Scored[Scenario] | None:
    """The row that the question names: of a table of indicators by its whole name, of another one also by most of it."""
    text = normalize(evidence.question.text)
    if indicator := named_indicator(evidence):
        return indicator
    for row in evidence.scenarios[:1]:
        name = normalize(row.item.name.strip())
        if len(name) >= SHORT_NAME and (name in text or evidence.matcher.share_in_question(row.item.name) >= NAME_HELD):
            return row
    return None


def _indicator_of_units(evidence: Evidence) -> Scored[Scenario] | None:
    """The indicator of which the question asks no more than who answers for it or gives its figures, and whose row says that."""
    asks = set(evidence.question.asks)
    if not asks & _UNITS or not asks <= _UNITS | {"list"}:
        return None
    row = named_indicator(evidence)
    called = row is not None and (
        "指标" in evidence.question.text or "data_source" in asks or _QUANTITY.search(_REMARK.sub("", row.item.name))
    )
    return row if row and called and _columns(evidence, row.item) else None


def _columns(part: Evidence, row: Scenario) -> Sequence[Column]:
    """The columns that a part names, else the cell that its words point at, the columns it asks for, or the cell that holds most of its words."""
    units = set(part.question.asks) <= _UNITS
    columns = [
        column
        for column in asked_columns(part, row)
        if column.heading not in UNIT_HEADINGS and not (units and re.search(r"\d", column.heading))
    ] or kind_columns(part, row)
    if not named_columns(part, row) and (pointed := pointed_column(part, row, columns)):
        return [pointed]
    if columns:
        return columns
    own = part.matcher.terms_in(row.name)
    shares = {
        column: part.matcher.match(column.text, apart_from=own).coverage
        for column in row.columns
        if column.text != row.name and len(column.text) >= TELLING
    }
    best = max(shares, key=lambda column: shares[column], default=None)
    return [best] if best is not None and shares[best] >= ANSWERS else []
