"""app.db reaches its present form from any former one, step by step."""

import pytest
from sqlalchemy import Connection, Engine, MetaData, create_engine, inspect, text

from assistant.store.migrations import MIGRATIONS, add_outcome_to_answers, migrate
from assistant.store.tables import METADATA
from corpus.errors import ConfigurationError


@pytest.fixture
def engine() -> Engine:
    return create_engine("sqlite://")


def form_of(connection: Connection) -> dict[str, object]:
    """Columns, indexes, unique and foreign keys by table, without the list of migrations."""
    found = inspect(connection)
    return {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(table)],
            sorted((index["name"], tuple(index["column_names"])) for index in found.get_indexes(table)),
            sorted(tuple(key["column_names"]) for key in found.get_unique_constraints(table)),
            [(key["constrained_columns"], key["referred_table"], key["options"]) for key in found.get_foreign_keys(table)],
        )
        for table in found.get_table_names()
        if table != "migrations"
    }


def test_migrations_lead_to_the_tables_in_use(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection)
        migrated = form_of(connection)
        reflected = MetaData()
        reflected.reflect(connection)
        reflected.drop_all(connection)
        METADATA.create_all(connection)
        assert migrated == form_of(connection)


def test_each_migration_runs_once(engine: Engine) -> None:
    with engine.begin() as connection:
        assert migrate(connection, MIGRATIONS[:1]) == 1
        assert migrate(connection) == len(MIGRATIONS) - 1
        assert migrate(connection) == 0


def test_data_outlives_a_later_migration(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection, MIGRATIONS[:1])
        connection.execute(text("insert into conversations values ('c', '2026-01-01', '2026-01-01')"))
        migrate(connection)
        assert connection.execute(text("select id from conversations")).scalars().all() == ["c"]


def test_answers_stored_before_are_found_by_their_outcome(engine: Engine) -> None:
    before = MIGRATIONS[: MIGRATIONS.index(add_outcome_to_answers)]
    with engine.begin() as connection:
        migrate(connection, before)
        connection.execute(text("insert into conversations values ('c', '2026-01-01', '2026-01-01')"))
        for name, record in (("a", '{"status": "answered", "reason": null}'), ("b", '{"status": "not_found", "reason": "not_in_corpus"}')):
            row = {"id": name, "record": record}
            connection.execute(
                text("insert into answers (id, conversation_id, asked_at, question, record) values (:id, 'c', '2026-01-01', '?', :record)"),
                row,
            )
        migrate(connection)
        found = connection.execute(text("select id, status, reason, confidence from answers order by id")).all()
    assert [tuple(row) for row in found] == [("a", "answered", None, None), ("b", "not_found", "not_in_corpus", None)]


def test_database_of_a_newer_program_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection)
        with pytest.raises(ConfigurationError, match="newer version"):
            migrate(connection, MIGRATIONS[:1])
