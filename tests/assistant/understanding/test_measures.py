"""A figure fits a question when it is counted in what the question counts in."""

import pytest

from assistant.understanding.measures import OTHER_COUNT, OTHER_KIND, SAME_KIND, SAME_UNIT, SHARE_AS_ASKED, ratio_fit, unit_fit


@pytest.mark.parametrize(
    ("question", "unit", "fit"),
    [
        ("感知数据要涨到多少亿条？", "条", SAME_UNIT),
        ("感知数据要涨到多少条？", "个", OTHER_COUNT),
        ("覆盖几成精养池塘？", "%", SAME_KIND),
        ("覆盖几成精养池塘？", "亩", OTHER_KIND),
        ("合多少亩？", "公顷", SAME_KIND),
        ("建成多少个基站？", "元", OTHER_KIND),
        ("建成多少个基站？", "座", OTHER_COUNT),
        ("培训多少人？", "名", SAME_KIND),
        ("养殖面积多大？", "亩", SAME_UNIT),
        ("养殖面积多大？", "%", OTHER_KIND),
        ("建成几家互联网医院？", None, OTHER_COUNT),
        ("每亩奖励多少元？", "元/亩", SAME_UNIT),
        ("几家企业授权？", "户", SAME_KIND),
        ("多少户企业授权？", "家", SAME_KIND),
        ("多少户企业授权？", "人", SAME_KIND),
        ("几家企业授权？", "名", OTHER_KIND),
        ("不超过几个小时？", "小时", SAME_UNIT),
        ("不超过几个小时？", "个", OTHER_KIND),
        ("几个工作日办结？", "个工作日", SAME_KIND),
        ("几个工作日办结？", "项", OTHER_KIND),
        ("几个月建成？", "座", OTHER_KIND),
    ],
)
def test_measure_word_asked_for_is_told_from_others(question: str, unit: str | None, fit: float) -> None:
    assert unit_fit(question, unit) == fit


@pytest.mark.parametrize("question", ["网络零售额达到多少？", "几成功能已经上线？", "哪几个区？"])
def test_question_that_counts_in_nothing_leaves_every_unit_equal(question: str) -> None:
    assert unit_fit(question, "个") == unit_fit(question, "元") == 0.0


def test_unit_that_is_part_of_a_name_is_not_asked_for() -> None:
    assert unit_fit("每万平方公里的监测站密度是多少？", "个/万平方公里") == 0.0


def test_compound_question_is_fitted_by_the_unit_of_either_part() -> None:
    assert unit_fit("覆盖几成，合多少亩？", "亩") == unit_fit("覆盖几成，合多少亩？", "%") + (SAME_UNIT - SAME_KIND)


@pytest.mark.parametrize(
    "question",
    [
        "去年生产总值涨了几个点？",
        "今年一般公共预算收入增长目标多少？",
        "固定资产投资去年增长多少？",
        "管网漏损率今年控制在多少以内？",
    ],
)
def test_growth_and_rates_are_asked_in_shares(question: str) -> None:
    assert unit_fit(question, "%") > 0 > unit_fit(question, "亿元")


@pytest.mark.parametrize(
    "question",
    ["感知数据增长到多少亿条？", "利用率高的设备有多少台？", "收入多少、增长多少？", "新增了多少张床位？", "几个点位增加了多少设备？"],
)
def test_what_is_reached_or_added_is_not_asked_in_shares(question: str) -> None:
    assert unit_fit(question, "%") <= 0


def test_a_count_of_stores_is_no_storage() -> None:
    assert unit_fit("物资储备库和存储点一共多少个？", "个") == SAME_UNIT


@pytest.mark.parametrize(
    "question", ["网络零售要占到百分之几？", "网络零售占零售额的百分之多少？", "网络零售占零售额的比重是多少？", "网络零售占比多少？"]
)
def test_a_share_is_what_answers_where_one_is_asked(question: str) -> None:
    assert ratio_fit(question, "网络零售额占零售额比重") == SHARE_AS_ASKED
    assert ratio_fit(question, "网络零售额") == 0.0


@pytest.mark.parametrize("question", ["增长百分之几？", "覆盖率要到百分之几？", "占地多少亩？"])
def test_a_share_is_not_sought_where_another_figure_is_asked(question: str) -> None:
    assert ratio_fit(question, "网络零售额占零售额比重") <= 0.0
