"""Indicators: the targets that tables state, one for every row and column of values."""

import re
from collections.abc import Iterator, Sequence

from corpus.language.figures import BOUND, Figure, figures_in
from corpus.language.titles import period_of
from corpus.language.years import year_mentions
from corpus.model.document import Block, Document, Row, section_at
from corpus.model.facts import Target
from corpus.model.span import Span
from ingest.facts.scenarios import column_headings
from ingest.row_alignment import is_empty, is_measure, is_number, is_unit, is_value

_INDICATOR = re.compile(r"指标")
_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_NAMED_THING = re.compile(r"(?<!指标)名称|^(?:场景|项目|任务|工程)")
_REACHED = re.compile(r"实际|现状|完成|基期|基础|现值")
_VALUE_HEADING = re.compile(r"目标|值")
_KIND = re.compile(r"类别|类型|一级指标$")
_NAMING = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{2}")
_WORDS_ONLY = re.compile(r"单位|属性|性质|类[型别]$|部门")
_VALUE = re.compile(rf"\s*(?P<total>[\[［【〔]?)\s*(?P<value>(?:{BOUND}|约)?\s*\d[^\]］】〕]*)[\]］】〕]?\s*")
"""A value; one in square brackets is the total of the years, as the notes below such tables say."""
_BOUND_BEHIND = re.compile(r"(?<=[\d%％])(?:及?以[上下内]|左右)$")
_NAME_UNIT = re.compile(r"\s*[（(](?P<unit>[^（）()]{1,8})[）)]\s*$")
_RATIO = re.compile(r"[\u4e00-\u9fff]{1,3}/[\d\u4e00-\u9fff]{1,8}")
_CUMULATIVE = re.compile(r"累计")


def indicators(document: Document, block: Block) -> Iterator[Target]:
    """One target a row and value column of an indicator table; the year stands in the column's heading or is the period's last."""
    headings = column_headings(document, block)
    subject = next((i for i, heading in enumerate(headings) if _INDICATOR.search(heading) and not _KIND.search(heading)), None)
    if subject is None or any(_NAMED_THING.search(heading) for heading in headings):
        return
    columns = [column for column in _value_columns(headings) if column > subject]
    for row in block.rows:
        cells = [cell.of(document.text) for cell in row.cells]
        if row.header or not _fits(headings, subject, cells):
            continue
        name, unit = _name_and_unit(cells[subject])
        for column in (column for column in columns if column < len(cells)):
            value = _VALUE.fullmatch(cells[column])
            if value:
                yield _target(document, block, row, (subject, column), name, _unit(headings, cells, column) or unit, value)


def _value_columns(headings: tuple[str, ...]) -> Sequence[int]:
    """The columns that hold values, each of a year of its own or headed so that it can be told from the others."""
    found = [i for i, heading in enumerate(headings) if year_mentions(heading) or _VALUE_HEADING.search(heading)]
    return [i for i in found if headings.count(headings[i]) == 1]


def _fits(headings: tuple[str, ...], subject: int, cells: Sequence[str]) -> bool:
    """Whether every cell of a row may stand below its heading: a figure below 单位, or a word below a year of a row that lacks a cell, says that cells are shifted."""
    if subject >= len(cells) or not _NAMING.search(cells[subject]) or is_measure(cells[subject]) or any(cells[len(headings) :]):
        return False
    pairs = list(zip(headings, cells, strict=False))
    if any(_UNIT_COLUMN.search(heading) and not (is_empty(cell) or is_unit(cell)) for heading, cell in pairs):
        return False
    if any(_WORDS_ONLY.search(heading) and is_number(cell) for heading, cell in pairs):
        return False
    if len(cells) >= len(headings):
        return True
    words = (cell for heading, cell in pairs if year_mentions(heading) and cell.strip() and not is_value(cell) and not is_empty(cell))
    return not any(words) and not set(_value_columns(headings)) & set(range(len(cells), len(headings)))


def _unit(headings: tuple[str, ...], cells: Sequence[str], column: int) -> str:
    """The unit of a value: from the column of units, else from behind the heading of its own column (投资（万元）)."""
    units = [cell for heading, cell in zip(headings, cells, strict=False) if _UNIT_COLUMN.search(heading)]
    return units[0].strip() if units else _name_and_unit(headings[column])[1]


def _name_and_unit(name: str) -> tuple[str, str]:
    """An indicator's name and the unit that may stand in brackets behind it: 航道里程（公里）."""
    match = _NAME_UNIT.search(name)
    if match and (_is_measure(match["unit"]) or _RATIO.fullmatch(match["unit"])):
        return name[: match.start()], match["unit"]
    return name, ""


def _is_measure(words: str) -> bool:
    """Whether `words` measure: 公里, %, 万标箱, but not PM2.5."""
    one = "1" + words
    figure = next(iter(figures_in(one)), None)
    return figure is not None and re.fullmatch(r"[\u4e00-\u9fff/]*", one[figure.end :]) is not None


def _target(document: Document, block: Block, row: Row, columns: tuple[int, int], name: str, unit: str, value: re.Match[str]) -> Target:
    subject, column = columns
    headings = column_headings(document, block)
    heading = headings[column]
    section = section_at(document.sections, block.span.start)
    period = document.metadata.period or period_of(document.title)
    years = year_mentions(heading)
    printed = _with_unit(value["value"].strip(), unit)
    figure: Figure | None = next(iter(figures_in(printed)), None)
    return Target(
        document.id,
        Span(row.cells[subject].start, row.cells[column].end),
        section.ordinal if section else None,
        section.path if section else (),
        name + printed,
        name,
        figure.value if figure else value["value"].strip(),
        figure.amount if figure else None,
        figure.amount_to if figure else None,
        figure.unit if figure else unit or None,
        figure.comparator if figure else "equal",
        years[0].last if years else _last_year(headings, column, period),
        None,
        not _REACHED.search(heading) and ("目标" in heading or not any("目标" in other for other in headings)),
        bool(value["total"] or _CUMULATIVE.search(name)),
        block.rows[0].cells[column],
    )


def _with_unit(value: str, unit: str) -> str:
    """The value with its unit before what bounds it from behind: 40以上 and 座 are 40座以上."""
    number, bound = (value[: match.start()], match[0]) if (match := _BOUND_BEHIND.search(value)) else (value, "")
    return value if number.endswith(unit) else number + unit + bound


def _last_year(headings: tuple[str, ...], column: int, period: tuple[int, int] | None) -> int | None:
    """The year of a column that names none: the last of the period, where the column says a goal and is the only one that could be meant."""
    others = (
        heading for i, heading in enumerate(headings) if i != column and _VALUE_HEADING.search(heading) and not _REACHED.search(heading)
    )
    return period[1] if period and not _REACHED.search(headings[column]) and not any(others) else None
