"""The figures that a sentence claims, looked up in its passages with unit, bound, direction, year and what they count."""

import re
from collections.abc import Iterator, Sequence
from math import isclose

from assistant.grounding.evidence import Evidence
from assistant.grounding.listed import numbers_of_listed
from assistant.grounding.moments import Moment
from assistant.grounding.pairing import Counted, counted_in, nearer
from assistant.grounding.quantities import Quantity, countable
from assistant.grounding.times import same_time, times_around, year_counted_from

_BOUNDS = {
    "least": ("least", "full"),
    "full": ("least", "full", ""),
    "most": ("most", "within"),
    "within": ("within", "most", ""),
    "about": ("about", ""),
}
"""What a passage may print for the bound that a sentence gives."""
_MOST = re.compile(r"最[多高大长]，(?:为|是|达到?)?$")
"""Says right before a figure that it is the highest of several."""
_ALIKE = (*({one, two} for one in "个项类种" for two in "个项类种"), {"块", "元"})
"""Measure words that stand for each other."""


def missing_figures(sentence: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The figures of the plain `sentence` that no passage states of the same thing and time."""
    listed = frozenset[int]().union(*(numbers_of_listed(item.quote) for item in evidence))
    claims = counted_in(sentence, year_counted_from(sentence, evidence))
    for claim in claims:
        most = _MOST.search(sentence, 0, claim.quantity.start) is not None
        if claim.quantity.indefinite or any(
            _states(item, claim, claims, evidence) and not (most and _exceeded(claim, item)) for item in evidence
        ):
            continue
        if not (claim.quantity.value in listed and _counts(claim.quantity)):
            yield sentence[claim.quantity.start : claim.quantity.end]


def _exceeded(claim: Counted, passage: Evidence) -> bool:
    """Whether the passage has a higher figure for another year than the one that is said to be the highest of the years."""
    return claim.moment is not None and any(
        item.moment is not None
        and item.quantity.unit == claim.quantity.unit
        and item.quantity.value > claim.quantity.value
        and not same_time(claim.moment, item.moment)
        for item in passage.counted
    )


def _counts(claim: Quantity) -> bool:
    """Whether the claim can be the number of things listed: a whole number of things, no more of them and no less."""
    return countable(claim.unit) and not (claim.bound or claim.change or claim.tally)


def _states(passage: Evidence, claim: Counted, claims: Sequence[Counted], evidence: Sequence[Evidence]) -> bool:
    timely = [item for item in passage.counted if _in_time(claim.moment, item, passage, evidence)]
    equal = [item for item in timely if _same_amount(claim.quantity, item.quantity)]
    if not any(_fits(claim.quantity, item.quantity) for item in equal):
        return False
    fitting = [item for item in equal if _fits(claim.quantity, item.quantity)]
    rivals = [item for item in timely if item not in equal and _rival(claim.quantity, item.quantity)]
    others = [other for other in claims if other is not claim]
    return not any(all(_nearer(claim, rival, item) and not _taken(claim, item, rival, others) for item in fitting) for rival in rivals)


def _taken(claim: Counted, item: Counted, rival: Counted, others: Sequence[Counted]) -> bool:
    """Whether another figure of the sentence is that of `rival`, and the two say more of what the passage does as they stand than exchanged."""
    return any(
        _same_amount(other.quantity, rival.quantity)
        and len(claim.words & item.words) + len(other.words & rival.words) > len(claim.words & rival.words) + len(other.words & item.words)
        for other in others
    )


def _same_amount(claim: Quantity, stated: Quantity) -> bool:
    return _same_unit(claim.unit, stated) and isclose(claim.value, stated.value, rel_tol=1e-9)


def _same_unit(claim: str, stated: Quantity) -> bool:
    """Whether the units agree; a sentence may leave out any but the sign of a share, a cell of a table even that."""
    (one, _, per), (two, _, stated_per) = claim.partition("/"), stated.unit.partition("/")
    if per and stated_per and per != stated_per:
        return False
    if not two:
        return stated.bare or not one or countable(one)
    return one == two or {one, two} in _ALIKE or (not one and two not in ("%", "个百分点"))


def _rival(claim: Quantity, stated: Quantity) -> bool:
    """Whether a sentence could have taken its amount for the one of `stated`: of one unit, and not the other end of what is bounded."""
    one, two = claim.unit, stated.unit
    if stated.indefinite or "from" in {claim.change, stated.change} or {claim.bound, stated.bound} == {"least", "most"}:
        return False
    return one == two or (not one and (countable(two) or not two))


def _fits(claim: Quantity, stated: Quantity) -> bool:
    """Whether the bound and the direction of the claim are those stated; a bound may be left out, not added or turned round."""
    if claim.bound and stated.bound not in _BOUNDS[claim.bound]:
        return False
    if (stated.ranged and not claim.bound) or _tally_turned(claim, stated):
        return False
    if claim.direction * stated.direction < 0:
        return False
    if (stated.change == "from") > (claim.change == "from") or (claim.change == "from" and stated.change in ("up", "down")):
        return False
    if claim.change == "up" and (stated.tally == "new" or claim.tally == "new"):
        return stated.change != "down"
    if claim.change in ("up", "down"):
        return stated.change in ("up", "down") or stated.direction == claim.direction
    return not (claim.change == "to" and stated.change in ("up", "down"))


def _in_time(claimed: Moment | None, item: Counted, passage: Evidence, evidence: Sequence[Evidence]) -> bool:
    if claimed is None:
        return True
    if item.moment is not None:
        return same_time(claimed, item.moment)
    if claimed.first != claimed.last and any(same_time(claimed, moment) for moment in passage.title_moments):
        return True
    return any(same_time(claimed, moment) for moment in times_around(passage, evidence))


def _nearer(claim: Counted, rival: Counted, item: Counted) -> bool:
    """Whether the words of the claim are those of `rival` rather than of `item`, which has its amount."""
    least = 1 if claim.exact else 2
    if claim.near & (rival.near ^ item.near):
        return nearer(claim.near, rival.near, item.near, least)
    return claim.exact and nearer(claim.words, rival.words, item.words)


def _tally_turned(claim: Quantity, stated: Quantity) -> bool:
    """Whether the claim counts what was added where the passage counts all, or the other way round."""
    if claim.tally == "new":
        return stated.tally == "total" or (not stated.tally and stated.change == "to")
    return claim.tally == "total" and stated.tally == "new"
