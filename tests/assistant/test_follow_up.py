"""A question that leans on the conversation is filled in from it; one that names its own subject is left alone."""

import pytest

from assistant.answer import Answer, Turn
from assistant.follow_up import context_of, resolve_follow_up


def resolved(question: str, *before: str) -> str:
    """`question` after a conversation in which `before` was asked, each resolved in its turn."""
    history: list[Turn] = []
    for asked in before:
        history.append(Turn(asked, Answer("answered", "", resolved_question=resolve_follow_up(asked, history))))
    return resolve_follow_up(question, history)


@pytest.mark.parametrize("question", ["那2027年呢？", "由谁负责？", "它的目标是多少？", "跌倒预警守护由谁建设？"])
def test_first_question_of_a_conversation_is_left_alone(question: str) -> None:
    assert resolved(question) == question


BEFORE = "2025年港口岸电覆盖率要达到多少？"


@pytest.mark.parametrize("question", ["那2027年呢？", "2027年呢", "那到2027年呢？"])
def test_another_year_replaces_the_former_one(question: str) -> None:
    told = resolved(question, BEFORE)
    assert "2027" in told
    assert "2025" not in told
    assert "港口岸电覆盖率" in told
    assert "多少" in told


def test_year_is_added_to_a_question_without_one() -> None:
    told = resolved("那2027年呢？", "港口岸电覆盖率要达到多少？")
    assert "2027" in told
    assert "港口岸电覆盖率要达到多少" in told


def test_one_year_replaces_two() -> None:
    told = resolved("那2026年呢？", "2025年和2027年港口岸电覆盖率各是多少？")
    assert "2026" in told
    assert "2025" not in told
    assert "2027" not in told


def test_last_year_replaces_a_year() -> None:
    told = resolved("最后一年呢？", BEFORE)
    assert "最后一年" in told
    assert "2025" not in told


@pytest.mark.parametrize(
    "question",
    ["它由谁负责？", "这个项目由谁负责？", "该系统由谁负责？", "由谁负责？", "那由谁负责呢？", "责任单位是哪些？", "谁来负责？"],
)
def test_pronoun_and_omission_take_the_former_subject_and_not_what_was_asked_of_it(question: str) -> None:
    told = resolved(question, "冷链货物追溯系统什么时候建成？")
    assert "冷链货物追溯系统" in told
    assert "什么时候" not in told
    assert "它" not in told
    assert "负责" in told or "责任" in told


def test_attribute_alone_is_asked_of_the_former_subject_without_its_year() -> None:
    told = resolved("由谁负责？", BEFORE)
    assert "岸电覆盖率" in told
    assert "2025" not in told


@pytest.mark.parametrize(
    "question", ["跌倒预警守护目前进展如何？", "什么是古树？", "那冷链货物追溯由谁负责？", "智慧养老计划的社区食堂建几家？"]
)
def test_question_with_a_subject_of_its_own_does_not_take_the_former_one(question: str) -> None:
    assert "岸电" not in resolved(question, BEFORE)


def test_subject_is_kept_through_several_follow_ups() -> None:
    told = resolved("由谁负责？", BEFORE, "那2026年呢？", "那2027年呢？")
    assert "岸电覆盖率" in told
    assert resolved("2026年呢？", BEFORE, "那2027年呢？").count("20") == 1


def test_follow_up_takes_the_newest_subject() -> None:
    told = resolved("它的建设期限是什么？", BEFORE, "跌倒预警守护目前进展如何？")
    assert "跌倒预警守护" in told
    assert "岸电" not in told


def test_pronoun_within_a_question_that_names_its_subject_stays() -> None:
    question = "跌倒预警守护场景和其他雷达数据场景由谁建设？"
    assert resolved(question, BEFORE) == question


@pytest.mark.parametrize(("question", "year"), [("下一年呢？", "2026"), ("那再往后一年呢？", "2026"), ("前一年呢？", "2024")])
def test_year_told_by_the_one_before_is_counted_from_it(question: str, year: str) -> None:
    told = resolved(question, BEFORE)
    assert year in told
    assert "2025" not in told
    assert "岸电覆盖率" in told


def test_last_year_of_a_plan_is_not_the_year_after() -> None:
    assert "2026" not in resolved("最后一年呢？", BEFORE)


def test_another_level_replaces_the_former_one() -> None:
    told = resolved("那市级的呢？", "新认定一个国家级孵化器最多奖多少？")
    assert "市级孵化器" in told
    assert "国家级" not in told


def test_actor_asked_for_something_named_is_not_asked_for_the_former_subject() -> None:
    assert "岸电" not in resolved("那拖轮又是谁建的？", BEFORE)


def test_figure_with_a_noun_alone_belongs_to_the_former_subject() -> None:
    assert "冷链货物追溯系统" in resolved("做成了多少交易额？", "冷链货物追溯系统什么时候建成？")


@pytest.mark.parametrize("words", ["换个话题，", "换个问题：", "不说这个，"])
def test_words_that_change_the_subject_are_left_out_and_nothing_is_carried_over(words: str) -> None:
    assert resolved(f"{words}由谁负责？", BEFORE) == "由谁负责？"
    assert context_of(f"{words}由谁负责？", [Turn(BEFORE, Answer("answered", ""))]).text == ""
    assert context_of("由谁负责？", [Turn(BEFORE, Answer("answered", ""))]).text == BEFORE


@pytest.mark.parametrize(("question", "part"), [("参与的呢？", "参与单位"), ("那配合单位呢？", "配合单位")])
def test_another_part_in_the_same_thing_keeps_it(question: str, part: str) -> None:
    told = resolved(question, "冷链货物追溯系统由谁牵头？")
    assert "冷链货物追溯系统" in told
    assert part in told
    assert "冷链货物追溯系统" in resolved("它什么时候建成？", "冷链货物追溯系统由谁牵头？", question)
