"""Indicators: the targets that tables state, one for every row and column of values."""

import re
from collections.abc import Iterator

from corpus.language.figures import Figure, figures_in
from corpus.language.titles import period_of
from corpus.language.years import year_mentions
from corpus.model.document import Block, Document, Row, section_at
from corpus.model.facts import Target
from corpus.model.span import Span
from ingest.facts.scenarios import column_headings

_INDICATOR = re.compile(r"指标")
_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_NAMED_THING = re.compile(r"(?<!指标)名称|^(?:场景|项目|任务|工程)")
_REACHED = re.compile(r"实际|现状|完成|基期|基础|现值")
_VALUE_HEADING = re.compile(r"目标|值")
_VALUE = re.compile(r"\s*(?P<total>[\[［【〔]?)\s*(?P<value>[≥≤<>约]?\s*\d[^\]］】〕]*)[\]］】〕]?\s*")
"""A value; one in square brackets is the total of the years, as the notes below such tables say."""
_NAME_UNIT = re.compile(r"\s*[（(](?P<unit>[^（）()]{1,8})[）)]\s*$")
_RATIO = re.compile(r"[\u4e00-\u9fff]{1,3}/[\d\u4e00-\u9fff]{1,8}")
_CUMULATIVE = re.compile(r"累计")


def indicators(document: Document, block: Block) -> Iterator[Target]:
    """One target a row and value column of an indicator table; the year stands in the column's heading or is the period's last."""
    headings = column_headings(document, block)
    subject = next((i for i, heading in enumerate(headings) if _INDICATOR.search(heading)), None)
    if subject is None or any(_NAMED_THING.search(heading) for heading in headings):
        return
    unit_column = next((i for i, heading in enumerate(headings) if _UNIT_COLUMN.search(heading)), None)
    for row in block.rows:
        if row.header or subject >= len(row.cells):
            continue
        name, unit = _name_and_unit(row.cells[subject].of(document.text))
        if unit_column is not None and unit_column < len(row.cells):
            unit = row.cells[unit_column].of(document.text)
        for column, heading in enumerate(headings[: len(row.cells)]):
            value = _VALUE.fullmatch(row.cells[column].of(document.text))
            if column > subject and value and (year_mentions(heading) or _VALUE_HEADING.search(heading)):
                yield _target(document, block, row, (subject, column), name, unit, value)


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
    printed = value["value"].strip()
    figure: Figure | None = next(iter(figures_in(printed if printed.endswith(unit) else printed + unit)), None)
    return Target(
        document.id,
        Span(row.cells[subject].start, row.cells[column].end),
        section.ordinal if section else None,
        section.path if section else (),
        name + (printed if printed.endswith(unit) else printed + unit),
        name,
        figure.value if figure else printed,
        figure.amount if figure else None,
        figure.amount_to if figure else None,
        figure.unit if figure else unit or None,
        figure.comparator if figure else "equal",
        years[0].last if years else period[1] if period else None,
        None,
        not _REACHED.search(heading) and ("目标" in heading or not any("目标" in other for other in headings)),
        bool(value["total"] or _CUMULATIVE.search(name)),
        block.rows[0].cells[column],
    )
