"""A table as CSV that a spreadsheet program opens without a dialogue and without running anything in it."""

import csv
import io
import re

from assistant.exports.table import Cell, Table

MEDIA_TYPE = "text/csv; charset=utf-8"
_RUNS = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")


def csv_file(table: Table) -> bytes:
    """`table` in UTF-8 with a byte order mark, lines ended by CR LF.

    A text that a spreadsheet program could take for a formula has an apostrophe before it; numbers are left as they are.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([_harmless(heading) for heading in table.headings])
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> str | int | float | None:
    if isinstance(cell, bool):
        return str(cell).upper()
    return f"'{cell}" if isinstance(cell, str) and _RUNS.match(cell) else cell
