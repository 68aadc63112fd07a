"""The parts of a document as they are sent: its sections, and its blocks with their text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from assistant.bodies import Body
from corpus.model.document import Block, BlockKind, Document, Row, Section
from corpus.model.span import Span


class SectionBody(Body):
    """A heading and the sections under it; the heading runs from `start` to `heading_end`, the section to `end`."""

    ordinal: int
    level: int
    number: str
    title: str
    start: int
    heading_end: int
    end: int
    sections: list["SectionBody"]


class SpanBody(Body):
    """Characters of the document: `text` is its text from `start` to `end`."""

    start: int
    end: int
    text: str


class RowBody(SpanBody):
    """A table row; `header` rows name the columns."""

    header: bool
    cells: list[SpanBody]


class BlockBody(SpanBody):
    """A heading (with its level from 1), a paragraph, or a table with its rows; `page` is null where the source has no pages."""

    kind: BlockKind
    level: int | None
    page: int | None
    rows: list[RowBody]


class BlocksBody(Body):
    """A document's blocks in reading order."""

    blocks: list[BlockBody]


def section_tree(sections: Sequence[Section]) -> list[SectionBody]:
    """The table of contents."""
    below: Mapping[int | None, list[Section]] = defaultdict(list)
    for section in sections:
        below[section.parent].append(section)

    def branch(parent: int | None) -> list[SectionBody]:
        return [
            SectionBody(
                ordinal=section.ordinal,
                level=section.level,
                number=section.number,
                title=section.title,
                start=section.span.start,
                heading_end=section.heading.end,
                end=section.span.end,
                sections=branch(section.ordinal),
            )
            for section in below[parent]
        ]

    return branch(None)


def blocks_body(document: Document) -> BlocksBody:
    """The document as it is laid out."""
    return BlocksBody(blocks=[_block(block, document) for block in document.blocks])


def _block(block: Block, document: Document) -> BlockBody:
    return BlockBody(
        start=block.span.start,
        end=block.span.end,
        text=block.span.of(document.text),
        kind=block.kind,
        level=block.level,
        page=block.page,
        rows=[_row(row, document) for row in block.rows],
    )


def _row(row: Row, document: Document) -> RowBody:
    cells = [_cell(cell, document) for cell in row.cells]
    return RowBody(start=row.span.start, end=row.span.end, text=row.span.of(document.text), header=row.header, cells=cells)


def _cell(span: Span, document: Document) -> SpanBody:
    return SpanBody(start=span.start, end=span.end, text=span.of(document.text))
