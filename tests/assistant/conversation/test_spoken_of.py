"""What a turn spoke of is read without what it asked; names stay whole, and lists and bodies are read from its answer."""

import pytest

from assistant.conversation.spoken_of import (
    asked_of,
    is_weighed,
    leaves_out_subject,
    listed_in,
    named_in,
    own_content,
    set_beside,
    subject_of,
    unit_in,
)


@pytest.mark.parametrize(
    ("question", "kept", "left_out"),
    [
        ("“启明计划”三年里要选多少人？", "“启明计划”", "多少"),
        ("远帆市公共交通条例的罚款上限是多少？", "公共交通条例", "多少"),
        ("港口行动计划到2027年要建几个泊位？", "港口行动计划", "2027"),
        ("绿色港口计划里岸电覆盖率由谁负责？", "绿色港口计划", "谁"),
        ("冷链货物追溯要健全哪三大体系？", "冷链货物追溯", "哪三大"),
        ("智算中心建在哪个区？", "智算中心", "建在"),
        ("2025年冷链货物实际有多少吨？", "冷链货物", "实际"),
    ],
)
def test_subject_keeps_names_and_loses_what_was_asked(question: str, kept: str, left_out: str) -> None:
    subject = subject_of(question)
    assert kept in subject
    assert left_out not in subject


def test_pronoun_stands_for_a_name_in_marks_but_not_for_one_that_only_says_where_to_look() -> None:
    assert named_in("“远帆智脑”平台设置 专题") == "“远帆智脑”平台"
    assert named_in("“远帆智脑”项目表里冷链追溯项目") == "“远帆智脑”项目表里冷链追溯项目"
    assert named_in("冷链追溯项目") == "冷链追溯项目"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("冷链追溯由谁牵头？", "谁牵头"),
        ("擅自占用泊位怎么罚？", "怎么罚"),
        ("岸电覆盖率对2025年有啥要求？", "啥要求"),
        ("乱倒垃圾会罚多少？", "会罚多少"),
        ("港口吞吐量", ""),
    ],
)
def test_asked_words_are_those_that_ask_and_not_the_subject(question: str, asked: str) -> None:
    assert asked_of(question).endswith(asked)
    assert "岸电" not in asked_of(question)


def test_item_of_a_listed_answer_is_counted() -> None:
    answer = "3个：甲港场景、乙港场景、丙港场景[1][2]。"
    assert listed_in(answer, "第二个") == "乙港场景"
    assert listed_in(answer, "第3项") == "丙港场景"
    assert listed_in(answer, "最后一个") == "丙港场景"
    assert listed_in(answer, "第四个") is None
    assert listed_in("以补短板、强弱项为思路，健全两大体系[1]。", "第二个") is None


def test_body_of_an_answer_is_the_first_behind_a_colon_or_by() -> None:
    assert unit_in("“冷链追溯”的建设单位：市港航局[1]。") == "市港航局"
    assert unit_in("冷链追溯：由市商务局牵头，市港航局配合[1]。") == "市商务局"
    assert unit_in("2025年底建成[1]。") is None


def test_words_that_fit_any_plan_name_nothing() -> None:
    assert not own_content("还打算新增多少？")
    assert not own_content("2023年实际完成多少？")
    assert "泊位" in own_content("2023年新增泊位多少个？")


def test_quantity_of_another_thing_is_asked_without_the_measure_word_of_the_former() -> None:
    assert asked_of("2026年雷达有几部？").split() == ["2026年", "多少"]
    assert asked_of("多少天内要回复？").startswith("多少天内")
    assert asked_of("泊位2026年增长多少？").endswith("增长多少")
    assert asked_of("拖轮由谁建设？") != "多少"


def test_measure_word_and_money_go_with_what_was_asked() -> None:
    assert subject_of("2024年改造了多少个旧码头？") == "改造 旧码头"
    assert "钱" not in subject_of("冷链工厂投多少钱？")
    assert subject_of("港口重点项目表里第21个项目叫什么？").endswith("第21个项目")


def test_period_of_a_plan_stays_with_its_name() -> None:
    assert "（2024-2026年）" in subject_of("港口行动计划（2024-2026年）里泊位有几个？")


def test_two_things_are_set_beside_each_other_only_where_something_is_said_of_both() -> None:
    assert set_beside("清单里冷链追溯和跌倒预警是不是都归市局管？") == ("冷链追溯", "跌倒预警")
    assert set_beside("港口与航道管理由谁负责？") == ()


@pytest.mark.parametrize(
    ("piece", "leaves_out"),
    [("服务了多少家企业？", True), ("又放了多少亿？", True), ("平台服务了多少家企业？", False), ("有多少家企业？", False)],
)
def test_piece_that_begins_with_what_was_done_leaves_out_by_what(piece: str, leaves_out: bool) -> None:
    assert leaves_out_subject(piece) is leaves_out


def test_words_that_ask_are_taken_whole() -> None:
    assert asked_of("跌倒预警守护目前进展怎么样？") == "目前进展怎么样"
    assert asked_of("跌倒预警守护由谁建设？") == "由谁建设"


def test_question_that_begins_with_what_it_asks_has_a_subject() -> None:
    assert "0558号" in subject_of("谁签发了0558号建议的答复？")


def test_what_stands_in_a_column_of_units_is_a_body_whatever_its_name_ends_in() -> None:
    assert unit_in("“渔船识别”的建设单位：远帆征信[1]。") == "远帆征信"
    assert unit_in("“渔船识别”的目前进展：远帆征信已完成开发[1]。") is None


@pytest.mark.parametrize(
    ("text", "weighed"),
    [
        ("保额高不高？", True),
        ("会不会很贵啊", True),
        ("时间太短了吧？", True),
        ("港口岸电费用高不高？", False),
        ("重大项目", False),
        ("最高", False),
    ],
)
def test_a_question_only_weighs_when_it_names_nothing_but_a_quality(text: str, weighed: bool) -> None:
    assert is_weighed(text) is weighed
