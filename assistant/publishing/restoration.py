"""From an archive back to both stores: checked whole before anything is touched, then taken over in one step."""

import hashlib
import json
import os
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from secrets import token_hex

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import insert, select

from assistant.publishing.backup import FORMAT, RECORD, STAGED, SWAP, BackupRecord
from assistant.publishing.drafts import drafts_folder
from assistant.publishing.editor import Editor
from assistant.publishing.files_held import files_held
from assistant.store.migrations import applied_migrations
from assistant.store.moment import utc_now
from assistant.store.rows import kept_tables, replace_rows
from assistant.store.tables import AUDIT
from corpus.errors import BackupError, KnowledgeError
from corpus.knowledge.generation_folders import INTERNAL, GenerationFolders
from corpus.knowledge.knowledge_base import KnowledgeBase
from ingest.publication import alone, make_current, next_generation_id

_LONGEST_RECORD = 64 << 20
_AT_ONCE = 1 << 20
_FOLDERS = ("documents", "drafts")
_FORMER = "former-"
ACTION = "restore_backup"
"""The name of a restoration in the audit log."""


def restore_backup(editor: Editor, archive: Path, *, replace: bool = False) -> BackupRecord:
    """Take over what `archive` holds in place of everything that is there; `replace` allows that something is.

    Killed at any moment, everything is as it was or wholly restored, once the next publication, backup or restoration has settled it. Raises
    BackupError for an archive that is damaged, was changed, or was made by another form of the program, and for stores that hold something already.
    """
    data_dir = editor.settings.data_dir
    with alone(data_dir) as folders, files_held(data_dir):
        settle_restorations(editor, folders)
        if not replace:
            _require_empty(editor, folders)
        staged = data_dir / f"{STAGED}{token_hex(4)}"
        staged.mkdir()
        try:
            record = _unpacked(archive, staged)
            _check(editor, record, staged)
            _take_over(editor, record, staged, folders)
        finally:
            settle_restorations(editor, folders)
    return record


def _require_empty(editor: Editor, folders: GenerationFolders) -> None:
    with editor.database.reading() as connection:
        tables = [table for table in kept_tables() if table is not AUDIT]
        filled = [table.name for table in tables if connection.execute(select(table).limit(1)).first() is not None]
    held = [path for path in (editor.settings.added_dir, drafts_folder(editor)) if path.is_dir() and any(path.iterdir())]
    if filled or held or folders.current_id() is not None:
        raise BackupError(
            f"There is something in {editor.settings.data_dir} or in the app database already, which would be lost: "
            "give --replace to restore in its place."
        )


def _unpacked(archive: Path, staged: Path) -> BackupRecord:
    """Every entry of the archive below `staged`, each checked against the record."""
    sums: dict[str, str] = {}
    record: BackupRecord | None = None
    try:
        with tarfile.open(archive, "r:") as tar:
            for entry in tar:
                if record is not None or entry.name in sums:
                    raise _damaged(archive, f"{entry.name} stands twice or behind its end")
                if entry.name == RECORD:
                    record = _record(tar, entry, archive)
                else:
                    sums[entry.name] = _unpack(tar, entry, staged, archive)
    except (tarfile.TarError, EOFError) as error:
        raise _damaged(archive, str(error)) from None
    except OSError as error:
        raise BackupError(f"{archive} cannot be restored ({error.strerror}): nothing was changed.") from None
    if record is None:
        raise _damaged(archive, "it has no end")
    if record.files != sums:
        wrong = sorted(name for name in {*record.files, *sums} if record.files.get(name) != sums.get(name))
        raise _damaged(archive, f"{', '.join(wrong[:3])} is missing or was changed")
    return record


def _unpack(tar: tarfile.TarFile, entry: tarfile.TarInfo, staged: Path, archive: Path) -> str:
    path = PurePosixPath(entry.name)
    safe = path.as_posix() == entry.name and not path.is_absolute() and ".." not in path.parts and "\0" not in entry.name
    if not (entry.isreg() and safe and path.parts[0] in ("database", "generations", *_FOLDERS)):
        raise _damaged(archive, f"{entry.name!r} is nothing that a backup holds")
    source, target = tar.extractfile(entry), staged.joinpath(*path.parts)
    assert source is not None
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("xb") as file:
        while part := source.read(_AT_ONCE):
            digest.update(part)
            file.write(part)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _record(tar: tarfile.TarFile, entry: tarfile.TarInfo, archive: Path) -> BackupRecord:
    source = tar.extractfile(entry) if entry.isreg() and entry.size <= _LONGEST_RECORD else None
    try:
        record = TypeAdapter(BackupRecord).validate_json(source.read() if source else b"")
    except ValidationError:
        raise _damaged(archive, f"its {RECORD} cannot be read") from None
    if record.format != FORMAT:
        raise BackupError(f"{archive} was made by another version of the program: restore it with that one, then update.")
    return record


