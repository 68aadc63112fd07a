"""An answer as one message: cut without loss, its sources and notices below it."""

from dataclasses import replace

import pytest

from assistant.answer import Notice
from assistant.exports.chat_message import answer_in, message_pieces
from tests.assistant.examples import an_answer

SOURCE = "[1] 《行动计划》（政办发〔2024〕7号），一、总体要求 › （二）目标：“到2025年”"


def test_answer_sources_and_notices_stand_below_each_other() -> None:
    assert message_pieces(an_answer()) == ("到2025年建成10个[1]。", f"\n\n{SOURCE}", "\n\n⚠ 该规划期为2016-2020年。")


def test_sentences_and_sources_come_one_by_one_and_each_source_on_one_line() -> None:
    first = an_answer().citations[0]
    second = replace(first, marker=2, document_number=None, page=3, quote="甲\t乙\n丙")
    answer = an_answer(text="甲[1]。乙[2]。", citations=(first, second), notices=())
    assert message_pieces(answer) == (
        "甲[1]。",
        "乙[2]。",
        f"\n\n{SOURCE}",
        "\n[2] 《行动计划》，一、总体要求 › （二）目标，第3页：“甲 乙 丙”",
    )


def test_a_refusal_without_sources_is_its_words_alone() -> None:
    answer = an_answer(status="not_found", text="已收录的文件没有写明。", citations=(), notices=())
    assert message_pieces(answer) == ("已收录的文件没有写明。",)


def test_a_notice_that_the_answer_says_already_is_not_said_twice() -> None:
    answer = an_answer(text="最接近的是甲乙[1]。", notices=(Notice("nearest", "最接近的是甲乙。", (1,)),))
    assert "".join(message_pieces(answer)) == f"最接近的是甲乙[1]。\n\n{SOURCE}"


def test_an_english_answer_names_pages_in_english() -> None:
    answer = an_answer(language="en", citations=(replace(an_answer().citations[0], page=3),))
    assert "，page 3：“" in "".join(message_pieces(answer))
    assert "第3页" in "".join(message_pieces(replace(answer, language="fr")))


@pytest.mark.parametrize("text", ["甲[1]。\n\n[1] 《别的》：乙。", "甲[1]。\n \n\t\n⚠ 乙\n\n", "甲[1]。\n乙"])
def test_the_answer_is_told_from_what_stands_below_it(text: str) -> None:
    message = "".join(message_pieces(an_answer(text=text)))
    assert answer_in(message).split() == text.split()
    assert message.removeprefix(answer_in(message)).startswith(f"\n\n{SOURCE}")


def test_what_a_model_wrote_comes_without_signs_of_markdown() -> None:
    answer = an_answer(text="由**甲**负责[1]。\n\n- 乙先办。\n- <img src=x>丙", answered_by="model", citations=(), notices=())
    assert "".join(message_pieces(answer)) == "由甲负责[1]。\n- 乙先办。\n- <img src=x>丙"
