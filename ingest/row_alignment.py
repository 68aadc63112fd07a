"""Row alignment: which lines of a table printed one cell a line are one row. What may belong to either of two rows belongs to none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.language.figures import figures_in
from corpus.language.numbering import numbering_of

_VALUE_HEADING = re.compile(r"目标|数量|金额|比例|现状|基[数期]|(?:19|20)\d{2}年?|[^单]值$")
_TIME_HEADING = re.compile(r"时间|时限|期限|周期|年限|年份|日期|起止")
_VALUE = re.compile(
    r"[\[［【〔]?(?:[≥≤<>＞＜≦≧约超]|大于|小于|不低于|不少于|不超过)?\s*(?:[+\-－]?\d[\d.,，]*|[一二三四五六七八九十百千万亿两点]+)"
    r"\s*(?:[-—~至]\s*\d[\d.,]*)?\s*[%％‰\u4e00-\u9fffA-Za-z/]{0,8}[\]］】〕]?"
)
_NUMBER = re.compile(r"[≥≤<>＞＜≦≧约]?\s*(?:[+\-－]?\d[\d.,，]*\s*[%％‰]?|[一二三四五六七八九十百千万亿两点]+)")
_EMPTY = re.compile(r"[-—–－/／\\·.…*无]{1,4}|待定|(?:基本|全面|持续)?(?:全?覆盖|完成|达标|建成|消除|提升|提高|下降|降低|改善|稳定)")
_MONTH = re.compile(r"\d|[年月底]|长期|持续|全年")

_YEAR = re.compile(r"(?:19|20)\d{2}")
_BODY_HEADING = re.compile(r"(?<!计量)(?<!量)(?<=[\u4e00-\u9fff])(?:单位|部门|主体)$|^(?:部门|牵头|配合)$")
_BODY = re.compile(r"[局委办厅部院会社司团心府站行区县市州镇乡校所室组队处馆协]|单位|机构|企业|学会")
UNIT_HEADING = re.compile(r"(?:计量|度量)?单位")
SHORT_UNIT = 3
"""Characters up to which any word may be a unit."""
_REMARK = re.compile(r"备注|说明$")
MAX_MISSING = 3
"""Cells that a record may lack; of one that lacks more nothing can be told."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where the rows start that nothing else can be read as, and how many lines rows take in all."""

    starts: tuple[int, ...]
    width: int


def is_value_heading(heading: str) -> bool:
    """Whether a column so headed holds figures."""
    return _VALUE_HEADING.search(heading) is not None


def is_value(cell: str) -> bool:
    """Whether a cell holds a figure with its unit and nothing else."""
    return _VALUE.fullmatch(cell.strip()) is not None


def is_number(cell: str) -> bool:
    """Whether a cell holds a bare number: that names nothing and is no unit."""
    return _NUMBER.fullmatch(cell.strip()) is not None


def is_empty(cell: str) -> bool:
    """Whether a cell says that there is no figure."""
    return _EMPTY.fullmatch(cell.strip()) is not None


def is_unit(cell: str) -> bool:
    """Whether a cell names a unit of measurement: 万箱次, %, 微克/立方米; no figure, and no name of an indicator."""
    cell = cell.strip()
    return not re.search(r"\d", cell) and (len(cell) <= SHORT_UNIT or "/" in cell or cell.isascii() or is_measure(cell))


def is_measure(words: str) -> bool:
    """Whether `words` are a measure and nothing besides: 公里, %, 万标箱."""
    figure = next(iter(figures_in("1" + words)), None)
    return figure is not None and figure.start == 0 and (figure.end >= len(words) or len(words) <= SHORT_UNIT)


def align(headings: Sequence[str], cells: Sequence[str]) -> Alignment:
    """The rows below `headings` in `cells`: the greatest number of them, and of those only what every such reading has."""
    width = len(headings)
    fits = [
        _fits(headings, cells[start : start + width], cells[start + width : start + width + 1]) for start in range(len(cells) - width + 1)
    ]
    before = _readings(fits, len(cells), width)
    after = _readings(fits[::-1], len(cells), width)[::-1]
    rows, ways = before[-1]
    certain = (
        start
        for start, fit in enumerate(fits)
        if fit and before[start][0] + 1 + after[start + width][0] == rows and before[start][1] * after[start + width][1] == ways
    )
    return Alignment(tuple(certain), width)


def _readings(fits: Sequence[bool], lines: int, width: int) -> list[tuple[int, int]]:
    """For every number of lines read: the most rows they can be, and in how many ways."""
    found = [(0, 1)]
    for end in range(1, lines + 1):
        rows, ways = found[-1]
        if end >= width and fits[end - width]:
            with_row = (found[end - width][0] + 1, found[end - width][1])
            if with_row[0] > rows:
                rows, ways = with_row
            elif with_row[0] == rows:
                ways += with_row[1]
        found.append((rows, ways))
    return found


def _fits(headings: Sequence[str], cells: Sequence[str], following: Sequence[str]) -> bool:
    """Whether `cells` are a row; a number right behind its last figure may be the last one of the row."""
    if is_value_heading(headings[-1]) and any(map(is_number, following)):
        return False
    figures = [cell for heading, cell in zip(headings, cells, strict=True) if is_value_heading(heading)]
    return any(is_value(cell) for cell in figures) and all(map(may_stand_below, headings, cells))


def may_stand_below(heading: str, cell: str) -> bool:
    """Whether `cell` may stand below `heading`: figures below years, times below times, units below units, words below the rest."""
    numbering = numbering_of(cell)
    if numbering and numbering.level <= 2:
        return False
    if UNIT_HEADING.fullmatch(heading):
        return is_empty(cell) or is_unit(cell)
    if _TIME_HEADING.search(heading):
        return is_empty(cell) or (_MONTH.search(cell) is not None and (not is_number(cell) or _YEAR.match(cell) is not None))
    if is_value_heading(heading):
        return is_value(cell) or is_empty(cell)
    if _BODY_HEADING.search(heading):
        return is_empty(cell) or _BODY.search(cell) is not None
    return not is_number(cell)


def places(headings: Sequence[str], cells: Sequence[str]) -> tuple[int | None, ...]:
    """For each heading the one of fewer `cells` that stands below it in every way in which all fit; None where there is none or no certainty."""
    missing = len(headings) - len(cells)
    if missing == 1 and _REMARK.search(headings[-1]) and all(map(may_stand_below, headings, cells)):
        return (*range(len(cells)), None)
    if missing > MAX_MISSING:
        return (None,) * len(headings)
    ways = []
    for columns in combinations(range(len(headings)), len(cells)):
        if all(may_stand_below(headings[column], cell) for column, cell in zip(columns, cells, strict=True)):
            ways.append({column: number for number, column in enumerate(columns)})
    return tuple(ways[0].get(column) if ways and len({way.get(column) for way in ways}) == 1 else None for column in range(len(headings)))
