"""From decisions and released drafts to a published generation. The only way in which the assistant ingests."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from assistant.publishing.changes import DocumentChange, compare_knowledge
from assistant.publishing.drafts import drafts, find_draft, release_draft
from assistant.publishing.editor import Editor
from assistant.publishing.taking_up import TakenUp, alike, check_name, take_up_drafts
from assistant.publishing.touched_answers import TouchedAnswer, touched_answers
from assistant.store.amendments import read_amendments
from assistant.store.document_decisions import document_states
from corpus.amendments import Amendments
from corpus.errors import KnowledgeError, NameTakenError
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import KnowledgeBase
from ingest.pipeline import IngestReport, ingest_corpus
from ingest.progress import Progress, unheard

_ROUNDS = 5
"""Ingests in a row because of what was decided during the one before; what comes later waits for the next publication."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication did: `added` are the files taken up from drafts, `changes` what is not as it was, `touched` the answers that rest on it.

    `refused` says of drafts why they were not taken up, though they were released: another document has their name by now.
    """

    report: IngestReport
    added: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    changes: tuple[DocumentChange, ...] = ()
    touched: tuple[TouchedAnswer, ...] = ()


def publish(editor: Editor, *, draft_ids: Sequence[str] = (), rebuild: bool = False, progress: Progress = unheard) -> Publication:
    """Take up the drafts `draft_ids` and those released before, and publish what changed.

    What is decided while this runs is published too. When it is killed, the next call completes it. Raises NotFoundError for an unknown draft,
    NameTakenError when one has the name of a document it does not say to replace, IngestRunningError when another publication is at work
    (released drafts and decisions are kept, and that one takes them up), and as `ingest_corpus`.
    """
    chosen = [find_draft(editor, draft_id) for draft_id in draft_ids]
    for number, draft in enumerate(chosen):
        check_name(editor, draft)
        if any(alike(draft.name, other.name) for other in chosen[:number]):
            raise NameTakenError(f"Two of the files are called {draft.name}: name one of them otherwise.")
    for draft_id in draft_ids:
        release_draft(editor, draft_id)
    with Generations(editor.settings.data_dir) as generations, ExitStack() as leases:
        former = _former(generations, leases)
        report, taken = _ingest(editor, rebuild, progress)
        if report.changed:
            editor.note(
                "publish", report.generation, added=list(taken.added), documents=len(report.documents), failures=len(report.failures)
            )
        changes, touched = _compare(editor, former) if report.changed and former is not None else ((), ())
    return Publication(report, taken.added, taken.refused, changes, touched)


def _ingest(editor: Editor, rebuild: bool, progress: Progress) -> tuple[IngestReport, TakenUp]:
    """Ingest until what was published is what is there and decided; the last report, and what became of the released drafts."""
    taken, changed = TakenUp(), False
    for _ in range(_ROUNDS):
        taken = taken.and_then(take_up_drafts(editor))
        present = _present(editor)
        report = ingest_corpus(editor.settings, amendments=partial(read_amendments, editor.database), rebuild=rebuild, progress=progress)
        changed = changed or report.changed
        if _present(editor) == present and not any(draft.released for draft in drafts(editor)):
            break
        rebuild = False
    return replace(report, changed=changed), taken


def _former(generations: Generations, leases: ExitStack) -> KnowledgeBase | None:
    """What was served before, kept open as long as `leases`; None where nothing was, or it cannot be read any more."""
    try:
        return leases.enter_context(generations.lease("internal"))
    except KnowledgeError:
        return None


def _compare(editor: Editor, former: KnowledgeBase) -> tuple[tuple[DocumentChange, ...], tuple[TouchedAnswer, ...]]:
    replacements = {change.file: change.replaced_by for change in document_states(editor.database).values() if change.replaced_by}
    with Generations(editor.settings.data_dir) as generations, generations.lease("internal") as present:
        changes = compare_knowledge(former, present, replacements)
        return changes, touched_answers(editor.database, changes, present)


def _present(editor: Editor) -> tuple[Amendments, frozenset[tuple[str, int, int]]]:
    """What was decided, and the added files with size and time of change: whether an ingest was made of what is there now."""
    folder: Path = editor.settings.added_dir
    files = [path.stat() for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return read_amendments(editor.database), frozenset((str(file.st_ino), file.st_size, file.st_mtime_ns) for file in files)
