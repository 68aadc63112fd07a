"""GET /api/targets/series: what one indicator is to be in each of several years."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import Query, Response

from assistant.api.item_bodies import ItemBody, Page
from assistant.api.list_query import PAGE
from assistant.api.lists import list_router
from assistant.api.sessions import CurrentSession
from assistant.api.targets import TargetBody, TargetQuery, found_targets, target_body
from assistant.stated_facts import StatedFact
from corpus.language.terms import normalize
from corpus.model.facts import Target

router = list_router()

Yearly = dict[int, StatedFact[Target]]


class SeriesBody(ItemBody):
    """An indicator of one place of a document, in one unit and one way of counting, and its figures by year."""

    document_id: str
    document_title: str
    section: list[str]
    subject: str
    unit: str | None
    cumulative: bool
    points: list[TargetBody]


class SeriesQuery(TargetQuery):
    """The filters on targets; a series is there when one of its figures fits, and is then whole. It comes as JSON only."""


@router.get("/api/targets/series", response_model=Page[SeriesBody])
def list_series(session: CurrentSession, query: Annotated[SeriesQuery, Query()]) -> Response:
    """Series of two years or more, in corpus and reading order."""
    with session.knowledge() as knowledge:
        fitting = {stated.id for stated in found_targets(query, knowledge)}
        every = found_targets(TargetQuery(document_id=query.document_id), knowledge)
        found = [series for series in yearly_series(every) if any(stated.id in fitting for stated in series.values())]
        limit = query.limit or PAGE
        items = [_body(series) for series in found[query.offset : query.offset + limit]]
        page = Page[SeriesBody](items=items, total=len(found), limit=limit, offset=query.offset)
        return Response(page.model_dump_json(), media_type="application/json")


def yearly_series(targets: Iterable[StatedFact[Target]]) -> list[Yearly]:
    """The figures of each indicator by year, for indicators with figures of two years or more.

    Only what is surely one indicator is put together: the same words under the same heading, in the same unit, counted the same way. Where two
    figures are stated for one year nothing tells which of them goes on, and there is no series. What another place repeats is left out.
    """
    groups: dict[tuple[object, ...], list[StatedFact[Target]]] = defaultdict(list)
    for stated in targets:
        fact = stated.fact
        if fact.amount is not None and fact.amount_to is None and fact.year is not None and fact.years is None:
            groups[(fact.document_id, fact.path, *_indicator(fact))].append(stated)
    series = [yearly for group in groups.values() if (yearly := _by_year(group))]
    told = [(group[min(group)].fact, {(year, stated.fact.amount) for year, stated in group.items()}) for group in series]
    return [group for number, group in enumerate(series) if not _is_repeated(number, told)]


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


def _is_repeated(number: int, told: Sequence[tuple[Target, set[tuple[int, float | None]]]]) -> bool:
    fact, points = told[number]
    return any(
        other.document_id == fact.document_id
        and _indicator(other) == _indicator(fact)
        and (points < others or (points == others and place < number))
        for place, (other, others) in enumerate(told)
    )


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
        points=points,
    )