def _check(editor: Editor, record: BackupRecord, staged: Path) -> None:
    with editor.database.reading() as connection:
        form = applied_migrations(connection)
    if record.form != form:
        raise BackupError(
            f"The backup holds form {record.form} of the app database, this program has form {form}: restore it with the version that made it, then update."
        )
    held = {path.name for path in (staged / "generations").iterdir()} if (staged / "generations").is_dir() else set()
    if held != ({record.generation} if record.generation else set()):
        raise BackupError("The backup does not hold the generation it names: nothing was changed.")
    for folder in (staged / "generations" / name / side for name in held for side in ("", INTERNAL)):
        if folder.is_dir():
            try:
                knowledge = KnowledgeBase(folder)
                try:
                    knowledge.check()
                finally:
                    knowledge.close()
            except KnowledgeError as error:
                raise BackupError(
                    f"The generation in the backup cannot be opened ({error}): restore it with the version of the program that made it."
                ) from None


def _take_over(editor: Editor, record: BackupRecord, staged: Path, folders: GenerationFolders) -> None:
    """Rows and files together: what is renamed before the rows hold is renamed back unless they do."""
    generation = None if record.generation is None else next_generation_id(folders)
    (staged / SWAP).write_text(json.dumps(generation), encoding="utf-8")
    if record.generation is not None and generation is not None:
        (staged / "generations" / record.generation).rename(folders.root / generation)
    details = {"made_at": record.made_at, "mark": staged.name}
    with editor.database.writing() as connection, _opened(staged) as lines:
        replace_rows(connection, lines)
        connection.execute(
            insert(AUDIT).values(at=utc_now(), actor=editor.name, action=ACTION, subject=staged.name, details=json.dumps(details))
        )
        for name in _FOLDERS:
            if (editor.settings.data_dir / name).is_dir():
                (editor.settings.data_dir / name).rename(staged / f"{_FORMER}{name}")
            if (staged / name).is_dir():
                (staged / name).rename(editor.settings.data_dir / name)
            else:
                (editor.settings.data_dir / name).mkdir()


def settle_restorations(editor: Editor, folders: GenerationFolders) -> None:
    """Complete, or undo, what a restoration left that was killed: its rows tell whether it had come about. Nobody may publish meanwhile."""
    data_dir = editor.settings.data_dir
    for staged in sorted(data_dir.glob(f"{STAGED}*")):
        if (staged / SWAP).is_file():
            with editor.database.reading() as connection:
                done = connection.execute(select(AUDIT).where(AUDIT.c.action == ACTION, AUDIT.c.subject == staged.name)).first()
            generation = json.loads((staged / SWAP).read_text(encoding="utf-8"))
            if done is not None:
                _serve(folders, generation)
            else:
                _put_back(staged, data_dir)
                shutil.rmtree(folders.root / (generation or staged.name), ignore_errors=True)
        shutil.rmtree(staged, ignore_errors=True)


def _serve(folders: GenerationFolders, generation: str | None) -> None:
    if generation is not None:
        make_current(folders, generation)
    else:
        folders.pointer.unlink(missing_ok=True)


def _put_back(staged: Path, data_dir: Path) -> None:
    for name in _FOLDERS:
        former = staged / f"{_FORMER}{name}"
        if former.is_dir():
            if (data_dir / name).is_dir():
                (data_dir / name).rename(staged / f"undone-{name}")
            former.rename(data_dir / name)


@contextmanager
def _opened(staged: Path) -> Iterator[Mapping[str, Iterator[bytes]]]:
    """The lines of each table's rows."""
    yield {path.stem: _lines(path) for path in sorted((staged / "database").glob("*.jsonl"))}


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _damaged(archive: Path, how: str) -> BackupError:
    return BackupError(f"{archive} is no whole backup ({how}): nothing was changed. Take another one.")
