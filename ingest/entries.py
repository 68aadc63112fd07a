"""What can be found: one index entry for every passage, section and fact, each with its words and the words around it."""

from collections.abc import Iterator, Sequence

from corpus.index.entry import Entry
from corpus.language.figures import figures_in
from corpus.language.sentences import clauses_of, segments_of
from corpus.model.document import Document
from corpus.model.facts import Fact, PolicyReference, Responsibility, Scenario, Target
from corpus.model.span import Span
from ingest.assembly import Reading

MIN_STATEMENT, MAX_SHORT = 10, 80
"""A clause shorter than this many characters is found by up to so many characters of what it goes on from, too."""
MAX_TASK = 1500
"""Characters of a task's text that an entry holds; longer tasks are found by their passages."""


def make_entries(readings: Sequence[Reading]) -> tuple[Entry, ...]:
    """The entries of all documents, numbered from 0."""
    return tuple(
        Entry(number, kind, document_id, ref, text, context)
        for number, (kind, document_id, ref, text, context) in enumerate(
            entry for reading in readings for entry in (*_parts(reading.document), *_facts(reading))
        )
    )


def _parts(document: Document) -> Iterator[tuple[str, str, str, str, str]]:
    for passage in document.passages:
        yield "passage", document.id, passage.id, passage.span.of(document.text), _context(document, passage.path)
    for section in document.sections:
        if section.title:
            yield "section", document.id, f"{document.id}:section:{section.ordinal}", section.title, _context(document, section.path[:-1])


def _facts(reading: Reading) -> Iterator[tuple[str, str, str, str, str]]:
    document = reading.document
    counts: dict[str, int] = {}
    for fact in reading.facts:
        kind, text, context = _words(document, fact)
        ordinal = counts.setdefault(kind, 0)
        counts[kind] += 1
        yield kind, document.id, f"{document.id}:{kind}:{ordinal}", text, context


def _words(document: Document, fact: Fact) -> tuple[str, str, str]:
    context = _context(document, fact.path)
    match fact:
        case Responsibility():
            task = Span(fact.task_span.start, min(fact.task_span.end, fact.task_span.start + MAX_TASK))
            return "responsibility", f"{fact.task} {task.of(document.text)}", context
        case Target():
            words = fact.statement if len(fact.statement) >= MIN_STATEMENT else _goes_on_from(document, fact.span) + fact.statement
            return "target", words if fact.subject in words else f"{fact.subject} {words}", f"{context} {_around(document, fact.span)}"
        case Scenario():
            return "scenario", "\n".join(column.text for column in fact.columns), f"{context} {fact.table}"
        case PolicyReference():
            return "policy", " ".join(filter(None, (fact.issued_by, fact.title, fact.number))), context


def _context(document: Document, path: Sequence[str]) -> str:
    return " ".join((document.title, *path))


def _goes_on_from(document: Document, span: Span) -> str:
    """The clauses of its segment before a short clause, without those that state a figure of their own: they name other things."""
    line = document.text.rfind("\n", 0, span.start) + 1
    segment = next((one for one in segments_of(document.text, Span(line, span.end)) if one.start <= span.start < one.end), span)
    before = (clause.of(document.text) for clause in clauses_of(document.text, Span(segment.start, span.start)))
    return "，".join([clause for clause in before if not figures_in(clause)] + [""])[-MAX_SHORT:]


def _around(document: Document, span: Span) -> str:
    """The rest of the segment a clause stands in: its subject may stand there."""
    line = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    for segment in segments_of(document.text, Span(line, end if end >= 0 else len(document.text))):
        if segment.start <= span.start < segment.end:
            return segment.of(document.text)
    return ""
