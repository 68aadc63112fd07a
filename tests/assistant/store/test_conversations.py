"""Conversations are kept whole, for their time, and deleted whole."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text, update

from assistant.store.conversations import Conversations
from assistant.store.database import Database
from assistant.store.feedback import FeedbackEntry, keep_feedback
from assistant.store.tables import CONVERSATIONS
from corpus.errors import NotFoundError
from tests.assistant.examples import an_answer


@pytest.fixture
def database() -> Iterator[Database]:
    database = Database("sqlite://")
    yield database
    database.close()


@pytest.fixture
def conversations(database: Database) -> Conversations:
    return Conversations(database, timedelta(days=90))


def age(database: Database, conversation_id: str, days: float) -> None:
    """Let the last question of a conversation be `days` ago."""
    with database.writing() as connection:
        then = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=days)
        connection.execute(update(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id).values(updated_at=then))


def count(database: Database, table: str) -> int:
    with database.reading() as connection:
        return int(connection.execute(text(f"select count(*) from {table}")).scalar_one())


def test_first_question_begins_a_conversation_and_the_next_goes_on_with_it(conversations: Conversations) -> None:
    first = conversations.append(None, "甲？", an_answer())
    second = conversations.append(first.conversation_id, "乙？", an_answer(text="乙。", citations=()))
    assert second.conversation_id == first.conversation_id
    turns = conversations.conversation(first.conversation_id).turns
    assert [turn.question for turn in turns] == ["甲？", "乙？"]
    assert [turn.answer.answer_id for turn in turns] == [first.answer_id, second.answer_id]


def test_answer_is_stored_with_its_evidence(conversations: Conversations) -> None:
    stored = conversations.append(None, "甲？", an_answer(facts=()))
    assert conversations.turn(stored.answer_id).answer == stored
    assert stored.citations == an_answer().citations


def test_history_holds_the_last_exchanges_in_their_order(conversations: Conversations) -> None:
    conversation_id = conversations.append(None, "0", an_answer()).conversation_id
    for number in range(1, 5):
        conversations.append(conversation_id, str(number), an_answer())
    assert [turn.question for turn in conversations.history(conversation_id, 3)] == ["2", "3", "4"]


def test_an_exchange_comes_with_those_before_it_in_its_conversation(conversations: Conversations) -> None:
    stored = conversations.append(None, "0", an_answer())
    conversations.append(None, "elsewhere", an_answer())
    second = conversations.append(stored.conversation_id, "1", an_answer())
    conversations.append(stored.conversation_id, "2", an_answer())
    assert [turn.question for turn in conversations.turns_up_to(second.answer_id)] == ["0", "1"]
    with pytest.raises(NotFoundError):
        conversations.turns_up_to("none")


def test_ids_cannot_be_guessed(conversations: Conversations) -> None:
    answers = [conversations.append(None, "甲？", an_answer()) for _ in range(50)]
    for ids in ({answer.conversation_id for answer in answers}, {answer.answer_id for answer in answers}):
        assert len(ids) == 50
        assert min(map(len, ids)) >= 21


def test_deleting_a_conversation_deletes_its_answers_and_their_feedback(conversations: Conversations, database: Database) -> None:
    gone = conversations.append(None, "甲？", an_answer())
    kept = conversations.append(None, "乙？", an_answer())
    keep_feedback(database, FeedbackEntry(gone.answer_id, "up"))
    conversations.delete(gone.conversation_id)
    for look in (conversations.conversation, conversations.delete):
        with pytest.raises(NotFoundError):
            look(gone.conversation_id)
    with pytest.raises(NotFoundError):
        conversations.turn(gone.answer_id)
    assert conversations.turn(kept.answer_id).question == "乙？"
    assert (count(database, "answers"), count(database, "feedback")) == (1, 0)


def test_unknown_conversation_is_not_begun_by_its_id(conversations: Conversations, database: Database) -> None:
    with pytest.raises(NotFoundError, match="begin a new one"):
        conversations.append("made-up", "甲？", an_answer())
    with pytest.raises(NotFoundError):
        conversations.history("made-up", 5)
    assert count(database, "conversations") == 0


def test_conversation_past_its_time_is_as_if_it_were_not_there(conversations: Conversations, database: Database) -> None:
    old = conversations.append(None, "甲？", an_answer())
    age(database, old.conversation_id, 90.1)
    with pytest.raises(NotFoundError):
        conversations.history(old.conversation_id, 5)
    with pytest.raises(NotFoundError):
        conversations.conversation(old.conversation_id)
    with pytest.raises(NotFoundError):
        conversations.turn(old.answer_id)
    with pytest.raises(NotFoundError):
        conversations.append(old.conversation_id, "乙？", an_answer())


def test_time_counts_from_the_last_question(conversations: Conversations, database: Database) -> None:
    kept = conversations.append(None, "甲？", an_answer())
    age(database, kept.conversation_id, 89.9)
    assert conversations.delete_expired() == 0
    conversations.append(kept.conversation_id, "乙？", an_answer())
    assert len(conversations.conversation(kept.conversation_id).turns) == 2


def test_conversations_past_their_time_are_deleted(conversations: Conversations, database: Database) -> None:
    old = [conversations.append(None, "甲？", an_answer()) for _ in range(3)]
    for answer in old:
        age(database, answer.conversation_id, 91)
    assert conversations.delete_expired() == 3
    assert (count(database, "conversations"), count(database, "answers")) == (0, 0)


def test_storing_a_question_deletes_what_is_past_its_time(conversations: Conversations, database: Database) -> None:
    age(database, conversations.append(None, "甲？", an_answer()).conversation_id, 91)
    conversations.append(None, "乙？", an_answer())
    assert (count(database, "conversations"), count(database, "answers")) == (1, 1)
