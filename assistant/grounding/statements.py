"""Clauses of a sentence that turn what the passages say: forbidden for allowed, done for planned."""

import re
from collections.abc import Iterator, Sequence

from assistant.grounding.evidence import Evidence
from assistant.grounding.content import clauses_of_sentence, content_pairs
from assistant.grounding.polarity import Negation, could_say_no, negations_in
from assistant.grounding.progress import results_missing, states_of
from corpus.language.titles import kind_of_title

_FUTURE_SECTION = re.compile(r"重点工作|下一步|目标|安排|打算|计划|任务")
_MODAL = re.compile(r"可以?|允许|准许|需要?|必须|应当?|要|须|能够?|会|均|都|一律|将|已经?|再|予以?|的|在|以|对|把|进行|擅自|任何|其|被|向")

HEAD = 4
"""Characters right after a negation that tell what is denied."""


def turned_clauses(sentence: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The clauses of the plain `sentence` that deny what the passages state, state what they deny, or tell of another state."""
    stated = [(clause, item) for item in evidence for clause in clauses_of_sentence(item.quote)]
    denied = [negation for item in evidence for negation in negations_in(item.text)]
    for clause in clauses_of_sentence(sentence):
        near = _nearest(clause, stated)
        if near is None:
            continue
        if _denies_more(clause, denied, near[1].quote) or _denies_less(clause, sentence, denied) or _state_turned(clause, near[0], near[1], evidence):
            yield clause


def _nearest(clause: str, stated: Sequence[tuple[str, Evidence]]) -> tuple[str, Evidence] | None:
    pairs = content_pairs(clause)
    best = max(stated, key=lambda pair: len(pairs & content_pairs(pair[0])), default=None)
    return best if best and pairs & content_pairs(best[0]) else None


def _denies_more(clause: str, denied: Sequence[Negation], quote: str) -> bool:
    """Whether the clause says no to what no passage says no to."""
    return any(
        _told(negation) and not could_say_no(quote) and not any(_same_scope(negation, other) for other in denied) for negation in negations_in(clause)
    )


def _denies_less(clause: str, sentence: str, denied: Sequence[Negation]) -> bool:
    """Whether the clause states, without any no, what the passages deny."""
    if negations_in(sentence) or could_say_no(sentence):
        return False
    return any(
        len(head := _told(negation)[:HEAD]) >= 2 and negation.word != "未经" and any(head[place : place + 2] in clause for place in range(len(head) - 1))
        for negation in denied
    )


def _same_scope(negation: Negation, other: Negation) -> bool:
    """Whether two negations say no to the same: they share a pair of characters, or one character where one of them has little more."""
    one, two = negation.word + _told(negation), other.word + _told(other)
    pairs = {one[place : place + 2] for place in range(len(one) - 1)}
    if any(pair in two for pair in pairs if pair != negation.word[:2]):
        return True
    short = min(_told(negation), _told(other), key=len)
    return len(short) <= 4 and bool(set(_told(negation)) & set(_told(other)))


def _told(negation: Negation) -> str:
    return _MODAL.sub("", negation.scope)


def _state_turned(clause: str, near: str, passage: Evidence, evidence: Sequence[Evidence]) -> bool:
    said = states_of(clause)
    held = frozenset(state for item in evidence for state in states_of(item.quote))
    if "done" in said and (results_missing(clause, "。".join(item.quote for item in evidence)) or ("done" not in held and not _reports(passage))):
        return True
    if "ongoing" in said and "ongoing" not in held:
        return True
    return "planned" in said and "done" in states_of(near) and "planned" not in held


def _reports(passage: Evidence) -> bool:
    """Whether the passage stands where a report or a reply tells what has been done, so that its verbs of result tell of the past."""
    title, _, section = passage.heading.partition("。")
    return kind_of_title(title) in ("report", "reply") and not _FUTURE_SECTION.search(section) and "planned" not in states_of(passage.quote)
