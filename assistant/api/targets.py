"""GET /api/targets: figures and states to be reached."""

from collections.abc import Callable, Mapping
from typing import Annotated, Literal

from fastapi import Query, Response

from assistant.api.list_query import SortedQuery
from assistant.api.lists import FILES, list_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.listing.item_bodies import Page
from assistant.listing.targets import TargetBody, TargetFilter, found_targets, target_body
from assistant.stated_facts import StatedFact
from corpus.model.facts import Target

router = list_router()


class TargetQuery(TargetFilter, SortedQuery):
    """Filters on targets, and by what they are sorted."""

    sort: Literal["subject", "amount", "year", "document_title"] | None = None


@router.get("/api/targets", response_model=Page[TargetBody], responses=FILES)
def list_targets(session: CurrentSession, query: Annotated[TargetQuery, Query()]) -> Response:
    """Targets in corpus and reading order."""
    with session.knowledge() as knowledge:
        found = query.in_order(found_targets(query, knowledge), SORTED_BY.get(query.sort))
        return list_response("targets", knowledge.generation, query, found, TargetBody, target_body)


SORTED_BY: Mapping[str | None, Callable[[StatedFact[Target]], str | float | None]] = {
    "subject": lambda stated: stated.fact.subject,
    "amount": lambda stated: stated.fact.amount,
    "year": lambda stated: stated.fact.year or (stated.fact.years and stated.fact.years[0]),
    "document_title": lambda stated: stated.document.title,
}
"""By what targets can be sorted."""
