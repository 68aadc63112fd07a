"""Publishes a generation whole or not at all: built aside under a lock, flushed, renamed, then made current in one step."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from corpus.embedding.embedder import Embedder
from corpus.errors import ConfigurationError, IngestRunningError, UnwritableError
from corpus.index.entry import Entry
from corpus.knowledge.build_record import BuildRecord
from corpus.knowledge.generation_folders import INTERNAL, UNFINISHED, GenerationFolders
from corpus.knowledge.generation_use import unused
from corpus.knowledge.generation_writer import Progress, write_generation
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.conflicts import Conflict
from corpus.model.document import Document, Visibility
from corpus.model.facts import Fact, Unit
from corpus.settings import CorpusSettings

KEPT = 3
"""Generations kept for rollback, the current one among them."""


class Draft:
    """A generation in the making: write into `folder`, or call `write`, then `commit`. `id` is its name once published."""

    def __init__(self, folders: GenerationFolders, generation_id: str) -> None:
        self.id = generation_id
        self.folder = folders.root / f"{generation_id}{UNFINISHED}"
        self._folders = folders
        with _storing(folders.root):
            self.folder.mkdir()

    def write(
        self,
        documents: Sequence[Document],
        facts: Mapping[str, Sequence[Fact]],
        entries: Sequence[Entry],
        *,
        audience: Visibility = "public",
        embedder: Embedder,
        conflicts: Sequence[Conflict] = (),
        units: Sequence[Unit] = (),
        synonyms: Mapping[str, Sequence[str]] | None = None,
        glossary: Mapping[str, Sequence[str]] | None = None,
        files: Mapping[str, str] | None = None,
        settings: CorpusSettings | None = None,
        progress: Progress = lambda *_: None,
    ) -> BuildRecord:
        """Write all that `audience` may read into the generation, not yet published, and say what was written.

        Every generation needs a public side; an internal one besides, written after it, where not all documents are public. Raises UnwritableError.
        """
        folder = self.folder if audience == "public" else self.folder / INTERNAL
        with _storing(self._folders.root):
            folder.mkdir(exist_ok=True)
            return write_generation(
                folder,
                documents,
                facts,
                entries,
                embedder=embedder,
                conflicts=conflicts,
                units=units,
                synonyms=synonyms,
                glossary=glossary,
                files=files,
                settings=settings,
                progress=progress,
            )

    def commit(self) -> None:
        """Make this generation the current one. Raises MismatchError, and changes nothing, when it cannot be opened; UnwritableError."""
        for folder in (self.folder, self.folder / INTERNAL):
            if folder.is_dir():
                _check(folder)
        with _storing(self._folders.root):
            _flush_tree(self.folder)
            finished = self._folders.root / self.id
            self.folder.rename(finished)
            _flush(self._folders.root)
            make_current(self._folders, self.id)
        _prune(self._folders)


def _check(folder: Path) -> None:
    with closing(KnowledgeBase(folder)) as knowledge:
        knowledge.check()


@contextmanager
def publish(data_dir: Path) -> Iterator[Draft]:
    """A draft of the next generation under `data_dir`; what is not committed when the block ends is thrown away.

    Removes what a killed ingest left. Raises IngestRunningError when another ingest, of this or another process, is at work,
    ConfigurationError when `data_dir` cannot be a folder, and UnwritableError.
    """
    with alone(data_dir) as folders:
        for path in folders.unfinished():
            _remove(path)
        # One that was killed when its generation had become current has not come to this.
        _prune(folders)
        draft = Draft(folders, next_generation_id(folders))
        try:
            yield draft
        finally:
            _remove(draft.folder)


def make_current(folders: GenerationFolders, generation_id: str) -> None:
    """Answer questions from the finished generation `generation_id` from now on."""
    aside = folders.pointer.with_name(f"{folders.pointer.name}{UNFINISHED}")
    aside.write_text(generation_id, encoding="utf-8")
    _flush(aside)
    os.replace(aside, folders.pointer)
    _flush(folders.root)


@contextmanager
def alone(data_dir: Path) -> Iterator[GenerationFolders]:
    """For the length of a block nobody ingests into `data_dir`. Raises as `publish` does."""
    folders = GenerationFolders(data_dir)
    try:
        folders.root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"{data_dir} cannot be written to ({error.strerror}): set DATA_DIR to a folder of yours.") from None
    with _locked(folders.lock):
        yield folders


@contextmanager
def _storing(root: Path) -> Iterator[None]:
    """Tells what goes wrong with the disk in the block as what it is. Raises UnwritableError."""
    try:
        yield
    except OSError as error:
        raise UnwritableError(
            f"The knowledge cannot be stored in {root} ({error.strerror or error}); what was published before stays. "
            "Make room on the disk, or let this user write there, and ingest again."
        ) from error


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Holds the lock file `path`; the system lets go of it when the process dies."""
    with _storing(path.parent):
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            data_dir = path.parent.parent
            raise IngestRunningError(f"Another ingest is writing to {data_dir}; wait until it has finished, then try again.") from error
        yield
    finally:
        os.close(file)


def next_generation_id(folders: GenerationFolders) -> str:
    """The name of the next generation: a serial number, so that names sort by age whatever the clock does, and the time for people."""
    serials = [int(name.split("-")[0]) for name in (*folders.ids(), folders.current_id() or "") if name.split("-")[0].isdecimal()]
    return f"{max(serials, default=0) + 1:06d}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"


def _prune(folders: GenerationFolders) -> None:
    """Delete generations beyond the newest `KEPT`; a generation in use, or the current one, stays."""
    for name in folders.ids()[:-KEPT]:
        if name == folders.current_id():
            continue
        with unused(folders.root / name) as free:
            if free:
                shutil.rmtree(folders.root / name, ignore_errors=True)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _flush_tree(folder: Path) -> None:
    for place, _, names in os.walk(folder):
        for name in names:
            _flush(Path(place) / name)
        _flush(Path(place))
    _flush(folder.parent)


def _flush(path: Path) -> None:
    """Wait until the file or folder is on disk."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
