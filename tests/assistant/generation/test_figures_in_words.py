"""Numerals are read right: grading by them must not let a wrong figure pass."""

import pytest

from tests.assistant.generation.figures_in_words import figures_in_words, value_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三十", 30),
        ("十五", 15),
        ("二百", 200),
        ("一千零八", 1008),
        ("三万六千", 36000),
        ("二〇二五", 2025),
        ("两亿三千万", 230000000),
        ("十", 10),
    ],
)
def test_a_numeral_has_its_value(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


def test_numerals_and_percentages_of_a_text() -> None:
    assert figures_in_words(["不低于百分之二十五", "三十日内办结"]) == {"25%", "30"}
    assert figures_in_words(["3658.4亿元"]) == {"365840000000", "365840", "365.84"}
