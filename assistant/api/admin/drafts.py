"""/api/admin/drafts: documents that were handed in and are not published yet."""

import asyncio
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any, BinaryIO, cast

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from assistant.api.admin.editors import CurrentEditor
from assistant.api.admin.room import CurrentRoom
from assistant.api.admin.upload import Upload
from assistant.api.allowances import takes
from assistant.bodies import Body
from assistant.publishing.drafts import Draft, describe_draft, discard_draft, drafts, find_draft, keep_draft

router = APIRouter(prefix="/api/admin/drafts")
_FILE: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}
_LONGEST_NAME = 1000


class DraftBody(Body):
    """A document handed in. `size` in bytes; `replaces` is the file whose place it takes, `fields` correct its metadata once it is published.

    `released`: it is to be published and the next ingest takes it up.
    """

    id: str
    name: str
    size: int
    kept_by: str
    kept_at: datetime
    replaces: str | None
    fields: dict[str, Any]
    released: bool


class DraftsBody(Body):
    """All drafts, the earliest first, and how large a file may be, in MiB."""

    drafts: list[DraftBody]
    max_upload_mb: int


class DraftChangesBody(Body):
    """Fields of the metadata to correct (null takes a correction back), and what the draft replaces ("" for nothing)."""

    fields: dict[str, Any] = Field(default_factory=dict)
    replaces: str | None = Field(default=None, max_length=_LONGEST_NAME)


@router.post("", status_code=201, openapi_extra=_FILE, dependencies=[takes("upload")])
async def keep(
    request: Request,
    editor: CurrentEditor,
    room: CurrentRoom,
    name: Annotated[str, Query(min_length=1, max_length=_LONGEST_NAME, description="Name of the file")],
    replaces: Annotated[str | None, Query(max_length=_LONGEST_NAME, description="The file whose place it takes")] = None,
) -> DraftBody:
    """Keep the body, which is the file as it is, as a draft; nobody is answered from it until it is published."""
    content = cast(BinaryIO, Upload(request.stream(), asyncio.get_running_loop()))
    return draft_body(await room.upload(partial(keep_draft, editor, name, content, replaces=replaces or None)))


@router.get("")
def list_drafts(editor: CurrentEditor) -> DraftsBody:
    """All drafts."""
    return DraftsBody(drafts=[draft_body(draft) for draft in drafts(editor)], max_upload_mb=editor.settings.max_upload_mb)


@router.get("/{draft_id}")
def read_draft(draft_id: str, editor: CurrentEditor) -> DraftBody:
    """One draft."""
    return draft_body(find_draft(editor, draft_id))


@router.patch("/{draft_id}")
def change_draft(draft_id: str, body: DraftChangesBody, editor: CurrentEditor) -> DraftBody:
    """Correct a draft's metadata, or say what it replaces."""
    return draft_body(describe_draft(editor, draft_id, fields=body.fields, replaces=body.replaces))


@router.delete("/{draft_id}", status_code=204)
def discard(draft_id: str, editor: CurrentEditor) -> Response:
    """Delete a draft."""
    discard_draft(editor, draft_id)
    return Response(status_code=204)


def draft_body(draft: Draft) -> DraftBody:
    """A draft as it is sent."""
    return DraftBody(
        id=draft.id,
        name=draft.name,
        size=draft.size,
        kept_by=draft.kept_by,
        kept_at=draft.kept_at.replace(tzinfo=UTC),
        replaces=draft.replaces,
        fields=dict(draft.fields or {}),
        released=draft.released,
    )
