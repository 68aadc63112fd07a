"""Passages: the pieces of a document that are searched and cited. A passage never cuts a sentence; a table row is one."""

from collections.abc import Iterator, Sequence

from corpus.language.sentences import sentences_of
from corpus.model.document import Passage, Section
from corpus.model.span import Span
from ingest.sections import Content, Structure

MAX_PASSAGE = 400
"""Characters a passage of several sentences has at the most."""


def cut_passages(document_id: str, text: str, structure: Structure) -> tuple[Passage, ...]:
    """The passages of one document in reading order."""
    passages: list[Passage] = []
    for content in structure.contents:
        path = _path(structure.sections, content.section)
        pieces = _rows(content) if content.table else _prose(text, content.span)
        for span, sentences in pieces:
            kind = "row" if content.table else "prose"
            passages.append(Passage(document_id, len(passages), kind, span, content.section, path, sentences))  # type: ignore[arg-type]
    return tuple(passages)


def _path(sections: Sequence[Section], ordinal: int | None) -> tuple[str, ...]:
    return sections[ordinal].path if ordinal is not None else ()


def _rows(content: Content) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    for row in content.table.rows if content.table else ():
        if not row.header:
            yield row.span, tuple(cell for cell in row.cells if len(cell) and row.span.contains(cell))


def _prose(text: str, span: Span) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    group: list[Span] = []
    for sentence in sentences_of(text, span):
        if group and sentence.end - group[0].start > MAX_PASSAGE:
            yield Span(group[0].start, group[-1].end), tuple(group)
            group = []
        group.append(sentence)
    if group:
        yield Span(group[0].start, group[-1].end), tuple(group)
