"""A table as an Excel workbook of one sheet: the only place that uses XlsxWriter."""

import io
import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.exports.table import Cell, Table
from corpus.errors import AssistantError

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 1_048_575
"""Rows that a sheet holds below its headings."""
LONGEST_TEXT = 32_767
"""UTF-16 units that a cell holds; Excel refuses a workbook with a longer one."""
_NARROWEST, _WIDEST, _SAMPLE = 8, 60, 200
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


class TooManyRowsError(AssistantError):
    """A table has more rows than a sheet holds."""

    code = "too_many_rows"
    status = 422


def xlsx_file(table: Table) -> bytes:
    """`table` with its headings frozen and filters on them; numbers are numbers, and no text is taken for a formula or a link.

    A text over LONGEST_TEXT is cut and ends with "…". Raises TooManyRowsError.
    """
    from xlsxwriter import Workbook

    if len(table.rows) > MOST_ROWS:
        raise TooManyRowsError(
            f"A workbook holds {MOST_ROWS} rows, and these are {len(table.rows)}: narrow the filter, or take format=csv."
        )
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(_NOT_IN_A_NAME.sub(" ", table.name)[:31])
        bold = workbook.add_format({"bold": True, "bottom": 1})
        top = workbook.add_format({"valign": "top"})
        for column, heading in enumerate(table.headings):
            sheet.set_column(column, column, _width(heading, [row[column] for row in table.rows[:_SAMPLE]]), top)
            sheet.write_string(0, column, _fitting(heading), bold)
        for number, row in enumerate(table.rows, start=1):
            _write_row(sheet, number, row)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), max(len(table.headings) - 1, 0))
    return written.getvalue()


def _write_row(sheet: "Worksheet", number: int, row: Sequence[Cell]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, bool):
            sheet.write_boolean(number, column, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(number, column, cell)
        elif cell:
            sheet.write_string(number, column, _fitting(cell))


def _fitting(text: str) -> str:
    if len(text.encode("utf-16-le")) <= 2 * LONGEST_TEXT:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", "ignore") + "…"


def _width(heading: str, cells: Sequence[Cell]) -> int:
    """Columns of text that show most cells whole, in characters of a Latin letter; a heading leaves room for the filter's button."""
    widest = max((_breadth(str(cell)) for cell in cells if cell is not None), default=0)
    return min(max(widest + 1, _breadth(heading) + 3, _NARROWEST), _WIDEST)


def _breadth(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text[:_WIDEST])
