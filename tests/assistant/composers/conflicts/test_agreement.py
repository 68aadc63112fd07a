"""Whether places agree is asked in many words; two things set side by side, or one thing asked, ask no such thing."""

import pytest

from assistant.composers.conflicts.agreement import asks_agreement, asks_wording, either_amounts, what_is_said


@pytest.mark.parametrize(
    "question",
    [
        "浮标数，计划正文目标和指标表的数是不是一致？",
        "浮标建多少个？总体要求跟主要指标表给的数不同。",
        "计划里浮标数好像有两个数，前后分别是多少？",
        "工作报告和行动方案好像不是一个数",
        "方案和政府报告说的不是一个月份",
        "报告跟方案写的不是同一年吧",
        "停航提前通知，计划和答复是不是打架？",
        "提前多久推送，计划里一个数答复里一个数，分别是多少",
        "到数据挖掘那节写的还是1类吗？开头和正文对得上吗",
    ],
)
def test_places_are_asked_to_agree(question: str) -> None:
    assert asks_agreement(question)


@pytest.mark.parametrize(
    "question",
    [
        "甲场景和乙场景的建设单位一样吗？",
        "11.6万路视频和11.8万路视频说的是一回事吗？",
        "计划里浮标要建多少个？",
        "清单和附表各有多少个场景？",
        "不同年份的目标是多少？",
        "用户数有没有达到规划的目标？两个数各是多少？",
    ],
)
def test_two_things_or_one_are_no_places(question: str) -> None:
    assert not asks_agreement(question)


def test_wording_is_asked_by_names_and_ways_of_writing() -> None:
    assert asks_wording("第二阶段，总述和小标题叫法不一样")
    assert not asks_wording("计划和报告的数一致吗")


def test_two_amounts_are_read_from_either_or_alone() -> None:
    assert either_amounts("浮标到底260个还是250个？") == {260.0, 250.0}
    assert not either_amounts("浮标260个还是不够吧？")
    assert not either_amounts("浮标250个由谁负责？")


def test_what_is_said_leaves_out_that_places_differ_but_not_a_clause_that_names_the_thing_as_well() -> None:
    assert what_is_said("停航提前多久告诉乘客？计划和给代表的答复说的时间好像不一样。") == "停航提前多久告诉乘客"
    whole = "浮标数，计划和报告写的一样吗？"
    assert what_is_said(whole) == whole
