"""The times that a sentence claims, looked up in its passages."""

from collections.abc import Iterator, Sequence

from assistant.grounding.evidence import Evidence
from assistant.grounding.moments import Moment, clock_times_in, moments_in


def missing_times(sentence: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The years, months, days and times of day of the plain `sentence` that no passage names."""
    written = next((item.written for item in evidence if item.written), None)
    known = [moment for item in evidence for moment in (*item.moments, *item.heading_moments)]
    for claimed in moments_in(sentence, written):
        if not any(_names(claimed, moment) for moment in known) and not _names_ends(claimed, known):
            yield sentence[claimed.start : claimed.end]
    clocks = frozenset().union(*(clock_times_in(item.text) for item in evidence))
    for hour, minute in clock_times_in(sentence) - clocks:
        yield f"{hour}:{minute:02}"


def same_time(claimed: Moment, stated: Moment) -> bool:
    """Whether what holds for `stated` can be claimed for `claimed`: the same year, and no other month or day where both name one."""
    for one, other in ((claimed.last, stated.last), (claimed.month, stated.month), (claimed.day, stated.day)):
        if one is not None and other is not None and one != other:
            return False
    return not (claimed.part and stated.part and claimed.part != stated.part)


def _names(claimed: Moment, stated: Moment) -> bool:
    """Whether `stated` says all of `claimed`."""
    if claimed.first is not None and claimed.last is not None and claimed.first != claimed.last:
        return (claimed.first, claimed.last) == (stated.first, stated.last)
    if claimed.last is not None and claimed.last not in (stated.first, stated.last):
        return False
    if claimed.month is not None and claimed.month != stated.month:
        return False
    if claimed.day is not None and stated.day is not None and claimed.day != stated.day:
        return False
    return (claimed.day is None or stated.day is not None) and (not claimed.part or claimed.part == stated.part)


def _names_ends(claimed: Moment, known: Sequence[Moment]) -> bool:
    """Whether both ends of a span of years are named, each by itself."""
    if claimed.first is None or claimed.first == claimed.last:
        return False
    ends = {year for moment in known for year in (moment.first, moment.last)}
    return claimed.first in ends and claimed.last in ends
