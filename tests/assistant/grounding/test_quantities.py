"""Every number of a text is a quantity once, in one measure for its kind; what only looks like a number is none."""

import pytest

from assistant.grounding.plain_text import plain_heading, plain_text
from assistant.grounding.quantities import quantities_in


def read(text: str) -> list[tuple[float, str]]:
    return [(round(quantity.value, 6), quantity.unit) for quantity in quantities_in(plain_text(text))]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("３．５万亩", [(35_000, "亩")]),
        ("1,200户", [(1200, "户")]),
        ("一千二百零五户", [(1205, "户")]),
        ("两亿三千万元", [(230_000_000, "元")]),
        ("百分之八点五", [(8.5, "%")]),
        ("千分之三", [(0.3, "%")]),
        ("三分之一", [(33.333333, "%")]),
        ("八成以上", [(80, "%")]),
        ("半年", [(6, "月")]),
        ("两年半", [(30, "月")]),
        ("1.5小时", [(90, "分")]),
        ("5-10万个", [(50_000, "个"), (100_000, "个")]),
        ("3个工作日", [(3, "工作日")]),
    ],
)
def test_numbers_are_measured_alike(text: str, quantities: list[tuple[float, str]]) -> None:
    assert read(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "2025年底前", "2024—2026年", "2024年3月31日", "（三）", "第十二条", "第3号泵站", "临水发〔2023〕7号", "“十四五”末", "5G", "《三年行动计划》",
        "一网通办", "统一管理", "2024-03-31",
    ],
)  # fmt: skip
def test_times_ordinals_and_names_are_no_quantities(text: str) -> None:
    assert read(text) == []


def test_one_of_something_is_no_claim() -> None:
    (quantity,) = quantities_in("建立一个平台")
    assert quantity.indefinite


@pytest.mark.parametrize(
    ("text", "bound", "change", "tally"),
    [
        ("累计超过30座", "least", "", "total"),
        ("新增不少于30座", "least", "", "new"),
        ("提高到30%以上", "least", "to", ""),
        ("下降30%左右", "about", "down", ""),
        ("最高奖励30万元", "most", "", ""),
        ("不得超过30公里", "most", "", ""),
        ("不得低于总数的30%", "least", "", ""),
        ("30日内", "within", "", ""),
    ],
)
def test_the_words_around_a_number_bound_it(text: str, bound: str, change: str, tally: str) -> None:
    (quantity,) = quantities_in(text)
    assert (quantity.bound, quantity.change, quantity.tally) == (bound, change, tally)


def test_a_heading_loses_its_number() -> None:
    assert plain_heading("（三）健全管护机制") == "健全管护机制"
    assert plain_heading("3.落实 管水员") == "落实管水员"
