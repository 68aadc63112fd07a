"""A question is text that somebody typed."""

import pytest

from assistant.understanding.question_text import question_text
from corpus.errors import InvalidQuestionError


@pytest.mark.parametrize("typed", ["", "   ", "\n\t\u3000", "\x00\x07\x1b", "\u200b\u200b", "\ud800", " \ud83d\x00 "])
def test_question_without_text_is_refused(typed: str) -> None:
    with pytest.raises(InvalidQuestionError, match="请输入"):
        question_text(typed, limit=100)


def test_question_over_the_limit_is_refused_in_its_own_language() -> None:
    assert question_text("问" * 100, limit=100) == "问" * 100
    with pytest.raises(InvalidQuestionError, match="101个字"):
        question_text("问" * 101, limit=100)
    with pytest.raises(InvalidQuestionError, match="101 characters"):
        question_text("a" * 101, limit=100)


def test_length_counts_what_remains() -> None:
    assert question_text("问\x00" * 100 + " " * 500, limit=100) == "问" * 100


def test_untyped_characters_go_and_lines_are_joined() -> None:
    assert question_text(" 沈\u200b阳市\x00哪个部门\r\n  负责\ud800？\n", limit=100) == "沈阳市哪个部门 负责？"


def test_characters_beyond_the_bmp_stay() -> None:
    assert question_text("𠮷林的目标😀", limit=100) == "𠮷林的目标😀"
