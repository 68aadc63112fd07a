"""Answers to what is asked of two places, told apart by the name of the place where the quoted words do not say it."""

from dataclasses import replace

from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.understanding.parts import place_compared
from corpus.model.span import Span


def with_place(draft: Draft, part: Evidence) -> Draft:
    """`draft` with the place that its part of the question is about before each statement whose line begins with it or names it before."""
    place = place_compared(part.question.text)
    if place is None or draft.status != "answered":
        return draft
    return replace(draft, statements=tuple(_named(statement, place, part) for statement in draft.statements))


def _named(statement: Statement, place: str, part: Evidence) -> Statement:
    if place in statement.text or not statement.sources:
        return statement
    source = statement.sources[0]
    text = part.knowledge.document(source.document_id).text
    start = text.find(place, text.rfind("\n", 0, source.span.start) + 1, source.span.start)
    if start < 0:
        return statement
    return Statement(f"{place}：{statement.text}", (*statement.sources, Source(source.document_id, Span(start, start + len(place)))))
