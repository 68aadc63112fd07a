"""Running a suite: ask, record, score, save."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from eval.asking import WARM_UP, Assistant, record_replies
from eval.case import Suite
from eval.grading import grade_all
from eval.rate import Latency
from eval.reply import Recording
from eval.saved_run import (
    RUNS,
    RunRecord,
    SavedRun,
    SuiteRecord,
    create_run_folder,
    write_cases,
    write_record,
    write_replies,
    write_scores,
)
from eval.versions import versions_in_use

DEFAULT_AS_OF = date(2026, 11, 21)
Watch = Callable[[Iterable[Recording]], Iterable[Recording]]


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a suite is asked.

    `as_of` is the day on which the questions are taken to be asked. `asked` and `settings` go into the record, `types` and `limit` too: the
    suite given to `run_suite` is selected already.
    """

    name: str
    asked: str
    settings: Mapping[str, Any] | None = None
    as_of: date = DEFAULT_AS_OF
    types: Collection[str] = ()
    limit: int | None = None
    runs: Path = RUNS


def run_suite(suite: Suite, assistant: Assistant, conditions: Conditions, watch: Watch = iter) -> SavedRun:
    """Ask every case of `suite`, score the replies and save all of it under `conditions.runs`.

    `watch` sees each recording pass, for a progress bar. Raises RunError when the name is taken.
    """
    folder = create_run_folder(conditions.name, conditions.runs)
    started_at, start = datetime.now(UTC), perf_counter()
    write_cases(folder, suite.cases)
    recordings = write_replies(folder, watch(record_replies(suite.cases, assistant, conditions.as_of)))
    rows = grade_all(suite.cases, recordings)
    write_scores(folder, rows)
    latency = Latency.of([milliseconds for row in rows for milliseconds in row.latency_ms])
    record = RunRecord(
        name=conditions.name,
        suite=SuiteRecord(
            files=suite.files, types=tuple(conditions.types), limit=conditions.limit, cases=len(suite.cases), hash=suite.hash
        ),
        asked=conditions.asked,
        as_of=conditions.as_of,
        started_at=started_at,
        seconds=round(perf_counter() - start, 3),
        warm_up=WARM_UP,
        generations=_distinct(recording.reply.generation for recording in recordings),
        answered_by=_distinct(recording.reply.answered_by for recording in recordings),
        settings=dict(conditions.settings) if conditions.settings is not None else None,
        versions=versions_in_use(),
        latency_ms_p50=latency.p50 if latency else None,
        latency_ms_p95=latency.p95 if latency else None,
    )
    write_record(folder, record)
    return SavedRun(record, suite.cases, recordings, rows)


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
