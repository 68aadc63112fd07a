"""Tables written as HTML inside a text, as converters of scans and PDF files set them."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise

_TAG = re.compile(r"<(/?)table\b[^<>]*>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[rdh]\s*>", re.IGNORECASE)
MAX_COLUMNS, MAX_ROWS = 64, 1000
"""Columns and rows that one cell spans at the most; more is a mistake of the converter."""


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """What stands in one cell: source[start:end], markup included, over so many `columns` and `rows`."""

    start: int
    end: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """One cell a column, None where a cell on the left goes on; `continued` are the columns in which the cell above goes on."""

    cells: tuple[MarkedCell | None, ...]
    continued: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """The table at source[start:end]; `caption` is where its <caption> stands."""

    start: int
    end: int
    rows: tuple[MarkedRow, ...]
    caption: tuple[int, int] | None = None


def marked_tables(text: str) -> Iterator[MarkedTable]:
    """Every table of `text` that has a row with words, in order; a table inside a cell is part of the cell."""
    position = 0
    for opening, end in _places(text):
        if opening < position:
            continue
        position = end
        parser = _TableParser(text[opening : max(end, opening)], opening)
        rows = tuple(_rows(parser.rows))
        if rows:
            yield MarkedTable(opening, end, rows, parser.caption)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where each table opens and where it is closed; one that never is ends with its last cell before the next table."""
    closed: dict[int, int] = {}
    openings: list[int] = []
    still_open: list[int] = []
    for match in _TAG.finditer(text):
        if not match[1]:
            openings.append(match.start())
            still_open.append(match.start())
        elif still_open:
            closed[still_open.pop()] = match.end()
    for start, following in pairwise([*openings, len(text)]):
        if start in closed:
            yield start, closed[start]
        else:
            cells = [match.end() for match in _CELL_END.finditer(text, start, following)]
            yield start, cells[-1] if cells else start + len("<table")


class _TableParser(HTMLParser):
    """The cells of one table in rows, by their places in the text that it stands in from `offset`."""

    def __init__(self, markup: str, offset: int) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[MarkedCell]] = []
        self.caption: tuple[int, int] | None = None
        self._offset = offset
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", markup))]
        self._depth = 0
        self._opened: tuple[int, int, int] | None = None
        self._caption_start: int | None = None
        self.feed(markup)
        self.close()
        self._close_cell(offset + len(markup))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag == "table"
        if self._depth != 1 or tag not in ("tr", "td", "th", "caption"):
            return
        self._close_cell(self._position())
        inside = self._position() + len(self.get_starttag_text() or "")
        if tag == "caption":
            self._caption_start = inside
        elif tag == "tr" or not self.rows:
            self.rows.append([])
        if tag in ("td", "th"):
            spans = dict(attrs)
            self._opened = (inside, _span_of(spans.get("colspan"), MAX_COLUMNS), _span_of(spans.get("rowspan"), MAX_ROWS))

    def handle_endtag(self, tag: str) -> None:
        if self._depth == 1 and tag in ("td", "th", "tr", "table"):
            self._close_cell(self._position())
        if tag == "caption" and self._caption_start is not None:
            self.caption = (self._caption_start, self._position())
        self._depth -= tag == "table"

    def _position(self) -> int:
        line, column = self.getpos()
        return self._offset + self._line_starts[line - 1] + column

    def _close_cell(self, end: int) -> None:
        if self._opened is not None:
            start, columns, rows = self._opened
            self.rows[-1].append(MarkedCell(start, end, columns, rows))
            self._opened = None


def _span_of(value: str | None, most: int) -> int:
    return min(max(int(value), 1), most) if value and value.strip().isdecimal() else 1


def _rows(rows: Sequence[Sequence[MarkedCell]]) -> Iterator[MarkedRow]:
    """Each row with a cell or its continuation for every column it takes."""
    open_rows: dict[int, int] = {}
    for row in (row for row in rows if row):
        cells: list[MarkedCell | None] = []
        continued: list[int] = []
        waiting = deque(row)
        while waiting or any(column >= len(cells) for column in open_rows):
            column = len(cells)
            if column in open_rows:
                continued.append(column)
                cells.append(None)
            elif waiting:
                cell = waiting.popleft()
                cells.extend((cell, *(None for _ in range(cell.columns - 1))))
                open_rows.update({column + number: cell.rows for number in range(cell.columns) if cell.rows > 1})
            else:
                cells.append(None)
        open_rows = {column: left - 1 for column, left in open_rows.items() if left > 1}
        yield MarkedRow(tuple(cells), tuple(continued))
