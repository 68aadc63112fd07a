"""Corrected facts and their review: proposed by one person, approved or rejected by another."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe
from typing import Any, Literal

from sqlalchemy import Row, insert, select, update

from assistant.store.database import Database
from assistant.store.moment import utc_now
from assistant.store.tables import FACT_CORRECTIONS
from corpus.amendments import FactCorrection
from corpus.errors import CorrectionError, NotFoundError

ReviewState = Literal["proposed", "approved", "rejected", "revoked"]
_FOLLOWS: Mapping[ReviewState, tuple[ReviewState, ...]] = {"proposed": ("approved", "rejected"), "approved": ("revoked",)}


@dataclass(frozen=True, slots=True)
class ReviewedCorrection:
    """A correction with who proposed it and why, and what became of it; only approved ones hold. Times are UTC."""

    correction: FactCorrection
    note: str
    proposer: str
    proposed_at: datetime
    state: ReviewState = "proposed"
    reviewer: str | None = None
    reviewed_at: datetime | None = None
    review_note: str | None = None


def keep_fact_correction(database: Database, correction: FactCorrection, note: str, proposer: str) -> ReviewedCorrection:
    """Keep a proposal under a new id."""
    identifier = token_urlsafe(12)
    with database.writing() as connection:
        connection.execute(
            insert(FACT_CORRECTIONS).values(
                id=identifier,
                file=correction.file,
                kind=correction.kind,
                quote=correction.quote,
                stated=_json(correction.stated),
                fields=_json(correction.fields),
                evidence=correction.evidence,
                note=note,
                proposer=proposer,
                proposed_at=utc_now(),
                state="proposed",
            )
        )
    return fact_correction(database, identifier)


def review_fact_correction(
    database: Database, identifier: str, state: ReviewState, reviewer: str, note: str | None = None
) -> ReviewedCorrection:
    """Approve or reject a proposal, or revoke an approved one. Raises NotFoundError, and CorrectionError when it was reviewed already."""
    with database.writing() as connection:
        allowed = [former for former, following in _FOLLOWS.items() if state in following]
        changed = connection.execute(
            update(FACT_CORRECTIONS)
            .where(FACT_CORRECTIONS.c.id == identifier, FACT_CORRECTIONS.c.state.in_(allowed))
            .values(state=state, reviewer=reviewer, reviewed_at=utc_now(), review_note=note)
        )
    found = fact_correction(database, identifier)
    if not changed.rowcount:
        raise CorrectionError(f"The correction {identifier} is {found.state} already; propose another one instead.")
    return found


def fact_correction(database: Database, identifier: str) -> ReviewedCorrection:
    """One correction. Raises NotFoundError."""
    with database.reading() as connection:
        row = connection.execute(select(FACT_CORRECTIONS).where(FACT_CORRECTIONS.c.id == identifier)).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no correction {identifier!r}.")
    return _reviewed(row)


def fact_corrections(database: Database, state: ReviewState | None = None) -> tuple[ReviewedCorrection, ...]:
    """All corrections, or those of one state, in the order they were proposed."""
    chosen = select(FACT_CORRECTIONS).order_by(FACT_CORRECTIONS.c.sequence)
    with database.reading() as connection:
        rows = connection.execute(chosen.where(FACT_CORRECTIONS.c.state == state) if state else chosen).all()
    return tuple(_reviewed(row) for row in rows)


def _reviewed(row: Row[Any]) -> ReviewedCorrection:
    correction = FactCorrection(row.id, row.file, row.kind, row.quote, json.loads(row.stated), json.loads(row.fields), row.evidence)
    return ReviewedCorrection(
        correction, row.note, row.proposer, row.proposed_at, row.state, row.reviewer, row.reviewed_at, row.review_note
    )


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
