"""A question that goes back to an earlier subject leans on the turn that asked of it."""

import pytest

from assistant.answer import Answer, Turn
from assistant.conversation.returning import return_to

HISTORY = [Turn(asked, Answer("answered", "", resolved_question=asked)) for asked in ("渔港节2025年要办几场？", "码头灯塔要修多少座？")]


@pytest.mark.parametrize("question", ["再回到渔港节，2026年呢？", "回到渔港节的话题，2026年呢？", "话说回渔港节那块，2026年呢？"])
def test_what_is_gone_back_to_is_the_last_turn_that_asked_of_it(question: str) -> None:
    assert return_to(question, HISTORY) == ("2026年呢？", HISTORY[:1])


def test_what_was_not_spoken_of_is_said_in_the_question() -> None:
    assert return_to("回到海水淡化，产能要到多少？", HISTORY) == ("海水淡化，产能要到多少？", HISTORY)


@pytest.mark.parametrize("question", ["回到刚才那个，2026年呢？", "2026年呢？", "返回港口的船，要等多久？"])
def test_words_that_only_point_go_back_to_nothing(question: str) -> None:
    assert return_to(question, HISTORY) == (question, HISTORY)


def test_measure_goes_back_to_what_was_counted_in_it() -> None:
    later = [*HISTORY, Turn("灯塔多久巡检一次？", Answer("answered", "", resolved_question="灯塔多久巡检一次？"))]
    assert return_to("到2026年要达到多少座？", later) == ("到2026年要达到多少座？", HISTORY)
    assert return_to("到2026年航标要达到多少座？", later)[1] == later
