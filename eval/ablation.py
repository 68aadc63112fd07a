"""Ablation: what each part of the ranking is worth, measured by doing without it.

A trial sets one part of the ranking, or several, for the length of one run in this process; its replies are graded and paired, question by
question, with those of the full system.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from eval.asking import Assistant, record_replies
from eval.case import Suite
from eval.comparison import mcnemar_p
from eval.grading import Graded, grade_all
from eval.ranking_part import PARTS, Part, PartError, Value, neutral_value, part_set
from eval.rate import Rate
from eval.reply import Recording
from eval.summary import summarize
from eval.versions import versions_in_use

LISTED = ("better", "worse", "cited_better", "cited_worse", "wrong_gone", "wrong_new", "changed")
FIGURES = ("correct", "cited", "wrong_answered", "refusal_correct")


@dataclass(frozen=True, slots=True)
class Trial:
    """A run with these parts set to these values."""

    settings: tuple[tuple[Part, Value], ...]

    @property
    def name(self) -> str:
        """The names of its parts."""
        return " + ".join(part.name for part, _ in self.settings)

    @property
    def meaning(self) -> str:
        """What its parts stand for."""
        return "; ".join(part.meaning for part, _ in self.settings)

    @property
    def values(self) -> tuple[float | str, ...]:
        """The values that are set, "none" for a search that finds nothing."""
        return tuple("none" if callable(value) else value for _, value in self.settings)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a trial changed against the full system, by ids of questions.

    `better` and `worse` are right only in the trial, and only in the full system; `cited_better` and `cited_worse` are the same for citing,
    `wrong_gone` and `wrong_new` are wrong answers only of the full system, and only of the trial. `changed` counts replies with another status
    or text. `p_value` is that of the exact McNemar test over `better` and `worse`.
    """

    trial: Trial
    rows: tuple[Graded, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    cited_better: tuple[str, ...]
    cited_worse: tuple[str, ...]
    wrong_gone: tuple[str, ...]
    wrong_new: tuple[str, ...]
    changed: int
    p_value: float


@dataclass(frozen=True, slots=True)
class Ablation:
    """The full system over a suite as of a day, and the effect of each trial; `versions` and `generations` are those of code and knowledge."""

    suite: Suite
    as_of: date
    versions: Mapping[str, str]
    generations: tuple[str, ...]
    rows: tuple[Graded, ...]
    effects: tuple[Effect, ...]


def choose_trials(names: Sequence[str] = (), values: Sequence[float] = (), *, together: bool = False) -> tuple[Trial, ...]:
    """One trial for each part of these names (every part when empty) and each of `values` (its neutral value when empty).

    `together` makes one trial of all parts for each value. Raises PartError for an unknown name, a part that takes no number, two parts
    together that are one constant, and any declared part that no longer exists.
    """
    neutral = {part.name: neutral_value(part) for part in PARTS}
    if unknown := [name for name in names if name not in neutral]:
        raise PartError(f"There is no part of the ranking called {', '.join(unknown)}; there are {', '.join(neutral)}.")
    chosen = [part for part in PARTS if not names or part.name in names]
    if values and (fixed := [part.name for part in chosen if callable(part.neutral)]):
        raise PartError(f"{', '.join(fixed)} can only be left out, not set to a number; choose other parts with --part.")
    settings: list[tuple[Part, Value]] = [(part, value) for part in chosen for value in values or (neutral[part.name],)]
    if not together:
        return tuple(Trial((setting,)) for setting in settings)
    if len({(part.module, part.attribute) for part in chosen}) < len(chosen):
        raise PartError("Two of the parts to leave out together are one constant; name with --part only one of them.")
    rounds = len(values) or 1
    return tuple(Trial(tuple(settings[number::rounds])) for number in range(rounds))


@contextmanager
def parts_set(trial: Trial) -> Iterator[None]:
    """Set the parts of `trial` for the length of the block, and put them back whatever happens."""
    with ExitStack() as setting:
        for part, value in trial.settings:
            setting.enter_context(part_set(part, value))
        yield


def ablate(
    suite: Suite, assistant: Assistant, as_of: date, trials: Sequence[Trial], watch: Callable[[Iterable[Trial]], Iterable[Trial]] = iter
) -> Ablation:
    """Ask `suite` of the full system and once for each trial; `watch` sees the trials pass, for a progress bar."""
    versions = versions_in_use()
    full = tuple(record_replies(suite.cases, assistant, as_of))
    rows = grade_all(suite.cases, full)
    effects = []
    for trial in watch(trials):
        with parts_set(trial):
            replies = tuple(record_replies(suite.cases, assistant, as_of))
        effects.append(_effect(trial, rows, grade_all(suite.cases, replies), _changed(full, replies)))
    generations = dict.fromkeys(recording.reply.generation for recording in full if recording.reply.generation)
    return Ablation(suite, as_of, versions, tuple(generations), rows, tuple(effects))


def ablation_table(ablation: Ablation) -> RenderableType:
    """The full system in the first row, then one row a trial; and a line that says how they were taken."""
    title = "per cent (count); better and worse: questions right only without the part, only with it"
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("part", min_width=max(len(part.name) for part in PARTS))
    table.add_column("set to", justify="right")
    for name in (*(figure.replace("_", " ") for figure in FIGURES), "better", "worse", "p", "changed"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("stands for")
    table.add_row("full system", "", *_rates(ablation.rows), "", "", "", "", "")
    table.add_section()
    for effect in ablation.effects:
        counts = (str(len(effect.better)), str(len(effect.worse)), f"{effect.p_value:.2g}", str(effect.changed))
        values = ", ".join(value if isinstance(value, str) else f"{value:g}" for value in effect.trial.values)
        table.add_row(effect.trial.name, values, *_rates(effect.rows), *counts, effect.trial.meaning)
    suite = ablation.suite
    taken = f"{len(suite.cases)} questions of {', '.join(suite.files)} (suite {suite.hash[:12]}), as of {ablation.as_of}"
    commit = ablation.versions.get("commit", "unknown")
    return Group(table, Text(f"{taken}, generation {', '.join(ablation.generations) or 'unknown'}, commit {commit}."))


def ablation_json(ablation: Ablation) -> dict[str, Any]:
    """The ablation as plain values, with the ids of all questions that changed."""
    return {
        "suite": {"files": ablation.suite.files, "cases": len(ablation.suite.cases), "hash": ablation.suite.hash},
        "as_of": ablation.as_of.isoformat(),
        "generations": ablation.generations,
        "versions": dict(ablation.versions),
        "full": summarize(ablation.rows).as_json(),
        "trials": [
            {
                "parts": [f"{part.module}.{part.attribute}" for part, _ in effect.trial.settings],
                "name": effect.trial.name,
                "values": effect.trial.values,
                "meaning": effect.trial.meaning,
                "figures": summarize(effect.rows).as_json(),
                **{name: getattr(effect, name) for name in LISTED},
                "mcnemar_p": effect.p_value,
            }
            for effect in ablation.effects
        ],
    }


def _effect(trial: Trial, before: Sequence[Graded], after: tuple[Graded, ...], changed: int) -> Effect:
    better, worse = _gained_and_lost(before, after, lambda row: row.value("correct") == 1)
    cited_better, cited_worse = _gained_and_lost(before, after, lambda row: row.value("cited") == 1)
    wrong_new, wrong_gone = _gained_and_lost(before, after, lambda row: row.wrong)
    p_value = mcnemar_p(len(better), len(worse))
    return Effect(trial, after, better, worse, cited_better, cited_worse, wrong_gone, wrong_new, changed, p_value)


def _gained_and_lost(
    before: Sequence[Graded], after: Sequence[Graded], holds: Callable[[Graded], bool]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the rows of which something holds only after, and only before."""
    pairs = [(row.id, holds(row), holds(other)) for row, other in zip(before, after, strict=True)]
    return tuple(id_ for id_, first, second in pairs if second > first), tuple(id_ for id_, first, second in pairs if first > second)


def _changed(before: Sequence[Recording], after: Sequence[Recording]) -> int:
    pairs = zip(before, after, strict=True)
    return sum((one.reply.status, one.reply.answer) != (other.reply.status, other.reply.answer) for one, other in pairs)


def _rates(rows: Sequence[Graded]) -> list[str]:
    summary = summarize(rows)
    rates: list[Rate] = [getattr(summary, name) for name in FIGURES]
    return ["-" if rate.value is None else f"{rate.value * 100:.1f} ({rate.hits})" for rate in rates]
