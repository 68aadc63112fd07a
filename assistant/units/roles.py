"""What part a unit has in a task."""

from collections.abc import Collection
from typing import Literal, get_args

from corpus.model.facts import Responsibility

UnitRole = Literal["lead", "cooperating", "shared", "responsible", "inherited"]
UNIT_ROLES: tuple[UnitRole, ...] = get_args(UnitRole)


def units_in_role(fact: Responsibility, role: UnitRole) -> tuple[str, ...]:
    """The units as printed that lead or cooperate; that share the task (按职责分工负责); that are named for it without a difference made between
    them (responsible); or that another place adds to it (inherited).
    """
    if role == "lead":
        return fact.lead
    if role == "cooperating":
        return fact.cooperating
    if role == "inherited":
        return fact.inherited
    if fact.shared != (role == "shared"):
        return ()
    return tuple(unit for unit in fact.units if unit not in (*fact.lead, *fact.cooperating))


def roles_in(fact: Responsibility, names: Collection[str]) -> list[UnitRole]:
    """Every role in the task of the unit that is printed under `names`, the greatest first."""
    return [role for role in UNIT_ROLES if any(unit in names for unit in units_in_role(fact, role))]
