"""The steps that bring app.db from empty to its present form, numbered from 1; a step once released is never changed."""

import json
from collections.abc import Callable, Sequence

from sqlalchemy import Column, Connection, Date, DateTime, ForeignKey, Integer, MetaData, String, Table, Text, func, insert, select, text

from corpus.errors import ConfigurationError

Migration = Callable[[Connection], None]

_APPLIED = Table("migrations", MetaData(), Column("number", Integer, primary_key=True, autoincrement=False))


def create_conversations_and_answers(connection: Connection) -> None:
    """Keep conversations, and every answer with the question as stored and its evidence."""
    tables = MetaData()
    Table(
        "conversations",
        tables,
        Column("id", String(64), primary_key=True),
        Column("created_at", DateTime, nullable=False),
        Column("updated_at", DateTime, nullable=False, index=True),
    )
    Table(
        "answers",
        tables,
        Column("sequence", Integer, primary_key=True, autoincrement=True),
        Column("id", String(64), nullable=False, unique=True),
        Column("conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True),
        Column("asked_at", DateTime, nullable=False),
        Column("question", Text, nullable=False),
        Column("record", Text, nullable=False),
    )
    tables.create_all(connection)


def create_feedback(connection: Connection) -> None:
    """Keep what readers say of an answer."""
    tables = MetaData()
    Table("answers", tables, Column("id", String(64), unique=True))
    feedback = Table(
        "feedback",
        tables,
        Column("sequence", Integer, primary_key=True, autoincrement=True),
        Column("id", String(64), nullable=False, unique=True),
        Column("answer_id", String(64), ForeignKey("answers.id", ondelete="CASCADE"), nullable=False, index=True),
        Column("given_at", DateTime, nullable=False),
        Column("rating", String(16), nullable=False),
        Column("comment", Text, nullable=True),
    )
    feedback.create(connection)


def add_fault_to_feedback(connection: Connection) -> None:
    """Keep what a reader found wrong with an answer."""
    connection.execute(text("ALTER TABLE feedback ADD COLUMN fault VARCHAR(32)"))


def add_audience_to_answers(connection: Connection) -> None:
    """Keep for whom an answer was made: all before were made from public documents."""
    connection.execute(text("ALTER TABLE answers ADD COLUMN audience VARCHAR(16) NOT NULL DEFAULT 'public'"))


def create_decisions_on_documents(connection: Connection) -> None:
    """Keep what people decide of documents: corrected metadata, withdrawals, corrected facts with their review."""
    tables = MetaData()
    Table(
        "metadata_corrections",
        tables,
        Column("sequence", Integer, primary_key=True, autoincrement=True),
        Column("file", String(512), nullable=False, index=True),
        Column("heading", String(512), nullable=False),
        Column("fields", Text, nullable=False),
        Column("actor", String(256), nullable=False),
        Column("made_at", DateTime, nullable=False),
    )
    Table(
        "document_states",
        tables,
        Column("sequence", Integer, primary_key=True, autoincrement=True),
        Column("file", String(512), nullable=False, index=True),
        Column("state", String(16), nullable=False),
        Column("replaced_by", String(512), nullable=True),
        Column("note", Text, nullable=True),
        Column("actor", String(256), nullable=False),
        Column("made_at", DateTime, nullable=False),
    )
    Table(
        "fact_corrections",
        tables,
        Column("sequence", Integer, primary_key=True, autoincrement=True),
        Column("id", String(64), nullable=False, unique=True),
        Column("file", String(512), nullable=False, index=True),
        Column("kind", String(32), nullable=False),
        *(Column(name, Text, nullable=False) for name in ("quote", "stated", "fields", "evidence", "note")),
        Column("proposer", String(256), nullable=False),
        Column("proposed_at", DateTime, nullable=False),
        Column("state", String(16), nullable=False),
        Column("reviewer", String(256), nullable=True),
        Column("reviewed_at", DateTime, nullable=True),
        Column("review_note", Text, nullable=True),
    )
    tables.create_all(connection)


def create_keys_and_sign_ins(connection: Connection) -> None:
    """Keep who may read internal documents and who may change any."""
    tables = MetaData()
    Table(
        "keys",
        tables,
        Column("id", String(16), primary_key=True),
        Column("name", String(100), nullable=False),
        Column("role", String(16), nullable=False),
        Column("secret_hash", String(64), nullable=False),
        Column("made_at", DateTime, nullable=False),
        Column("last_used_on", Date, nullable=True),
        Column("expires_at", DateTime, nullable=True),
        Column("revoked_at", DateTime, nullable=True),
    )
    Table(
        "sign_ins",
        tables,
        Column("token_hash", String(64), primary_key=True),
        Column("key_id", String(16), ForeignKey("keys.id", ondelete="CASCADE"), nullable=False),
        Column("expires_at", DateTime, nullable=False),
    )
    tables.create_all(connection)


def create_audit(connection: Connection) -> None:
    """Keep who did what."""
    audit = Table(
        "audit",
        MetaData(),
        Column("sequence", Integer, primary_key=True, autoincrement=True),
        Column("at", DateTime, nullable=False),
        Column("actor", String(200), nullable=False),
        Column("action", String(64), nullable=False, index=True),
        Column("subject", Text, nullable=False),
        Column("details", Text, nullable=False),
    )
    audit.create(connection)


def create_ingests(connection: Connection) -> None:
    """Keep the ingests that the admin page starts, so that they outlive the server that started them."""
    ingests = Table(
        "ingests",
        MetaData(),
        Column("sequence", Integer, primary_key=True, autoincrement=True),
        Column("id", String(64), nullable=False, unique=True),
        Column("actor", String(256), nullable=False),
        Column("drafts", Text, nullable=False),
        Column("state", String(16), nullable=False, index=True),
        Column("started_at", DateTime, nullable=False),
        Column("ended_at", DateTime, nullable=True),
        Column("stage", String(64), nullable=True),
        Column("done", Integer, nullable=False),
        Column("total", Integer, nullable=False),
        Column("report", Text, nullable=True),
        Column("failure", Text, nullable=True),
    )
    ingests.create(connection)


def add_outcome_to_answers(connection: Connection) -> None:
    """Keep beside an answer how it came out, so that questions can be found by it; of answers before the score is not known."""
    connection.execute(text("ALTER TABLE answers ADD COLUMN status VARCHAR(16) NOT NULL DEFAULT 'answered'"))
    connection.execute(text("ALTER TABLE answers ADD COLUMN reason VARCHAR(32)"))
    connection.execute(text("ALTER TABLE answers ADD COLUMN confidence FLOAT"))
    outcome = text("UPDATE answers SET status = :status, reason = :reason WHERE sequence = :sequence")
    for sequence, stored in connection.execute(text("SELECT sequence, record FROM answers")).all():
        record = json.loads(stored)
        connection.execute(outcome, {"sequence": sequence, "status": record["status"], "reason": record["reason"]})


MIGRATIONS: tuple[Migration, ...] = (
    create_conversations_and_answers,
    create_feedback,
    add_fault_to_feedback,
    add_audience_to_answers,
    create_decisions_on_documents,
    create_keys_and_sign_ins,
    create_audit,
    create_ingests,
    add_outcome_to_answers,
)


def migrate(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Apply the migrations that `connection`'s database has not had, and return how many these were.

    Raises ConfigurationError when the database has had more migrations than this program knows.
    """
    _APPLIED.create(connection, checkfirst=True)
    applied = applied_migrations(connection)
    if applied > len(migrations):
        raise ConfigurationError(
            f"The app database has form {applied}, this program knows forms up to {len(migrations)}: "
            "install the newer version again, or set APP_DATABASE_URL to another database."
        )
    for number, step in enumerate(migrations[applied:], start=applied + 1):
        step(connection)
        connection.execute(insert(_APPLIED).values(number=number))
    return len(migrations) - applied


def applied_migrations(connection: Connection) -> int:
    """The number of the last migration that the database has had."""
    return connection.execute(select(func.max(_APPLIED.c.number))).scalar() or 0
