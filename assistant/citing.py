"""From a draft to numbered citations: one marker a quoted span, each quote the document's own characters."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.answer import Citation, Notice
from assistant.draft import Draft, Source
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.figures import NARROW
from corpus.model.document import Document, section_at
from corpus.model.span import Span

MAX_QUOTE = 200
"""Characters a quote has at the most (HTTP contract)."""
MAX_CITATIONS = 20
_BEFORE_MARKER = re.compile(r"[。！？；]+$|(?<!\.)\.$")
_WORDS_AFTER = re.compile(r"(?:(?:[\t\n ]+[\d.,%—-]+){0,6}[\t\n ]+|)[^\d\t\n .,%][^\t\n。；]{0,40}")
"""The rest of a clause, or the cells of a row up to the next that is no figure."""


def cite(draft: Draft, knowledge: KnowledgeBase) -> tuple[str, tuple[Citation, ...], tuple[dict[str, object], ...], tuple[Notice, ...]]:
    """The answer's text with markers, its citations, facts and notices."""
    numbers: dict[Source, int] = {}
    pieces = []
    for statement in draft.statements:
        markers = [marker for source in statement.sources if (marker := _marker(numbers, _fitted(source))) is not None]
        marks = "".join(f"[{marker}]" for marker in dict.fromkeys(markers))
        end = _BEFORE_MARKER.search(statement.text)
        body, stop = (statement.text[: end.start()], end[0]) if end else (statement.text, "")
        pieces.append(body.translate(NARROW) + marks + stop)
    documents = {source.document_id: knowledge.document(source.document_id) for source in numbers}
    shown = _apart(list(numbers), documents)
    citations = tuple(_citation(marker, source, documents[source.document_id]) for marker, source in enumerate(shown, 1))
    facts = tuple({**fact.values, **_proof(str(fact.values.get("kind")), _markers(fact.sources, numbers))} for fact in draft.facts)
    notices = tuple(Notice(notice.kind, notice.message, _markers(notice.sources, numbers)) for notice in draft.notices)
    return "".join(pieces), citations, facts, notices


def _apart(sources: list[Source], documents: Mapping[str, Document]) -> Sequence[Source]:
    """The sources, a figure at the end of one with the cell or words after it where the next begins with a figure.

    Quotes read one after the other must not run two figures into one: 2016-2019 and 2015-2020.
    """
    for place, (one, other) in enumerate(pairwise(sources)):
        text, following = documents[one.document_id].text, documents[other.document_id].text
        if text[one.span.end - 1].isdigit() and following[other.span.start].isdigit():
            after = _WORDS_AFTER.match(text, one.span.end)
            if after and len(one.span) + len(after[0]) <= MAX_QUOTE:
                sources[place] = Source(one.document_id, Span(one.span.start, after.end()))
    return sources


def _proof(kind: str, markers: tuple[int, ...]) -> dict[str, object]:
    return {"derived_from": list(markers)} if kind == "derived" else {"markers": list(markers)}


def _marker(numbers: dict[Source, int], source: Source) -> int | None:
    """The number of the citation that holds `source`, a new one where none does; None when there are enough."""
    for cited, marker in numbers.items():
        if cited.document_id == source.document_id and cited.span.contains(source.span):
            return marker
    if len(numbers) >= MAX_CITATIONS:
        return None
    return numbers.setdefault(source, len(numbers) + 1)


def _fitted(source: Source) -> Source:
    if len(source.span) <= MAX_QUOTE:
        return source
    return Source(source.document_id, Span(source.span.start, source.span.start + MAX_QUOTE))


def _markers(sources: Sequence[Source], numbers: dict[Source, int]) -> tuple[int, ...]:
    """The markers of the citations that hold a fact's sources."""
    found = [
        marker
        for source in sources
        for cited, marker in numbers.items()
        if cited.document_id == source.document_id and cited.span.overlaps(source.span)
    ]
    return tuple(dict.fromkeys(found))


def _citation(marker: int, source: Source, document: Document) -> Citation:
    section, about = section_at(document.sections, source.span.start), document.metadata
    return Citation(
        marker=marker,
        document_id=document.id,
        document_version=document.version,
        document_title=document.title,
        section=section.path if section else (),
        page=document.offsets.page(source.span.start),
        start=source.span.start,
        end=source.span.end,
        quote=source.span.of(document.text),
        document_number=about.document_number,
        document_date=about.signed_on or about.issued_on,
        document_period=about.period,
        internal=about.visibility == "internal",
    )
