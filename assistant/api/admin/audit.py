"""GET /api/admin/audit: who did what, for admins."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from assistant.access.audit import read
from assistant.api.callers import Admin
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body

router = APIRouter()


class AuditQuery(BaseModel):
    """A page of the log, narrowed by whoever acted and what was done."""

    model_config = ConfigDict(extra="forbid")

    actor: str | None = Field(default=None, max_length=200, description="Characters of the name or of the key's id")
    action: str | None = Field(default=None, max_length=64, description="Name of the action, such as make_key")
    limit: int = Field(default=100, ge=1, le=1000)
    offset: int = Field(default=0, ge=0, le=2**31)


class AuditEntryBody(Body):
    """One thing done."""

    at: datetime
    actor: str
    action: str
    subject: str
    details: dict[str, Any]


class AuditBody(Body):
    """Entries, the newest first: those from `offset` on, `limit` at most, of `total` that fit."""

    items: list[AuditEntryBody]
    total: int
    limit: int
    offset: int


@router.get("/api/admin/audit")
def read_audit(_: Admin, session: CurrentSession, query: Annotated[AuditQuery, Query()]) -> AuditBody:
    """What was done, the newest first."""
    page = read(session.database, actor=query.actor, action=query.action, limit=query.limit, offset=query.offset)
    items = [
        AuditEntryBody(
            at=entry.at.replace(tzinfo=UTC), actor=entry.actor, action=entry.action, subject=entry.subject, details=dict(entry.details)
        )
        for entry in page.entries
    ]
    return AuditBody(items=items, total=page.total, limit=query.limit, offset=query.offset)
