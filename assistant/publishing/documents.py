"""The files that documents come from, and what can be decided of them: withdraw, restore, correct. A decision holds from the next publication on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from assistant.publishing.editor import Editor
from assistant.store.document_decisions import StateChange, change_state, correct_metadata, document_states
from corpus.amendments import same_file
from corpus.errors import CorpusError, KnowledgeError, NotFoundError, PublishingError
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.manifest import Corrections
from ingest.sources import find_files

Origin = Literal["corpus", "added", "gone"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that documents come from. `origin` tells whether it lies in the corpus folder or was added; `gone`: withdrawn, and the file is missing.

    `documents` are what the current generation holds of it; `change` is the last withdrawal or restoration, if any;
    `path` is where it lies, None when it is gone.
    """

    file: str
    origin: Origin
    size: int
    documents: tuple[DocumentSummary, ...]
    change: StateChange | None = None
    path: Path | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether the next generation is made without it."""
        return self.change is not None and self.change.state == "withdrawn"


def source_files(editor: Editor) -> tuple[SourceFile, ...]:
    """Every file with its state, in order of names, the withdrawn ones among them."""
    paths, states = _paths(editor), document_states(editor.database)
    published = _published(editor)
    withdrawn = [file for file, change in states.items() if change.state == "withdrawn"]
    names = [*paths, *(file for file in withdrawn if not any(same_file(file, name) for name in paths))]
    return tuple(_source_file(editor, name, paths.get(name), published.get(name, ()), states) for name in sorted(names))


def find_source_file(editor: Editor, file: str) -> SourceFile:
    """One file with its state. Raises NotFoundError."""
    found = next((source for source in source_files(editor) if same_file(source.file, file)), None)
    if found is None:
        raise NotFoundError(f"There is no document file {file!r}; `city-assistant documents` lists them.")
    return found


def withdraw(editor: Editor, file: str, *, note: str | None = None) -> SourceFile:
    """Leave the file out from the next generation on; it is kept, so that it can be restored. Raises NotFoundError."""
    source = find_source_file(editor, file)
    if not source.withdrawn:
        change_state(editor.database, source.file, "withdrawn", editor.name, note=note)
        editor.note("withdraw_document", source.file, note=note)
    return find_source_file(editor, source.file)


def restore_document(editor: Editor, file: str, *, note: str | None = None) -> SourceFile:
    """Take a withdrawn file in again from the next generation on. Raises NotFoundError, and PublishingError when the file itself is gone."""
    source = find_source_file(editor, file)
    if source.origin == "gone":
        raise PublishingError(f"{source.file} was withdrawn and the file is gone since: add it again.")
    if source.withdrawn:
        change_state(editor.database, source.file, "present", editor.name, note=note)
        editor.note("restore_document", source.file, note=note)
    return find_source_file(editor, source.file)


def correct_document(editor: Editor, file: str, fields: Mapping[str, Any], *, heading: str = "") -> Corrections:
    """Correct the metadata of a file's documents; see `assistant.store.document_decisions.correct_metadata`. Raises NotFoundError, CorrectionError."""
    source = find_source_file(editor, file)
    corrected = correct_metadata(editor.database, source.file, fields, editor.name, heading=heading)
    editor.note("correct_metadata", source.file, heading=heading, fields={name: _told(value) for name, value in fields.items()})
    return corrected


def _told(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | list) else str(value)


def _paths(editor: Editor) -> Mapping[str, Path]:
    try:
        return find_files(editor.settings)
    except CorpusError:
        return {}


def _published(editor: Editor) -> Mapping[str, Sequence[DocumentSummary]]:
    found: dict[str, list[DocumentSummary]] = {}
    try:
        with Generations(editor.settings.data_dir) as generations, generations.lease("internal") as knowledge:
            for summary in knowledge.documents():
                found.setdefault(summary.source_file, []).append(summary)
    except KnowledgeError:
        return {}
    return found


def _source_file(
    editor: Editor, name: str, path: Path | None, published: Sequence[DocumentSummary], states: Mapping[str, StateChange]
) -> SourceFile:
    change = next((change for file, change in states.items() if same_file(file, name)), None)
    if path is None:
        return SourceFile(name, "gone", 0, tuple(published), change)
    origin: Origin = "added" if path.is_relative_to(editor.settings.added_dir) else "corpus"
    return SourceFile(name, origin, path.stat().st_size, tuple(published), change, path)
