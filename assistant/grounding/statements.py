"""Clauses of a sentence that turn what the passages say: allowed for forbidden, done for planned."""

from collections.abc import Iterator, Sequence

from assistant.grounding.evidence import Evidence
from assistant.grounding.overlap import clauses_of_sentence, content_pairs
from assistant.grounding.polarity import allows, limits, negations_of, states_of, tells_result
from corpus.language.titles import kind_of_title


def turned_clauses(sentence: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The clauses of the plain `sentence` that deny what the passages state, state what they deny, or tell of another state."""
    stated = [(clause, item) for item in evidence for clause in clauses_of_sentence(item.quote)]
    for clause in clauses_of_sentence(sentence):
        near = _nearest(clause, stated)
        if near is None:
            continue
        if _negation_turned(clause, near[0], near[1].quote) or _state_turned(clause, near[0], near[1], evidence):
            yield clause


def _nearest(clause: str, stated: Sequence[tuple[str, Evidence]]) -> tuple[str, Evidence] | None:
    pairs = content_pairs(clause)
    best = max(stated, key=lambda pair: len(pairs & content_pairs(pair[0])), default=None)
    return best if best and pairs & content_pairs(best[0]) else None


def _negation_turned(clause: str, near: str, quote: str) -> bool:
    said, held, around = negations_of(clause), negations_of(near), negations_of(quote)
    if said and not around:
        return not limits(quote)
    return bool(held) and not said and allows(clause) and not allows(near)


def _state_turned(clause: str, near: str, passage: Evidence, evidence: Sequence[Evidence]) -> bool:
    said = states_of(clause)
    held = frozenset().union(*(states_of(item.quote) for item in evidence))
    if "done" in said and "done" not in held:
        return not _reports(passage, near)
    if "ongoing" in said and "ongoing" not in held and "ongoing":
        return True
    return "planned" in said and "done" in states_of(near) and "planned" not in held


def _reports(passage: Evidence, near: str) -> bool:
    return (kind_of_title(passage.heading.partition("。")[0]) in ("report", "reply") or tells_result(near)) and "planned" not in states_of(
        near
    )
