"""The audit log: who did what, and when. It holds names of keys and of documents, nothing of whoever asks questions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from assistant.store.database import Database
from assistant.store.moment import utc_now
from assistant.store.tables import AUDIT

COMMAND_LINE = "command line"
"""The actor of what an operator does on the command line."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done: `action` is its stable name (make_key), `subject` what it was done to, `details` what else is worth knowing; UTC."""

    at: datetime
    actor: str
    action: str
    subject: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Entries, the newest first, of `total` that fit."""

    entries: tuple[AuditEntry, ...]
    total: int


def record(database: Database, actor: str, action: str, subject: str, details: Mapping[str, Any] | None = None) -> None:
    """Write down that `actor` did `action` to `subject`. What goes into `details` is values that JSON has, and no personal data of citizens."""
    entry = {
        "at": utc_now(),
        "actor": actor,
        "action": action,
        "subject": subject,
        "details": json.dumps(details or {}, ensure_ascii=False),
    }
    with database.writing() as connection:
        connection.execute(insert(AUDIT).values(entry))


def read(database: Database, *, actor: str | None = None, action: str | None = None, limit: int = 100, offset: int = 0) -> AuditPage:
    """The entries whose actor holds the characters `actor` and whose action is `action`, the newest first."""
    fits = [*([AUDIT.c.actor.contains(actor, autoescape=True)] if actor else []), *([AUDIT.c.action == action] if action else [])]
    with database.reading() as connection:
        total = connection.execute(select(func.count()).select_from(AUDIT).where(*fits)).scalar_one()
        rows = connection.execute(select(AUDIT).where(*fits).order_by(AUDIT.c.sequence.desc()).limit(limit).offset(offset)).all()
    return AuditPage(tuple(AuditEntry(row.at, row.actor, row.action, row.subject, json.loads(row.details)) for row in rows), total)
