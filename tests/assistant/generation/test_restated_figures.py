"""A figure written in another way than its source is told with the words of the source; one that is printed, or said nowhere, is not."""

from datetime import date

import pytest

from assistant.generation.restated_figures import restated_figures
from assistant.grounding.cited_passage import CitedPassage


def passage(text: str, *, section: tuple[str, ...] = (), day: date | None = None, period: tuple[int, int] | None = None) -> CitedPassage:
    return CitedPassage(text, "岚江市港口计划（2025-2027年）", section, None, day, period)


@pytest.mark.parametrize(
    ("text", "said", "restated"),
    [
        ("应在30日内答复", "应当自收到之日起三十日内答复", [("30", "三十")]),
        ("安装15800台", "安装1.58万台", [("15800", "1.58万")]),
        ("安装1.58万台", "安装15,800台", [("1.58万", "15,800")]),
        ("worth 365.84 billion yuan", "达到3658.4亿元", [("365.84 billion", "3658.4亿")]),
        ("安装15800台", "安装15800台", []),
        ("安装１５８００台", "安装15800台", []),
        ("占25%", "占百分之二十五", [("25%", "二十五")]),
        ("安装15900台", "安装1.58万台", []),
        ("2025年的计划", "新建泊位", []),
    ],
)
def test_words_of_the_source(text: str, said: str, restated: list[tuple[str, str]]) -> None:
    assert list(restated_figures(text, [passage(said)])) == restated


def test_years_of_headings_dates_and_periods() -> None:
    assert list(restated_figures("2028年建成", [passage("建成泊位", section=("（二）2028年目标",))])) == []
    assert list(restated_figures("2023年建成", [passage("去年建成泊位", day=date(2024, 3, 1))])) == [("2023", "去年（2024-03-01）")]
    assert list(restated_figures("截至2024年", [passage("建成泊位", day=date(2024, 3, 1))])) == [("2024", "2024-03-01")]
    assert list(restated_figures("2029年前", [passage("建成泊位", period=(2028, 2029))])) == [("2029", "2028—2029")]
