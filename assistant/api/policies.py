"""GET /api/policies: the documents that the texts rest on or name."""

from typing import Annotated

from fastapi import Query, Response
from pydantic import Field

from assistant.api.list_query import ListQuery
from assistant.api.lists import FILES, list_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.listing.filters import FactFilter, Wanted, contains
from assistant.listing.item_bodies import Page, PlacedBody
from assistant.stated_facts import StatedFact, stated_facts
from corpus.model.facts import PolicyReference

router = list_router()


class PolicyBody(PlacedBody):
    """A document that is named; `role` is the label it stands under or the verb that leads it in."""

    title: str = Field(title="文件名称")
    number: str | None = Field(title="文号")
    issued_by: str | None = Field(title="发文机关")
    role: str | None = Field(title="作用")


class PolicyQuery(FactFilter, ListQuery):
    """Filters on the documents named; each takes characters of what it is called after."""

    title: Wanted | None = None
    number: Wanted | None = None
    issued_by: Wanted | None = None
    role: Wanted | None = None

    def fits(self, stated: StatedFact[PolicyReference]) -> bool:
        """Whether a reference is what is asked for."""
        fact = stated.fact
        return (
            contains(fact.title, self.title)
            and contains(fact.number, self.number)
            and contains(fact.issued_by, self.issued_by)
            and contains(fact.role, self.role)
            and self.holds(stated)
        )


@router.get("/api/policies", response_model=Page[PolicyBody], responses=FILES)
def list_policies(session: CurrentSession, query: Annotated[PolicyQuery, Query()]) -> Response:
    """Documents named, in corpus and reading order."""
    with session.knowledge() as knowledge:
        found = [stated for stated in stated_facts(knowledge, PolicyReference, query.document_id) if query.fits(stated)]
        return list_response("policies", knowledge.generation, query, found, PolicyBody, PolicyBody.of)
