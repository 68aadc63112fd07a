"""What part a unit has in a task is what the text sets apart."""

from assistant.units.roles import UNIT_ROLES, roles_in, units_in_role
from corpus.model.facts import Responsibility
from corpus.model.span import Span


def task(**fields: object) -> Responsibility:
    return Responsibility("d", Span(0, 1), None, (), "甲", Span(0, 1), **fields)  # type: ignore[arg-type]


def test_units_that_are_set_apart_lead_or_cooperate() -> None:
    fact = task(units=("甲局", "乙局", "丙局"), lead=("甲局",), cooperating=("乙局",), inherited=("丁局",))
    assert {role: units_in_role(fact, role) for role in UNIT_ROLES} == {
        "lead": ("甲局",),
        "cooperating": ("乙局",),
        "shared": (),
        "responsible": ("丙局",),
        "inherited": ("丁局",),
    }


def test_units_that_share_a_task_are_not_responsible_alone() -> None:
    fact = task(units=("甲局", "乙局"), shared=True)
    assert units_in_role(fact, "shared") == ("甲局", "乙局")
    assert units_in_role(fact, "responsible") == ()


def test_roles_of_a_unit_begin_with_the_greatest() -> None:
    fact = task(units=("甲局", "市甲局"), lead=("市甲局",), inherited=("甲局",))
    assert roles_in(fact, {"甲局", "市甲局"}) == ["lead", "responsible", "inherited"]
    assert roles_in(fact, {"乙局"}) == []
