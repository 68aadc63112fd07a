"""Another year is asked of in many words; a question that asks more than the year is not the former one."""

import pytest

from assistant.conversation.other_years import in_same_year, step_year, with_other_year, with_other_years

BEFORE = "2025年港口岸电覆盖率要达到多少？"


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("2027年呢？", "2027年"),
        ("到2027年底要多少？", "到2027年底"),
        ("2027呢", "2027年"),
        ("27年底呢？", "2027年底"),
        ("再往前一年呢？", "2024年"),
        ("往前倒一年是多少？", "2024年"),
        ("再早两年呢？", "2023年"),
        ("上一年呢？", "2024年"),
        ("往后推一年呢？", "2026年"),
        ("再过两年呢？", "2027年"),
        ("次年？", "2026年"),
        ("收官那年呢？", "最后一年"),
        ("末年是多少？", "最后一年"),
        ("最早那年呢？", "第一年"),
        ("起步那年是多少？", "第一年"),
        ("中间那年呢？", "第二年"),
        ("今年的目标呢？", "今年"),
        ("去年呢？", "去年"),
    ],
)
def test_another_year_is_put_in_the_place_of_the_former_one(question: str, year: str) -> None:
    assert with_other_year(BEFORE, question) == f"{year}港口岸电覆盖率要达到多少？"


@pytest.mark.parametrize(
    "question",
    [
        "2027年要建成什么样？",
        "2027年由谁负责？",
        "2027年拖轮呢？",
        "2027年实际达到多少？",
        "2027年增长多少？",
        "由谁负责？",
        "周期呢？",
    ],
)
def test_what_asks_more_than_another_year_is_not_the_former_question(question: str) -> None:
    assert with_other_year(BEFORE, question) is None


def test_verb_of_the_former_question_may_be_said_again_and_another_may_not() -> None:
    before = "2024年改造了多少个旧码头？"
    assert with_other_year(before, "今年打算改多少？") == "今年改造了多少个旧码头？"
    assert with_other_year(before, "今年再改几个？") is not None
    assert with_other_year(before, "今年打算拆多少？") is None


def test_period_in_the_name_of_a_plan_is_not_the_year_asked_for() -> None:
    before = "港口行动计划（2024-2026年）里2025年建几个泊位？"
    assert with_other_year(before, "2026年呢？") == "港口行动计划（2024-2026年）里2026年建几个泊位？"


def test_year_of_the_plan_and_relative_years_give_way_too() -> None:
    assert with_other_year("最后一年建几个泊位？", "那第一年呢？") == "第一年建几个泊位？"
    assert with_other_year("今年建几个泊位？", "去年呢？") == "去年建几个泊位？"
    assert with_other_year("泊位有几个？", "2027年呢？") == "2027年，泊位有几个？"


def test_figure_of_another_year_is_not_asked_where_none_was() -> None:
    assert with_other_year("2025年由谁负责调度？", "2027年有多少？") is None
    assert with_other_year("2025年由谁负责调度？", "2027年呢？") == "2027年由谁负责调度？"


def test_same_year_is_not_the_last_or_first_of_a_plan() -> None:
    assert in_same_year("那一年泊位呢？", BEFORE) == "2025年泊位呢？"
    assert in_same_year("收官那年泊位呢？", BEFORE) == "收官那年泊位呢？"


def test_steps_are_counted_and_the_first_two_years_are_no_step() -> None:
    assert step_year("再往前两年", (2025,)) == 2023
    assert step_year("前两年", (2025,)) is None
    assert step_year("最后一年", (2025,)) is None
    assert step_year("下一年", ()) is None


def test_several_years_take_the_place_of_one() -> None:
    assert with_other_years(BEFORE, "2026、2027年呢？") == BEFORE.replace("2025年", "2026年和2027年")
    assert with_other_years("泊位有几个？", "后两年呢？") is None


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("倒推一年呢？", "2024年"),
        ("翌年呢？", "2026年"),
        ("两年后呢？", "2027年"),
        ("一年前呢？", "2024年"),
        ("先不管明年，2027年呢？", "2027年"),
        ("2027年也一样吗？", "2027年"),
        ("23年基期呢？", "2023年"),
    ],
)
def test_year_is_found_in_everyday_turns_too(question: str, year: str) -> None:
    assert with_other_year(BEFORE, question) == f"{year}港口岸电覆盖率要达到多少？"


def test_what_is_asked_before_the_year_is_not_said_by_the_way() -> None:
    assert with_other_year(BEFORE, "谁负责，2027年呢？") is None


def test_several_short_years_are_years() -> None:
    assert with_other_years(BEFORE, "26年和27年各多少？") == BEFORE.replace("2025年", "2026年和2027年")
