"""The tables of app.db as they are after the last migration. Times are UTC without zone."""

from sqlalchemy import Column, Date, DateTime, Float, ForeignKey, Integer, MetaData, String, Table, Text

METADATA = MetaData()

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("created_at", DateTime, nullable=False),
    Column("updated_at", DateTime, nullable=False, index=True),
)

ANSWERS = Table(
    "answers",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("asked_at", DateTime, nullable=False),
    Column("question", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("audience", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("reason", String(32), nullable=True),
    Column("confidence", Float, nullable=True),
)

FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("answer_id", String(64), ForeignKey("answers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("given_at", DateTime, nullable=False),
    Column("rating", String(16), nullable=False),
    Column("comment", Text, nullable=True),
    Column("fault", String(32), nullable=True),
)

METADATA_CORRECTIONS = Table(
    "metadata_corrections",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("file", String(512), nullable=False, index=True),
    Column("heading", String(512), nullable=False),
    Column("fields", Text, nullable=False),
    Column("actor", String(256), nullable=False),
    Column("made_at", DateTime, nullable=False),
)

DOCUMENT_STATES = Table(
    "document_states",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("file", String(512), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("replaced_by", String(512), nullable=True),
    Column("note", Text, nullable=True),
    Column("actor", String(256), nullable=False),
    Column("made_at", DateTime, nullable=False),
)

FACT_CORRECTIONS = Table(
    "fact_corrections",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("file", String(512), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("quote", Text, nullable=False),
    Column("stated", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("proposer", String(256), nullable=False),
    Column("proposed_at", DateTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("reviewer", String(256), nullable=True),
    Column("reviewed_at", DateTime, nullable=True),
    Column("review_note", Text, nullable=True),
)

KEYS = Table(
    "keys",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("role", String(16), nullable=False),
    Column("secret_hash", String(64), nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("last_used_on", Date, nullable=True),
    Column("expires_at", DateTime, nullable=True),
    Column("revoked_at", DateTime, nullable=True),
)

SIGN_INS = Table(
    "sign_ins",
    METADATA,
    Column("token_hash", String(64), primary_key=True),
    Column("key_id", String(16), ForeignKey("keys.id", ondelete="CASCADE"), nullable=False),
    Column("expires_at", DateTime, nullable=False),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("action", String(64), nullable=False, index=True),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
)

INGESTS = Table(
    "ingests",
    METADATA,
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
