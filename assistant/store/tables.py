"""The tables of app.db as they are after the last migration. Times are UTC without zone."""

from sqlalchemy import Column, DateTime, ForeignKey, Integer, MetaData, String, Table, Text

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
