import pytest

from eval.rate import Latency, Rate


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718), (29, 29, 0.8830, 1.0)],
)
def test_wilson_intervals_are_those_published(hits: int, of: int, low: float, high: float) -> None:
    assert Rate(hits, of).interval == pytest.approx((low, high), abs=5e-5)


def test_nothing_counted_is_no_rate_and_any_rate_is_possible() -> None:
    assert Rate(0, 0).value is None
    assert Rate(0, 0).interval == (0.0, 1.0)


def test_a_rate_counts_true_verdicts() -> None:
    assert Rate.count([True, False, True]) == Rate(2, 3)
    assert Rate(2, 4).value == 0.5


def test_latency_percentiles_of_a_hundred_turns() -> None:
    assert Latency.of(list(map(float, range(100, 0, -1)))) == Latency(50.5, 96.0, 100)
    assert Latency.of([7.0]) == Latency(7.0, 7.0, 1)
    assert Latency.of([]) is None
