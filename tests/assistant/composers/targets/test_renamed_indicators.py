"""The figure of the other year is told though the report calls it otherwise there; a neighbour in the same unit is not taken for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.corpus_fixture import PORT, Reader
from tests.assistant.written_corpus import reading

REPORT = """# 2026年岚江市政府工作报告

——2026年1月8日在岚江市第九届人民代表大会第四次会议上

## 一、2025年工作回顾

潮汐装备、海藻食品、无人艇三条重点产业链产值分别达到214亿元、176亿元、29亿元。港区绿化面积达到90公顷。

## 二、2026年重点工作

### （一）壮大产业

无人艇产业产值达到45亿元。珊瑚移植面积达到70公顷。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("岚江")), 报告=REPORT, 港口=PORT) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("无人艇产业产值，去年做到多少，今年想干到多少？", ("29亿元", "45亿元")),
        ("无人艇产业产值，2025年是多少，2026年要到多少？", ("29亿元", "45亿元")),
        ("无人艇产业产值去年是多少，今年目标又定到多少？", ("29亿元", "45亿元")),
        ("无人艇产业产值上年做到多少、今年计划多少", ("29亿元", "45亿元")),
    ],
)
def test_both_years_are_told_however_each_is_called(city: Reader, question: str, figures: tuple[str, str]) -> None:
    answer = city.ask(question)
    assert all(figure in answer.text for figure in figures), answer.text


def test_a_neighbour_in_the_same_unit_is_no_figure_of_the_other_year(city: Reader) -> None:
    answer = city.ask("珊瑚移植面积2025年是多少，2026年要到多少？")
    assert "90公顷" not in answer.text, answer.text
