"""GET /api/admin/drafts/{id}/preview: what would come of a draft, read in a process of its own and published nowhere."""

from dataclasses import fields
from functools import partial
from typing import Any

from fastapi import APIRouter

from assistant.api.admin.drafts import DraftBody, draft_body
from assistant.api.admin.editors import CurrentEditor
from assistant.api.admin.facts import FactBody, fact_bodies
from assistant.api.admin.room import CurrentRoom
from assistant.api.document_parts import BlockBody, SectionBody, blocks_body, section_tree
from assistant.bodies import Body
from assistant.publishing.editor import Editor
from assistant.publishing.listed_facts import listed_facts
from assistant.publishing.preview import Likeness, preview_draft
from corpus.model.document import Document, Metadata
from corpus.model.facts import Fact

router = APIRouter(prefix="/api/admin/drafts")


class LikelyReplacedBody(Body):
    """A document of which the draft is probably a new version, and what they have in common."""

    file: str
    document_id: str | None
    title: str
    likeness: Likeness


class ReadDocumentBody(Body):
    """A document as it would be published: what is known of it, its contents, its text, the facts in it, and how many passages can be found."""

    id: str
    title: str
    metadata: dict[str, Any]
    sections: list[SectionBody]
    blocks: list[BlockBody]
    facts: list[FactBody]
    passages: int


class PreviewBody(Body):
    """A draft as it was read; `warnings` say what a person should look at before it is published."""

    draft: DraftBody
    documents: list[ReadDocumentBody]
    warnings: list[str]
    likely_replaced: list[LikelyReplacedBody]


@router.get("/{draft_id}/preview")
async def preview(draft_id: str, editor: CurrentEditor, room: CurrentRoom) -> PreviewBody:
    """Read a draft; a scan takes some seconds a page, and a few are read at once."""
    return await room.preview(partial(_previewed, editor, draft_id))


def _previewed(editor: Editor, draft_id: str) -> PreviewBody:
    found = preview_draft(editor, draft_id)
    return PreviewBody(
        draft=draft_body(found.draft),
        documents=[_document(reading.document, reading.facts) for reading in found.readings],
        warnings=list(found.warnings),
        likely_replaced=[
            LikelyReplacedBody(file=each.file, document_id=each.document_id, title=each.title, likeness=each.likeness)
            for each in found.likely_replaced
        ],
    )


def _document(document: Document, facts: tuple[Fact, ...]) -> ReadDocumentBody:
    metadata = document.metadata
    return ReadDocumentBody(
        id=document.id,
        title=metadata.title,
        metadata={field.name: getattr(metadata, field.name) for field in fields(Metadata)},
        sections=section_tree(document.sections),
        blocks=blocks_body(document).blocks,
        facts=fact_bodies(listed_facts(document.id, facts), document.text),
        passages=len(document.passages),
    )
