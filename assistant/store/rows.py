"""All rows of app.db as lines of JSON, table by table, and back: into the same kind of database or another."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, DateTime, Table, delete, func, insert, select

from assistant.store.tables import METADATA
from corpus.errors import BackupError

_AT_ONCE = 500
_NOT_KEPT = frozenset({"sign_ins"})
"""Tables that are left out: nobody is to be signed in by a restored database."""


def kept_tables() -> tuple[Table, ...]:
    """The tables whose rows are kept, each after those its rows refer to."""
    return tuple(table for table in METADATA.sorted_tables if table.name not in _NOT_KEPT)


def rows_of(connection: Connection, table: Table) -> Iterator[bytes]:
    """Each row of the table as a line of JSON, in the order of its key."""
    found = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*table.primary_key))
    for row in found:
        yield json.dumps(dict(row._mapping), ensure_ascii=False, default=_iso).encode() + b"\n"


def replace_rows(connection: Connection, lines: Mapping[str, Iterable[bytes]]) -> None:
    """Put the rows of `lines`, by name of table, in the place of all that is there. Raises BackupError for rows that do not fit."""
    for table in reversed(METADATA.sorted_tables):
        connection.execute(delete(table))
    for table in kept_tables():
        waiting = iter(lines.get(table.name, ()))
        while batch := [_row(table, line) for line in islice(waiting, _AT_ONCE)]:
            connection.execute(insert(table), batch)
        _count_on(connection, table)


def _row(table: Table, line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line)
        row = {column.name: values[column.name] for column in table.columns}
        if len(row) != len(values):
            raise KeyError(str(set(values) - set(row)))
        return {
            name: datetime.fromisoformat(value) if value is not None and isinstance(table.c[name].type, DateTime) else value
            for name, value in row.items()
        }
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError(f"A row of {table.name} in the backup cannot be read ({error}); nothing was restored.") from None


def _count_on(connection: Connection, table: Table) -> None:
    """PostgreSQL counts keys apart from the rows: the next row must not get the number of one that was put in."""
    if connection.dialect.name == "postgresql" and "sequence" in table.c:
        highest = connection.execute(select(func.max(table.c.sequence))).scalar()
        counter = func.pg_get_serial_sequence(table.name, "sequence")
        connection.execute(select(func.setval(counter, highest or 1, highest is not None)))


def _iso(value: object) -> str:
    assert isinstance(value, date), type(value)
    return value.isoformat()
