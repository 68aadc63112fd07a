"""Operators find what was asked by its outcome and by what readers said, and nothing of who asked."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from assistant.store.conversations import Conversations
from assistant.store.database import Database
from assistant.store.feedback import FeedbackEntry, keep_feedback
from assistant.store.moment import utc_now
from assistant.store.question_log import LoggedQuestion, QuestionLog, Wanted
from assistant.store.tables import ANSWERS, CONVERSATIONS
from tests.assistant.examples import an_answer

RETENTION = timedelta(days=30)


@pytest.fixture
def database() -> Iterator[Database]:
    with closing(Database("sqlite://")) as database:
        yield database


@pytest.fixture
def log(database: Database) -> QuestionLog:
    return QuestionLog(database, RETENTION)


def asked(database: Database, question: str, conversation: str | None = None, **answer: object) -> str:
    """Store a question with an answer, and return the answer's id."""
    return Conversations(database, RETENTION).append(conversation, question, an_answer(**answer)).answer_id


def questions(log: QuestionLog, **wanted: Any) -> list[str]:
    narrowed = Wanted(**wanted)
    found = [logged.question for logged in log.read(narrowed)]
    assert log.count(narrowed) == len(found)
    return found


def test_the_newest_comes_first_with_its_outcome(database: Database, log: QuestionLog) -> None:
    asked(database, "甲？", confidence=0.625)
    asked(database, "乙？", status="not_found", reason="not_in_corpus", citations=())
    newest, oldest = log.read(Wanted())
    assert (newest.question, newest.status, newest.reason, newest.confidence) == ("乙？", "not_found", "not_in_corpus", None)
    assert (oldest.question, oldest.status, oldest.reason, oldest.confidence) == ("甲？", "answered", None, 0.625)
    assert abs((newest.asked_at - utc_now()).total_seconds()) < 60


def test_nothing_tells_the_conversation_or_who_asked(database: Database, log: QuestionLog) -> None:
    asked(database, "甲？")
    assert {field.name for field in fields(LoggedQuestion)} == {
        *("asked_at", "question", "status", "reason", "confidence", "audience", "answer_id", "feedback")
    }
    with database.reading() as connection:
        (conversation,) = connection.execute(CONVERSATIONS.select()).scalars()
    assert conversation not in repr(log.read(Wanted()))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, "戊丁丙乙甲"),
        ({"unanswered": True}, "丁乙"),
        ({"unanswered": False}, "戊丙甲"),
        ({"status": "partial"}, "丁"),
        ({"status": "clarify"}, ""),
        ({"reason": "not_policy"}, "丙"),
        ({"confidence_below": 0.7}, "丁"),
        ({"confidence_below": 0.0}, ""),
        ({"question": "甲"}, "甲"),
        ({"question": "%"}, ""),
        ({"unanswered": True, "confidence_below": 1}, "丁"),
    ],
)
def test_questions_are_found_by_their_outcome(database: Database, log: QuestionLog, wanted: dict[str, Any], found: str) -> None:
    asked(database, "甲", confidence=0.9)
    asked(database, "乙", status="not_found", reason="not_in_corpus")
    asked(database, "丙", status="out_of_scope", reason="not_policy")
    asked(database, "丁", status="partial", confidence=0.5)
    asked(database, "戊")
    assert "".join(questions(log, **wanted)) == found


def test_questions_are_found_by_what_readers_said(database: Database, log: QuestionLog) -> None:
    good, bad, _ = (asked(database, question) for question in "甲乙丙")
    for entry in (FeedbackEntry(good, "up"), FeedbackEntry(bad, "down", "数字不对", "wrong_figure"), FeedbackEntry(bad, "up", "又对了")):
        keep_feedback(database, entry)
    assert questions(log, with_feedback=True) == ["乙", "甲"]
    assert questions(log, with_feedback=False) == ["丙"]
    assert questions(log, rating="down") == ["乙"]
    assert questions(log, rating="up") == ["乙", "甲"]
    assert questions(log, fault="wrong_figure") == ["乙"]
    assert questions(log, rating="up", fault="wrong_figure") == [], "both must be said at once"
    (logged,) = log.read(Wanted(rating="down"))
    assert [(said.rating, said.fault, said.comment) for said in logged.feedback] == [
        ("down", "wrong_figure", "数字不对"),
        ("up", None, "又对了"),
    ]


def test_questions_are_found_by_day(database: Database, log: QuestionLog) -> None:
    for number, question in enumerate("甲乙丙", 1):
        answer_id = asked(database, question)
        with database.writing() as connection:
            connection.execute(update(ANSWERS).where(ANSWERS.c.id == answer_id).values(asked_at=datetime(2026, 11, number, 23, 59, 59)))
    assert questions(log, since=date(2026, 11, 2)) == ["丙", "乙"]
    assert questions(log, until=date(2026, 11, 2)) == ["乙", "甲"]
    assert questions(log, since=date(2026, 11, 2), until=date(2026, 11, 2)) == ["乙"]


def test_pages_hold_their_own_feedback(database: Database, log: QuestionLog) -> None:
    for number in range(5):
        keep_feedback(database, FeedbackEntry(asked(database, str(number)), "up", str(number)))
    page = log.read(Wanted(), limit=2, offset=1)
    assert [(logged.question, logged.feedback[0].comment) for logged in page] == [("3", "3"), ("2", "2")]
    assert log.count(Wanted()) == 5


def test_what_is_deleted_or_past_its_time_is_not_in_the_log(database: Database, log: QuestionLog) -> None:
    conversations = Conversations(database, RETENTION)
    gone, old = (conversations.append(None, question, an_answer()).conversation_id for question in "甲乙")
    asked(database, "丙")
    conversations.delete(gone)
    with database.writing() as connection:
        past = utc_now() - RETENTION - timedelta(seconds=1)
        connection.execute(update(CONVERSATIONS).where(CONVERSATIONS.c.id == old).values(updated_at=past))
    assert questions(log) == ["丙"]
