"""GET /api/units and /api/units/{name}: every body, and what the documents give one of them to do."""

from collections.abc import Callable, Iterator
from typing import Annotated, Literal

from fastapi import Path, Query, Response
from pydantic import Field

from assistant.api.list_query import ExportQuery, SortedQuery
from assistant.api.lists import FILES, file_response, list_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.listing.filters import Wanted, contains
from assistant.listing.item_bodies import ItemBody, Page, PlacedBody
from assistant.listing.responsibilities import ResponsibilityBody, responsibility_body
from assistant.listing.scenarios import ScenarioBody, scenario_body
from assistant.listing.targets import TargetBody, target_body
from assistant.units.directory import unit_directory
from assistant.units.roles import UnitRole
from assistant.units.sheet import UnitSheet, unit_sheet, unit_sheets

router = list_router()


class UnitBody(ItemBody):
    """A body with all its names, those of them that the documents print for it, and the number of its tasks, by its part in them, targets and scenarios.

    `listed` tells whether the units data have it; others are named in a task or a table row only.
    """

    name: str = Field(title="单位")
    aliases: list[str] = Field(title="其他名称")
    printed: list[str] = Field(title="文件中的名称")
    listed: bool = Field(title="在单位表中")
    tasks: int = Field(title="任务")
    lead: int = Field(default=0, title="牵头")
    cooperating: int = Field(default=0, title="配合")
    shared: int = Field(default=0, title="按职责分工")
    responsible: int = Field(default=0, title="责任")
    inherited: int = Field(default=0, title="另处列明")
    targets: int = Field(default=0, title="目标")
    scenarios: int = Field(title="场景")


class UnitQuery(SortedQuery):
    """Filters on bodies; with `document_id` those it names in tasks and tables, and what they have in it."""

    name: Wanted | None = Field(default=None, description="Characters of any of its names")
    document_id: Wanted | None = None
    listed: bool | None = None
    sort: Literal["name", "tasks", "lead", "cooperating", "shared", "responsible", "inherited", "targets", "scenarios"] | None = None

    def fits(self, sheet: UnitSheet) -> bool:
        """Whether a body is what is asked for."""
        return self.listed in (None, sheet.unit.listed) and any(contains(name, self.name) for name in sheet.unit.names)


class TaskBody(ResponsibilityBody):
    """A task of the body, with the greatest part it has in it."""

    role: UnitRole


class UnitTargetBody(TargetBody):
    """A target that tasks of the body state, with the greatest part it has in one of them."""

    role: UnitRole


class UnitDocumentBody(Body):
    """What one document gives the body to do."""

    document_id: str
    document_title: str
    tasks: list[TaskBody]
    targets: list[UnitTargetBody]
    scenarios: list[ScenarioBody]


class UnitSheetBody(UnitBody):
    """A body and what each document gives it to do; documents that do not name it are left out."""

    documents: list[UnitDocumentBody]


class SheetRowBody(PlacedBody):
    """A task, a target or a scenario of a body, as a row of its sheet's file."""

    kind: Literal["responsibility", "target", "scenario"] = Field(title="类别")
    role: UnitRole | None = Field(default=None, title="角色")
    name: str = Field(title="事项")
    units: list[str] = Field(title="单位")
    starts: str | None = Field(default=None, title="开始")
    ends: str | None = Field(default=None, title="结束")


@router.get("/api/units", response_model=Page[UnitBody], responses=FILES)
def list_units(session: CurrentSession, query: Annotated[UnitQuery, Query()]) -> Response:
    """Bodies: those of the units data in their order, then the others in the order they are first named."""
    with session.knowledge() as knowledge:
        sheets = unit_sheets(knowledge, unit_directory(knowledge), query.document_id)
        found = query.in_order((sheet for sheet in sheets.values() if query.fits(sheet)), _value_of(query.sort))
        return list_response("units", knowledge.generation, query, found, UnitBody, _unit)


@router.get("/api/units/{name:path}", response_model=UnitSheetBody, responses=FILES)
def read_unit(name: Annotated[str, Path(max_length=200)], session: CurrentSession, query: Annotated[ExportQuery, Query()]) -> Response:
    """The sheet of the body that goes by a name."""
    with session.knowledge() as knowledge:
        sheet = unit_sheet(name, knowledge, unit_directory(knowledge))
        if query.format != "json":
            return file_response(f"unit_{sheet.unit.name}", knowledge.generation, query, list(_rows(sheet)), SheetRowBody)
        whole = UnitSheetBody(**_unit(sheet).model_dump(), documents=_documents(sheet))
        return Response(whole.model_dump_json(), media_type="application/json")


def _value_of(sort: str | None) -> Callable[[UnitSheet], str | float | None] | None:
    if sort is None:
        return None
    return lambda sheet: sheet.unit.name if sort == "name" else sheet.counts.get(sort, 0)


def _unit(sheet: UnitSheet) -> UnitBody:
    unit = sheet.unit
    names = {"name": unit.name, "aliases": unit.aliases, "printed": unit.printed, "listed": unit.listed}
    return UnitBody.model_validate(names | dict(sheet.counts))


def _documents(sheet: UnitSheet) -> list[UnitDocumentBody]:
    tasks = [TaskBody(**responsibility_body(task.stated).model_dump(), role=task.role) for task in sheet.tasks]
    targets = [UnitTargetBody(**target_body(target.stated).model_dump(), role=target.role) for target in sheet.targets]
    scenarios = [scenario_body(row) for row in sheet.scenarios]
    documents = {placed.document_id: placed.document_title for placed in (*tasks, *scenarios)}
    return [
        UnitDocumentBody(
            document_id=document_id,
            document_title=title,
            tasks=[task for task in tasks if task.document_id == document_id],
            targets=[target for target in targets if target.document_id == document_id],
            scenarios=[row for row in scenarios if row.document_id == document_id],
        )
        for document_id, title in documents.items()
    ]


def _rows(sheet: UnitSheet) -> Iterator[SheetRowBody]:
    for task in sheet.tasks:
        fact = task.stated.fact
        yield SheetRowBody.of(task.stated, kind="responsibility", role=task.role, name=fact.task, units=fact.units)
    for target in sheet.targets:
        yield SheetRowBody.of(target.stated, kind="target", role=target.role, name=target.stated.fact.statement, units=[])
    for row in sheet.scenarios:
        yield SheetRowBody.of(row, kind="scenario", units=row.fact.builders)
