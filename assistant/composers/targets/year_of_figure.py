"""Of which year a figure is that the question tells: 接入608个停车场，这是哪一年的数."""

import re

from assistant.composers.targets.statements import target_statement
from assistant.dating import year_in_headings
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase
from corpus.language.figures import NARROW
from corpus.language.sentences import clauses_of, segments_of
from corpus.language.years import year_mentions
from corpus.model.facts import Target

_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]|年|月|日)")
READ = 20
"""Sentences and targets, from the best on, among which the figure is."""
HELD = 0.35
"""Share of the question's words that the sentence of the figure must hold."""
SCORE = 1.2
LONGEST = 140
"""Characters up to which the sentence is given whole; of a longer one the clause of the figure."""


def compose_year_of_figure(evidence: Evidence) -> Draft | None:
    """The figure as the documents state it, with its year where they give it one; as of when the document speaks is added to any answer."""
    told = set(_NUMBER.findall(evidence.question.text.translate(NARROW)))
    if "as_of" not in evidence.question.asks or not told:
        return None
    targets = (one for one in evidence.targets[:READ] if one.item.year and not one.item.deadline and one.coverage >= HELD)
    target = next((one for one in targets if _tells(one.item.statement, told)), None)
    if target:
        return Draft((target_statement([target]), *_year_above(evidence, target)), SCORE, subject=target.item.subject)
    for sentence in evidence.sentences[:READ]:
        if sentence.coverage < HELD or not _tells(sentence.text, told):
            continue
        text = sentence.document.text
        pieces = (sentence.span, *segments_of(text, sentence.span), *clauses_of(text, sentence.span))
        fitting = [piece for piece in pieces if _tells(piece.of(text), told)]
        shown = next((piece for piece in fitting if len(piece) <= LONGEST), fitting[-1])
        return Draft((Statement(shown.of(text).strip().rstrip("。；，、") + "。", (Source(sentence.document.id, shown),)),), SCORE)
    return None


def _tells(text: str, told: set[str]) -> bool:
    """Whether a text holds one of the numbers that the question tells."""
    return not told.isdisjoint(_NUMBER.findall(text.translate(NARROW)))


def _year_above(evidence: Evidence, target: Scored[Target]) -> tuple[Statement, ...]:
    """The year in a heading above the figure, where the text there only says 过去一年."""
    document, year = target.document, target.item.year
    if any(mention.last == year for mention in year_mentions(target_statement([target]).text)):
        return ()
    span = year_in_headings(document, target.item.span.start)
    if span is None or str(year) not in span.of(document.text).translate(NARROW):
        return ()
    said = phrase("as_of_text", evidence.question.language, year=span.of(document.text))
    return (Statement(said, (Source(document.id, span),)),)
