"""What speaks for a sentence where a question wants to know what a thing is, does, offers or works with."""

import re

from assistant.composers.regulations.provisions import article_above
from assistant.evidence import Evidence, SentenceEvidence
from assistant.understanding.asks import Ask
from corpus.language.numbering import numbering_of

SHORT_HEADING = 12
"""Characters up to which a heading without a number can be the name of a thing."""
_DESCRIBES: frozenset[Ask] = frozenset({"definition", "purpose", "meaning", "list", "data_used", "data_source", "field"})
"""Asks that what a text says of a thing answers: what it is, does, offers, works with."""
_OPEN = re.compile(r"什么|啥|哪|怎|如何")
_AIM, AIM = re.compile(r"(?:到|至)?(?:19|20)\d{2}年"), 0.1
"""The beginning of an aim of a year, and what is taken off it where it is asked what a thing is or does."""
MOST, MUCH = 0.5, 0.35
"""Shares of the question's words from which a heading names what is asked about: by itself; and where most of its words are of the question."""
HEADED = 0.4
"""Added for a definition right under the numbered heading that names what is asked."""
OPENING = 0.1
"""Added for the first sentence under that heading: it says what the thing is, the next ones what it does."""


def asks_to_describe(evidence: Evidence) -> bool:
    """Whether the question wants to know what a thing is, does, offers or works with."""
    asks = set(evidence.question.asks)
    return asks <= _DESCRIBES and (bool(asks) or _OPEN.search(evidence.question.text) is not None)


def describes(evidence: Evidence, sentence: SentenceEvidence) -> float:
    """What speaks for a sentence that tells what a thing is and does: it stands under the heading that names the thing; it is no aim of a year."""
    form = -AIM * (_AIM.match(sentence.text) is not None and not evidence.question.years)
    if is_headed(evidence, sentence):
        form += HEADED + OPENING * (sentence.passage.sentences[0].start == sentence.span.start)
    return form


def is_headed(evidence: Evidence, sentence: SentenceEvidence) -> bool:
    """Whether the sentence stands right under a numbered or short heading that names what is described; an item of an article is its own heading."""
    heading = sentence.passage.path[-1] if sentence.passage.path else ""
    if not heading or not asks_to_describe(evidence) or sentence.text in heading:
        return False
    short = numbering_of(heading) or len(heading) <= SHORT_HEADING
    return bool(short) and _names(evidence, heading) and not article_above(sentence.document, sentence.passage.section)


def _names(evidence: Evidence, heading: str) -> bool:
    """Whether the heading names what is asked about: it holds most of the question, or little besides what stands there."""
    if evidence.matcher.has_quoted and evidence.matcher.holds_quoted(heading):
        return True
    coverage = evidence.matcher.match(heading).coverage
    return coverage >= MOST or (coverage >= MUCH and evidence.matcher.share_in_question(heading) >= MOST)
