"""Figures that the words of a question do not tell apart are all told, with what tells them apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

FISHING = """# 岚江市智慧渔业行动计划（2025-2027年）

## 一、主要目标

到2026年底，打造渔业数据典型应用场景15个。到2026年底，渔船出海报备率达到77%，渔船出海满意度达到85%，码头泊位上线60个。
"""
FARMING = """# 岚江市智慧农田行动计划（2025-2027年）

## 一、主要目标

到2026年底，打造农田数据典型应用场景20个。到2027年底，打造农田数据典型应用场景25个。
"""
GRAIN = """# 岚江市粮食储备行动计划（2025-2027年）

## 一、主要目标

到2026年底，建成粮库监测点300个，渔船出海报备率达到77%。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("同名")), 渔业计划=FISHING, 农田计划=FARMING, 粮食计划=GRAIN) as reader:
        yield reader


def values(answer: Answer) -> set[str]:
    return {str(fact["value"]) for fact in answer.facts if fact["kind"] == "target"}


def test_plans_that_fit_alike_are_each_told_with_their_title(city: Reader) -> None:
    answer = city.ask("到2026年打造多少个典型应用场景？")
    assert values(answer) == {"15", "20"}
    assert "智慧渔业行动计划" in answer.text
    assert "智慧农田行动计划" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("到2026年打造多少个渔业数据典型应用场景？", {"15"}),
        ("智慧农田行动计划到2026年打造多少个典型应用场景？", {"20"}),
        ("到2027年打造多少个典型应用场景？", {"25"}),
        ("到2026年渔船出海报备率达到多少？", {"77"}),
    ],
)
def test_what_the_question_tells_apart_or_all_plans_say_alike_is_told_once(city: Reader, question: str, told: set[str]) -> None:
    assert values(city.ask(question)) == told


def test_two_rates_of_a_sentence_that_the_question_names_alike_are_both_told(city: Reader) -> None:
    assert values(city.ask("2026年渔船出海的目标是多少？")) == {"77", "85"}
    assert values(city.ask("2026年渔船出海满意度的目标是多少？")) == {"85"}
