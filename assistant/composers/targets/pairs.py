"""Two targets set against each other: of two documents, of two years, what is aimed at and what was reached, two that share a name in part."""

import re
from collections.abc import Sequence

from assistant.composers.targets.fit import RESULT_ASKED, is_aim, same_subject, told_before
from assistant.evidence import Evidence, Scored
from corpus.language.figures import figures_in
from corpus.language.indicators import core_subject
from corpus.language.terms import terms_of
from corpus.model.facts import Target

NAMED, BEHIND = 0.45, 0.5
"""Strength from which a document counts as named, and how far behind the best target one of another document may be."""
UNNAMED = 0.2
"""Score before its fit of a target found by the one told before and not by the words of the question."""
_COMPARED = re.compile(
    r"各(?:是|为|有|要)?(?:多少|几)?|分别|相比|比|对比|差|区别|不同|一样|一致|变化|有没有(?:达到|超过|完成)|达没达到|[两俩]个?(?:数|都)|都(?:提|写|定|说|给|告诉|要)|又(?:写|定|说|提|给|是)"
)
_NAMES_COMPARED = re.compile(r"还是|写法|说法|叫法|名称")
"""Asks which of two names a figure that the question tells is given."""
CALLED = 0.6
"""Share of the terms of a name that the question holds where it is one of the two."""
_AIMED_AT = re.compile(r"目标|计划数|任务数|预期|规划")


def one_for_each_document(evidence: Evidence, ranked: Sequence[Scored[Target]]) -> list[Scored[Target]]:
    """Where the question sets several documents it names against each other: the best target of each, all with a figure."""
    named = [key for key, strength in evidence.question.documents.strengths.items() if strength >= NAMED]
    if len(named) < 2 or not _COMPARED.search(evidence.question.text):
        return []
    best = [next((item for item in ranked if item.document.id == key and item.item.value is not None), None) for key in named]
    found = [item for item in best if item is not None and item.score >= ranked[0].score - BEHIND]
    return sorted(found, key=lambda item: item.item.year or 0) if len(found) > 1 else []


def counterparts(evidence: Evidence) -> list[Scored[Target]]:
    """What other documents set for the indicator told before, in the year asked for; the words of this part of the question do not name it."""
    told = told_before(evidence)
    known = {target.item.span for target in evidence.targets}
    named = {key for key, strength in evidence.question.documents.strengths.items() if strength >= NAMED} - {
        fact.document_id for fact in told
    }
    found = []
    for fact in evidence.knowledge.facts("target") if told else ():
        if (
            not isinstance(fact, Target)
            or fact.year not in evidence.question.years
            or fact.span in known
            or (named and fact.document_id not in named)
        ):
            continue
        if any(fact.document_id != other.document_id and same_subject(fact, other) for other in told):
            found.append(Scored(fact, evidence.knowledge.document(fact.document_id), UNNAMED, 0.0))
    return found


def other_side(evidence: Evidence, best: Scored[Target], ranked: Sequence[Scored[Target]]) -> list[Scored[Target]]:
    """The figure that the question sets the best one against, where it names both in one sentence.

    That is the aim for what was reached and the other way round (实际…和目标比), or the figure of the other of two things that share part of
    their name (省级的和市级的差多少), or the other place that tells the figure, by the other of two names that the question holds.
    """
    text = evidence.question.text
    if _NAMES_COMPARED.search(text) and any(figure.amount == best.item.amount for figure in figures_in(text)):
        return [other for other in ranked[1:20] if _is_named_otherwise(evidence, best, other)][:1]
    if _AIMED_AT.search(text) and _COMPARED.search(text) and RESULT_ASKED.search(text):
        for other in ranked[:20]:
            years = {other.item.year, best.item.year}
            same_time = len(years) == 1 or None in years or years <= set(evidence.question.years)
            if same_time and is_aim(other) != is_aim(best) and other.item.value and same_subject(other.item, best.item):
                return [other]
    if "difference" not in evidence.question.asks or best.item.value is None:
        return []
    return [other for other in ranked[1:8] if _is_other_of_two(evidence, best.item, other.item) and other.document.id == best.document.id][
        :1
    ]


def _is_named_otherwise(evidence: Evidence, best: Scored[Target], other: Scored[Target]) -> bool:
    """Whether a document gives the same figure for the same time to another name that the question holds."""
    one, two = best.item, other.item
    same = (one.amount, one.unit, one.year) == (two.amount, two.unit, two.year) and best.document.id == other.document.id
    names = [core_subject(target.subject) for target in (one, two)]
    return same and names[0] != names[1] and evidence.matcher.share_in_question(names[1]) >= CALLED


def _is_other_of_two(evidence: Evidence, one: Target, other: Target) -> bool:
    """Whether two figures in one unit are of things told apart by words that the question has of both."""
    first, second = (frozenset(terms_of(core_subject(target.subject))) for target in (one, other))
    asked = evidence.matcher.terms_in(one.subject), evidence.matcher.terms_in(other.subject)
    alike = one.unit == other.unit and one.year == other.year and one.comparator == other.comparator and other.value is not None
    return alike and bool(first & second) and bool(asked[0] - asked[1]) and bool(asked[1] - asked[0])
