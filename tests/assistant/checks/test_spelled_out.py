"""An answer to what the parts of a name stand for spells them out; any other question asks nothing of the kind."""

import pytest

from assistant.checks.spelled_out import spells_out_parts

NAMED_ALONE = "围绕“一港三站”，推进泊位建设，推动“1+2+N”巡检体系和“325远帆模式”落地"


@pytest.mark.parametrize(
    "question",
    [
        "“1+2+N”里的2和N各指什么？",
        "“1+2+N”最后那个N都包含哪些内容？",
        "请解释“325远帆模式”这三个数字的含义",
        "“325远帆模式”的3、2、5如何理解",
        "“1+2+N”每个数字的意思分别是什么",
        "“一港三站”的三站是哪三个？",
        "请把“一港三站”中的三个站逐一列出",
    ],
)
def test_name_alone_says_nothing_of_its_parts(question: str) -> None:
    assert not spells_out_parts(question, NAMED_ALONE)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("“1+2+N”里的2和N各指什么？", "“1+2+N”体系：1个平台、2个中心、N个场景"),
        ("“325远帆模式”的3、2、5各代表什么？", "三个平台、两个中心、五项机制"),
        ("“一港三站”的三站是哪三个？", "建设东站、西站、北站"),
        ("“一港三站”的三站是哪三个？", "“一港三站”即东港和三座泵站"),
        ("“一岛两馆”的两馆是哪两个馆？", "建成海洋馆和渔业馆"),
    ],
)
def test_parts_told_in_words_or_behind_the_name_answer(question: str, text: str) -> None:
    assert spells_out_parts(question, text)


def test_as_many_kinds_are_counted_as_the_name_has_figures() -> None:
    assert not spells_out_parts("“633工程”的这几个数字各指什么？", "六大计划、三大体系")
    assert spells_out_parts("“633工程”的这几个数字各指什么？", "六大计划、三大体系、三大目标")


def test_two_things_joined_are_no_parts_of_another_kind() -> None:
    assert not spells_out_parts("“一岛两馆”的两馆是哪两个馆？", "推进泊位和航道建设")


@pytest.mark.parametrize(
    "question",
    [
        "“一港三站”由谁负责建设？",
        "“1+2+N”体系什么时候建成？",
        "“325远帆模式”2026年要攻关几个项目？",
        "“一港三站”是什么？",
        "“1210”保税进口的数据有哪些？",
        "“惠渔贷”的2个产品是什么？",
        "“1+2+N”数字经济体系是什么？",
        "“1+2+N”体系用的数据指什么？",
    ],
)
def test_other_questions_about_such_names_are_left_alone(question: str) -> None:
    assert spells_out_parts(question, NAMED_ALONE)
