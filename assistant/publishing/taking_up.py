"""Released drafts become documents: each is moved among the added files, with what was decided of it."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.access.audit import record
from assistant.publishing.documents import SourceFile, find_source_file, source_files
from assistant.publishing.drafts import Draft, delete_leftovers, draft_file, drafts, hold_draft, remove_draft
from assistant.publishing.editor import Editor
from assistant.publishing.files_held import files_held
from assistant.publishing.restoration import settle_restorations
from assistant.store.amendments import read_amendments
from assistant.store.document_decisions import change_state, correct_metadata
from corpus.amendments import Decisions, same_file
from corpus.errors import ConfigurationError, NameTakenError, NotFoundError, PublishingError
from corpus.manifest import load_manifest
from ingest.publication import alone


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Names of the drafts that became documents, and why others did not."""

    added: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def and_then(self, later: "TakenUp") -> "TakenUp":
        """Both together."""
        return TakenUp(self.added + later.added, self.refused + later.refused)


def check_name(editor: Editor, draft: Draft) -> None:
    """Raises NameTakenError when the draft has the name of a document that it does not replace, and NotFoundError when what it replaces is not there.

    The very same file once more is no other document.
    """
    if draft.replaces is not None:
        find_source_file(editor, draft.replaces)
        return
    taken = next((source for source in source_files(editor) if alike(source.file, draft.name)), None)
    if taken is not None and (taken.withdrawn or not _same_content(taken, draft_file(editor, draft))):
        state = "withdrawn" if taken.withdrawn else "there already"
        raise NameTakenError(
            f"A document {taken.file} is {state}. Say that this one replaces it (--replaces {taken.file}), or name the file otherwise."
        )


def take_up_drafts(editor: Editor) -> TakenUp:
    """Move every released draft to its place among the added documents. Raises IngestRunningError.

    Nothing is ingested meanwhile, so that no generation is made of half of a change; each step may be done twice.
    """
    taken = TakenUp()
    with alone(editor.settings.data_dir) as folders, files_held(editor.settings.data_dir):
        settle_restorations(editor, folders)
        delete_leftovers(editor)
        for draft in drafts(editor):
            if draft.released:
                try:
                    taken = taken.and_then(TakenUp(added=(_take_up(editor, draft),)))
                except PublishingError as error:
                    hold_draft(editor, draft.id)
                    taken = taken.and_then(TakenUp(refused=(str(error),)))
    return taken


def alike(one: str, other: str) -> bool:
    """Whether some file system takes two names for one."""
    return same_file(one.casefold(), other.casefold())


def _take_up(editor: Editor, draft: Draft) -> str:
    name, settings = draft.name, editor.settings
    if settings.corpus_dir.resolve() == settings.data_dir.resolve():
        raise ConfigurationError("CORPUS_DIR and DATA_DIR are one folder, so nothing can be added: set DATA_DIR to another one.")
    handed_in = draft_file(editor, draft)
    if handed_in.exists() and draft.replaces is None:
        check_name(editor, draft)
    replaced = _replaced(editor, draft)
    fields = decided_fields(editor, draft)
    if fields:
        correct_metadata(editor.database, name, fields, draft.kept_by)
    settings.added_dir.mkdir(parents=True, exist_ok=True)
    if handed_in.exists():
        os.replace(handed_in, settings.added_dir / name)
    change_state(editor.database, name, "present", draft.kept_by)
    if replaced is not None and not same_file(replaced, name):
        change_state(editor.database, replaced, "withdrawn", draft.kept_by, replaced_by=name)
    record(editor.database, draft.kept_by, "add_document", name, {"replaces": replaced, "fields": fields})
    remove_draft(editor, draft.id)
    return name


def decided_fields(editor: Editor, draft: Draft) -> dict[str, Any]:
    """The metadata that hold for the draft once it is published, whatever its text says: its own, and what it has from the file it replaces."""
    return {**_inherited(editor, draft, _replaced(editor, draft)), **(draft.fields or {})}


def _same_content(source: SourceFile, path: Path) -> bool:
    return source.path is not None and source.size == path.stat().st_size and source.path.read_bytes() == path.read_bytes()


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
