"""Responsibilities: who answers for which task."""

from collections.abc import Collection

from pydantic import Field

from assistant.listing.filters import FactFilter, Wanted, contains
from assistant.listing.item_bodies import PlacedBody
from assistant.stated_facts import StatedFact, stated_facts
from assistant.units.directory import unit_directory
from assistant.units.roles import UnitRole, roles_in, units_in_role
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.facts import Responsibility, Scope


class ResponsibilityBody(PlacedBody):
    """A task and its units as printed; the task's words stand from `task_start` to `task_end`, what adds the inherited units from `inherited_start`
    to `inherited_end`.
    """

    task: str = Field(title="任务")
    units: list[str] = Field(title="责任单位")
    lead: list[str] = Field(title="牵头单位")
    cooperating: list[str] = Field(title="配合单位")
    shared: bool = Field(title="按职责分工")
    inherited: list[str] = Field(title="另处列明的单位")
    scope: Scope = Field(title="列明范围")
    task_start: int = Field(title="任务原文起点")
    task_end: int = Field(title="任务原文终点")
    inherited_start: int | None = Field(title="另处原文起点")
    inherited_end: int | None = Field(title="另处原文终点")


class ResponsibilityFilter(FactFilter):
    """Filters on tasks; `role` narrows `unit` to that part, by itself it finds tasks in which any unit has it."""

    unit: Wanted | None = Field(default=None, description="Any name of the unit, inherited units included")
    role: UnitRole | None = None
    task: Wanted | None = Field(default=None, description="Characters of the task's name")
    scope: Scope | None = None
    shared: bool | None = None

    def fits(self, stated: StatedFact[Responsibility], printed: Collection[str]) -> bool:
        """Whether a task is what is asked for; `printed` are the names that the documents have for `unit`."""
        fact = stated.fact
        return (
            contains(fact.task, self.task)
            and self.scope in (None, fact.scope)
            and self.shared in (None, fact.shared)
            and self._has_unit(fact, printed)
            and self.holds(stated)
        )

    def _has_unit(self, fact: Responsibility, printed: Collection[str]) -> bool:
        if self.unit is None:
            return self.role is None or bool(units_in_role(fact, self.role))
        roles = roles_in(fact, printed)
        return bool(roles) if self.role is None else self.role in roles


def found_responsibilities(wanted: ResponsibilityFilter, knowledge: KnowledgeBase) -> list[StatedFact[Responsibility]]:
    """The tasks that fit, in corpus and reading order. Raises NotFoundError for an unknown document."""
    printed = unit_directory(knowledge).printed_for(wanted.unit)
    return [stated for stated in stated_facts(knowledge, Responsibility, wanted.document_id) if wanted.fits(stated, printed)]


def responsibility_body(stated: StatedFact[Responsibility]) -> ResponsibilityBody:
    """A task as it is listed."""
    task, adding = stated.fact.task_span, stated.fact.inherited_span
    return ResponsibilityBody.of(
        stated,
        task_start=task.start,
        task_end=task.end,
        inherited_start=adding and adding.start,
        inherited_end=adding and adding.end,
    )
