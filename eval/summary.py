"""Summaries: the figures of a run, in total and by group of questions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from eval.case import FACT_TYPES
from eval.grading import Graded
from eval.rate import Latency, Rate

RATES = ("correct", "cited", "correct_and_cited", "wrong_answered", "wrongly_refused", "refusal_correct")


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a group of questions.

    `cited`, `correct_and_cited` and `wrongly_refused` count answerable questions only, `refusal_correct` the others. `invalid`,
    `unsupported_answers` and `bad_spans` are counts. `median_length` is in characters over all answers, `median_len_facts` over answers to
    questions for one fact.
    """

    questions: int
    correct: Rate
    cited: Rate
    correct_and_cited: Rate
    wrong_answered: Rate
    wrongly_refused: Rate
    refusal_correct: Rate
    invalid: int
    unsupported_answers: int
    spans: int
    bad_spans: int
    median_length: int | None
    median_len_facts: int | None
    latency: Latency | None

    def as_json(self) -> dict[str, Any]:
        """Plain values: each rate from 0 to 1 (None where nothing was counted) with its interval under `intervals`."""
        rates: dict[str, Rate] = {name: getattr(self, name) for name in RATES}
        return {
            "questions": self.questions,
            **{name: rate.value for name, rate in rates.items()},
            "intervals": {name: [round(end, 4) for end in rate.interval] for name, rate in rates.items() if rate.of},
            "invalid": self.invalid,
            "unsupported_answers": self.unsupported_answers,
            "spans": self.spans,
            "bad_spans": self.bad_spans,
            "median_length": self.median_length,
            "median_len_facts": self.median_len_facts,
            "latency_ms_p50": self.latency and self.latency.p50,
            "latency_ms_p95": self.latency and self.latency.p95,
        }


def summarize(rows: Sequence[Graded]) -> Summary:
    """The figures of these rows."""
    answerable = [row for row in rows if row.answerable]
    return Summary(
        questions=len(rows),
        correct=Rate.count(row.value("correct") == 1 for row in rows),
        cited=Rate.count(row.value("cited") == 1 for row in answerable),
        correct_and_cited=Rate.count(row.value("correct") == 1 and row.value("cited") == 1 for row in answerable),
        wrong_answered=Rate.count(row.wrong for row in rows),
        wrongly_refused=Rate.count(row.value("refusal") == 0 for row in answerable),
        refusal_correct=Rate.count(row.value("correct") == 1 for row in rows if not row.answerable),
        invalid=sum(row.value("validity") == 0 for row in rows),
        unsupported_answers=sum(row.value("supported_figures") == 0 for row in rows),
        spans=sum(row.citations for row in rows),
        bad_spans=sum(row.broken_spans for row in rows),
        median_length=_upper_median([row.length for row in rows if row.answered]),
        median_len_facts=_upper_median([row.length for row in rows if row.answered and row.type in FACT_TYPES]),
        latency=Latency.of([milliseconds for row in rows for milliseconds in row.latency_ms]),
    )


def summarize_by(rows: Sequence[Graded], group: Callable[[Graded], str]) -> dict[str, Summary]:
    """The figures of each group, the largest group first."""
    groups: dict[str, list[Graded]] = {}
    for row in rows:
        groups.setdefault(group(row), []).append(row)
    return {name: summarize(members) for name, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))}


def _upper_median(lengths: list[int]) -> int | None:
    return sorted(lengths)[len(lengths) // 2] if lengths else None
