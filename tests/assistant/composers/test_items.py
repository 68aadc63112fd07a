"""Headings are counted and listed by their noun, their number and the heading above them."""

import pytest

from assistant.composers.items import compose_items
from tests.assistant.corpus_fixture import Reader


def test_headings_are_counted_and_listed_with_their_sources(reader: Reader) -> None:
    draft = compose_items(reader.evidence("智慧港口计划有哪些重点任务？"))
    assert draft is not None
    (statement,) = draft.statements
    wanted = ["搭建数据共享平台", "建设冷链货物追溯系统", "推进老旧拖轮更新"]
    assert sorted(wanted, key=statement.text.index) == wanted
    assert draft.facts[0].values["value"] == len(statement.sources) == 3


def test_headings_of_the_named_plan_are_listed_and_not_those_of_the_other(reader: Reader) -> None:
    draft = compose_items(reader.evidence("智慧养老计划有哪些重点任务？"))
    assert draft is not None
    assert "居家适老化改造" in draft.statements[0].text
    assert "拖轮" not in draft.statements[0].text


def test_nothing_is_counted_under_a_heading_that_is_not_there(reader: Reader) -> None:
    assert compose_items(reader.evidence("智慧港口计划有哪些保障机制？")) is None


@pytest.mark.parametrize(
    "question",
    ["智慧港口计划的重点任务一共多少项？", "智慧港口计划的重点任务，一条条数下来总共有几项？", "智慧港口计划安排了哪三项重点任务？"],
)
def test_headings_are_counted_however_the_question_is_put(reader: Reader, question: str) -> None:
    draft = compose_items(reader.evidence(question))
    assert draft is not None
    assert "共3" in draft.statements[0].text


def test_headings_that_are_not_as_many_as_the_question_says_are_not_what_it_asks_for(reader: Reader) -> None:
    assert compose_items(reader.evidence("智慧港口计划安排了哪七项重点任务？")) is None
