"""Both stores go into one archive while everything goes on, and come back whole or not at all."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.access.keys import Keys
from assistant.publishing import restoration
from assistant.publishing.backup import RECORD, back_up
from assistant.publishing.documents import correct_document, source_files, withdraw
from assistant.publishing.drafts import drafts, keep_draft
from assistant.publishing.editor import Editor
from assistant.publishing.publication import publish
from assistant.publishing.restoration import restore_backup
from assistant.session import open_session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from assistant.store.rows import kept_tables
from corpus.errors import BackupError
from corpus.knowledge.generations import Generations

NOTICE = "# 云川市节水方案\n\n到2026年，推广节水器具100个。\n"
QUESTION = "2025年建成智能水表多少只？"


def state_of(editor: Editor) -> object:
    """Everything that a backup is to keep, but for the audit log and the number of the generation."""
    with editor.database.reading() as connection:
        rows = {table.name: [tuple(row) for row in connection.execute(select(table))] for table in kept_tables() if table.name != "audit"}
    with Generations(editor.settings.data_dir) as generations, generations.lease("internal") as knowledge:
        texts = {summary.id: (summary.version, summary.metadata, knowledge.text(summary.id)) for summary in knowledge.documents()}
    added = {path.name: path.read_bytes() for path in editor.settings.added_dir.rglob("*") if path.is_file()}
    return rows, texts, added, drafts(editor)


@pytest.fixture(scope="module")
def kept(city: AssistantSettings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the city, something in every place, and the backup of it; tests change neither."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copytree(city.corpus_dir, folder / "corpus")
    shutil.copytree(city.data_dir, folder / "data")
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    with open_session(settings) as session:
        session.ask(QUESTION)
    with closing(Database(settings.database_url)) as database:
        editor = Editor(settings, database, "甲")
        draft = keep_draft(editor, "节水方案.md", io.BytesIO(NOTICE.encode()), fields={"visibility": "internal"})
        withdraw(editor, "河道答复.md")
        publish(editor, draft_ids=[draft.id])
        keep_draft(editor, "草稿.md", io.BytesIO(NOTICE.encode()))
        back_up(editor, folder / "backup.tar")
    return folder


@pytest.fixture
def filled(kept: Path, tmp_path: Path) -> Iterator[Editor]:
    """The city with something in every place, which a test may change."""
    shutil.copytree(kept, tmp_path / "city")
    settings = AssistantSettings.load(corpus_dir=tmp_path / "city" / "corpus", data_dir=tmp_path / "city" / "data", _env_file=None)
    with closing(Database(settings.database_url)) as database:
        yield Editor(settings, database, "甲")


@pytest.fixture
def empty(filled: Editor, tmp_path: Path) -> Iterator[Editor]:
    """An editor with nothing yet, elsewhere."""
    settings = filled.settings.model_copy(update={"data_dir": tmp_path / "other"})
    with closing(Database(settings.database_url)) as database:
        yield Editor(settings, database, "乙")


@pytest.fixture
def archive(filled: Editor) -> Path:
    return filled.settings.data_dir.parent / "backup.tar"


def test_what_was_backed_up_is_there_again_elsewhere(filled: Editor, empty: Editor, archive: Path) -> None:
    assert archive.stat().st_mode & 0o077 == 0
    restore_backup(empty, archive)
    assert state_of(empty) == state_of(filled)
    with open_session(empty.settings) as session:
        assert "20万" in session.ask(QUESTION).text
    assert not publish(empty).report.changed
    assert [source.file for source in source_files(empty) if source.withdrawn] == ["河道答复.md"]


def test_into_stores_that_hold_something_only_when_that_is_said(filled: Editor, archive: Path) -> None:
    before = state_of(filled)
    correct_document(filled, "水务计划.md", {"issuer": "云川市人民政府"})
    publish(filled)
    changed = state_of(filled)
    with pytest.raises(BackupError, match="--replace"):
        restore_backup(filled, archive)
    assert state_of(filled) == changed
    restore_backup(filled, archive, replace=True)
    assert state_of(filled) == before
    assert not publish(filled).report.changed


def test_nobody_is_signed_in_by_a_restored_database_and_keys_hold(filled: Editor, empty: Editor, tmp_path: Path) -> None:
    Keys(filled.database).make("甲", "staff")
    back_up(filled, tmp_path / "keys.tar")
    restore_backup(empty, tmp_path / "keys.tar")
    with tarfile.open(tmp_path / "keys.tar") as tar:
        assert "database/sign_ins.jsonl" not in tar.getnames()
    assert state_of(empty) == state_of(filled)


def test_a_file_that_is_there_is_not_written_over(filled: Editor, archive: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(BackupError, match="is there already"):
        back_up(filled, archive)
    with pytest.raises(BackupError, match="cannot be written"):
        back_up(filled, archive.parent / "none" / "backup.tar")
    assert archive.read_bytes() == before


def rewritten(archive: Path, change: Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]]) -> Path:
    """The archive with other entries."""
    with tarfile.open(archive) as tar:
        entries = [(entry.name, file.read()) for entry in tar if (file := tar.extractfile(entry))]
    with tarfile.open(archive.with_name("changed.tar"), "w") as tar:
        for name, data in change(entries):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return archive.with_name("changed.tar")


def with_form(entries: list[tuple[str, bytes]], **changes: object) -> list[tuple[str, bytes]]:
    return [(name, json.dumps(json.loads(data) | changes).encode() if name == RECORD else data) for name, data in entries]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda entries: [(name, data.replace("20万".encode(), "90万".encode())) for name, data in entries], "was changed"),
        (lambda entries: entries[:3] + entries[4:], "is missing"),
        (lambda entries: entries[:-1], "has no end"),
        (lambda entries: [("../evil", b"x"), *entries], "nothing that a backup holds"),
        (lambda entries: [("/etc/evil", b"x"), *entries], "nothing that a backup holds"),
        (lambda entries: [("documents/../../evil", b"x"), *entries], "nothing that a backup holds"),
        (lambda entries: [("other/evil", b"x"), *entries], "nothing that a backup holds"),
        (lambda entries: [("documents/more.md", b"x"), *entries], "was changed"),
        (lambda entries: [entries[0], *entries], "stands twice"),
        (lambda entries: with_form(entries, form=1), "form 1 of the app database"),
        (lambda entries: with_form(entries, format=99), "another version"),
        (lambda entries: with_form(entries, generation="../.."), "does not hold the generation"),
        (lambda entries: [*entries[:-1], (RECORD, b"{")], "cannot be read"),
    ],
)
def test_an_archive_that_was_changed_is_refused_and_nothing_is(
    filled: Editor, archive: Path, change: Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]], says: str
) -> None:
    before, files = state_of(filled), sorted(path for path in archive.parent.rglob("*") if "corpus" in path.parts or path.name == "evil")
    with pytest.raises(BackupError, match=says):
        restore_backup(filled, rewritten(archive, change), replace=True)
    assert state_of(filled) == before
    assert sorted(path for path in archive.parent.rglob("*") if "corpus" in path.parts or path.name == "evil") == files
    assert list(filled.settings.data_dir.glob(".restoring-*")) == []


@pytest.mark.parametrize("cut", [0, 100, 5000])
def test_a_cut_archive_or_none_is_refused(filled: Editor, archive: Path, cut: int) -> None:
    (archive.parent / "cut.tar").write_bytes(archive.read_bytes()[:cut])
    with pytest.raises(BackupError, match=r"no whole backup|cannot be restored"):
        restore_backup(filled, archive.parent / "cut.tar", replace=True)
    with pytest.raises(BackupError, match="cannot be restored"):
        restore_backup(filled, archive.parent / "none.tar", replace=True)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_in_an_archive_are_refused(filled: Editor, tmp_path: Path, kind: bytes) -> None:
    with tarfile.open(tmp_path / "links.tar", "w") as tar:
        entry = tarfile.TarInfo("documents/x.md")
        entry.type, entry.linkname = kind, "/etc/passwd"
        tar.addfile(entry)
    with pytest.raises(BackupError, match="nothing that a backup holds"):
        restore_backup(filled, tmp_path / "links.tar", replace=True)


RESTORE = """
import os, signal, sys
from pathlib import Path
from assistant.publishing import restoration
from assistant.publishing.editor import Editor
from assistant.settings import AssistantSettings
from assistant.store.database import Database
settings = AssistantSettings.load(data_dir=sys.argv[1], corpus_dir=sys.argv[2], _env_file=None)
counted = 0
def watch(event, args):
    global counted
    if event in ("os.rename", "os.mkdir", "open", "os.remove", "shutil.rmtree", "sqlite3.connect") and armed:
        counted += 1
        if counted == int(sys.argv[4]):
            os.kill(os.getpid(), signal.SIGKILL)
