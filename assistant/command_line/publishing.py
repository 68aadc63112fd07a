"""Publishing on the terminal: bars while it runs, then what was found, what was left out, what changed and which answers that touches."""

from collections.abc import Iterator, Sequence

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from assistant.command_line.console import messages, output
from assistant.command_line.document_table import document_table
from assistant.publishing.changes import DocumentChange
from assistant.publishing.editor import Editor
from assistant.publishing.publication import Publication, publish

PARTLY_READ = 3
"""Exit code of a publication that published what it could read, and could not read everything."""
_MOST = 20
"""Changes of facts of one document, and answers, that are listed; of the others the number is told."""
_SIGNS = {"added": "+", "gone": "-", "changed": "~"}


def publish_and_tell(editor: Editor, *, draft_ids: Sequence[str] = (), rebuild: bool = False) -> int:
    """Publish what changed and print what it did; the exit code. Raises as `publish`."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=messages()) as progress:
        publication = publish(editor, draft_ids=draft_ids, rebuild=rebuild, progress=_Bars(progress))
    report = publication.report
    output().print(document_table(report.documents))
    for line in _told(publication):
        output().print(line)
    for left_out in report.left_out:
        messages().print(f"Left out: {left_out}", style="yellow")
    for failure in (*publication.refused, *report.failures):
        messages().print(f"Not read: {failure}", style="red")
    done = "Published" if report.changed else "Nothing changed; still"
    output().print(f"{done} generation {report.generation} ({report.seconds:.1f} s).")
    if report.failures:
        messages().print(f"Files that could not be read: {len(report.failures)}. The others are published.", style="red")
    return PARTLY_READ if report.failures or publication.refused else 0


def _told(publication: Publication) -> Iterator[str]:
    for change in publication.changes:
        yield from _change(change)
    if touched := publication.touched:
        yield f"Answers given before that rest on what changed: {len(touched)}"
        for answer in touched[:_MOST]:
            yield f"  {answer.answer_id}  {answer.asked_at:%Y-%m-%d}  {answer.question}"
        if len(touched) > _MOST:
            yield f"  and {len(touched) - _MOST} more"


def _change(change: DocumentChange) -> Iterator[str]:
    came_from = f" (replaces {change.former_file})" if change.file and change.former_file not in (None, change.file) else ""
    yield f"{_SIGNS[change.change]} {change.file or change.former_file}: {change.title}{came_from}"
    for field in change.metadata:
        yield f"    ~ {field.field}: {field.before} → {field.after}"
    for fact in change.facts[:_MOST]:
        differs = f" ({', '.join(fact.differs)})" if fact.differs else ""
        words = " → ".join(" ".join(words.split()) for words in (fact.before, fact.after) if words)
        yield f"    {_SIGNS[fact.change]} {fact.kind} {fact.name}{differs}: {words}"
    if len(change.facts) > _MOST:
        yield f"    and {len(change.facts) - _MOST} more facts"


class _Bars:
    """One bar a stage, added when the stage is first heard of."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._bars: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self._bars:
            self._bars[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._bars[stage], completed=done, total=total)
