"""Figures that follow from two cited figures: the difference between them."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import Draft, DraftFact, Statement
from assistant.phrases import phrase
from corpus.language.indicators import core_subject
from corpus.language.terms import terms_of

SAME_SHARE = 0.1
"""Share of the terms of the shorter subject that the other must hold as well: two places seldom name one thing in the same words."""
_MAGNITUDES = ((1e8, "亿"), (1e4, "万"))


def with_difference(draft: Draft, language: str) -> Draft:
    """`draft` with the difference of its two targets, or of the first and last of a series, in one unit; unchanged otherwise."""
    told = [fact for fact in draft.facts if fact.values.get("kind") == "target" and fact.values.get("amount") is not None]
    targets = _series_of(told) if len(told) > 2 else told
    if len(targets) != 2 or targets[0].values.get("unit") != targets[1].values.get("unit") or not _of_one_thing(targets[0], targets[1]):
        return draft
    first, second = (float(fact.values["amount"]) for fact in targets)
    unit = str(targets[0].values.get("unit") or "")
    value = printed_amount(abs(second - first))
    expression = f"{printed_amount(max(first, second))} - {printed_amount(min(first, second))}"
    unit = "个百分点" if unit == "%" else unit
    sources = tuple(source for fact in targets for source in fact.sources)
    said = phrase("difference", language, value=value, unit=unit) if first != second else phrase("no_difference", language)
    if first != second and len(draft.statements) == 2:
        said += phrase("first_higher" if first > second else "first_lower", language)
    statement = Statement(said + "。", sources)
    fact = DraftFact({"kind": "derived", "value": f"{value}{unit}", "expression": expression}, sources)
    return replace(draft, statements=(*draft.statements, statement), facts=(*draft.facts, fact))


def _series_of(targets: Sequence[DraftFact]) -> Sequence[DraftFact]:
    """The first and last figure of the one subject that has several, year after year; none where several subjects have, or none."""
    subjects: dict[str, list[DraftFact]] = {}
    for fact in targets:
        subjects.setdefault(str(fact.values.get("subject")), []).append(fact)
    series = [facts for facts in subjects.values() if len(facts) > 1]
    years = [fact.values.get("year") for fact in series[0]] if len(series) == 1 else [None]
    return () if None in years or len(set(years)) < len(years) else (series[0][0], series[0][-1])


def _of_one_thing(one: DraftFact, other: DraftFact) -> bool:
    """Only figures of one indicator have a difference that means anything."""
    first, second = (set(terms_of(core_subject(str(fact.values.get("subject"))))) for fact in (one, other))
    return bool(first and second) and len(first & second) >= SAME_SHARE * min(len(first), len(second))


def printed_amount(amount: float) -> str:
    """An amount as documents print it: 45000 -> 4.5万."""
    for size, name in _MAGNITUDES:
        if amount >= size:
            return f"{round(amount / size, 4):g}{name}"
    return f"{round(amount, 4):g}"
