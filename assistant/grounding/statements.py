"""Clauses of a sentence that turn what the passages say: forbidden for allowed, done for planned."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.grounding.content import clauses_of_sentence, content_pairs
from assistant.grounding.evidence import Evidence
from assistant.grounding.opposites import counted_in_instead, opposite_told
from assistant.grounding.polarity import Negation, could_say_no, negations_in
from assistant.grounding.progress import results_missing, states_of
from corpus.language.titles import kind_of_title

_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_SENTENCE_END = re.compile(r"[。！？]")
_FUTURE_SECTION = re.compile(r"重点工作|下一步|目标|安排|打算|计划|任务")
_ALTERNATIVES = re.compile(r"[和或、及与]")
_MODAL = re.compile(
    r"要求|可以?|允许|准许|需要|需|必须|应当?|(?<![需重主])要(?!求)|须|能够?|会|均|都|一律|将|已经?|再|予以?|的|在|以|对|把|进行|擅自|任何|其|被|向"
)
_LISTED_NEGATION = re.compile(r"^([^不未无没免禁]*、)(?:未(?!经)|没有?|不(?![得准可能应许宜允]))[^、，]*")
"""One of the things in a list that is named by what it is not: 吸烟、未系安全带."""

ALIGNED = 0.5
"""Share of a clause that a clause of a passage must hold to be taken to say the same."""
RULINGS = ("不得", "禁止", "严禁", "不准", "不可", "不能", "无需", "不必", "不用", "无须")
"""Negations that forbid something or free from it; a clause that says the same has one too."""
HEAD = 2
"""Pairs of characters right after a negation that tell what is denied."""


@dataclass(frozen=True, slots=True)
class Near:
    """The clause of a passage that comes nearest to a clause of the sentence; it holds the `share` of its content."""

    clause: str
    passage: Evidence
    share: float

    @property
    def around(self) -> str:
        """The sentences of the passage that have the clause, and its headings."""
        return "。".join((*(part for part in _SENTENCE_END.split(self.passage.quote) if self.clause in part), self.passage.heading))


def turned_clauses(sentence: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The clauses of the plain `sentence` that deny what the passages state, state what they deny, or tell of another state."""
    stated = [(clause, item) for item in evidence for clause in clauses_of_sentence(item.quote)]
    quotes = "。".join(item.quote for item in evidence)
    for clause in clauses_of_sentence(_TITLE.sub("", sentence)):
        near = _nearest(clause, stated)
        if near is not None and (
            opposite_told(clause, near.clause, quotes)
            or counted_in_instead(clause, quotes)
            or _negation_turned(clause, near, evidence)
            or _state_turned(clause, near, evidence)
        ):
            yield clause


def _nearest(clause: str, stated: Sequence[tuple[str, Evidence]]) -> Near | None:
    """The clause of a passage that shares most with `clause`, and which share of `clause` that is."""
    pairs, content = set(_pairs(clause)), content_pairs(clause)
    best = max(
        stated,
        key=lambda pair: (len(content & content_pairs(pair[0])), len(pairs & set(_pairs(pair[0]))), -len(pair[0])),
        default=None,
    )
    return Near(*best, len(content & content_pairs(best[0])) / max(1, len(content))) if best else None


def _pairs(text: str) -> list[str]:
    return [text[place : place + 2] for place in range(len(text) - 1)]


def _negation_turned(clause: str, near: Near, evidence: Sequence[Evidence]) -> bool:
    said, there = negations_in(clause), negations_in(_LISTED_NEGATION.sub(r"\1", near.clause))
    states = not could_say_no(near.clause)
    ruled = near.share >= ALIGNED and any(negation.word in RULINGS for negation in said)
    if said and (not could_say_no(near.around) or (states and (ruled or any(_head_stands(negation, near.clause) for negation in said)))):
        return True
    if said or could_say_no(clause):
        return False
    if near.share >= ALIGNED:
        return any(_head_stands(negation, clause) for negation in there)
    clauses = [_LISTED_NEGATION.sub(r"\1", part) for item in evidence for part in clauses_of_sentence(item.text)]
    affirmed = [part for part in clauses if not could_say_no(part)]
    denied = [negation for part in clauses for negation in negations_in(part)]
    return any(_head_stands(negation, clause) and not any(_told(negation)[:2] in part for part in affirmed) for negation in denied)


def _head_stands(negation: Negation, clause: str) -> bool:
    """Whether the clause says what the passage denies, without the negation, by what stands right after it; of alternatives any."""
    heads = [pair for told in _ALTERNATIVES.split(_told(negation)) for pair in _pairs(told)[:HEAD]]
    return negation.word != "未经" and any(pair in clause for pair in heads)


def _told(negation: Negation) -> str:
    return _MODAL.sub("", negation.scope)


def _state_turned(clause: str, near: Near, evidence: Sequence[Evidence]) -> bool:
    said, there = states_of(clause), states_of(near.clause)
    held = frozenset(state for item in evidence for state in states_of(item.quote))
    if "done" in said and results_missing(clause, "。".join(item.quote for item in evidence)):
        return True
    if "done" in said and "done" not in (there if there and near.share >= ALIGNED else held):
        return not _reports(near.passage)
    if "ongoing" in said and "ongoing" not in held and not ("planned" in said and "planned" in held):
        return True
    return "planned" in said and "done" in there and "planned" not in there


def _reports(passage: Evidence) -> bool:
    """Whether the passage stands where a report or a reply tells what has been done, so that its verbs of result tell of the past."""
    title, _, section = passage.heading.partition("。")
    return kind_of_title(title) in ("report", "reply") and not _FUTURE_SECTION.search(section) and "planned" not in states_of(passage.quote)
