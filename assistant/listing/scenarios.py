"""Scenarios: the rows of scenario and project tables."""

import re
from collections.abc import Collection

from pydantic import Field

from assistant.bodies import Body
from assistant.listing.filters import FactFilter, Wanted, contains
from assistant.listing.item_bodies import PlacedBody
from assistant.stated_facts import StatedFact, stated_facts
from assistant.units.directory import unit_directory
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.facts import Scenario

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


class ScenarioFilter(FactFilter):
    """Filters on table rows; `year` finds a row whose time holds it."""

    builder: Wanted | None = Field(default=None, description="Any name of the unit that builds it")
    name: Wanted | None = Field(default=None, description="Characters of the row's name")
    table: Wanted | None = Field(default=None, description="Characters of the table's title")
    year: int | None = None

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


def found_scenarios(wanted: ScenarioFilter, knowledge: KnowledgeBase) -> list[StatedFact[Scenario]]:
    """The rows that fit, in corpus and reading order. Raises NotFoundError for an unknown document."""
    printed = unit_directory(knowledge).printed_for(wanted.builder)
    return [stated for stated in stated_facts(knowledge, Scenario, wanted.document_id) if wanted.fits(stated, printed)]


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


def _lasts_in(fact: Scenario, year: int) -> bool:
    first, last = fact.starts or fact.ends, fact.ends or fact.starts
    return first is not None and last is not None and int(first[:4]) <= year <= int(last[:4])
