"""The app database behind any SQLAlchemy URL: opened, set up and brought to its present form."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from assistant.store.migrations import migrate
from corpus.errors import ConfigurationError

_WRITES = "writes"


class Database:
    """An open app database. `sqlite://` keeps it in memory, for runs that shall leave nothing behind.

    Raises ConfigurationError when the URL is wrong, its driver is missing, or the database cannot be opened.
    """

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        try:
            with self.writing() as connection:
                migrate(connection)
        except SQLAlchemyError as error:
            self.close()
            shown = make_url(url).render_as_string(hide_password=True)
            cause = getattr(error, "orig", None) or error
            raise ConfigurationError(
                f"The app database {shown} cannot be opened ({cause}): check APP_DATABASE_URL and DATA_DIR."
            ) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for statements that change nothing."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees the database as it is at its first statement, whatever others write meanwhile."""
        engine = self._engine
        if engine.dialect.name != "sqlite":
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together, or none of them when the block raises."""
        with self._engine.execution_options(**{_WRITES: True}).begin() as connection:
            yield connection

    def check(self) -> None:
        """Do nothing when the database answers. Raises SQLAlchemyError otherwise."""
        with self.reading() as connection:
            connection.execute(select(1))

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


def _engine(text: str) -> Engine:
    try:
        url = make_url(text)
        if url.get_backend_name() == "sqlite":
            return _sqlite_engine(url)
        return create_engine(url, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as error:
        raise ConfigurationError(
            f"APP_DATABASE_URL is not a database URL ({error}): write it as sqlite:///path/app.db or postgresql://…"
        ) from None
    except ImportError as error:
        raise ConfigurationError(f"The driver for APP_DATABASE_URL is missing ({error}): install it with pip.") from None
    except OSError as error:
        raise ConfigurationError(
            f"The folder of the app database cannot be made ({error}): set DATA_DIR to a folder you may write to."
        ) from None


def _sqlite_engine(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url)
    else:
        engine = create_engine(url, poolclass=QueuePool, pool_size=1, max_overflow=0, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another writes meanwhile; taking the lock first makes it wait.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")
