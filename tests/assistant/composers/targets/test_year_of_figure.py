"""The year of a figure that the question tells is that of its text, of a heading above it, or of its document; another figure's is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.targets.year_of_figure import compose_year_of_figure
from tests.assistant.corpus_fixture import PORT, Reader
from tests.assistant.written_corpus import reading

REPORT = """# 2026年岚江市政府工作报告

——2026年1月8日在岚江市第九届人民代表大会第四次会议上

## 一、2025年工作回顾

### （一）开放更进一步

海铁班列全年开行64列，船员满意。2025年，潮汐仓容量达到14万吨，比2022年增加3万吨。观潮栈道接待游客2860人次，步道7条。

## 二、2026年重点工作

海铁班列开行80列以上。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("岚江")), 报告=REPORT, 港口=PORT) as reader:
        yield reader


@pytest.mark.parametrize(
    "question",
    ["海铁班列开行64列，是哪年的数字", "观潮栈道接待游客2860人次，这是哪一年的数？", "潮汐仓容量14万吨说的是哪年"],
)
def test_the_year_is_told_with_the_figure(city: Reader, question: str) -> None:
    answer = city.ask(question)
    assert answer.status == "answered"
    assert "2025年" in answer.text
    assert "80列" not in answer.text


@pytest.mark.parametrize("question", ["海铁班列开行多少列？", "海铁班列什么时候开行？", "磁悬浮列车500列，这是哪一年的数？"])
def test_no_figure_told_or_none_found_is_left_to_others(city: Reader, question: str) -> None:
    assert compose_year_of_figure(city.evidence(question)) is None
