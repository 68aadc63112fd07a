"""`city-assistant ingest`: knowledge from the corpus folder."""

from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from assistant.command_line.console import messages, output
from assistant.command_line.document_table import document_table
from assistant.settings import AssistantSettings
from ingest.pipeline import ingest_corpus

PARTLY_READ = 3
"""Exit code of an ingest that published what it could read, and could not read everything."""

app = typer.Typer(add_completion=False)


@app.command()
def ingest(rebuild: Annotated[bool, typer.Option("--rebuild", help="Read every document again, changed or not.")] = False) -> None:
    """Read what changed in CORPUS_DIR and publish it; questions are answered from the former state until that is done.

    Ends with 3 when a file could not be read, though the others are published; files of other kinds and internal documents are only named.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=messages()) as progress:
        report = ingest_corpus(AssistantSettings.load(), rebuild=rebuild, progress=_Bars(progress))
    output().print(document_table(report.documents))
    for left_out in report.left_out:
        messages().print(f"Left out: {left_out}", style="yellow")
    for failure in report.failures:
        messages().print(f"Not read: {failure}", style="red")
    done = "Published" if report.changed else "Nothing changed; still"
    output().print(f"{done} generation {report.generation} ({report.seconds:.1f} s).")
    if report.failures:
        messages().print(f"Files that could not be read: {len(report.failures)}. The others are published.", style="red")
        raise typer.Exit(PARTLY_READ)


class _Bars:
    """One bar a stage, added when the stage is first heard of."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._bars: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self._bars:
            self._bars[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._bars[stage], completed=done, total=total)
