"""What of two things is compared in English, and how Chinese asks it; a list and a bare comparative are no comparison of two."""

import pytest

from assistant.english.comparison import OfTwo, set_against


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Which ends later, the ferry or the crane?", OfTwo("the ferry", "the crane", "", "哪个结束得晚")),
        ("Which has the earlier start date: the ferry or the crane?", OfTwo("the ferry", "the crane", "", "哪个开始得早")),
        ("Which has the larger total area: the ferry or the crane?", OfTwo("the ferry", "the crane", "total area", "哪个更大")),
        ("Which project needs less money, the ferry or the crane?", OfTwo("the ferry", "the crane", "money", "哪个更小")),
    ],
)
def test_the_two_things_and_what_is_compared_of_them_are_told(text: str, told: OfTwo) -> None:
    assert set_against(text) == told


@pytest.mark.parametrize(
    "text", ["Which projects end later than 2026?", "Is the ferry or the crane built?", "Which is later?", "How much larger is the ferry?"]
)
def test_other_questions_set_no_two_things_against_each_other(text: str) -> None:
    assert set_against(text) is None
