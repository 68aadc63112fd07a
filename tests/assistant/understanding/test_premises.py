"""A time told to be confirmed is what is asked; a year with a figure behind it, or asked for, is not."""

import pytest

from assistant.understanding.asks import asks_of
from assistant.understanding.premises import tells_time


@pytest.mark.parametrize(
    "text",
    [
        "岚江智算中心二期2025年9月投运，对吧？",
        "岚江智算中心二期2025年9月投运这个说法对吗？",
        "是不是岚江智算中心二期2025年9月投运？",
        "岚江跨江通道2026年底前就通车，没错吧？",
        "岚江数据交易中心2024年6月正式运营吗？",
        "没有上牌的渔船从2027年1月1日起就领不到油补了，对吧？",
    ],
)
def test_the_time_of_an_event_is_told(text: str) -> None:
    assert tells_time(text, ())


@pytest.mark.parametrize(
    "text",
    [
        "2025年建成泵站30座，对吧？",
        "岚江跨江通道哪年通车？",
        "2025年岚江要开工哪些项目？",
        "2026年投运的智算中心规模是1200P，对吧？",
        "渔船从2027年起每艘补贴3万元，对吧？",
        "岚江2025年建成多少座泵站，是30座吗？",
    ],
)
def test_a_year_that_only_says_of_when_a_figure_is_stays_the_year_asked_about(text: str) -> None:
    assert not tells_time(text, asks_of(text))
