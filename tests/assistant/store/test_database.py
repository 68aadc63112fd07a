"""The app database opens behind any URL, or says why not."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.store.database import Database
from corpus.errors import ConfigurationError


def test_sqlite_file_and_its_folder_are_made_and_use_a_write_ahead_log(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/app.db")
    with database.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    database.close()
    assert (tmp_path / "new/app.db").is_file()


@pytest.mark.parametrize("in_memory", [False, True])
def test_changes_of_many_threads_at_once_are_all_kept(tmp_path: Path, in_memory: bool) -> None:
    database = Database("sqlite://" if in_memory else f"sqlite:///{tmp_path}/app.db")

    def add(number: int) -> None:
        with database.writing() as connection:
            count = connection.execute(text("select count(*) from conversations")).scalar()
            connection.execute(text("insert into conversations values (:id, '2026-01-01', '2026-01-01')"), {"id": f"{number}-{count}"})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    with database.reading() as connection:
        assert connection.execute(text("select count(*) from conversations")).scalar() == 40
    database.close()


def test_changes_of_a_block_that_raises_are_undone() -> None:
    database = Database("sqlite://")

    def add_and_fail() -> None:
        with database.writing() as connection:
            connection.execute(text("insert into conversations values ('c', '2026-01-01', '2026-01-01')"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        add_and_fail()
    with database.reading() as connection:
        assert connection.execute(text("select count(*) from conversations")).scalar() == 0


@pytest.mark.parametrize("url", ["nonsense", "nosuchdatabase://host/app", "postgresql+nosuchdriver://host/app"])
def test_wrong_url_is_named(url: str) -> None:
    with pytest.raises(ConfigurationError, match="APP_DATABASE_URL"):
        Database(url)


def test_missing_driver_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"driver.*install"):
        Database("postgresql+asyncpg://host/app")


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match="DATA_DIR"):
        Database(f"sqlite:///{tmp_path}/file/app.db")


def test_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "app.db").write_text("not a database " * 100)
    with pytest.raises(ConfigurationError, match="not a database"):
        Database(f"sqlite:///{tmp_path}/app.db")
