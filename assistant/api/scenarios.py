"""GET /api/scenarios: the rows of scenario and project tables."""

from collections.abc import Callable, Mapping
from typing import Annotated, Literal

from fastapi import Query, Response

from assistant.api.list_query import SortedQuery
from assistant.api.lists import FILES, list_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.listing.item_bodies import Page
from assistant.listing.scenarios import ScenarioBody, ScenarioFilter, found_scenarios, scenario_body
from assistant.stated_facts import StatedFact
from corpus.model.facts import Scenario

router = list_router()


class ScenarioQuery(ScenarioFilter, SortedQuery):
    """Filters on table rows, and by what they are sorted."""

    sort: Literal["name", "builders", "starts", "ends", "document_title"] | None = None


_SORTED_BY: Mapping[str | None, Callable[[StatedFact[Scenario]], str | None]] = {
    "name": lambda stated: stated.fact.name,
    "builders": lambda stated: "、".join(stated.fact.builders) or None,
    "starts": lambda stated: stated.fact.starts,
    "ends": lambda stated: stated.fact.ends,
    "document_title": lambda stated: stated.document.title,
}


@router.get("/api/scenarios", response_model=Page[ScenarioBody], responses=FILES)
def list_scenarios(session: CurrentSession, query: Annotated[ScenarioQuery, Query()]) -> Response:
    """Table rows in corpus and reading order."""
    with session.knowledge() as knowledge:
        found = query.in_order(found_scenarios(query, knowledge), _SORTED_BY.get(query.sort))
        return list_response("scenarios", knowledge.generation, query, found, ScenarioBody, scenario_body)
