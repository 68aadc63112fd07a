"""The figure of a year for which the documents call an indicator otherwise: 产业链产值达到29亿元 one year, 产业产值达到45亿元 the next."""

from collections.abc import Sequence

from assistant.composers.targets.fit import same_subject, speaks_of
from assistant.evidence import Evidence, Scored
from corpus.language.figures import figures_in
from corpus.language.indicators import core_subject
from corpus.model.facts import Target

LOOKED_AT = 20
"""Targets, from the best on, among which the figure is."""
NEARLY = 0.5
"""Share of what the words of the question give the best figure that they must give the other one."""
CALLED, IN_FULL = 0.5, 0.9
"""Share of what one of the two says of the question that both say; or else of the other one's name that stands in the question."""
LEAST = 0.001
"""Weight that no words of the question have."""


def figure_of_year(evidence: Evidence, best: Scored[Target], ranked: Sequence[Scored[Target]], year: int) -> Scored[Target] | None:
    """What a document states for `year` of the indicator of `best`, or of what the question calls so as well; None where none does."""
    same = next((one for one in ranked if one.item.year == year and one.item.value and same_subject(one.item, best.item)), None)
    if same or best.item.value is None:
        return same
    least = NEARLY * next((one.score for one in evidence.targets if one.item is best.item), best.score)
    found = [one for one in evidence.targets[:LOOKED_AT] if one.score >= least and _is_called_alike(evidence, best, one, year)]
    return max(found, key=lambda one: (one.document.id == best.document.id, one.score), default=None)


def stands_for(target: Scored[Target], years: Sequence[int]) -> int | None:
    """The year of `years` that a figure is of: its own, or where it has none the last one that its document speaks of."""
    if target.item.year in years:
        return target.item.year
    undated = target.item.year is None and target.item.years is None
    return next((year for year in sorted(years, reverse=True) if undated and speaks_of(target.document, (year,))), None)


def _is_called_alike(evidence: Evidence, best: Scored[Target], other: Scored[Target], year: int) -> bool:
    """Whether a figure in the same unit is of the year and shares with the best one what the question calls both."""
    units = {figure.unit for figure in figures_in(other.item.statement)}
    if stands_for(other, (year,)) is None or best.item.unit not in units or other.item.span == best.item.span:
        return False
    name = core_subject(other.item.subject)
    asked = [evidence.matcher.terms_in(f"{one.item.subject} {one.item.statement}") for one in (best, other)]
    shared = evidence.matcher.weight_of(asked[0] & asked[1]) / max(*map(evidence.matcher.weight_of, asked), LEAST)
    return shared >= CALLED or evidence.matcher.share_in_question(name) >= IN_FULL
