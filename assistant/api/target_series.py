"""GET /api/targets/series: what one indicator is to be in each of several years."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Annotated

from fastapi import Query, Response
from pydantic import Field

from assistant.api.lists import FILES, list_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.api.targets import SORTED_BY, TargetQuery
from assistant.listing.item_bodies import ItemBody, Page
from assistant.listing.targets import TargetBody, TargetFilter, found_targets, target_body
from assistant.stated_facts import StatedFact
from corpus.language.terms import normalize
from corpus.model.facts import Target

router = list_router()

Yearly = dict[int, StatedFact[Target]]

_SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "about": "≈"}


class SeriesBody(ItemBody):
    """An indicator of one place of a document, in one unit and one way of counting, and its figures by year."""

    subject: str = Field(title="指标")
    unit: str | None = Field(title="计量单位")
    cumulative: bool = Field(title="累计")
    each_year: bool = Field(title="每年")
    document_title: str = Field(title="文件")
    section: list[str] = Field(title="章节")
    document_id: str = Field(title="文件编号")
    points: list[TargetBody]

    def printed_columns(self) -> dict[str, str]:
        """The figure of each year, as printed, with the sign of what it bounds."""
        return {str(point.year): _SIGNS.get(point.comparator or "", "") + (point.value or "") for point in self.points}


class SeriesQuery(TargetQuery):
    """The filters on targets; a series is there when one of its figures fits, and is then whole. It is sorted by its first figure."""


@router.get("/api/targets/series", response_model=Page[SeriesBody], responses=FILES)
def list_series(session: CurrentSession, query: Annotated[SeriesQuery, Query()]) -> Response:
    """Series of two years or more, in corpus and reading order."""
    with session.knowledge() as knowledge:
        fitting = {stated.id for stated in found_targets(query, knowledge)}
        every = found_targets(TargetFilter(document_id=query.document_id), knowledge)
        found = [series for series in yearly_series(every) if any(stated.id in fitting for stated in series.values())]
        by = SORTED_BY.get(query.sort)
        found = query.in_order(found, (lambda series: by(series[min(series)])) if by else None)
        return list_response("series", knowledge.generation, query, found, SeriesBody, _body)


def yearly_series(every: Sequence[StatedFact[Target]]) -> list[Yearly]:
    """The figures of each indicator by year, for indicators with figures of two years or more.

    Only what is surely one indicator is put together: the same words under the same heading, in the same unit, counted the same way. Where two
    figures are stated for one year nothing tells which of them goes on, and there is no series. What another place repeats is left out.
    """
    groups: dict[tuple[object, ...], list[StatedFact[Target]]] = defaultdict(list)
    for stated in every:
        fact = stated.fact
        if fact.amount is not None and fact.amount_to is None and fact.year is not None and fact.years is None:
            groups[(fact.document_id, fact.path, *_indicator(fact))].append(stated)
    alike: dict[tuple[object, ...], list[Yearly]] = defaultdict(list)
    for (document_id, _, *indicator), group in groups.items():
        yearly = _by_year(group)
        if yearly:
            alike[(document_id, *indicator)].append(yearly)
    series = [yearly for places in alike.values() for yearly in _not_repeated(places)]
    order = {stated.id: number for number, stated in enumerate(every)}
    return sorted(series, key=lambda yearly: min(order[stated.id] for stated in yearly.values()))


def _indicator(fact: Target) -> tuple[object, ...]:
    return normalize(fact.subject), normalize(fact.unit or ""), fact.cumulative, fact.comparator == "each_year"


def _by_year(group: Sequence[StatedFact[Target]]) -> Yearly | None:
    yearly: Yearly = {}
    for stated in group:
        assert stated.fact.year is not None
        other = yearly.setdefault(stated.fact.year, stated)
        if (other.fact.amount, other.fact.comparator) != (stated.fact.amount, stated.fact.comparator):
            return None
    return dict(sorted(yearly.items())) if len(yearly) > 1 else None


def _not_repeated(places: Sequence[Yearly]) -> list[Yearly]:
    """The series of one indicator whose figures no other place has too; of alike ones the first."""
    told = [{(year, stated.fact.amount) for year, stated in yearly.items()} for yearly in places]
    return [
        yearly
        for place, (yearly, points) in enumerate(zip(places, told, strict=True))
        if not any(points < others or (points == others and other < place) for other, others in enumerate(told))
    ]


def _body(series: Yearly) -> SeriesBody:
    points = [target_body(stated) for stated in series.values()]
    first = points[0]
    return SeriesBody(
        document_id=first.document_id,
        document_title=first.document_title,
        section=first.section,
        subject=first.subject,
        unit=first.unit,
        cumulative=first.cumulative,
        each_year=first.comparator == "each_year",
        points=points,
    )
