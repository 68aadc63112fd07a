from pathlib import Path

import pytest

from eval.comparison import compare_runs, latency_ratio, mcnemar_p
from eval.errors import RunError
from tests.eval.examples import reply, saved_run

RIGHT, WRONG = reply(), reply("60家")


@pytest.mark.parametrize(
    ("better", "worse", "p"),
    [(0, 0, 1.0), (5, 5, 1.0), (1, 0, 1.0), (6, 0, 0.03125), (0, 6, 0.03125), (10, 2, 0.0385742), (6, 16, 0.0524788)],
)
def test_the_exact_mcnemar_test_gives_known_values(better: int, worse: int, p: float) -> None:
    assert mcnemar_p(better, worse) == pytest.approx(p, abs=1e-6)


def test_changes_are_paired_question_by_question(tmp_path: Path) -> None:
    before = saved_run(tmp_path, "before", [RIGHT, WRONG, RIGHT, WRONG])
    after = saved_run(tmp_path, "after", [RIGHT, RIGHT, WRONG, WRONG])
    found = compare_runs(before, after)
    assert (found.right_in_both, found.wrong_in_both, found.p_value) == (1, 1, 1.0)
    (better,), (worse,) = found.better, found.worse
    assert (better.case.id, better.before, better.after, better.explanation) == ("Q1", WRONG, RIGHT, "missing 80家")
    assert (worse.case.id, worse.before, worse.after, worse.explanation) == ("Q2", RIGHT, WRONG, "missing 80家")


def test_runs_over_different_questions_are_not_compared(tmp_path: Path) -> None:
    before, after = saved_run(tmp_path, "before", [RIGHT]), saved_run(tmp_path, "after", [RIGHT, RIGHT])
    with pytest.raises(RunError, match="before and after asked different questions"):
        compare_runs(before, after)


def test_what_else_differs_is_named(tmp_path: Path) -> None:
    before = saved_run(tmp_path, "before", [RIGHT], settings={"contact": "A", "port": 1})
    after = saved_run(tmp_path, "after", [reply(generation="g2")], settings={"contact": "B", "port": 1})
    assert compare_runs(before, after).conditions == (("generation", "g1", "g2"), ("settings contact", "A", "B"))


def test_settings_that_one_side_does_not_tell_are_no_difference(tmp_path: Path) -> None:
    before, after = saved_run(tmp_path, "before", [RIGHT], settings={"port": 1}), saved_run(tmp_path, "after", [RIGHT])
    assert compare_runs(before, after).conditions == ()


def test_a_latency_that_doubles_everywhere_is_a_ratio_of_two() -> None:
    found = latency_ratio([1.0, 2.0, 5.0], [2.0, 4.0, 10.0])
    assert found is not None
    assert (found.ratio, found.low, found.high) == pytest.approx((2, 2, 2))


def test_a_latency_that_moves_both_ways_has_an_interval_around_one_the_same_each_time() -> None:
    before, after = [1.0, 2.0] * 20, [2.0, 1.0] * 20
    found = latency_ratio(before, after)
    assert found is not None
    assert found.low < 1 < found.high
    assert found.ratio == pytest.approx(1)
    assert found == latency_ratio(before, after)
    assert latency_ratio([], []) is None
