"""Whoever reads leaves at the deadline, whether pieces come too slowly or he reads too slowly."""

import time
from collections.abc import Iterator

import pytest

from assistant.generation.language_model import ModelError
from assistant.generation.timed_pieces import timed_pieces


def test_a_slow_reader_of_a_quick_reply_leaves_at_the_deadline_too() -> None:
    read: list[str] = []

    def slow() -> None:
        for piece in timed_pieces(lambda: iter(["甲"] * 1000), time.monotonic() + 0.5):
            read.append(piece)
            time.sleep(0.05)

    with pytest.raises(ModelError, match="LLM_TIMEOUT_SECONDS"):
        slow()
    assert 0 < len(read) <= 11


def test_a_slow_reply_is_left_at_the_deadline() -> None:
    def pieces() -> Iterator[str]:
        yield "甲"
        time.sleep(20)
        yield "乙"

    began = time.monotonic()
    with pytest.raises(ModelError):
        list(timed_pieces(pieces, time.monotonic() + 0.5))
    assert time.monotonic() - began < 10


def test_all_pieces_and_the_error_behind_them_come() -> None:
    def pieces() -> Iterator[str]:
        yield "甲"
        yield "乙"
        raise ModelError("cut_off", "test")

    reading = timed_pieces(pieces, time.monotonic() + 30)
    assert [next(reading), next(reading)] == ["甲", "乙"]
    with pytest.raises(ModelError, match="test"):
        next(reading)
    assert list(timed_pieces(lambda: iter("甲乙"), time.monotonic() + 30)) == ["甲", "乙"]
