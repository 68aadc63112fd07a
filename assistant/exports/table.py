"""A table as it goes into a file."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, one cell a heading; `name` is what the sheet and the file are called."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
