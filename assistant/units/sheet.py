"""What the documents give a unit to do: its tasks, each with its part in it, the targets they state, and the scenarios it builds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.stated_facts import StatedFact, stated_facts
from assistant.units.directory import NamedUnit, UnitDirectory
from assistant.units.roles import UNIT_ROLES, UnitRole, roles_in
from assistant.units.task_targets import TaskTargets
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.facts import Responsibility, Scenario, Target


@dataclass(frozen=True, slots=True)
class UnitTask:
    """A task of a unit, under the greatest part that the unit has in it."""

    role: UnitRole
    stated: StatedFact[Responsibility]


@dataclass(frozen=True, slots=True)
class UnitTarget:
    """A target that tasks of a unit state, under the greatest part that the unit has in one of them."""

    role: UnitRole
    stated: StatedFact[Target]


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """Tasks, their targets and scenarios of a unit in corpus and reading order."""

    unit: NamedUnit
    tasks: tuple[UnitTask, ...]
    targets: tuple[UnitTarget, ...]
    scenarios: tuple[StatedFact[Scenario], ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of `tasks`, of those with each role, of `targets` and of `scenarios`; no key means none."""
        roles: Counter[str] = Counter(task.role for task in self.tasks)
        return {"tasks": len(self.tasks), **roles, "targets": len(self.targets), "scenarios": len(self.scenarios)}


def unit_sheet(name: str, knowledge: KnowledgeBase, directory: UnitDirectory) -> UnitSheet:
    """The sheet of the unit that goes by `name`. Raises NotFoundError, with names that are near, for a name of no unit."""
    return unit_sheets(knowledge, directory)[directory.named(name).name]


def unit_sheets(knowledge: KnowledgeBase, directory: UnitDirectory, document_id: str | None = None) -> Mapping[str, UnitSheet]:
    """The sheets of all units, or of those that one document gives something to do, by name. Raises NotFoundError for an unknown document."""
    tasks: dict[str, list[UnitTask]] = {unit.name: [] for unit in directory.units}
    scenarios: dict[str, list[StatedFact[Scenario]]] = {unit.name: [] for unit in directory.units}
    for stated in stated_facts(knowledge, Responsibility, document_id):
        for unit in directory.among((*stated.fact.units, *stated.fact.inherited)):
            tasks[unit.name].append(UnitTask(roles_in(stated.fact, unit.printed)[0], stated))
    for row in stated_facts(knowledge, Scenario, document_id):
        for unit in directory.among(row.fact.builders):
            scenarios[unit.name].append(row)
    targets = TaskTargets(knowledge, document_id)
    sheets = (
        UnitSheet(unit, tuple(tasks[unit.name]), _targets(tasks[unit.name], targets), tuple(scenarios[unit.name]))
        for unit in directory.units
    )
    return {sheet.unit.name: sheet for sheet in sheets if document_id is None or sheet.tasks or sheet.scenarios}


def _targets(tasks: Iterable[UnitTask], targets: TaskTargets) -> tuple[UnitTarget, ...]:
    found: dict[str, UnitTarget] = {}
    for task in tasks:
        for stated in targets.of(task.stated.fact):
            other = found.get(stated.id)
            role = min((task.role, *((other.role,) if other else ())), key=UNIT_ROLES.index)
            found[stated.id] = UnitTarget(role, stated)
    return tuple(found.values())
