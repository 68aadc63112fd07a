"""Figures of several documents that the words of the question do not tell apart."""

from collections.abc import Sequence

from assistant.composers.targets.fit import same_subject, source_of
from assistant.composers.targets.pairs import NAMED
from assistant.evidence import Evidence, Scored
from assistant.nearness import SAME_LINE, nearness
from corpus.language.indicators import core_subject
from corpus.language.terms import normalize
from corpus.model.facts import Target

BEHIND = 0.06
"""How far behind the best target one of another document may be to answer the question as well."""
ALIKE = 4
"""Characters at the end, or for two of a sentence at the beginning, of their names that make two indicators one in general words."""
MAX_TIED = 4


def one_for_each_tied(evidence: Evidence, best: Scored[Target], ranked: Sequence[Scored[Target]]) -> list[Scored[Target]]:
    """Where the question names no document and its words fit figures of several alike: the best of each.

    Empty where one fits best or all say the same.
    """
    if best.item.value is None or any(strength >= NAMED for strength in evidence.question.documents.strengths.values()):
        return []
    found = {best.document.id: best}
    for other in ranked[1:12]:
        if other.score >= best.score - BEHIND and _is_alike(evidence, best.item, other.item):
            found.setdefault(other.document.id, other)
    return list(found.values())[:MAX_TIED] if len({item.item.amount for item in found.values()}) > 1 else []


def _is_alike(evidence: Evidence, one: Target, other: Target) -> bool:
    """Whether two figures are of one time and kind and their names end alike and share the same words with the question."""
    if other.value is None or (one.year, one.unit) != (other.year, other.unit):
        return False
    first, second = (normalize(core_subject(target.subject)) for target in (one, other))
    ends_alike = len(first) >= ALIKE and first[-ALIKE:] == second[-ALIKE:]
    return ends_alike and evidence.matcher.terms_in(one.subject) == evidence.matcher.terms_in(other.subject)


def tied_in_line(evidence: Evidence, best: Scored[Target], ranked: Sequence[Scored[Target]]) -> list[Scored[Target]]:
    """Figures of the sentence of the best one that the words of the question name as well as it: 绿色出行 of 绿色出行比例 and 绿色出行满意度."""
    asked = evidence.matcher.terms_in(best.item.subject)
    head = normalize(core_subject(best.item.subject))[:ALIKE]
    return [
        other
        for other in ranked[1:12]
        if other.document.id == best.document.id
        and nearness(best.document, other.item.span, [source_of(best)]) >= SAME_LINE
        and other.item.value is not None
        and (other.item.year, other.item.unit) == (best.item.year, best.item.unit)
        and len(head) == ALIKE
        and normalize(core_subject(other.item.subject)).startswith(head)
        and evidence.matcher.terms_in(other.item.subject) == asked
        and not same_subject(other.item, best.item)
    ][:2]
