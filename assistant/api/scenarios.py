"""GET /api/scenarios: the rows of scenario and project tables."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Annotated, Literal

from fastapi import Query, Response
from pydantic import Field

from assistant.api.bodies import Body
from assistant.api.item_bodies import Page, PlacedBody
from assistant.api.list_query import FactQuery, SortedQuery, Wanted, contains
from assistant.api.lists import FILES, list_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.stated_facts import StatedFact, stated_facts
from assistant.units.directory import unit_directory
from corpus.model.facts import Scenario

router = list_router()

_PROGRESS = re.compile(r"进展|进度|现状|状态")


class ColumnBody(Body):
    """A cell under its column's heading as printed."""

    heading: str
    text: str
    start: int
    end: int


class ScenarioBody(PlacedBody):
    """A row, the `ordinal`th of its table; `starts` and `ends` are months (2024-01) or years.

    `progress` is what its column on progress says, `progress_as_of` the day of the document that says so.
    """

    table: str = Field(title="附表")
    ordinal: int = Field(title="行次")
    name: str = Field(title="名称")
    builders: list[str] = Field(title="承建单位")
    starts: str | None = Field(title="开始")
    ends: str | None = Field(title="结束")
    columns: list[ColumnBody]
    progress: str | None
    progress_as_of: str | None = Field(title="进展截至")

    def printed_columns(self) -> dict[str, str]:
        """The row as printed; cells under one heading together."""
        printed: dict[str, str] = {}
        for column in self.columns:
            before = f"{printed[column.heading]}、" if column.heading in printed else ""
            printed[column.heading] = before + column.text
        return printed


class ScenarioQuery(FactQuery, SortedQuery):
    """Filters on table rows; `year` finds a row whose time holds it."""

    builder: Wanted | None = Field(default=None, description="Any name of the unit that builds it")
    name: Wanted | None = Field(default=None, description="Characters of the row's name")
    table: Wanted | None = Field(default=None, description="Characters of the table's title")
    year: int | None = None
    sort: Literal["name", "builders", "starts", "ends", "document_title"] | None = None

    def fits(self, stated: StatedFact[Scenario], printed: Collection[str]) -> bool:
        """Whether a row is what is asked for; `printed` are the names that the documents have for `builder`."""
        fact = stated.fact
        return (
            contains(fact.name, self.name)
            and contains(fact.table, self.table)
            and (self.builder is None or any(builder in printed for builder in fact.builders))
            and (self.year is None or _lasts_in(fact, self.year))
            and self.holds(stated)
        )


_SORTED_BY: Mapping[str | None, Callable[[StatedFact[Scenario]], str | None]] = {
    "name": lambda stated: stated.fact.name,
    "builders": lambda stated: "、".join(stated.fact.builders) or None,
    "starts": lambda stated: stated.fact.starts,
    "ends": lambda stated: stated.fact.ends,
    "document_title": lambda stated: stated.document.title,
}


def _lasts_in(fact: Scenario, year: int) -> bool:
    first, last = fact.starts or fact.ends, fact.ends or fact.starts
    return first is not None and last is not None and int(first[:4]) <= year <= int(last[:4])


@router.get("/api/scenarios", response_model=Page[ScenarioBody], responses=FILES)
def list_scenarios(session: CurrentSession, query: Annotated[ScenarioQuery, Query()]) -> Response:
    """Table rows in corpus and reading order."""
    with session.knowledge() as knowledge:
        printed = unit_directory(knowledge).printed_for(query.builder)
        found = [stated for stated in stated_facts(knowledge, Scenario, query.document_id) if query.fits(stated, printed)]
        found = query.in_order(found, _SORTED_BY.get(query.sort))
        return list_response("scenarios", knowledge.generation, query, found, ScenarioBody, scenario_body)


def scenario_body(stated: StatedFact[Scenario]) -> ScenarioBody:
    """A row as it is listed."""
    columns = [
        {"heading": column.heading, "text": column.text, "start": column.span.start, "end": column.span.end}
        for column in stated.fact.columns
    ]
    progress = "\n".join(column.text for column in stated.fact.columns if _PROGRESS.search(column.heading)) or None
    about = stated.document.metadata
    day = about.issued_on or about.signed_on
    return ScenarioBody.of(stated, columns=columns, progress=progress, progress_as_of=day.isoformat() if progress and day else None)
