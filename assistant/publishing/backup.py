"""Both stores in one archive: the rows of app.db, the current generation, added documents and drafts, and a checksum of each."""

import hashlib
import io
import json
import os
import sqlite3
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sqlalchemy import Connection

from assistant.publishing.drafts import drafts_folder
from assistant.publishing.editor import Editor
from assistant.publishing.files_held import files_held
from assistant.store.migrations import applied_migrations
from assistant.store.rows import kept_tables, rows_of
from corpus.errors import BackupError
from corpus.knowledge.generation_folders import GenerationFolders
from corpus.knowledge.generation_use import GenerationUse

FORMAT = 1
RECORD = "backup.json"
"""The last entry of an archive: what it holds."""
STAGED, SWAP = ".restoring-", "swap.json"
"""Begins the folder in DATA_DIR in which a restoration is made ready; the file in it that holds the restored generation, from when files are renamed on."""
_IN_MEMORY = 8 << 20
_AT_ONCE = 1 << 20
_TRIES = 20


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """What an archive holds: `files` are the SHA-256 of each entry by its name, `form` the last migration of the database; UTC.

    `generation` is the one that was served, None before the first ingest.
    """

    format: int
    made_at: str
    form: int
    generation: str | None
    files: dict[str, str]


def back_up(editor: Editor, target: Path) -> BackupRecord:
    """Write the archive `target`, which only its owner may read, while questions and publications go on.

    Raises BackupError when there is a file of that name, or it cannot be written; then nothing is left of it.
    """
    if any(editor.settings.data_dir.glob(f"{STAGED}*/{SWAP}")):
        raise BackupError("A restoration was broken off: run `city-assistant ingest`, which settles it, then back up.")
    if target.exists():
        raise BackupError(f"{target} is there already: name another file, or remove it first.")
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            record = _write(editor, file)
            file.flush()
            os.fsync(file.fileno())
        os.link(aside, target)
    except OSError as error:
        raise BackupError(f"{target} cannot be written ({error.strerror}): nothing was backed up.") from None
    finally:
        aside.unlink(missing_ok=True)
    editor.note("back_up", target.name, generation=record.generation)
    return record


def _write(editor: Editor, file: io.BufferedWriter) -> BackupRecord:
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
        archive = _Archive(tar)
        with files_held(editor.settings.data_dir), _one_moment(editor) as (connection, generation):
            form = applied_migrations(connection)
            for table in kept_tables():
                archive.add_lines(f"database/{table.name}.jsonl", rows_of(connection, table))
            archive.add_tree("documents", editor.settings.added_dir)
            archive.add_tree("drafts", drafts_folder(editor))
            if generation is not None:
                archive.add_tree(f"generations/{generation}", GenerationFolders(editor.settings.data_dir).root / generation)
        record = BackupRecord(FORMAT, datetime.now(UTC).isoformat(timespec="seconds"), form, generation, archive.sums)
        archive.add_bytes(RECORD, json.dumps(asdict(record), ensure_ascii=False, indent=1).encode())
    return record


@contextmanager
def _one_moment(editor: Editor) -> Iterator[tuple[Connection, str | None]]:
    """The database as it is while one generation is the current one, and that generation, which is not deleted meanwhile."""
    folders = GenerationFolders(editor.settings.data_dir)
    for _ in range(_TRIES):
        generation = folders.current_id()
        use = GenerationUse(folders.root / (generation or ""))
        try:
            with editor.database.snapshot() as connection:
                applied_migrations(connection)
                if folders.current_id() == generation and (generation is None or (folders.root / generation).is_dir()):
                    yield connection, generation
                    return
        finally:
            use.end()
        time.sleep(0.1)
    raise BackupError("Generations were published faster than they could be backed up: try again.")


class _Archive:
    """Adds entries and remembers their checksums."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.sums: dict[str, str] = {}

    def add_bytes(self, name: str, data: bytes) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = len(data), int(time.time()), 0o600
        self._tar.addfile(entry, io.BytesIO(data))

    def add_lines(self, name: str, lines: Iterator[bytes]) -> None:
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as aside:
            for line in lines:
                aside.write(line)
            self._add(name, aside)

    def add_tree(self, name: str, folder: Path) -> None:
        """Every file below `folder`, but for hidden ones at its top, which are unfinished; a file that goes meanwhile is left out."""
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            below = path.relative_to(folder)
            if path.is_file() and not path.is_symlink() and not below.parts[0].startswith("."):
                try:
                    self._add_file(f"{name}/{below.as_posix()}", path)
                except FileNotFoundError:
                    continue

    def _add_file(self, name: str, path: Path) -> None:
        if path.suffix in (".db", ".sqlite3"):
            # Whoever serves the generation may be writing to this file: SQLite copies it whole.
            with tempfile.TemporaryDirectory() as folder:
                copy = Path(folder) / path.name
                with (
                    closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
                    closing(sqlite3.connect(copy)) as made,
                ):
                    source.backup(made)
                with copy.open("rb") as file:
                    self._add(name, file)
        else:
            with path.open("rb") as file:
                self._add(name, file)

    def _add(self, name: str, file: IO[bytes]) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = file.seek(0, os.SEEK_END), int(time.time()), 0o600
        file.seek(0)
        digest = hashlib.sha256()
        for part in iter(lambda: file.read(min(_AT_ONCE, entry.size - file.tell())), b""):
            digest.update(part)
        file.seek(0)
        self._tar.addfile(entry, file)
        self.sums[name] = digest.hexdigest()
