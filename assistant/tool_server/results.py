"""What the tools give back beside the items of lists: passages, a part of a document, and an answer as text to read."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from assistant.answer import Answer
from assistant.bodies import Body
from assistant.exports.report import place_of
from assistant.listing.documents import DocumentBody
from assistant.listing.item_bodies import ItemT, Page
from assistant.passages import PassageHit
from assistant.phrases import phrase
from corpus.model.document import Document, section_at
from corpus.model.span import Span

FoundT = TypeVar("FoundT")


class FoundPassage(Body):
    """A passage; `quote` is the document's text from `start` to `end`, `score` how well it fits (0 to 1.3)."""

    document_id: str
    document_title: str
    section: list[str]
    start: int
    end: int
    quote: str
    score: float


class FoundPassages(Body):
    """The passages found, best first."""

    passages: list[FoundPassage]


class KnownDocuments(Body):
    """The documents from `offset` on, `limit` at most, of `total` that fit; `id` is what the other tools take as document_id."""

    documents: list[DocumentBody]
    total: int
    limit: int
    offset: int


class TextPart(Body):
    """A part of a document: `quote` is its text from `start` to `end`, `section` the headings above `start`, `length` the characters it has in all.

    Where the text goes on, `next_start` is the start of the next part, else it is null.
    """

    document_id: str
    document_title: str
    section: list[str]
    start: int
    end: int
    quote: str
    length: int
    next_start: int | None


def found_passage(hit: PassageHit) -> FoundPassage:
    """A passage as it is given."""
    span = hit.passage.span
    return FoundPassage(
        document_id=hit.document.id,
        document_title=hit.document.title,
        section=list(hit.passage.path),
        start=span.start,
        end=span.end,
        quote=hit.text,
        score=hit.score,
    )


def page_of(kind: type[Page[ItemT]], found: Sequence[FoundT], body: Callable[[FoundT], ItemT], limit: int, offset: int) -> Page[ItemT]:
    """The `limit` items from `offset` on of what was `found`."""
    return kind(items=[body(each) for each in found[offset : offset + limit]], total=len(found), limit=limit, offset=offset)


def text_part(document: Document, start: int, end: int) -> TextPart:
    """The characters of `document` from `start` to `end`, or to its own end."""
    length = len(document.text)
    span = Span(start, min(end, length))
    section = section_at(document.sections, start)
    return TextPart(
        document_id=document.id,
        document_title=document.title,
        section=list(section.path) if section else [],
        start=span.start,
        end=span.end,
        quote=span.of(document.text),
        length=length,
        next_start=span.end if span.end < length else None,
    )


def answer_text(answer: Answer) -> str:
    """`answer` to read: its text, its notices, its numbered sources with their places and words, and what the next call needs."""
    language = answer.language if answer.language in {"zh", "en"} else "en"
    # The nearest passage of a refusal stands in its text.
    notices = [f"⚠ {notice.message}" for notice in answer.notices if notice.kind != "nearest"]
    sources = [
        f"[{one.marker}] {place_of(one, language)} (document_id {one.document_id}, {one.start}-{one.end})\n“{' '.join(one.quote.split())}”"
        for one in answer.citations
    ]
    headed = [phrase("export_sources", language), *sources] if sources else []
    state = f"status: {answer.status}{f' ({answer.reason})' if answer.reason else ''}; as of: {answer.as_of}"
    return "\n\n".join(filter(None, (answer.text, *notices, "\n".join(headed), f"{state}; conversation_id: {answer.conversation_id}")))
