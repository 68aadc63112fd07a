"""One row of two tables, two entries in a column."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from corpus.language.unit_lists import split_units
from corpus.model.conflicts import Conflict
from corpus.model.facts import Column, Scenario
from ingest.conflicts.owners import same_units
from ingest.conflicts.stated import Stated, similarity

_UNITS = re.compile(r"单位|部门|承建|牵头")
_TIMES = re.compile(r"期限|周期|时限|起止|时间")
_WORDED = re.compile(r"进展|进度|投资|资金|金额")
_LISTED = re.compile(r"数据")
_SEPARATORS = re.compile(r"[、，,；;。\s]+")
_DESCRIBED = re.compile(r"描述|内容|目标")
_FILLING = re.compile(r"各类|各|的|等|相关|有关|数据|信息|进一步|[\W_]")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
SAME_WORDING = 0.8
"""Dice similarity of two cells' character pairs from which they say the same in other words."""
SAME_ITEM = 0.6
"""Similarity of two items of a list of data from which they are one."""
SAME_NAME, SAME_TEXT = 0.7, 0.6
"""Similarity from which two rows named almost alike are one row: of their names, and of the texts that describe them."""

_Pair = tuple[Stated[Scenario], Stated[Scenario]]


def row_conflicts(rows: Iterable[Stated[Scenario]]) -> Iterator[Conflict]:
    """The columns in which a row that stands in two tables differs; wording alone, and marks of the table (number, field), are no difference."""
    for one, other in _same_rows(tuple(rows)):
        headings = {column.heading: column for column in other.fact.columns}
        for column in one.fact.columns:
            against = headings.get(column.heading)
            if against is not None and _differ(column, against):
                parties = (one.party(column.text, column.span), other.party(against.text, against.span))
                yield Conflict("scenario", one.fact.name, "column", parties, column=column.heading)


def _same_rows(rows: tuple[Stated[Scenario], ...]) -> Iterator[_Pair]:
    """Rows of two tables of one region under one name, or a name that differs by a slip and a text that tells the same."""
    by_start: dict[tuple[str | None, str], list[Stated[Scenario]]] = defaultdict(list)
    for row in rows:
        plain = _plain(row.fact.name)
        for part in dict.fromkeys((plain[:2], plain[-2:])):
            by_start[(row.region, part)].append(row)
    seen: set[tuple[str, str]] = set()
    for group in by_start.values():
        for one, other in combinations(group, 2):
            if (one.id, other.id) not in seen and _is_one_row(one, other):
                seen.add((one.id, other.id))
                yield one, other


def _is_one_row(one: Stated[Scenario], other: Stated[Scenario]) -> bool:
    if one.document.id == other.document.id and one.fact.section == other.fact.section:
        return False
    if one.document.id != other.document.id and one.region is None:
        return False
    alike = similarity(_plain(one.fact.name), _plain(other.fact.name))
    return alike >= SAME_NAME and similarity(_description(one.fact), _description(other.fact)) >= SAME_TEXT


def _description(row: Scenario) -> str:
    """The column that says what the row is; its name where there is no such column."""
    return _plain(next((column.text for column in row.columns if _DESCRIBED.search(column.heading)), row.name))


def _differ(one: Column, other: Column) -> bool:
    first, second = _plain(one.text), _plain(other.text)
    if first == second:
        return False
    if _UNITS.search(one.heading):
        return not same_units(split_units(one.text), split_units(other.text))
    if _TIMES.search(one.heading):
        return _times(one.text) != _times(other.text)
    if _LISTED.search(one.heading):
        return not (_lists_all_of(one.text, other.text) and _lists_all_of(other.text, one.text))
    if not _WORDED.search(one.heading):
        return False
    first, second = _FILLING.sub("", first), _FILLING.sub("", second)
    return _DIGITS.findall(first) != _DIGITS.findall(second) or similarity(first, second) < SAME_WORDING


def _times(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _lists_all_of(one: str, other: str) -> bool:
    """Whether every item that `other` lists has its like in `one`."""
    whole, items = _FILLING.sub("", one), [_FILLING.sub("", part) for part in _SEPARATORS.split(one)]
    parts = [plain for part in _SEPARATORS.split(other) if (plain := _FILLING.sub("", part))]
    return all(part in whole or any(similarity(part, item) >= SAME_ITEM for item in items) for part in parts)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
