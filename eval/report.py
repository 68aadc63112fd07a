"""Reports: the figures of a saved run as tables for people and as JSON for programs."""

from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from eval.rate import Rate
from eval.saved_run import SavedRun
from eval.summary import RATES, Summary, summarize, summarize_by

PLAIN_COLUMNS = ("unsupported", "invalid", "bad spans", "length", "p50 ms", "p95 ms")


def report_json(run: SavedRun) -> dict[str, Any]:
    """The record of the run and its figures in total, by type and by difficulty."""
    return {
        "record": run.record.model_dump(mode="json"),
        "total": summarize(run.rows).as_json(),
        "by_type": {name: figures.as_json() for name, figures in summarize_by(run.rows, lambda row: row.type).items()},
        "by_difficulty": {name: figures.as_json() for name, figures in summarize_by(run.rows, lambda row: row.difficulty).items()},
    }


def report_tables(run: SavedRun) -> RenderableType:
    """One table by type and one by difficulty, each with the total, and a line that says how they were taken."""
    total = summarize(run.rows)
    return Group(
        _table("type", {**summarize_by(run.rows, lambda row: row.type), "total": total}),
        _table("difficulty", {**summarize_by(run.rows, lambda row: row.difficulty), "total": total}),
        Text(_conditions(run, total)),
    )


def _table(group: str, summaries: dict[str, Summary]) -> Table:
    table = Table(title=f"by {group}; per cent (95 % interval)", title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(group, no_wrap=True)
    for name in ("n", *(rate.replace("_", " ") for rate in RATES), *PLAIN_COLUMNS):
        table.add_column(name, justify="right")
    for name, summary in summaries.items():
        if name == "total":
            table.add_section()
        table.add_row(name, *_cells(summary))
    return table


def _cells(summary: Summary) -> list[str]:
    latency = (f"{summary.latency.p50:.1f}", f"{summary.latency.p95:.1f}") if summary.latency else ("-", "-")
    return [
        str(summary.questions),
        *(_rate_cell(getattr(summary, name)) for name in RATES),
        str(summary.unsupported_answers),
        str(summary.invalid),
        f"{summary.bad_spans}/{summary.spans}",
        "-" if summary.median_length is None else str(summary.median_length),
        *latency,
    ]


def _rate_cell(rate: Rate) -> str:
    if rate.value is None:
        return "-"
    low, high = rate.interval
    return f"{rate.value:.1%} ({low * 100:.0f}–{high * 100:.0f})".replace("%", "")


def _conditions(run: SavedRun, total: Summary) -> str:
    record = run.record
    facts = "-" if total.median_len_facts is None else f"{total.median_len_facts} characters"
    return (
        f"run {record.name} of {record.started_at:%Y-%m-%d %H:%M} UTC: {record.suite.cases} questions of {', '.join(record.suite.files)} "
        f"(suite {record.suite.hash[:12]}), asked of {record.asked}, as of {record.as_of}, "
        f"generation {', '.join(record.generations) or 'unknown'}; "
        f"one client, {record.warm_up} warm-up questions. "
        f"Median length of answers to questions for one fact: {facts}."
    )
