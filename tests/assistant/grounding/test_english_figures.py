"""English numbers, times and bounds are said as Chinese documents write them, and read as the same quantities."""

import pytest

from assistant.grounding.english_figures import with_chinese_figures
from assistant.grounding.moments import moments_in
from assistant.grounding.plain_text import plain_text
from assistant.grounding.quantities import quantities_in


@pytest.mark.parametrize(
    ("said", "value", "unit", "bound"),
    [
        ("1.2 million", 1_200_000, "", ""),
        ("RMB 3.5 billion", 3_500_000_000, "元", ""),
        ("up to 300 million yuan", 300_000_000, "元", "most"),
        ("at least 95 percent", 95, "%", "least"),
        ("no fewer than 1,200", 1200, "", "least"),
        ("within ten working days", 10, "工作日", "within"),
        ("two-thirds of the canals", 200 / 3, "%", ""),
        ("five percentage points", 5, "个百分点", ""),
        ("24 hours", 1440, "分", ""),
    ],
)
def test_a_number_keeps_value_unit_and_bound(said: str, value: float, unit: str, bound: str) -> None:
    (quantity,) = quantities_in(plain_text(with_chinese_figures(said)))
    assert (pytest.approx(value), unit, bound) == (quantity.value, quantity.unit, quantity.bound)


def test_a_change_keeps_its_direction_and_ends() -> None:
    first, last = quantities_in(plain_text(with_chinese_figures("the share rises from 31 km to 58 km")))
    assert (first.value, first.change, last.value, last.change, first.ranged) == (31, "from", 58, "to", False)
    (fall,) = quantities_in(plain_text(with_chinese_figures("losses fall by 9%")))
    assert (fall.change, fall.direction) == ("down", -1)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("on 25 July 2024", (2024, 7, 25, "")),
        ("on October 1, 2024", (2024, 10, 1, "")),
        ("by the end of 2025", (2025, None, None, "")),
        ("in March 2026", (2026, 3, None, "")),
        ("in the first half of 2025", (2025, None, None, "上半年")),
        ("in Q3 2025", (2025, None, None, "3季度")),
    ],
)
def test_a_time_keeps_year_month_day_and_part(said: str, moment: tuple[int, int | None, int | None, str]) -> None:
    (found,) = moments_in(plain_text(with_chinese_figures(said)))
    assert (found.last, found.month, found.day, found.part) == moment


def test_a_number_that_looks_like_a_year_is_none_before_a_unit() -> None:
    assert [quantity.value for quantity in quantities_in(plain_text(with_chinese_figures("2000 yuan")))] == [2000]
