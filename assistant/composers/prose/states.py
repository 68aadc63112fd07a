"""What a paragraph says of the state of the thing it describes: 截至2026年2月，平台已完成…, which need not name the thing again."""

import re
from collections.abc import Sequence

from assistant.evidence import Evidence, SentenceEvidence
from assistant.understanding.asks import Ask
from corpus.model.span import Span

_STATE = re.compile(r"^(?:截[至止](?!日期|时间)|目前|现已|现阶段)")
"""How a sentence begins that tells how far a thing is."""
_TOLD = re.compile(r"已|截至|目前")
_ITEM = re.compile(r"(?:^|[。；：\n])\s*(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])")
_OTHERWISE_ASKED: frozenset[Ask] = frozenset(
    {"figure", "count", "when", "list", "owner", "lead", "builder", "participant", "period", "difference"}
)
LESS = 0.05
"""How much less of the question the stretch that a state belongs to may hold than the best sentence."""


def with_state(evidence: Evidence, ranked: Sequence[SentenceEvidence]) -> Sequence[SentenceEvidence]:
    """`ranked` with the sentence in front that tells the state asked for, of the same item of a paragraph as what names the thing."""
    if not ranked or "progress" not in evidence.question.asks or _OTHERWISE_ASKED & set(evidence.question.asks):
        return ranked
    best = ranked[0]
    if _TOLD.search(best.text):
        return ranked
    least = _coverage(evidence, best, best.span) - LESS
    states = [one for one in ranked if _STATE.match(one.text) and _names(evidence, one, _item(one))]
    told = max(states, key=lambda one: _coverage(evidence, one, _item(one)), default=None)
    if told is None or _coverage(evidence, told, _item(told)) < least:
        return ranked
    return [told, *(other for other in ranked if other is not told)]


def _item(sentence: SentenceEvidence) -> Span:
    """From the beginning of the item of the paragraph to the end of the sentence."""
    text, passage = sentence.document.text, sentence.passage.span
    starts = [match.start() for match in _ITEM.finditer(text, passage.start, sentence.span.start)]
    return Span(starts[-1] if starts else passage.start, sentence.span.end)


def _coverage(evidence: Evidence, sentence: SentenceEvidence, span: Span) -> float:
    heading = sentence.passage.path[-1] if sentence.passage.path else ""
    return evidence.matcher.coverage(f"{heading} {span.of(sentence.document.text)}")


def _names(evidence: Evidence, sentence: SentenceEvidence, span: Span) -> bool:
    heading = sentence.passage.path[-1] if sentence.passage.path else ""
    return evidence.matcher.holds_quoted(f"{heading} {span.of(sentence.document.text)}")
