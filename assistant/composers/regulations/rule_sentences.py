"""Sentences as rules: what one may, must or need not do, within what time, and what is left to others to determine."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.composers.regulations.actors import is_for_the_other
from assistant.composers.regulations.provisions import article_above
from assistant.composers.regulations.rule_words import (
    announcement_of,
    asks_for_grant,
    asks_for_rule,
    asks_for_term,
    asks_for_the_opposite,
    asks_what_is_forbidden,
    binds,
    comes_before,
    grants,
    only_mentions,
    permission_words,
    sets_term,
    sets_term_as_asked,
)
from assistant.draft import Draft, Source, Statement
from assistant.evidence import CONTEXT_WEIGHT, Evidence, SentenceEvidence
from assistant.phrases import phrase
from corpus.language.conducts import conduct_words
from corpus.model.span import Span

BINDS = 0.25
"""Added for a sentence that says what one must or may do, where that is asked for."""
OWN = 0.75
"""Share of the score of the best item that the announcement of a list must reach itself to stand for it."""
GRANTS = 0.15
"""Added for a sentence that grants something, where it is asked what is granted."""
OTHER_ACTOR = 0.1
"""Taken off for a sentence of a regulation that is for bodies alone where the question tells of a person, or the other way round."""
OPPOSITE = 0.3
"""Taken off for a sentence that forbids where it is asked what must be done, and the other way round."""
CONDUCT, MOST_CONDUCTS = 0.15, 3
"""Added to a sentence of a regulation for what it calls in its words what the question calls in those of every day, and for how many at the most."""
COMES_BEFORE = 0.25
"""Added for a sentence that says what must be done before something, where that is asked for."""
SETS_TERM, IN_UNIT = 0.2, 0.05
"""Added for a sentence that says within what time, where that is asked for, and for one that says it in the unit asked for."""


def weighed_as_rules(evidence: Evidence) -> Iterator[SentenceEvidence]:
    """The sentences; to one that is an item of a list counts what announces the list, to one that binds that what binds is asked for.

    Where a list is asked for, what announces one of an article counts as much as the best of its items, if it says most of that itself.
    """
    listed = "list" in evidence.question.asks
    leads = [announcement_of(one.document, one.passage, one.span) for one in evidence.sentences]
    conducts = tuple(conduct_words(evidence.question.text).values())
    weighed = [_weighed(evidence, one, lead, conducts) for one, lead in zip(evidence.sentences, leads, strict=True)]
    best: dict[tuple[str, Span], float] = {}
    for one, lead in zip(weighed, leads, strict=True):
        if listed and lead:
            place = (one.document.id, lead)
            best[place] = max(one.score, best.get(place, 0.0))
    for one in weighed:
        announced = best.get((one.document.id, one.span), 0.0)
        whole = announced > one.score >= OWN * announced and article_above(one.document, one.passage.section)
        yield replace(one, score=announced) if whole else one


def _weighed(evidence: Evidence, one: SentenceEvidence, lead: Span | None, conducts: Sequence[re.Pattern[str]]) -> SentenceEvidence:
    question, matcher, listed = evidence.question.text, evidence.matcher, "list" in evidence.question.asks
    before, permission = lead.of(one.document.text) if lead else "", permission_words(question)
    said = matcher.terms_in(one.text) if before or permission else frozenset()
    adds = CONTEXT_WEIGHT * matcher.weight_of(matcher.terms_in(before) - said) if before else 0.0
    adds -= matcher.weight_of(said & matcher.terms_in(permission)) if permission else 0.0
    adds += BINDS * (asks_for_rule(question) and binds(before + one.text))
    adds += GRANTS * (asks_for_grant(question) and grants(one.text))
    adds += SETS_TERM * (asks_for_term(question) and sets_term(one.text)) + IN_UNIT * sets_term_as_asked(question, one.text)
    in_article = article_above(one.document, one.passage.section) is not None
    adds -= OTHER_ACTOR * (in_article and is_for_the_other(question, one.text))
    if conducts and in_article:
        adds += CONDUCT * min(MOST_CONDUCTS, sum(bool(official.search(before + one.text)) for official in conducts))
    adds += COMES_BEFORE * comes_before(question, one.text)
    if (listed or asks_what_is_forbidden(question)) and asks_for_the_opposite(question, before + one.text):
        adds -= OPPOSITE * (binds(before + one.text) or one.text.endswith(("：", ":")))
    adds -= OPPOSITE * only_mentions(question, one.text)
    return replace(one, score=one.score + adds) if adds else one


def left_open(evidence: Evidence, best: SentenceEvidence) -> Draft:
    """That the documents leave open what is asked, with the sentence that says who determines it."""
    language = evidence.question.language
    nearest = Statement(phrase("nearest", language, quote=best.text), (Source(best.document.id, best.span),))
    statements = (Statement(phrase("not_in_corpus", language)), nearest)
    return Draft(statements, best.score, status="not_found", reason="not_in_corpus", subject=best.document.title)
