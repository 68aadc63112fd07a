"""Grading: the list of scorers, and the row of scores that a recorded reply earns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.case import Case
from eval.reply import ANSWERS, REFUSALS, Recording
from eval.scorers.cited import score_cited
from eval.scorers.correct import graded_text, score_correct
from eval.scorers.refusal import score_refusal
from eval.scorers.score import Score
from eval.scorers.span_integrity import broken_markers, score_span_integrity
from eval.scorers.supported_figures import score_supported_figures
from eval.scorers.validity import score_validity

SCORERS: Mapping[str, Callable[[Case, Recording], Score]] = {
    "correct": score_correct,
    "cited": score_cited,
    "refusal": score_refusal,
    "supported_figures": score_supported_figures,
    "span_integrity": score_span_integrity,
    "validity": score_validity,
}


@dataclass(frozen=True, slots=True)
class Graded:
    """One case with the scores of its reply.

    `length` counts the characters of the answer as graded, `latency_ms` has one figure a turn, `broken_spans` counts citations that are
    not exact.
    """

    id: str
    type: str
    difficulty: str
    answerable: bool
    status: str
    length: int
    citations: int
    broken_spans: int
    latency_ms: tuple[float, ...]
    scores: Mapping[str, Score]

    def value(self, scorer: str) -> float | None:
        """The value one scorer gave; None where it was left unscored."""
        return self.scores[scorer].value

    @property
    def answered(self) -> bool:
        """Whether the reply claimed to answer."""
        return self.status in ANSWERS

    @property
    def wrong(self) -> bool:
        """A wrong answer, the figure to fear most: answered and not right, or anything but a refusal where there is no answer."""
        return self.answered and self.value("correct") == 0 if self.answerable else self.status not in REFUSALS


def grade(case: Case, recording: Recording) -> Graded:
    """Score one recorded reply with every scorer."""
    return Graded(
        id=case.id,
        type=case.type,
        difficulty=case.difficulty,
        answerable=case.answerable,
        status=recording.reply.status,
        length=len(graded_text(recording.reply)),
        citations=len(recording.reply.citations),
        broken_spans=len(broken_markers(recording)),
        latency_ms=recording.latency_ms,
        scores={name: score(case, recording) for name, score in SCORERS.items()},
    )


def grade_all(cases: Sequence[Case], recordings: Iterable[Recording]) -> tuple[Graded, ...]:
    """Score a whole run, in the order of the cases."""
    by_id = {recording.id: recording for recording in recordings}
    return tuple(grade(case, by_id[case.id]) for case in cases)
