"""The `city-assistant eval` commands.

They run a suite, report a run, compare two, show single questions, leave out parts of the ranking, have a sample of facts judged, and measure
the check of grounding.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, RenderableType
from rich.progress import track
from typer.core import TyperGroup

from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from eval.ablation import Trial, ablate, ablation_json, ablation_table, choose_trials
from eval.asking import Assistant
from eval.case import Suite, is_suite, read_suite, shipped_suites
from eval.comparison import compare_runs
from eval.fact_precision import FACTS, SAMPLE, fact_precision, precision_table
from eval.fact_sample import SAMPLE_SIZE, SEED, draw_facts
from eval.grounding.calibration import calibrate, calibration_table
from eval.grounding.checked import check_all
from eval.grounding.labelled_sentence import SHIPPED as SENTENCES
from eval.grounding.labelled_sentence import read_sentences
from eval.grounding.rates import failed_lines, grounding_rates, rates_table
from eval.in_process import open_in_process
from eval.listing import comparison_json, comparison_lines, list_cases
from eval.remote import open_remote
from eval.reply import Recording
from eval.report import report_json, report_tables
from eval.runner import DEFAULT_AS_OF, Conditions, run_suite
from eval.saved_run import RUNS, SavedRun, open_run

PIPE_WIDTH = 180
DEFAULT_DAY = DEFAULT_AS_OF.isoformat()
SHIPPED_SUITES = ", ".join(shipped_suites())


class _RunsSuites(TyperGroup):
    """Takes `eval SUITE` for `eval run SUITE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and (args[0].endswith(".jsonl") or is_suite(args[0])):
            args = ["run", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_RunsSuites,
    no_args_is_help=True,
    add_completion=False,
    help=f"Grade the assistant with suites of questions. `eval SUITE` is short for `eval run SUITE`. Shipped suites: {SHIPPED_SUITES}.",
)

RunsFolder = Annotated[Path, typer.Option("--runs", help="Folder of saved runs.")]
RunName = Annotated[str, typer.Argument(metavar="RUN", help="Name or folder of a saved run.")]
Types = Annotated[list[str] | None, typer.Option("--type", help="Only questions of this type; may be given several times.")]
Suites = Annotated[
    list[Path], typer.Argument(metavar="SUITE...", help=f"JSONL files, folders of them, or shipped suites: {SHIPPED_SUITES}.")
]
AsOf = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Day on which the questions are taken to be asked.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Only the first so many questions.")]
FactsFolder = Annotated[Path, typer.Option("--folder", help="Folder of the sampled facts and their verdicts.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]


@app.command()
def run(
    suites: Suites,
    *,
    url: Annotated[str | None, typer.Option(help="Ask a running server, such as http://127.0.0.1:8000, instead of this process.")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the saved run; default: suite and time.")] = None,
    as_of: AsOf = DEFAULT_DAY,
    types: Types = None,
    limit: Limit = None,
    runs: RunsFolder = RUNS,
) -> None:
    """Ask every question of SUITE, grade the replies, save the run and print its figures."""
    suite = read_suite(suites).select(types or (), limit)
    with _open_assistant(url) as (assistant, settings):
        conditions = Conditions(
            name=name or f"{suite.name}-{datetime.now():%Y%m%d-%H%M%S}",
            asked=url or "this process",
            settings=settings,
            as_of=_day(as_of),
            types=types or (),
            limit=limit,
            runs=runs,
        )
        finished = run_suite(suite, assistant, conditions, _progress_of(suite))
    _print(report_tables(finished))
    _print(f"Saved in {runs / conditions.name}.")


@app.command()
def report(run_name: RunName, as_json: AsJson = False, runs: RunsFolder = RUNS) -> None:
    """Print the figures of a saved run by type and by difficulty."""
    saved = open_run(run_name, runs)
    if as_json:
        _print_json(report_json(saved))
    else:
        _print(report_tables(saved))


@app.command()
def compare(
    run_a: Annotated[str, typer.Argument(metavar="RUN_A", help="The run before.")],
    run_b: Annotated[str, typer.Argument(metavar="RUN_B", help="The run after.")],
    as_json: AsJson = False,
    runs: RunsFolder = RUNS,
) -> None:
    """Compare two runs over the same questions: what got better, what got worse, and how likely that is chance."""
    comparison = compare_runs(open_run(run_a, runs), open_run(run_b, runs))
    if as_json:
        _print_json(comparison_json(comparison))
    else:
        _print(*comparison_lines(comparison))


@app.command()
def show(
    run_name: RunName,
    failed: Annotated[bool, typer.Option("--failed", help="Only questions where a scorer found a fault.")] = False,
    types: Types = None,
    ids: Annotated[list[str] | None, typer.Option("--id", help="Only the question of this id; may be given several times.")] = None,
    runs: RunsFolder = RUNS,
) -> None:
    """Print questions of a run with answer, faults, quotes and gold evidence."""
    saved: SavedRun = open_run(run_name, runs)
    blocks = list(list_cases(saved, failed=failed, types=types or (), ids=ids or ()))
    _print(*(f"{block}\n" for block in blocks), f"{len(blocks)} of {len(saved.cases)} questions")


@app.command("ablate")
def leave_out(
    suites: Suites,
    *,
    parts: Annotated[list[str] | None, typer.Option("--part", help="Only this part of the ranking; several times.")] = None,
    values: Annotated[list[float] | None, typer.Option("--value", help="Set it to this, not to what leaves it out; several times.")] = None,
    together: Annotated[bool, typer.Option("--together", help="Set all chosen parts in one run instead of one after the other.")] = False,
    as_of: AsOf = DEFAULT_DAY,
    types: Types = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Ask SUITE once for each part of the ranking with that part left out, and print what each part is worth. Saves nothing."""
    suite = read_suite(suites).select(types or (), limit)
    trials = choose_trials(parts or (), values or (), together=together)
    with open_in_process() as assistant:
        ablation = ablate(suite, assistant, _day(as_of), trials, _progress_over(trials))
    if as_json:
        _print_json(ablation_json(ablation))
    else:
        _print(ablation_table(ablation))


@app.command("draw-facts")
def draw(
    folder: FactsFolder = FACTS,
    size: Annotated[int, typer.Option(min=1, help="How many facts.")] = SAMPLE_SIZE,
    seed: Annotated[int, typer.Option(help="The same seed and knowledge give the same facts.")] = SEED,
) -> None:
    """Write a stratified sample of the facts that ingest found, to be judged against the text one by one."""
    with Generations(AssistantSettings.load().data_dir) as generations, generations.lease() as knowledge:
        facts = draw_facts(knowledge, size, seed)
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts)
    (folder / SAMPLE).write_text("".join(lines), encoding="utf-8")
    _print(f"{len(facts)} facts with seed {seed} in {folder / SAMPLE}.")


@app.command("fact-precision")
def precision(folder: FactsFolder = FACTS) -> None:
    """Print how many of the sampled facts were judged right, by kind."""
    _print(precision_table(fact_precision(folder)))


@app.command()
def grounding(
    name: Annotated[str, typer.Argument(help="A shipped set of labelled sentences or a JSONL file.")] = SENTENCES,
    *,
    failed: Annotated[bool, typer.Option("--failed", help="List the sentences that were judged wrongly.")] = False,
    calibration: Annotated[bool, typer.Option("--calibrate", help="Print what each threshold on the overlap would pass.")] = False,
) -> None:
    """Check labelled sentences against the passages they cite, and print how often the check is right. Needs no model and nothing ingested."""
    sentences = read_sentences(name)
    if calibration:
        _print(calibration_table(calibrate(sentences)))
        return
    checked = tuple(check_all(sentences))
    if failed:
        _print(*(f"{line}\n" for line in failed_lines(checked)))
    rates = grounding_rates(checked)
    _print(rates_table(rates))
    if rates.latency:
        _print(f"{rates.latency.p50:.1f} ms a sentence in the median, 95 % within {rates.latency.p95:.1f} ms")


@contextmanager
def _open_assistant(url: str | None) -> Iterator[tuple[Assistant, dict[str, Any] | None]]:
    """The assistant to ask, and its settings where they can be known."""
    if url:
        with open_remote(url) as remote:
            yield remote, None
    else:
        with open_in_process() as local:
            yield local, local.settings


def _progress_of(suite: Suite) -> Any:
    def watch(recordings: Iterable[Recording]) -> Iterable[Recording]:
        return track(recordings, description="asking", total=len(suite.cases), console=Console(stderr=True), transient=True)

    return watch


def _progress_over(trials: Sequence[Trial]) -> Any:
    def watch(passing: Iterable[Trial]) -> Iterable[Trial]:
        return track(passing, description="leaving out", total=len(trials), console=Console(stderr=True), transient=True)

    return watch


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is no day; write it as 2026-11-21.", param_hint="--as-of") from None


def _print(*parts: RenderableType) -> None:
    console = Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, str))


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
