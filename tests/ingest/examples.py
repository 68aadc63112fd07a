"""Texts of invented documents on their way through ingest, as far as a test needs them."""

from dataclasses import replace
from pathlib import Path

from corpus.model.document import Document
from corpus.model.span import Span
from ingest.canonical import CanonicalText, write_canonical
from ingest.layout import repair_layout
from ingest.metadata import read_metadata
from ingest.passages import cut_passages
from ingest.readers.source import Source
from ingest.sections import Structure, split_sections

FILE = "云川市水务.md"


def lines_of(text: str, pages: tuple[int, ...] = ()) -> list[str]:
    """The repaired lines of `text`."""
    return [line.text for line in repair_layout(Source(FILE, text, pages))]


def canonical_of(text: str, pages: tuple[int, ...] = ()) -> CanonicalText:
    """The canonical text of `text` as one document."""
    return write_canonical(repair_layout(Source(FILE, text, pages)), pages)


def structure_of(text: str, title: str = "") -> tuple[CanonicalText, Structure]:
    """The canonical text and its structure; a line that prints `title` is its title block."""
    canonical = canonical_of(text)
    return canonical, split_sections(canonical, title)


def document_of(text: str, pages: tuple[int, ...] = ()) -> Document:
    """`text` as one document with metadata, sections and passages."""
    canonical = canonical_of(text, pages)
    metadata = read_metadata(canonical, Path(FILE).stem)
    structure = split_sections(canonical, "".join(metadata.title.split()))
    document = Document("d-1", "v1", FILE, metadata, canonical.text, canonical.offsets, structure.blocks, structure.sections)
    return replace(document, passages=cut_passages("d-1", canonical.text, structure))


def texts(document: Document, spans: tuple[Span, ...]) -> list[str]:
    """The characters of each span."""
    return [span.of(document.text) for span in spans]
