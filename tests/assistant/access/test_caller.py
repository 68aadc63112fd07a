"""Each role may do what those below it may, and the audit log tells keys of one name apart."""

import pytest

from assistant.access.caller import ANONYMOUS, Caller, Role

ROLES: tuple[Role, ...] = ("anonymous", "reader", "staff", "admin")


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_what_the_ones_below_it_may_and_no_more(role: Role) -> None:
    allowed = [other for other in ROLES if Caller("王", role, "1").may_act_as(other)]
    assert allowed == list(ROLES[: ROLES.index(role) + 1])


def test_two_keys_of_one_name_are_two_actors() -> None:
    assert len({Caller("王", "staff", "1").actor, Caller("王", "staff", "2").actor}) == 2
    assert ANONYMOUS.actor == "anonymous"
