"""Rows chosen by a figure in one of their columns: 总投资超过1亿元, 2025年目标定为100%, 投资最大."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from corpus.language.figures import Figure, figures_in
from corpus.model.facts import Scenario

_UNIT_IN_HEADING = re.compile(r"[（(](?:单位[：:])?([^（）()]{1,6})[）)]$")
_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_MOST, _LEAST = re.compile(r"最(?:大|多|高|长)|(?:排|居|位列)(?:在)?第一"), re.compile(r"最(?:小|少|低|短)")
_OTHER_HEADING = re.compile(r"序号|名称|期限|周期|年限|时间|单位$")
REACH = 8
"""Characters between the words for a column and the figure or superlative that its cells are held against."""
Unit = Callable[[Scenario, str], str]
"""The unit in which the document gives the figures of a column elsewhere, in a line above the table (单位：亿元); "" for none."""


def no_unit(row: Scenario, heading: str) -> str:
    """The unit where nothing but the table itself is known."""
    return ""


def amount_conditions(text: str, table: Sequence[Scenario], unit_of: Unit = no_unit) -> Iterator[tuple[str, Callable[[Scenario], bool]]]:
    """What `text` says of the figures of the rows: the words that say it, and whether a row meets it."""
    told: list[str] = []
    for heading in dict.fromkeys(column.heading for row in table for column in row.columns):
        named = _named(heading, text)
        if named is None or _OTHER_HEADING.search(heading) or any(named[0] in words for words in told):
            continue
        rest = text[named.end() :]
        figure = next((one for one in figures_in(rest) if one.start <= REACH), None)
        if figure is not None and not re.search(r"[，。？]", rest[: figure.start]):
            told.append(text[named.start() : named.end() + figure.end])
            yield told[-1], partial(_meets, figure, heading, unit_of)
            continue
        superlative = re.match(rf"[^，。？]{{0,{REACH}}}?({_MOST.pattern}|{_LEAST.pattern})", rest)
        amounts = [amount for row in table if (amount := _amount(row, heading, unit_of)) is not None]
        if superlative and amounts:
            edge = max(amounts) if _MOST.search(superlative[1]) else min(amounts)
            told.append(text[named.start() : named.end() + superlative.end()])
            yield told[-1], partial(_is, edge, heading, unit_of)


def _named(heading: str, text: str) -> re.Match[str] | None:
    """Where `text` names the column, with or without the unit in its heading, or by its last word."""
    plain = _UNIT_IN_HEADING.sub("", heading)
    for name in dict.fromkeys((plain, plain[-2:])):
        if len(name) >= 2 and (found := re.search(re.escape(name), text)):
            return found
    return None


def _amount(row: Scenario, heading: str, unit_of: Unit) -> float | None:
    """The figure in a cell, in the unit of its heading, of the row or of the table where it has none of its own."""
    cell = next((column.text for column in row.columns if column.heading == heading), "")
    unit = _UNIT_IN_HEADING.search(heading)
    of_row = next((column.text for column in row.columns if _UNIT_COLUMN.match(column.heading)), "")
    bare = re.fullmatch(r"[\d.,]+", cell.replace(" ", ""))
    figures = figures_in(f"{cell.replace(' ', '')}{(unit[1] if unit else of_row) or unit_of(row, heading) or '个'}" if bare else cell)
    return figures[0].amount if figures else None


def _meets(asked: Figure, heading: str, unit_of: Unit, row: Scenario) -> bool:
    amount = _amount(row, heading, unit_of)
    if amount is None:
        return False
    match asked.comparator:
        case "more_than":
            return amount > asked.amount
        case "less_than":
            return amount < asked.amount
        case "at_least":
            return amount >= asked.amount
        case "at_most":
            return amount <= asked.amount
        case "range":
            return asked.amount <= amount <= (asked.amount_to or asked.amount)
        case _:
            return amount == asked.amount


def _is(edge: float, heading: str, unit_of: Unit, row: Scenario) -> bool:
    return _amount(row, heading, unit_of) == edge
