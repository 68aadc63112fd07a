"""Comparison of two runs over the same questions: what got better, what got worse, and whether chance explains it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eval.case import Case
from eval.errors import RunError
from eval.grading import Graded
from eval.reply import Reply
from eval.saved_run import RunRecord, SavedRun

RESAMPLES = 4000
SHORTEST_MS = 0.001


@dataclass(frozen=True, slots=True)
class Change:
    """A question that is right in one run and not in the other, with both replies."""

    case: Case
    before: Reply
    after: Reply
    explanation: str


@dataclass(frozen=True, slots=True)
class LatencyRatio:
    """How many times as long the second run took a question (geometric mean), with a bootstrap 95 % interval."""

    ratio: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one run to the other.

    `p_value` is that of the exact McNemar test over `better` and `worse`: how likely so uneven a split is where neither run is better.
    `conditions` names what else differs between the runs, as (name, before, after).
    """

    before: RunRecord
    after: RunRecord
    right_in_both: int
    wrong_in_both: int
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    p_value: float
    latency: LatencyRatio | None
    conditions: tuple[tuple[str, str, str], ...]


def compare_runs(before: SavedRun, after: SavedRun) -> Comparison:
    """Pair two runs question by question. Raises RunError when they did not ask the same questions."""
    if before.record.suite.hash != after.record.suite.hash:
        raise RunError(
            f"The runs {before.record.name} and {after.record.name} asked different questions or graded them differently "
            f"(suite {before.record.suite.hash[:12]} and {after.record.suite.hash[:12]}); "
            "run both over the same suite, with the same --type and --limit."
        )
    pairs = list(zip(_right(before.rows), _right(after.rows), strict=True))
    better = [index for index, pair in enumerate(pairs) if pair == (False, True)]
    worse = [index for index, pair in enumerate(pairs) if pair == (True, False)]
    return Comparison(
        before=before.record,
        after=after.record,
        right_in_both=pairs.count((True, True)),
        wrong_in_both=pairs.count((False, False)),
        better=tuple(_change(before, after, index, before.rows) for index in better),
        worse=tuple(_change(before, after, index, after.rows) for index in worse),
        p_value=mcnemar_p(len(better), len(worse)),
        latency=latency_ratio([sum(row.latency_ms) for row in before.rows], [sum(row.latency_ms) for row in after.rows]),
        conditions=_differing(before.record, after.record),
    )


def mcnemar_p(better: int, worse: int) -> float:
    """The two-sided p-value of the exact McNemar test; 1 where nothing changed."""
    from scipy.stats import binomtest

    return float(binomtest(better, better + worse).pvalue) if better + worse else 1.0


def latency_ratio(before: Sequence[float], after: Sequence[float]) -> LatencyRatio | None:
    """The paired latency ratio after / before of milliseconds a question; None where there is nothing to pair. The resampling is seeded."""
    import numpy as np

    if not before:
        return None
    logs = np.log(np.maximum(after, SHORTEST_MS)) - np.log(np.maximum(before, SHORTEST_MS))
    samples = np.random.default_rng(0).choice(logs, (RESAMPLES, len(logs))).mean(axis=1)
    low, high = np.quantile(samples, (0.025, 0.975))
    return LatencyRatio(float(np.exp(logs.mean())), float(np.exp(low)), float(np.exp(high)))


def _right(rows: Sequence[Graded]) -> list[bool]:
    return [row.value("correct") == 1 for row in rows]


def _change(before: SavedRun, after: SavedRun, index: int, failing: Sequence[Graded]) -> Change:
    explanation = failing[index].scores["correct"].explanation
    return Change(before.cases[index], before.recordings[index].reply, after.recordings[index].reply, explanation)


def _differing(before: RunRecord, after: RunRecord) -> tuple[tuple[str, str, str], ...]:
    settings_known = before.settings is not None and after.settings is not None
    first, second = _conditions(before, settings_known), _conditions(after, settings_known)
    names = sorted(first.keys() | second.keys())
    return tuple((name, first.get(name, "-"), second.get(name, "-")) for name in names if first.get(name) != second.get(name))


def _conditions(record: RunRecord, settings_known: bool) -> dict[str, str]:
    settings = record.settings if settings_known and record.settings else {}
    groups: dict[str, dict[str, Any]] = {"settings": settings, "version": record.versions}
    single = {
        "asked": record.asked,
        "as_of": str(record.as_of),
        "generation": ", ".join(record.generations),
        "answered_by": ", ".join(record.answered_by),
    }
    return single | {f"{group} {name}": str(value) for group, values in groups.items() for name, value in values.items()}
