"""Tables: rows printed with separators, and tables that an export printed one cell a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.language.numbering import numbering_of
from corpus.model.document import Row
from corpus.model.span import Span
from ingest.canonical import PlacedLine

_COLUMN_HEADING = re.compile(
    r"序号|类别|类型|指标|名称|单位|部门|领域|依据|内容|描述|周期|期限|时限|时间|进展|进度|现状|目标|目标值|属性|备注|说明|措施|举措|任务|职责|"
    r"来源|数据|投资|资金|年限|责任人|联系|建议|年份|数量|金额|标准|比例|编号|项目|方式|模式|要求|产出|成果|地点|区域|条款|事项|额度|状态|实事|(?:19|20)\d{2}年?"
)
_VALUE = re.compile(r"[≥≤<>＞＜约超]?\s*\d[\d.,，]*\s*(?:[-—~至]\s*\d[\d.,]*)?\s*[%％‰\u4e00-\u9fffA-Za-z/]{0,8}")
_VALUE_HEADING = re.compile(r"目标|数量|金额|比例|现状|(?:19|20)\d{2}年?|[^单]值$")
_SUM = re.compile(r"[合总小共]\s*计")
_ITEM = re.compile(r"\d{1,2}[、.．)）]")
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
    if len(headings) < 3:
        return None
    if any(line.text.strip() == "序号" for line in headings):
        return _numbered_table(lines, index, headings)
    return _valued_table(lines, index, headings)


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
        if rows and rows[-1].header and line.line.continued and position < MAX_HEADERS:
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


def _header_row(headings: Sequence[PlacedLine]) -> Row:
    return Row(Span(headings[0].span.start, headings[-1].span.end), tuple(line.span for line in headings), header=True)


def _numbered_table(lines: Sequence[PlacedLine], index: int, headings: Sequence[PlacedLine]) -> Table | None:
    """Records start at a line that is the next number; a category printed once stands before the number of its first record."""
    names = [line.text.strip() for line in headings]
    columns = len(names) - names.index("序号") - 1
    has_category = names.index("序号") == 1
    starts = _record_starts(lines, index + len(headings), columns)
    if not starts or columns < 1:
        return None
    category = lines[starts[0] - 1].span if starts[0] > index + len(headings) else None
    ending = lines[starts[0] - 1].text[-1:] if category else ""
    rows = [_header_row(headings)]
    for start, following in zip(starts, [*starts[1:], _record_end(lines, starts[-1], columns)], strict=True):
        record = list(lines[start + 1 : following])
        if following in starts and record and _ends_table(record[-1]):
            record.pop()
        next_category = None
        if (
            category
            and following in starts
            and len(record) > columns
            and record[-1].text.endswith(ending)
            and len(record[-1].text) <= MAX_HEADING
        ):
            next_category = record.pop().span
        cells = _fill_columns(record, columns)
        leading = (category or Span(lines[start].span.start, lines[start].span.start),) if has_category else ()
        rows.append(Row(Span(lines[start].span.start, cells[-1].end), (*leading, lines[start].span, *cells)))
        category = next_category or category
    return Table(tuple(rows), _record_end(lines, starts[-1], columns) - index)


def _record_starts(lines: Sequence[PlacedLine], position: int, columns: int) -> list[int]:
    starts: list[int] = []
    while position < len(lines) and not _ends_table(lines[position], following=_text(lines, position + 1) == str(len(starts) + 1)):
        if lines[position].text.strip() == str(len(starts) + 1):
            starts.append(position)
            position += columns
        position += 1
        if starts and position - starts[-1] > 12 * (columns + 1):
            break
        if not starts and position > 0 and len(starts) == 0 and lines[position - 1].text.endswith("。"):
            return []
    return starts


def _text(lines: Sequence[PlacedLine], position: int) -> str:
    return lines[position].text.strip() if position < len(lines) else ""


def _ends_table(line: PlacedLine, *, following: bool = False) -> bool:
    """Whether no table goes on at `line`; a short numbered line right before the next record groups the records after it."""
    numbering = numbering_of(line.text)
    groups = following and len(line.text) <= MAX_HEADING
    return bool(line.line.hashes or line.line.is_row or (numbering and numbering.level <= 2 and not groups))


def _record_end(lines: Sequence[PlacedLine], start: int, columns: int) -> int:
    """Where the last record ends: after its columns, and the further lines of a cell that is itself a numbered list."""
    end = min(start + 1 + columns, len(lines))
    items = sum(bool(_ITEM.match(line.text)) for line in lines[start + 1 : end])
    while items and end < len(lines) and not _ends_table(lines[end]) and end - start <= 12 * columns:
        end += 1
    return end


def _fill_columns(record: Sequence[PlacedLine], columns: int) -> tuple[Span, ...]:
    """One span a column; where there are more lines than columns, a run of list items is one cell, else the longest run of lines."""
    if len(record) <= columns:
        spans = [line.span for line in record]
        last = spans[-1].end if spans else 0
        return (*spans, *(Span(last, last) for _ in range(columns - len(record))))
    extra = len(record) - columns
    runs = [record[column : column + extra + 1] for column in range(columns)]
    longest = max(range(columns), key=lambda i: (all(_ITEM.match(line.text) for line in runs[i]), sum(len(line.text) for line in runs[i])))
    spans = [line.span for line in record[:longest]]
    spans.append(Span(record[longest].span.start, record[longest + extra].span.end))
    spans.extend(line.span for line in record[longest + extra + 1 :])
    return tuple(spans)


def _valued_table(lines: Sequence[PlacedLine], index: int, headings: Sequence[PlacedLine]) -> Table | None:
    """Rows without numbers: each is found by its value, counted from the column that holds one."""
    names = [line.text.strip() for line in headings]
    has_category = bool(re.search(r"类别|类型|领域", names[0]))
    columns = len(names) - has_category
    value = next((i - has_category for i, name in enumerate(names) if i >= has_category and _VALUE_HEADING.search(name)), None)
    if value is None:
        return None
    rows = [_header_row(headings)]
    taken = index + len(headings)
    category: Span | None = None
    for start in _valued_rows(lines, taken, value, columns):
        if start - taken > (1 if has_category else 0):
            break
        category = lines[taken].span if start > taken else category
        cells = tuple(line.span for line in lines[start : start + columns])
        leading = (category or Span(cells[0].start, cells[0].start),) if has_category else ()
        rows.append(Row(Span(cells[0].start, cells[-1].end), (*leading, *cells)))
        taken = start + columns
    return Table(tuple(rows), taken - index) if len(rows) > 2 else None


def _valued_rows(lines: Sequence[PlacedLine], position: int, value: int, columns: int) -> Iterator[int]:
    while position < len(lines) and not _ends_table(lines[position]):
        start = position - value
        if _VALUE.fullmatch(lines[position].text.strip()) and start + columns <= len(lines):
            yield start
            position = start + columns + value
        else:
            position += 1
