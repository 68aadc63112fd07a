"""What would come of a draft: its documents with metadata, sections, passages and facts, and what a person should look at before publishing."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.publishing.documents import find_source_file
from assistant.publishing.drafts import Draft, draft_file, find_draft
from assistant.publishing.editor import Editor
from assistant.publishing.taking_up import decided_fields
from assistant.store.amendments import read_amendments
from corpus.amendments import Amendments, Decisions, MetadataCorrection, same_file
from corpus.errors import KnowledgeError, NotFoundError
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.manifest import Corrections, load_manifest
from corpus.model.document import Block
from ingest.assembly import Reading
from ingest.fact_corrections import as_decided
from ingest.reading_worker import ReadingWorker

Likeness = Literal["name", "number", "title"]
_ROWS = 2
"""Rows from which on a table without any fact is worth a look."""
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class LikelyReplaced:
    """A document that the draft probably is a new version of, and what they have in common."""

    file: str
    document_id: str | None
    title: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft as it would be published. `warnings` name pages without text, tables not understood, and corrections that fit no more."""

    draft: Draft
    readings: tuple[Reading, ...]
    warnings: tuple[str, ...]
    likely_replaced: tuple[LikelyReplaced, ...]


def preview_draft(editor: Editor, draft_id: str) -> Preview:
    """Read a draft without publishing anything. Raises NotFoundError, and UnreadableFileError when it cannot be read."""
    draft = find_draft(editor, draft_id)
    decisions = _decisions(editor, draft)
    with ReadingWorker() as worker:
        read = worker.read(draft_file(editor, draft), draft.name, decisions)
    readings = as_decided(read, decisions, draft.name)
    warnings = (*readings[0].left_out, *(warning for reading in readings for warning in _warnings(reading)))
    return Preview(draft, readings, warnings, tuple(_likely_replaced(editor, draft, readings)))


def _decisions(editor: Editor, draft: Draft) -> Decisions:
    """What is decided of documents of this name, and of the draft itself."""
    present = read_amendments(editor.database)
    own = MetadataCorrection(draft.name, Corrections.model_validate(decided_fields(editor, draft)))
    return Decisions(load_manifest(editor.settings), Amendments((*present.metadata, own), present.withdrawn, present.facts))


def _warnings(reading: Reading) -> Iterator[str]:
    document = reading.document
    if not reading.facts:
        yield f"{document.title}: no target, no unit responsible, no table row and no reference was found in it."
    for block in document.blocks:
        if block.kind == "table" and len(block.rows) >= _ROWS and not any(block.span.overlaps(fact.span) for fact in reading.facts):
            yield f"{document.title}: a table of {len(block.rows)} rows{_place(block)} was not understood: “{_begin(block, document.text)}…”."


def _place(block: Block) -> str:
    return "" if block.page is None else f" on page {block.page}"


def _begin(block: Block, text: str) -> str:
    return " ".join(block.span.of(text).split())[:_SHOWN]


def _likely_replaced(editor: Editor, draft: Draft, readings: Sequence[Reading]) -> Iterator[LikelyReplaced]:
    """Documents of other files with the same number or title, and the file of the same name."""
    try:
        source = find_source_file(editor, draft.name)
        title = source.documents[0].title if source.documents else source.file
        yield LikelyReplaced(source.file, source.documents[0].id if source.documents else None, title, "name")
    except NotFoundError:
        pass
    for summary in _published(editor):
        if not same_file(summary.source_file, draft.name):
            for reading in readings:
                if likeness := _likeness(summary, reading):
                    yield LikelyReplaced(summary.source_file, summary.id, summary.title, likeness)
                    break


def _likeness(summary: DocumentSummary, reading: Reading) -> Likeness | None:
    one, other = summary.metadata, reading.document.metadata
    if one.document_number and _plain(one.document_number) == _plain(other.document_number or ""):
        return "number"
    return "title" if _plain(one.title) == _plain(other.title) else None


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _published(editor: Editor) -> Sequence[DocumentSummary]:
    try:
        with Generations(editor.settings.data_dir) as generations, generations.lease("internal") as knowledge:
            return knowledge.documents()
    except KnowledgeError:
        return ()
