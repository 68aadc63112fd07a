"""What people decided of documents: corrected metadata and withdrawals, with who decided it and when. Nothing is overwritten."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select

from assistant.store.database import Database
from assistant.store.moment import utc_now
from assistant.store.tables import DOCUMENT_STATES, METADATA_CORRECTIONS
from corpus.amendments import MetadataCorrection
from corpus.errors import CorrectionError
from corpus.manifest import OF_THE_FILE, Corrections

State = Literal["present", "withdrawn"]
MAX_FIELDS = 20_000
"""Characters that the corrected fields of one document may take as JSON."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """That a file was withdrawn, or is present again; `replaced_by` is the file that took its place."""

    file: str
    state: State
    actor: str
    made_at: datetime
    replaced_by: str | None = None
    note: str | None = None


def correct_metadata(database: Database, file: str, fields: Mapping[str, Any], actor: str, *, heading: str = "") -> Corrections:
    """Let `fields` hold beside those corrected before, and return all that hold now; a field given as None is taken back.

    Raises CorrectionError for an unknown field, a value that does not fit, or visibility, region or source of one document among several of a file.
    """
    if unknown := set(fields) - set(Corrections.model_fields):
        raise CorrectionError(f"There is no field {', '.join(sorted(unknown))}; the fields are {', '.join(Corrections.model_fields)}.")
    with database.writing() as connection:
        present = _latest(connection).get((file, heading), {})
        corrected = checked_fields(file, {name: value for name, value in {**present, **fields}.items() if value is not None}, heading)
        written = corrected.model_dump_json(exclude_none=True)
        if len(written) > MAX_FIELDS:
            raise CorrectionError(f"The corrected metadata of {file} are longer than {MAX_FIELDS} characters: shorten them.")
        connection.execute(insert(METADATA_CORRECTIONS).values(file=file, heading=heading, fields=written, actor=actor, made_at=utc_now()))
    return corrected


def checked_fields(file: str, fields: Mapping[str, Any], heading: str = "") -> Corrections:
    """`fields` as corrections of the file's metadata. Raises CorrectionError as `correct_metadata` does."""
    if heading and (whole := OF_THE_FILE & set(fields)):
        raise CorrectionError(f"{', '.join(sorted(whole))} holds for the whole file: correct it without naming one of its documents.")
    try:
        return Corrections.model_validate(fields)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg'].removeprefix('Value error, ')}" for item in error.errors())
        raise CorrectionError(
            f"The metadata of {file} cannot be corrected so. {wrong}. The fields are {', '.join(Corrections.model_fields)}."
        ) from None


def metadata_corrections(database: Database) -> tuple[MetadataCorrection, ...]:
    """The corrections that hold, in the order in which their documents were first corrected."""
    with database.reading() as connection:
        latest = _latest(connection)
    return tuple(
        MetadataCorrection(file, Corrections.model_validate(fields), heading) for (file, heading), fields in latest.items() if fields
    )


def change_state(
    database: Database, file: str, state: State, actor: str, *, replaced_by: str | None = None, note: str | None = None
) -> None:
    """Let the file be withdrawn, or present again, from the next generation on."""
    with database.writing() as connection:
        values = {"file": file, "state": state, "replaced_by": replaced_by, "note": note, "actor": actor, "made_at": utc_now()}
        connection.execute(insert(DOCUMENT_STATES).values(**values))


def document_states(database: Database) -> Mapping[str, StateChange]:
    """The last change of state of every file that ever had one."""
    with database.reading() as connection:
        rows = connection.execute(select(DOCUMENT_STATES).order_by(DOCUMENT_STATES.c.sequence)).all()
    return {row.file: StateChange(row.file, row.state, row.actor, row.made_at, row.replaced_by, row.note) for row in rows}


def _latest(connection: Connection) -> dict[tuple[str, str], dict[str, Any]]:
    rows = connection.execute(select(METADATA_CORRECTIONS).order_by(METADATA_CORRECTIONS.c.sequence)).all()
    return {(row.file, row.heading): json.loads(row.fields) for row in rows}
