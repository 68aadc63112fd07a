"""Conversations and their answers, kept for a limited time after the last question."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, insert, select, update

from assistant.answer import Answer, Turn
from assistant.answer_record import answer_record, recorded_answer
from assistant.store.database import Database
from assistant.store.moment import utc_now
from assistant.store.tables import ANSWERS, CONVERSATIONS
from corpus.errors import NotFoundError
from corpus.model.document import Visibility


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """A question as stored, its answer, and when it was asked (UTC)."""

    question: str
    answer: Answer
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation with all its turns, first one first; times are UTC."""

    id: str
    created_at: datetime
    updated_at: datetime
    turns: tuple[StoredTurn, ...]


class Conversations:
    """The conversations in `database` whose last question is at most `retention` ago; older ones are as if they were not there.

    They are deleted when a question is stored and when `delete_expired` is called. For the public `audience`, answers made from internal
    documents, and conversations that hold one, are not there either.
    """

    def __init__(self, database: Database, retention: timedelta, audience: Visibility = "public") -> None:
        self._database = database
        self._retention = retention
        self._audience: Visibility = audience

    def read_by(self, audience: Visibility) -> "Conversations":
        """The same conversations, as far as they are for `audience`."""
        return Conversations(self._database, self._retention, audience)

    def append(self, conversation_id: str | None, question: str, answer: Answer) -> Answer:
        """Store an exchange, in a new conversation when `conversation_id` is None, and return its answer with both ids set.

        Raises NotFoundError when the conversation is not (or no longer) there.
        """
        now = utc_now()
        with self._database.writing() as connection:
            self._delete_expired(connection, now)
            if conversation_id is None:
                conversation_id = token_urlsafe(24)
                connection.execute(insert(CONVERSATIONS).values(id=conversation_id, created_at=now, updated_at=now))
            else:
                self._row(connection, conversation_id)
                connection.execute(update(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id).values(updated_at=now))
            stored = replace(answer, answer_id=token_urlsafe(16), conversation_id=conversation_id)
            record = json.dumps(answer_record(stored), ensure_ascii=False)
            connection.execute(
                insert(ANSWERS).values(
                    id=stored.answer_id,
                    conversation_id=conversation_id,
                    asked_at=now,
                    question=question,
                    record=record,
                    audience=self._audience,
                    status=stored.status,
                    reason=stored.reason,
                    confidence=stored.confidence,
                )
            )
        return stored

    def history(self, conversation_id: str, limit: int) -> tuple[Turn, ...]:
        """The last `limit` exchanges of a conversation, the earliest first. Raises NotFoundError."""
        with self._database.reading() as connection:
            self._row(connection, conversation_id)
            rows = connection.execute(
                select(ANSWERS).where(ANSWERS.c.conversation_id == conversation_id).order_by(ANSWERS.c.sequence.desc()).limit(limit)
            ).all()
        return tuple(Turn(row.question, recorded_answer(json.loads(row.record))) for row in reversed(rows))

    def conversation(self, conversation_id: str) -> Conversation:
        """A conversation with all its turns. Raises NotFoundError."""
        with self._database.reading() as connection:
            row = self._row(connection, conversation_id)
            answers = connection.execute(
                select(ANSWERS).where(ANSWERS.c.conversation_id == conversation_id).order_by(ANSWERS.c.sequence)
            ).all()
        return Conversation(row.id, row.created_at, row.updated_at, tuple(_stored_turn(answer) for answer in answers))

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation with its answers and their feedback. Raises NotFoundError."""
        with self._database.writing() as connection:
            self._row(connection, conversation_id)
            connection.execute(delete(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id))

    def turn(self, answer_id: str) -> StoredTurn:
        """The exchange that an answer belongs to. Raises NotFoundError."""
        with self._database.reading() as connection:
            return _stored_turn(self._answer(connection, answer_id))

    def turns_up_to(self, answer_id: str) -> tuple[StoredTurn, ...]:
        """The exchange that an answer belongs to, behind those before it in its conversation. Raises NotFoundError."""
        with self._database.reading() as connection:
            last = self._answer(connection, answer_id)
            before = (ANSWERS.c.conversation_id == last.conversation_id) & (ANSWERS.c.sequence <= last.sequence)
            rows = connection.execute(select(ANSWERS).where(before).order_by(ANSWERS.c.sequence)).all()
        return tuple(_stored_turn(row) for row in rows)

    def delete_expired(self) -> int:
        """Delete the conversations whose time is over, and return how many these were."""
        with self._database.writing() as connection:
            return self._delete_expired(connection, utc_now())

    def _delete_expired(self, connection: Connection, now: datetime) -> int:
        return connection.execute(delete(CONVERSATIONS).where(CONVERSATIONS.c.updated_at < self._oldest(now))).rowcount

    def _answer(self, connection: Connection, answer_id: str) -> Row[Any]:
        row = connection.execute(
            select(ANSWERS).join(CONVERSATIONS).where(ANSWERS.c.id == answer_id, CONVERSATIONS.c.updated_at >= self._oldest(utc_now()))
        ).one_or_none()
        if row is None or (self._audience == "public" and row.audience != "public"):
            raise NotFoundError(f"There is no answer {answer_id!r}; it may have been deleted with its conversation.")
        return row

    def _row(self, connection: Connection, conversation_id: str) -> Row[Any]:
        found = select(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id, CONVERSATIONS.c.updated_at >= self._oldest(utc_now()))
        if self._audience == "public":
            found = found.where(~exists().where(ANSWERS.c.conversation_id == CONVERSATIONS.c.id, ANSWERS.c.audience != "public"))
        row = connection.execute(found).one_or_none()
        if row is None:
            raise _unknown(conversation_id)
        return row

    def _oldest(self, now: datetime) -> datetime:
        return now - self._retention


def _stored_turn(row: Row[Any]) -> StoredTurn:
    return StoredTurn(row.question, recorded_answer(json.loads(row.record)), row.asked_at)


def _unknown(conversation_id: str) -> NotFoundError:
    return NotFoundError(f"There is no conversation {conversation_id!r}; it may have been deleted. Ask without it to begin a new one.")
