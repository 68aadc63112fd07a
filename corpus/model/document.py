"""Documents and their parts: canonical text, offset map, sections, blocks and passages."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.model.span import Span

DocumentKind = Literal["action_plan", "master_plan", "scenario_list", "policy", "reply", "notice", "regulation", "report", "other"]
Visibility = Literal["public", "internal"]
BlockKind = Literal["title", "heading", "paragraph", "table"]
PassageKind = Literal["prose", "row"]


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters that stand in a row both in canonical text (from `start`) and in the source (from `source`)."""

    start: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads from canonical text back to the source file: offset in the decoded source text, and page where it has pages.

    `pages` holds the source offset at which each page starts, first page first; empty where the source has no pages.
    Characters between runs (cell and row separators) belong to no source character.
    """

    runs: tuple[Run, ...]
    pages: tuple[int, ...] = ()

    def source_offset(self, position: int) -> int | None:
        """The source offset of the canonical character at `position`; None for an inserted separator."""
        index = bisect_right(self.runs, position, key=lambda run: run.start) - 1
        if index < 0:
            return None
        run = self.runs[index]
        return run.source + position - run.start if position < run.start + run.length else None

    def page(self, position: int) -> int | None:
        """The page (from 1) on which the canonical character at `position` stands; None where the source has no pages."""
        if not self.pages:
            return None
        index = bisect_right(self.runs, position, key=lambda run: run.start) - 1
        if index < 0:
            return 1
        run = self.runs[index]
        return bisect_right(self.pages, run.source + min(position - run.start, max(run.length - 1, 0)))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of an official document says of it (parts named after GB/T 9704), or the manifest in its place.

    `period` is the first and last year the document plans for, both inclusive. `attachments` are the names it lists behind 附件, without
    their numbers.
    """

    title: str
    kind: DocumentKind = "other"
    issuer: str | None = None
    document_number: str | None = None
    signatory: str | None = None
    signed_on: date | None = None
    issued_on: date | None = None
    effective_on: date | None = None
    period: tuple[int, int] | None = None
    disclosure: str | None = None
    region: str | None = None
    visibility: Visibility = "public"
    source: str | None = None
    attachments: tuple[str, ...] = ()

    @property
    def written_in(self) -> int | None:
        """The year a reply or report was written in, by its date, its number or the year in its title; plans speak of other years than their own."""
        if self.kind not in ("reply", "report"):
            return None
        if day := self.signed_on or self.issued_on:
            return day.year
        stated = re.search(r"[〔\[（(]((?:19|20)\d{2})", self.document_number or "") or re.search(r"(\d{4})\s*年", self.title)
        return int(stated[1]) if stated else None


@dataclass(frozen=True, slots=True)
class Row:
    """One table row; `header` rows name the columns."""

    span: Span
    cells: tuple[Span, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of layout in reading order. `level` (from 1) only for headings, `rows` only for tables."""

    kind: BlockKind
    span: Span
    level: int | None = None
    rows: tuple[Row, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and everything under it.

    `ordinal` counts sections from 0 in reading order and names the section inside its document; `parent` is the ordinal of the
    section above, None at the top. `path` holds the headings from the top down to this one, as printed, numbering included.
    `span` runs from the heading to the end of the last sub-section; `heading` covers the heading alone.
    """

    ordinal: int
    parent: int | None
    level: int
    number: str
    title: str
    path: tuple[str, ...]
    heading: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A citable piece of text that is searched as one: whole sentences of one section, or one table row.

    `section` is the ordinal of the innermost section, None above the first heading. `path` is that section's heading path.
    `sentences` cut the passage at sentence ends; for a row they are its cells.
    """

    document_id: str
    ordinal: int
    kind: PassageKind
    span: Span
    section: int | None
    path: tuple[str, ...]
    sentences: tuple[Span, ...]

    @property
    def id(self) -> str:
        """Unique in a generation."""
        return f"{self.document_id}:{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Document:
    """One official document: a source file may hold several (a notice with its plans).

    `id` is stable as long as source file name and place in the file stay; `version` is the hash of the canonical text.
    """

    id: str
    version: str
    source_file: str
    metadata: Metadata
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def title(self) -> str:
        """The document's title."""
        return self.metadata.title


def section_at(sections: Sequence[Section], position: int) -> Section | None:
    """The innermost of `sections` (in reading order) that holds the character at `position`."""
    found = None
    for section in sections:
        if section.span.start > position:
            break
        if position < section.span.end:
            found = section
    return found