armed = False
sys.addaudithook(watch)
editor = Editor(settings, Database(settings.database_url), "x")
armed = True
restoration.restore_backup(editor, Path(sys.argv[3]), replace=True)
armed = False
print(counted)
"""


def test_killed_at_any_moment_the_former_state_or_the_whole_backup_is_there(filled: Editor, archive: Path, tmp_path: Path) -> None:
    before = state_of(filled)
    correct_document(filled, "水务计划.md", {"issuer": "云川市人民政府"})
    publish(filled)
    after = state_of(filled)
    filled.database.close()
    moments: list[int] = []
    seen: set[str] = set()

    def killed(moment: int) -> tuple[int, object, Editor]:
        folder = tmp_path / f"killed-{moment}"
        shutil.copytree(filled.settings.data_dir, folder)
        arguments = [str(folder), str(filled.settings.corpus_dir), str(archive), str(moment)]
        ended = subprocess.run(
            [sys.executable, "-c", RESTORE, *arguments],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            timeout=60,
            check=False,
        )
        if ended.returncode == 0:
            moments.append(int(ended.stdout))
        settings = filled.settings.model_copy(update={"data_dir": folder})
        with closing(Database(settings.database_url)) as database:
            editor = Editor(settings, database, "乙")
            with restoration.alone(folder) as folders:
                restoration.settle_restorations(editor, folders)
            found = state_of(editor)
            assert list(folder.glob(".restoring-*")) == []
        return ended.returncode, found, editor

    code, found, _ = killed(10**6)
    assert (code, found) == (0, before)
    for moment in (3, moments[0] // 2, moments[0] - 9, moments[0] - 6, moments[0] - 2):
        code, found, _ = killed(moment)
        assert code == -signal.SIGKILL
        assert found in (before, after), moment
        seen.add("restored" if found == before else "former")
    assert seen == {"restored", "former"}


def test_a_backup_made_while_documents_are_published_is_whole(filled: Editor, tmp_path: Path, city: AssistantSettings) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    folders = {"CORPUS_DIR": str(filled.settings.corpus_dir), "DATA_DIR": str(filled.settings.data_dir)}
    program = "from assistant.command_line.main import run_command_line; from assistant.command_line.ingest import app; run_command_line(['ingest', '--rebuild'], {'ingest': lambda: app})"
    running = subprocess.Popen(
        [sys.executable, "-c", program], env=environment | folders, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while running.poll() is None:
        target = tmp_path / f"{len(list(tmp_path.glob('*.tar')))}.tar"
        back_up(filled, target)
    settings = filled.settings.model_copy(update={"data_dir": tmp_path / "other"})
    with closing(Database(settings.database_url)) as database:
        made = sorted(tmp_path.glob("*.tar"), key=lambda path: path.stat().st_mtime)
        for target in {made[0], made[-1]}:
            restore_backup(Editor(settings, database, "乙"), target, replace=True)
            assert state_of(Editor(settings, database, "乙")) == state_of(filled)
