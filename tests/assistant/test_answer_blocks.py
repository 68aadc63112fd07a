"""An answer as lines and rows: what a model wrote in Markdown loses its signs and keeps its words."""

import pytest

from assistant.answer_blocks import Block, Words, answer_blocks, plain_answer
from tests.assistant.examples import an_answer


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("由**市数据局**负责[1]，`码`。\n第二行", "由市数据局负责[1]，码。\n第二行"),
        ("## 一\n\n- 甲\n- 乙\n    - 丙\n\n丁", "一\n- 甲\n- 乙\n  - 丙\n丁"),
        ("1. 甲\n\n2. 乙", "1. 甲\n2. 乙"),
        ("3. 甲\n5. 乙", "3. 甲\n5. 乙"),
        ("| 年 | 数 |\n|---|---|\n| 2025 | 4[1] |\n| 2026 | |", "年\t数\n2025\t4[1]\n2026\t"),
        ("> 原文\n> 第二行", "原文\n第二行"),
        ("```\n甲\n乙\n```\n丙", "甲\n乙\n丙"),
        ("<b>甲</b> [乙](http://x) 2*3和4*5", "<b>甲</b> 乙 2*3和4*5"),
    ],
)
def test_the_plain_text_of_a_model_has_no_signs_of_markdown(text: str, plain: str) -> None:
    assert plain_answer(an_answer(text=text, answered_by="model")) == plain


def test_bold_words_and_cells_are_told_apart() -> None:
    assert answer_blocks(an_answer(text="由**甲**办", answered_by="model")) == (
        Block(((Words("由"), Words("甲", bold=True), Words("办")),)),
    )
    heading, row = answer_blocks(an_answer(text="| 年 |\n|---|\n| 2025 |", answered_by="model"))
    assert (heading, row) == (Block(((Words("年", bold=True),),), in_table=True), Block(((Words("2025"),),), in_table=True))


def test_an_answer_that_no_model_wrote_stands_as_it_is() -> None:
    answer = an_answer(text="共2*3*个：\n\n- **甲**[1]")
    assert plain_answer(answer) is None
    assert [block.text for block in answer_blocks(answer)] == ["共2*3*个：", "- **甲**[1]"]


def test_a_text_too_long_to_be_read_stands_as_it_is() -> None:
    text = "甲" * 20_001
    assert plain_answer(an_answer(text=text, answered_by="model")) == text
