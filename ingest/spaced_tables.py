"""Tables drawn with nothing but spaces: cells that start in the same columns of the page, as in the annexes of old text files."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.printed_paragraphs import MAX_PARAGRAPH
from ingest.table_markup import MarkedCell, MarkedRow, MarkedTable

_CELL = re.compile(r"[^\s|｜](?:[^\S\t]?[^\s|｜])*")
"""Characters that no more than one space parts."""
_GAP = re.compile(r"(?:[^\S\t\n]|\u3000){2,}")
MIN_COLUMNS, MIN_ROWS = 3, 3
"""Columns, and rows with the heading, below which lines set with spaces are a signature or a list of names."""
MAX_HEADING = 14
"""The longest column heading in characters."""
SHIFT = 2
"""Columns of the page (a Chinese character takes two) that a cell may be off its heading."""


@dataclass(frozen=True, slots=True)
class _Line:
    """`cells` are the places in the text of what a line holds, `columns` where on the page each starts."""

    start: int
    end: int
    cells: tuple[tuple[int, int], ...]
    columns: tuple[int, ...]


def spaced_tables(text: str) -> Iterator[MarkedTable]:
    """Every table of `text` whose cells stand below their headings."""
    if not _GAP.search(text):
        return
    lines = list(_lines(text))
    index = 0
    while index < len(lines):
        rows = _rows(text, lines, index)
        if rows:
            yield MarkedTable(lines[index].start, lines[index + len(rows) - 1].end, rows)
        index += len(rows) or 1


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer(r"^.*$", text, re.MULTILINE):
        is_set = len(match[0]) <= MAX_PARAGRAPH and _GAP.search(match[0])
        cells = tuple(cell.span() for cell in _CELL.finditer(text, *match.span())) if is_set else ()
        yield _Line(match.start(), match.end(), cells, tuple(_width(text[match.start() : start]) for start, _ in cells))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _rows(text: str, lines: Sequence[_Line], index: int) -> tuple[MarkedRow, ...]:
    """The rows of the table that lines[index] heads; none where it heads none."""
    head = lines[index]
    headings = [text[start:end] for start, end in head.cells]
    if len(headings) < MIN_COLUMNS or any(len(heading) > MAX_HEADING or re.search(r"[\d：:。，；]", heading) for heading in headings):
        return ()
    rows = [_row(head, head)]
    for line in lines[index + 1 :]:
        row = _row(line, head)
        if row is None:
            break
        rows.append(row)
    body = (text[start:end] for line in lines[index + 1 : index + len(rows)] for start, end in line.cells)
    says_something = any(len(cell) > 4 or cell[0].isdigit() for cell in body)
    return tuple(row for row in rows if row) if len(rows) >= MIN_ROWS and says_something else ()


def _row(line: _Line, head: _Line) -> MarkedRow | None:
    """The cells of `line` below the headings of `head`; None where one stands below none, or where there are not two."""
    cells: list[MarkedCell | None] = [None] * len(head.columns)
    for (start, end), column in zip(line.cells, line.columns, strict=True):
        below = next((number for number, heading in enumerate(head.columns) if abs(heading - column) <= SHIFT), None)
        if below is None or cells[below] is not None:
            return None
        cells[below] = MarkedCell(start, end)
    return MarkedRow(tuple(cells)) if cells[0] is not None and len(line.cells) > 1 else None
