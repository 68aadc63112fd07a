"""Feedback belongs to an answer."""

from datetime import timedelta

import pytest

from assistant.store.conversations import Conversations
from assistant.store.database import Database
from assistant.store.feedback import FeedbackEntry, keep_feedback, read_feedback
from corpus.errors import NotFoundError
from tests.assistant.examples import an_answer


def test_feedback_is_kept_with_its_answer() -> None:
    database = Database("sqlite://")
    answer_id = Conversations(database, timedelta(days=1)).append(None, "甲？", an_answer()).answer_id
    entries = [FeedbackEntry(answer_id, "up"), FeedbackEntry(answer_id, "down", "数字不对", "wrong_figure")]
    assert len({keep_feedback(database, entry) for entry in entries}) == 2
    assert read_feedback(database, answer_id) == entries


def test_feedback_on_an_unknown_answer_is_refused() -> None:
    with pytest.raises(NotFoundError):
        keep_feedback(Database("sqlite://"), FeedbackEntry("made-up", "up"))
