"""A table as HTML in a text, from the cells that Word or a web page tells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.table_markup import MAX_COLUMNS, MAX_ROWS

MAX_WIDTH = 256
"""Columns of a table up to which cells may span several; a table that is wider was not made for readers."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The `lines` of one cell, over so many `columns` and `rows`."""

    lines: tuple[str, ...]
    columns: int = 1
    rows: int = 1


Rows = Sequence[Sequence[Cell]]


def even_rows(rows: Rows) -> tuple[tuple[Cell, ...], ...]:
    """`rows` without those in which no cell begins, and with spans that end where the table does."""
    placed = list(_placed(rows))
    kept = [bool(row) for row in placed]
    return tuple(
        tuple(replace(cell, rows=max(1, sum(kept[index : index + cell.rows]))) for cell in row) for index, row in enumerate(placed) if row
    )


def width_of(rows: Rows) -> int:
    """How many columns the widest row takes by its own cells."""
    return max((sum(cell.columns for cell in row) for row in rows), default=0)


def table_markup(rows: Rows) -> str:
    """`rows` as an HTML table, a row a line; the lines of a cell are parted by <br>."""
    return "<table>\n" + "\n".join("<tr>" + "".join(map(_cell_markup, row)) + "</tr>" for row in rows) + "\n</table>"


def _cell_markup(cell: Cell) -> str:
    spans = "".join(f' {name}="{count}"' for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1)
    return f"<td{spans}>{'<br>'.join(cell.lines)}</td>"


def _placed(rows: Rows) -> list[list[Cell]]:
    """Each row with spans that can be: a cell beyond MAX_WIDTH takes one place."""
    placed: list[list[Cell]] = []
    for index, row in enumerate(rows):
        column = 0
        cells: list[Cell] = []
        for cell in row:
            columns = min(max(cell.columns, 1), MAX_COLUMNS) if column < MAX_WIDTH else 1
            height = min(max(cell.rows, 1), MAX_ROWS, len(rows) - index) if column < MAX_WIDTH else 1
            cells.append(Cell(cell.lines, columns, height))
            column += columns
        placed.append(cells)
    return placed
