"""Tables: rows printed with separators, and tables that an export printed one cell a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.language.numbering import numbering_of
from corpus.model.document import Row
from corpus.model.span import Span
from ingest.canonical import PlacedLine
from ingest.numbered_tables import numbered_rows
from ingest.stacked_tables import StackedRows, is_caption, stacked_rows

_COLUMN_HEADING = re.compile(
    r"序号|类别|类型|指标|名称|单位|部门|领域|依据|内容|描述|周期|期限|时限|时间|进展|进度|现状|目标|目标值|属性|备注|说明|措施|举措|任务|职责|"
    r"来源|数据|投资|资金|年限|责任人|联系|建议|年份|数量|金额|标准|比例|编号|项目|方式|模式|要求|产出|成果|地点|区域|条款|事项|额度|状态|实事|(?:19|20)\d{2}年?"
)
_SUM = re.compile(r"[合总小共]\s*计")
_PART_OF_YEAR = re.compile(r"[上下全][半]?年|季度|月")
MAX_COLUMNS = 16
MAX_HEADERS = 3
"""Rows that the heading of a table takes at the most."""
MERGED_FILLED = 2
"""Cells that a row must fill beside those that it leaves to the row above; a single one is a remark or the rest of a cut cell."""
MAX_HEADING = 14
"""The longest column heading seen in the corpora, with room; longer lines are text."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one table, the header first where it has one; `lines` is how many lines it takes."""

    rows: tuple[Row, ...]
    lines: int

    @property
    def span(self) -> Span:
        """From the first row's start to the last row's end."""
        return Span(self.rows[0].span.start, max(row.span.end for row in self.rows))


def read_table(lines: Sequence[PlacedLine], index: int) -> Table | None:
    """The table that starts at lines[index]; None when none starts there."""
    if lines[index].line.is_row:
        return _separated_table(lines, index)
    headings = _heading_run(lines, index)
    if len(headings) < 3 or is_caption(headings[0].text.strip(), headings[1].text.strip()):
        return None
    numbered = any(line.text.strip() == "序号" for line in headings)
    found = numbered_rows(headings, lines[index + len(headings) :]) if numbered else _valued_rows(lines, index, headings)
    return Table(found.rows, found.lines) if found else None


def is_column_heading(text: str) -> bool:
    """Whether a cell reads like the heading of a column; 重点项目表 is the name of a table."""
    text = text.strip()
    return 0 < len(text) <= MAX_HEADING and not re.search(r"[。，；：]|表$|清单$", text) and _COLUMN_HEADING.search(text) is not None


def _separated_table(lines: Sequence[PlacedLine], index: int) -> Table:
    end = index + 1
    while end < len(lines) and lines[end].line.is_row and not (lines[end].line.opens and _heads(lines[end])):
        end += 1
    rows: list[Row] = []
    for position, line in enumerate(lines[index:end]):
        continued = {*line.line.continued, *_left_open(line, rows)}
        cells = tuple(
            rows[-1].cells[column] if column in continued and rows and column < len(rows[-1].cells) else cell
            for column, cell in enumerate(line.cells)
        )
        heads_on = line.line.continued or (position == 1 and _heads_on(lines[index], line))
        if rows and rows[-1].header and heads_on and position < MAX_HEADERS:
            rows[-1] = Row(Span(rows[-1].span.start, line.span.end), _innermost(rows[-1].cells, cells), header=True)
        else:
            rows.append(Row(line.span, cells, header=position == 0 and _heads(line)))
    return Table(tuple(rows), end - index)


def _left_open(line: PlacedLine, above: Sequence[Row]) -> Sequence[int]:
    """The columns at the start of a row that are empty because the cell above goes on: its number, its kind, printed once for several rows."""
    filled = [column for column, cell in enumerate(line.cells) if len(cell)]
    if len(filled) < MERGED_FILLED or not above or above[-1].header or _SUM.search(line.line.cells[filled[0]].text):
        return ()
    return range(filled[0])


def _heads(line: PlacedLine) -> bool:
    """Whether a row reads like the headings of columns; a heading over several columns leaves cells empty."""
    headings = sum(is_column_heading(cell.text) for cell in line.line.cells)
    filled = sum(bool(cell.text) for cell in line.line.cells)
    return headings * 2 > (len(line.line.cells) if filled < 2 else filled)


def _heads_on(above: PlacedLine, below: PlacedLine) -> bool:
    """Whether the second row parts the headings of the first one: below 目标值 and the empty cells behind it stand 2025年, 2026年, 2027年."""
    upper = [cell.text.strip() for cell in above.line.cells]
    filled = [(column, cell.text.strip()) for column, cell in enumerate(below.line.cells) if cell.text.strip()]
    parted = {column for empty in range(1, len(upper)) if not upper[empty] for column in (empty - 1, empty)}
    return len(filled) > 1 and all(column in parted and (is_column_heading(text) or _PART_OF_YEAR.search(text)) for column, text in filled)


def _innermost(above: Sequence[Span], below: Sequence[Span]) -> tuple[Span, ...]:
    """The headings of columns that two rows head: the lower one where it says something."""
    return tuple(lower if len(lower) else upper for upper, lower in zip(above, below, strict=False))


def _heading_run(lines: Sequence[PlacedLine], index: int) -> Sequence[PlacedLine]:
    """The headings printed one below the other from lines[index]; of a numbered table, all up to its first record."""
    end = index
    while end < len(lines) and not lines[end].line.is_row and not lines[end].line.hashes and is_column_heading(lines[end].text):
        end += 1
    if any(line.text.strip() == "序号" for line in lines[index : min(end, index + 2)]):
        first = next((i for i in range(end, min(index + MAX_COLUMNS, len(lines))) if lines[i].text.strip() == "1"), None)
        while first is not None and end < first and _may_be_heading(lines[end].text):
            end += 1
    return lines[index:end]


def _may_be_heading(text: str) -> bool:
    """A short line before the first record that does not group records: 总投资（亿元）, but not 数字产业类."""
    return len(text) <= MAX_HEADING and not numbering_of(text) and not re.search(r"[，。；：]|类$|领域$", text)


def _valued_rows(lines: Sequence[PlacedLine], index: int, headings: Sequence[PlacedLine]) -> StackedRows | None:
    """Rows without numbers. Headings may not have been known for such: the run is longer where all lines are cells then."""
    counts = range(len(headings), min(len(headings) + 3, len(lines) - index))
    found = [stacked_rows(lines[index : index + count], lines[index + count :]) for count in counts]
    return next((rows for rows in found if rows and rows.whole), found[0] if found else None)
