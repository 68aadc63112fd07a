"""Nobody takes more than their share, and nobody pays for another."""

import time

import pytest

from assistant.access.allowance import LOOKUPS_A_QUESTION, SIGN_INS, UPLOADS, WITH_KEY, Allowance, TooManyRequestsError, client_of
from assistant.access.caller import ANONYMOUS, Caller

HERE, THERE = "192.0.2.1", "192.0.2.2"
STAFF, OTHER_STAFF = Caller("王", "staff", "a1"), Caller("李", "staff", "b2")


class Time:
    """What the limits take for the time in seconds, in the middle of one of their windows."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Time:
    clock = Time()
    monkeypatch.setattr(time, "time", clock)
    return clock


def count(allowance: Allowance, caller: Caller = ANONYMOUS, address: str | None = HERE, kind: str = "question", cost: int = 1) -> int:
    """How often it is let through until it is refused."""
    for number in range(100_000):
        try:
            allowance.spend(caller, address, kind, cost)  # type: ignore[arg-type]
        except TooManyRequestsError:
            return number
    raise AssertionError("never refused")


def test_a_client_is_refused_after_its_share_and_others_are_not() -> None:
    allowance = Allowance(20)
    assert count(allowance) == 20
    assert count(allowance, address=THERE) == 20
    allowance.spend(STAFF, HERE, "question")


def test_look_ups_are_cheaper_and_counted_apart() -> None:
    allowance = Allowance(20)
    assert count(allowance, kind="lookup") == 20 * LOOKUPS_A_QUESTION
    assert count(allowance) == 20


def test_a_key_has_more_and_shares_it_with_no_other_wherever_it_is_used() -> None:
    allowance = Allowance(5)
    assert count(allowance, STAFF) == 5 * WITH_KEY
    assert count(allowance, STAFF, THERE) == 0
    assert count(allowance, OTHER_STAFF) == 5 * WITH_KEY


def test_several_questions_at_once_count_as_several() -> None:
    assert count(Allowance(20), cost=6) == 3


def test_what_costs_more_than_all_is_answered_once_by_who_has_asked_nothing_else() -> None:
    allowance = Allowance(3)
    assert count(allowance, cost=11) == 1


def test_uploads_and_tries_to_sign_in_have_shares_of_their_own() -> None:
    allowance = Allowance(20)
    assert count(allowance, STAFF, kind="upload") == UPLOADS
    assert count(allowance, kind="sign_in") == SIGN_INS


def test_without_a_limit_only_tries_to_sign_in_are_counted() -> None:
    allowance = Allowance(0)
    for _ in range(2000):
        allowance.spend(ANONYMOUS, HERE, "question", 11)
        allowance.spend(STAFF, HERE, "upload")
    assert count(allowance, kind="sign_in") == SIGN_INS


def test_trying_to_sign_in_counts_for_the_address_whatever_key_is_shown_beside() -> None:
    allowance = Allowance(20)
    assert count(allowance, STAFF, kind="sign_in") == SIGN_INS
    assert count(allowance, OTHER_STAFF, kind="sign_in") == 0


@pytest.mark.parametrize(("used", "cost"), [(60, 1), (59, 3), (60, 11), (30, 60)])
@pytest.mark.parametrize("begun", [0.0, 17.3, 44.0, 59.9])
def test_who_waits_as_long_as_told_is_answered(clock: Time, used: int, cost: int, begun: float) -> None:
    allowance = Allowance(60)
    clock.now += begun
    for _ in range(used):
        allowance.spend(ANONYMOUS, HERE, "question")
    with pytest.raises(TooManyRequestsError) as refused:
        allowance.spend(ANONYMOUS, HERE, "question", cost)
    assert 1 <= refused.value.retry_after <= 120
    assert str(refused.value.retry_after) in str(refused.value)
    clock.now += refused.value.retry_after
    allowance.spend(ANONYMOUS, HERE, "question", cost)


def test_a_steady_client_below_its_share_is_never_refused(clock: Time) -> None:
    allowance = Allowance(60)
    for _ in range(600):
        allowance.spend(ANONYMOUS, HERE, "question")
        clock.now += 1.02


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "unknown"),
        ("", "unknown"),
        (None, "unknown"),
    ],
)
def test_an_address_stands_for_its_client(address: str | None, client: str) -> None:
    assert client_of(address) == client


def test_who_has_a_whole_network_is_one_client() -> None:
    allowance = Allowance(20)
    for number in range(20):
        allowance.spend(ANONYMOUS, f"2001:db8::{number:x}", "question")
    with pytest.raises(TooManyRequestsError):
        allowance.spend(ANONYMOUS, "2001:db8::ffff:1", "question")
