"""GET /api/responsibilities: who answers for which task."""

from typing import Annotated

from fastapi import Query, Response

from assistant.api.list_query import ListQuery
from assistant.api.lists import FILES, list_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.listing.item_bodies import Page
from assistant.listing.responsibilities import ResponsibilityBody, ResponsibilityFilter, found_responsibilities, responsibility_body

router = list_router()


class ResponsibilityQuery(ResponsibilityFilter, ListQuery):
    """Filters on tasks, and a page of those that fit."""


@router.get("/api/responsibilities", response_model=Page[ResponsibilityBody], responses=FILES)
def list_responsibilities(session: CurrentSession, query: Annotated[ResponsibilityQuery, Query()]) -> Response:
    """Tasks with their units, in corpus and reading order."""
    with session.knowledge() as knowledge:
        found = found_responsibilities(query, knowledge)
        return list_response("responsibilities", knowledge.generation, query, found, ResponsibilityBody, responsibility_body)
