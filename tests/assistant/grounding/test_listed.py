"""A sentence may say how many things a passage lists, if it lists exactly so many."""

import pytest

from assistant.grounding.listed import numbers_of_listed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("监测水位、流量和水质", 3),
        ("监测水位、流量、墒情", 3),
        ("一是衬砌干渠；二是改造水闸；三是安装仪表。", 3),
        ("（责任单位：市水利局、市财政局、市气象局、市数据局）", 4),
        ("2024年改造1号、2号水闸，2025年改造3号水闸。", 3),
    ],
)
def test_what_stands_side_by_side_is_counted(text: str, number: int) -> None:
    assert number in numbers_of_listed(text)
    assert number + 1 not in numbers_of_listed(text)


def test_an_open_list_has_no_number() -> None:
    assert 3 not in numbers_of_listed("监测水位、流量、水质等指标")


def test_ordinals_with_a_gap_are_no_list() -> None:
    assert 3 not in numbers_of_listed("一是衬砌干渠；三是安装仪表。")
