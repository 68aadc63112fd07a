"""Sentences as rules: what one may, must or need not do, within what time, and what is left to others to determine."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.composers.provisions import article_above
from assistant.composers.rule_words import (
    announcement_of,
    asks_for_rule,
    asks_for_term,
    asks_for_the_opposite,
    binds,
    permission_words,
    sets_term,
)
from assistant.draft import Draft, Source, Statement
from assistant.evidence import CONTEXT_WEIGHT, Evidence, SentenceEvidence
from assistant.phrases import phrase
from corpus.language.conducts import conduct_words

BINDS = 0.25
"""Added for a sentence that says what one must or may do, where that is asked for."""
OPPOSITE = 0.3
"""Taken off for a sentence that forbids where it is asked what must be done, and the other way round."""
CONDUCT, MOST_CONDUCTS = 0.15, 3
"""Added to a sentence of a regulation for what it calls in its words what the question calls in those of every day, and for how many at the most."""
SETS_TERM = 0.2
"""Added for a sentence that says within what time, where that is asked for."""


def weighed_as_rules(evidence: Evidence) -> Iterator[SentenceEvidence]:
    """The sentences; to one that is an item of a list counts what announces the list, to one that binds that what binds is asked for."""
    question, matcher = evidence.question.text, evidence.matcher
    rule, term, listed = asks_for_rule(question), asks_for_term(question), "list" in evidence.question.asks
    permission, conducts = matcher.terms_in(permission_words(question)), conduct_words(question).values()
    for one in evidence.sentences:
        lead = announcement_of(one.document, one.passage, one.span)
        before = lead.of(one.document.text) if lead else ""
        said = matcher.terms_in(one.text)
        adds = CONTEXT_WEIGHT * matcher.weight_of(matcher.terms_in(before) - said) - matcher.weight_of(said & permission)
        adds += BINDS * (rule and binds(before + one.text)) + SETS_TERM * (term and sets_term(one.text))
        if conducts and article_above(one.document, one.passage.section):
            adds += CONDUCT * min(MOST_CONDUCTS, sum(bool(official.search(before + one.text)) for official in conducts))
        speaks = binds(before + one.text) or one.text.endswith(("：", ":"))
        adds -= OPPOSITE * (listed and speaks and asks_for_the_opposite(question, before + one.text))
        yield replace(one, score=one.score + adds) if adds else one


def left_open(evidence: Evidence, best: SentenceEvidence) -> Draft:
    """That the documents leave open what is asked, with the sentence that says who determines it."""
    language = evidence.question.language
    nearest = Statement(phrase("nearest", language, quote=best.text), (Source(best.document.id, best.span),))
    statements = (Statement(phrase("not_in_corpus", language)), nearest)
    return Draft(statements, best.score, status="not_found", reason="not_in_corpus", subject=best.document.title)
