"""From decisions and released drafts to a published generation. The only way in which the assistant ingests."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from assistant.publishing.changes import DocumentChange, compare_knowledge
from assistant.publishing.documents import find_source_file, source_files
from assistant.publishing.drafts import Draft, draft_file, drafts, find_draft, release_draft, remove_draft
from assistant.publishing.editor import Editor
from assistant.publishing.touched_answers import TouchedAnswer, touched_answers
from assistant.store.amendments import read_amendments
from assistant.store.document_decisions import change_state, correct_metadata, document_states
from corpus.amendments import Amendments, Decisions, same_file
from corpus.errors import ConfigurationError, KnowledgeError, NameTakenError, NotFoundError
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.manifest import load_manifest
from ingest.pipeline import IngestReport, ingest_corpus
from ingest.progress import Progress, unheard
from ingest.publication import alone

_ROUNDS = 5
"""Ingests in a row because of what was decided during the one before; what comes later waits for the next publication."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication did: `added` are the files taken up from drafts, `changes` what is not as it was, `touched` the answers that rest on it."""

    report: IngestReport
    added: tuple[str, ...] = ()
    changes: tuple[DocumentChange, ...] = ()
    touched: tuple[TouchedAnswer, ...] = ()


def publish(editor: Editor, *, draft_ids: Sequence[str] = (), rebuild: bool = False, progress: Progress = unheard) -> Publication:
    """Take up the drafts `draft_ids` and those released before, and publish what changed.

    What is decided while this runs is published too. When it is killed, the next call completes it. Raises NotFoundError for an unknown draft,
    NameTakenError when one has the name of a document it does not say to replace, IngestRunningError when another publication is at work
    (released drafts and decisions are kept, and that one takes them up), and as `ingest_corpus`.
    """
    for draft in [find_draft(editor, draft_id) for draft_id in draft_ids]:
        check_name(editor, draft)
    for draft_id in draft_ids:
        release_draft(editor, draft_id)
    with Generations(editor.settings.data_dir) as generations, ExitStack() as leases:
        former = _former(generations, leases)
        report, added = _ingest(editor, rebuild, progress)
        changes, touched = _compare(editor, former) if report.changed and former is not None else ((), ())
    return Publication(report, added, changes, touched)


def _ingest(editor: Editor, rebuild: bool, progress: Progress) -> tuple[IngestReport, tuple[str, ...]]:
    """Ingest until what was published is what is there and decided; the last report, and the files taken up."""
    added: tuple[str, ...] = ()
    changed = False
    for _ in range(_ROUNDS):
        added += take_up_drafts(editor)
        present = _present(editor)
        report = ingest_corpus(editor.settings, amendments=partial(read_amendments, editor.database), rebuild=rebuild, progress=progress)
        changed = changed or report.changed
        if _present(editor) == present and not any(draft.released for draft in drafts(editor)):
            break
        rebuild = False
    return replace(report, changed=changed), added


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


def check_name(editor: Editor, draft: Draft) -> None:
    """Raises NameTakenError when the draft has the name of a document it does not replace, NotFoundError when what it replaces is not there."""
    if draft.replaces is not None:
        find_source_file(editor, draft.replaces)
        return
    taken = next((source.file for source in source_files(editor) if same_file(source.file.casefold(), draft.name.casefold())), None)
    if taken is not None:
        raise NameTakenError(
            f"There is a document {taken} already. Say that this one replaces it (--replaces {taken}), or name the file otherwise."
        )


def take_up_drafts(editor: Editor) -> tuple[str, ...]:
    """Move every released draft to its place among the added documents, and return their names. Raises IngestRunningError.

    Nothing is ingested meanwhile, so that no generation is made of half of a change; each step may be done twice.
    """
    with alone(editor.settings.data_dir):
        return tuple(_take_up(editor, draft) for draft in drafts(editor) if draft.released)


def _take_up(editor: Editor, draft: Draft) -> str:
    name, settings = draft.name, editor.settings
    if settings.corpus_dir.resolve() == settings.data_dir.resolve():
        raise ConfigurationError("CORPUS_DIR and DATA_DIR are one folder, so nothing can be added: set DATA_DIR to another one.")
    replaced = _replaced(editor, draft)
    fields = {**_inherited(editor, draft, replaced), **(draft.fields or {})}
    if fields:
        correct_metadata(editor.database, name, fields, draft.kept_by)
    settings.added_dir.mkdir(parents=True, exist_ok=True)
    if draft_file(editor, draft).exists():
        os.replace(draft_file(editor, draft), settings.added_dir / name)
    change_state(editor.database, name, "present", draft.kept_by)
    if replaced is not None and not same_file(replaced, name):
        change_state(editor.database, replaced, "withdrawn", draft.kept_by, replaced_by=name)
    remove_draft(editor, draft.id)
    return name


def _replaced(editor: Editor, draft: Draft) -> str | None:
    try:
        return find_source_file(editor, draft.replaces).file if draft.replaces else None
    except NotFoundError:
        return draft.replaces


def _inherited(editor: Editor, draft: Draft, replaced: str | None) -> dict[str, str]:
    """A document that replaces an internal one under another name is internal too, unless it was said to be public."""
    if replaced is None or same_file(replaced, draft.name):
        return {}
    decided = Decisions(load_manifest(editor.settings), read_amendments(editor.database)).marks_internal(replaced)
    published = any(document.metadata.visibility == "internal" for document in find_source_file(editor, replaced).documents)
    return {"visibility": "internal"} if decided or published else {}


def _present(editor: Editor) -> tuple[Amendments, frozenset[tuple[str, int, int]]]:
    """What was decided, and the added files with size and time of change: whether an ingest was made of what is there now."""
    folder: Path = editor.settings.added_dir
    files = [path.stat() for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return read_amendments(editor.database), frozenset((str(file.st_ino), file.st_size, file.st_mtime_ns) for file in files)
