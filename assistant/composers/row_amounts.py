"""Rows chosen by a figure in one of their columns: 总投资超过1亿元, 2025年目标定为100%, 投资最大."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from corpus.language.figures import Figure, figures_in
from corpus.model.facts import Scenario

_UNIT_IN_HEADING = re.compile(r"[（(](?:单位[：:])?([^（）()]{1,6})[）)]$")
_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_MOST, _LEAST = re.compile(r"最(?:大|多|高|长)"), re.compile(r"最(?:小|少|低|短)")
_OTHER_HEADING = re.compile(r"序号|名称|期限|周期|年限|时间|单位$")
REACH = 8
"""Characters between the words for a column and the figure or superlative that its cells are held against."""


def amount_conditions(text: str, table: Sequence[Scenario]) -> Iterator[tuple[str, Callable[[Scenario], bool]]]:
    """What `text` says of the figures of the rows: the words that say it, and whether a row meets it."""
    for heading in dict.fromkeys(column.heading for row in table for column in row.columns):
        named = _named(heading, text)
        if named is None or _OTHER_HEADING.search(heading):
            continue
        rest = text[named.end() :]
        figure = next((one for one in figures_in(rest) if one.start <= REACH), None)
        if figure is not None and not re.search(r"[，。？]", rest[: figure.start]):
            yield text[named.start() : named.end() + figure.end], partial(_meets, figure, heading)
            continue
        superlative = re.match(rf"[^，。？]{{0,{REACH}}}?({_MOST.pattern}|{_LEAST.pattern})", rest)
        amounts = [amount for row in table if (amount := _amount(row, heading)) is not None]
        if superlative and amounts:
            edge = max(amounts) if _MOST.search(superlative[1]) else min(amounts)
            yield text[named.start() : named.end() + superlative.end()], partial(_is, edge, heading)


def _named(heading: str, text: str) -> re.Match[str] | None:
    """Where `text` names the column, with or without the unit in its heading, or by its last word."""
    plain = _UNIT_IN_HEADING.sub("", heading)
    for name in dict.fromkeys((plain, plain[-2:])):
        if len(name) >= 2 and (found := re.search(re.escape(name), text)):
            return found
    return None


def _amount(row: Scenario, heading: str) -> float | None:
    """The figure in a cell, in the unit of its heading or of the row where it has none of its own."""
    cell = next((column.text for column in row.columns if column.heading == heading), "")
    unit = _UNIT_IN_HEADING.search(heading)
    of_row = next((column.text for column in row.columns if _UNIT_COLUMN.match(column.heading)), "")
    bare = re.fullmatch(r"[\d.,]+", cell.replace(" ", ""))
    figures = figures_in(f"{cell.replace(' ', '')}{(unit[1] if unit else of_row) or '个'}" if bare else cell)
    return figures[0].amount if figures else None


def _meets(asked: Figure, heading: str, row: Scenario) -> bool:
    amount = _amount(row, heading)
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


def _is(edge: float, heading: str, row: Scenario) -> bool:
    return _amount(row, heading) == edge
