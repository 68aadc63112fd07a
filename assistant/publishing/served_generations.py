"""The generations that are kept, and going back to a former one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant.publishing.editor import Editor
from assistant.store.amendments import read_amendments
from corpus.amendments import Decisions
from corpus.errors import KnowledgeError, NotFoundError, PublishingError
from corpus.knowledge.build_record import read_build_record
from corpus.knowledge.generation_folders import INTERNAL, GenerationFolders
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.manifest import load_manifest
from corpus.model.document import Visibility
from ingest.publication import alone, make_current


@dataclass(frozen=True, slots=True)
class KeptGeneration:
    """A generation in DATA_DIR: when it was built (UTC), how many documents it holds, internal ones included, and whether it is the one served.

    `usable` is false when it was built by another version of the program or is damaged; then the other fields are None.
    """

    id: str
    current: bool
    usable: bool
    created_at: datetime | None = None
    documents: int | None = None


def kept_generations(editor: Editor) -> tuple[KeptGeneration, ...]:
    """All generations, the oldest first."""
    folders = GenerationFolders(editor.settings.data_dir)
    current = folders.current_id()
    return tuple(_kept(folders, name, name == current) for name in folders.ids())


def use_generation(editor: Editor, generation_id: str) -> KeptGeneration:
    """Answer questions from the generation `generation_id` from now on, until the next publication, which is made of what is there and decided then.

    Raises NotFoundError, MismatchError when it cannot be opened, IngestRunningError, and PublishingError when the public would read a document
    in it that was withdrawn or made internal since.
    """
    with alone(editor.settings.data_dir) as folders:
        if generation_id not in folders.ids():
            raise NotFoundError(f"There is no generation {generation_id!r}; `city-assistant generations` lists them.")
        _check(editor, folders, generation_id)
        make_current(folders, generation_id)
        editor.note("use_generation", generation_id)
    return _kept(folders, generation_id, True)


def _check(editor: Editor, folders: GenerationFolders, generation_id: str) -> None:
    decisions = Decisions(load_manifest(editor.settings), read_amendments(editor.database))
    present = _visibility(editor)
    for folder in (folders.root / generation_id, folders.root / generation_id / INTERNAL):
        if folder.is_dir():
            held = _held(folder, generation_id)
            taken = [file for file in dict.fromkeys(held.values()) if decisions.amendments.withdraws(file)]
            if folder.name != INTERNAL:
                taken += [file for name, file in held.items() if present.get(name, _decided(decisions, file)) == "internal"]
            if taken:
                raise PublishingError(
                    f"The generation {generation_id} holds what was withdrawn or made internal since: {', '.join(dict.fromkeys(taken))}. "
                    "Restore it or make it public first, or leave the present generation in place."
                )


def _held(folder: Path, generation_id: str) -> dict[str, str]:
    """File by document id of what one side of a generation holds, all of it opened."""
    knowledge = KnowledgeBase(folder, generation_id)
    try:
        knowledge.check()
        return {summary.id: summary.source_file for summary in knowledge.documents()}
    finally:
        knowledge.close()


def _visibility(editor: Editor) -> dict[str, Visibility]:
    """Who may read each document of the present generation."""
    try:
        with Generations(editor.settings.data_dir) as generations, generations.lease("internal") as knowledge:
            return {summary.id: summary.metadata.visibility for summary in knowledge.documents()}
    except KnowledgeError:
        return {}


def _decided(decisions: Decisions, file: str) -> Visibility:
    return "internal" if decisions.marks_internal(file) else "public"


def _kept(folders: GenerationFolders, name: str, current: bool) -> KeptGeneration:
    whole = folders.root / name / INTERNAL
    try:
        record = read_build_record(whole if whole.is_dir() else folders.root / name)
    except KnowledgeError:
        return KeptGeneration(name, current, usable=False)
    return KeptGeneration(name, current, True, datetime.fromisoformat(record.created_at), record.counts["documents"])
