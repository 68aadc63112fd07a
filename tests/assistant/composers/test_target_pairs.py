"""A question that sets two figures against each other gets both, and the parts of a question lean on one another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市智慧渔业行动计划（2025-2027年）

## 一、主要目标

到2025年底，建成智慧渔场20家，海洋牧场覆盖全市80%的养殖海域，面积达到13.5万亩。到2027年底，建成智慧渔场32家。

2025年3月31日前，渔获追溯平台建成投入运营。到2026年底，渔获追溯平台接入渔港8个。

## 二、扶持政策

对省级智慧渔场，按不超过投资额的30%予以资助，最高资助300万元。对市级智慧渔场，按不超过投资额的20%予以资助，最高资助120万元。

对首次销售收入突破10亿元、5亿元、1亿元的渔业企业，分别给予200万元、100万元、30万元的一次性奖励。
"""
REPLY = """# 关于加快渔业数字化的建议（第18号）的答复

岚渔建议〔2025〕3号

截至2025年5月底，全市已建成智慧渔场16家，其中5家实现无人投喂。

岚江市海洋与渔业局

2025年6月3日
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("渔业")), 渔业计划=PLAN, 渔业答复=REPLY) as reader:
        yield reader


def values(answer: Answer) -> list[str]:
    return [str(fact["value"]) for fact in answer.facts if fact["kind"] == "target"]


def derived(answer: Answer) -> list[tuple[str, str]]:
    return [(str(fact["value"]), str(fact["expression"])) for fact in answer.facts if fact["kind"] == "derived"]


def test_the_aim_of_another_document_is_set_against_what_was_just_told(harbour: Reader) -> None:
    answer = harbour.ask("第18号建议的答复说全市已建成多少家智慧渔场？离智慧渔业行动计划2025年底的目标还差几家？")
    assert values(answer) == ["16", "20"]
    assert derived(answer) == [("4家", "20 - 16")]


def test_the_aim_is_found_though_the_second_part_names_neither_thing_nor_plan_in_its_words(harbour: Reader) -> None:
    answer = harbour.ask("第18号建议的答复说全市已建成多少家智慧渔场？离2027年底的目标还差几家？")
    assert values(answer) == ["16", "32"]
    assert derived(answer) == [("16家", "32 - 16")]


def test_two_kinds_named_in_one_question_are_both_given_with_the_difference(harbour: Reader) -> None:
    answer = harbour.ask("资助智慧渔场，省级的和市级的，最高资助额差多少？")
    assert sorted(values(answer)) == ["120万", "300万"]
    assert derived(answer) == [("180万元", "300万 - 120万")]


def test_one_member_of_a_series_is_given_and_no_other(harbour: Reader) -> None:
    answer = harbour.ask("渔业企业首次销售收入突破5亿元，一次性奖励多少？")
    assert values(answer) == ["100万"]
    assert "200万" not in answer.text
    assert "30万" not in answer.text


def test_each_part_is_answered_in_the_unit_it_asks_for(harbour: Reader) -> None:
    answer = harbour.ask("海洋牧场到2025年要覆盖几成养殖海域，合多少亩？")
    assert values(answer) == ["80%", "13.5万"] or values(answer) == ["80", "13.5万"]


def test_a_question_for_the_day_is_answered_with_the_deadline_of_a_day(harbour: Reader) -> None:
    assert "2025年3月31日" in harbour.ask("渔获追溯平台最迟哪天前建成投入运营？").text


def test_a_question_for_one_figure_gets_no_other_side(harbour: Reader) -> None:
    assert values(harbour.ask("省级智慧渔场最高资助多少？")) == ["300万"]
