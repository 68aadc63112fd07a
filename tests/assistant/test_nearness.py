"""A place gains by standing in the line, the section, the task or the document of what was answered before, in this order."""

from assistant.draft import Source
from assistant.nearness import SAME_DOCUMENT, SAME_LINE, SAME_SECTION, SAME_TASK, nearness
from corpus.model.span import Span
from tests.assistant.corpus_fixture import Reader


def test_nearer_places_gain_more_and_another_document_nothing(reader: Reader) -> None:
    document = next(
        d
        for d in map(reader.knowledge.document, (s.id for s in reader.knowledge.documents()))
        if "行动计划" in d.title and len(d.sections) > 3
    )
    lines = [
        section
        for section in document.sections
        if "\n" in section.span.of(document.text).strip() and not any(below.parent == section.ordinal for below in document.sections)
    ]
    first = next(section for section in lines if section.parent is not None)
    beside = next(section for section in document.sections if section.parent == first.parent and section is not first)
    apart = next(section for section in document.sections if section.parent is None and section.ordinal != first.parent)
    line = first.heading
    source = (Source(document.id, line),)
    assert nearness(document, Span(line.start, line.start + 2), source) == SAME_LINE
    assert nearness(document, Span(first.span.end - 4, first.span.end - 2), source) == SAME_SECTION
    assert nearness(document, beside.heading, source) == SAME_TASK
    assert nearness(document, apart.heading, source) == SAME_DOCUMENT
    assert SAME_LINE > SAME_SECTION > SAME_TASK > SAME_DOCUMENT > 0
    assert nearness(document, line, (Source("elsewhere", line),)) == 0.0
    assert nearness(document, line, ()) == 0.0
