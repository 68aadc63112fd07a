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
_RESTS_ON = re.compile(
    r"(?:依托|依靠|靠|借助|基于|利用|背靠)的?(?:是)?(?:哪|什么|啥)(?!项目|工程|计划|政策|文件)|以(?:哪|什么|啥)[^，。？]{0,6}为(?:基础|依托|支撑)|"
    r"[拿用由](?:什么|啥|哪些)(?:来|去)?(?:搭|建|做|支撑)|在(?:什么|啥)基础上"
)
"""Asks what a thing is built on or made with."""
_FOUNDATION = re.compile(r"(?:依托|依靠|借助|基于|利用|运用|采用|以)(?P<base>[^，。；]{2,12})")
RESTS = 0.2
"""Added for a sentence that names something else as what a thing is built on: not one that builds on the thing."""
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


def tells_foundation(evidence: Evidence, text: str) -> float:
    """What speaks for a sentence where it is asked what a thing rests on: it names something that the question does not."""
    if not _RESTS_ON.search(evidence.question.text):
        return 0.0
    return RESTS * any(evidence.matcher.coverage(match["base"]) < MUCH for match in _FOUNDATION.finditer(text))


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
