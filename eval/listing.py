"""Listings for developers: questions of a run with reply and faults, and what changed between two runs."""

from collections.abc import Collection, Iterator
from typing import Any

from rich.markup import escape

from eval.case import Case
from eval.comparison import Change, Comparison
from eval.grading import Graded
from eval.reply import Reply
from eval.saved_run import SavedRun


def list_cases(run: SavedRun, *, failed: bool = False, types: Collection[str] = (), ids: Collection[str] = ()) -> Iterator[str]:
    """One block of marked-up text a question: question, answer, faults, quotes, gold evidence.

    `failed` leaves only questions where a scorer found a fault; `types` and `ids` leave only those named (all when empty).
    """
    for case, recording, row in zip(run.cases, run.recordings, run.rows, strict=True):
        if (failed and not _faulty(row)) or (types and case.type not in types) or (ids and case.id not in ids):
            continue
        yield "\n".join((_question(case), _reply("answer", recording.reply), *_faults(row), *_quotes(recording.reply), *_evidence(case)))


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison as lines of marked-up text: totals, tests, other differences, then every changed question with both answers."""
    before, after = comparison.before.name, comparison.after.name
    yield f"{escape(before)} -> {escape(after)}, {comparison.before.suite.cases} questions"
    yield (
        f"right in both {comparison.right_in_both}, wrong in both {comparison.wrong_in_both}, "
        f"[green]better {len(comparison.better)}[/green], [red]worse {len(comparison.worse)}[/red]; "
        f"exact McNemar p = {comparison.p_value:.3g}"
    )
    if latency := comparison.latency:
        yield f"latency of a question: × {latency.ratio:.2f} (95 % interval {latency.low:.2f}–{latency.high:.2f})"
    for name, first, second in comparison.conditions:
        yield f"differs: {escape(name)}: {escape(first)} -> {escape(second)}"
    for title, changes in (("[green]BETTER[/green]", comparison.better), ("[red]WORSE[/red]", comparison.worse)):
        for change in changes:
            answers = _reply(before, change.before), _reply(after, change.after), f"  wrong because: {escape(change.explanation)}"
            yield "\n".join(("", f"{title} {_question(change.case)}", *answers))


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values."""
    latency = comparison.latency
    return {
        "before": comparison.before.name,
        "after": comparison.after.name,
        "suite": comparison.before.suite.hash,
        "right_in_both": comparison.right_in_both,
        "wrong_in_both": comparison.wrong_in_both,
        "better": [_change_json(change) for change in comparison.better],
        "worse": [_change_json(change) for change in comparison.worse],
        "mcnemar_p": comparison.p_value,
        "latency_ratio": latency and {"ratio": latency.ratio, "low": latency.low, "high": latency.high},
        "conditions": [{"name": name, "before": first, "after": second} for name, first, second in comparison.conditions],
    }


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "id": change.case.id,
        "turns": list(change.case.turns),
        "before": {"status": change.before.status, "answer": change.before.answer},
        "after": {"status": change.after.status, "answer": change.after.answer},
        "explanation": change.explanation,
    }


def _faulty(row: Graded) -> bool:
    return any(score.value is not None and score.value < 1 for score in row.scores.values())


def _question(case: Case) -> str:
    asked = " → ".join(map(escape, case.turns))
    return f"[bold]{escape(case.id)}[/bold] ({escape(case.type)}, {escape(case.difficulty)}) {asked}"


def _reply(label: str, reply: Reply) -> str:
    reason = f", {escape(reply.reason)}" if reply.reason else ""
    return f"  {escape(label)} ({escape(reply.status)}{reason}): {escape(reply.answer)}"


def _faults(row: Graded) -> Iterator[str]:
    for name, score in row.scores.items():
        if score.value is not None and score.value < 1:
            yield f"  [red]{name}[/red]: {escape(score.explanation)}"


def _quotes(reply: Reply) -> Iterator[str]:
    for citation in reply.citations:
        source = " > ".join((citation.document_title, *citation.section))
        yield f"  {escape(f'[{citation.marker}]')} {escape(citation.quote)} — {escape(source)}"


def _evidence(case: Case) -> Iterator[str]:
    for evidence in case.evidence:
        yield f"  [dim]gold: {escape(evidence.quote)} — {escape(evidence.doc)}[/dim]"
