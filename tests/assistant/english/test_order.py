"""An English question is put into the order of a Chinese one before it is translated."""

import pytest

from assistant.english.order import document_first, in_chinese_order


@pytest.mark.parametrize(
    "text",
    [
        "How many berths are there under the port plan?",
        "How many berths are there, according to the port plan?",
        "How many berths are there as set out in the port plan?",
    ],
)
def test_document_that_a_question_ends_with_comes_first(text: str) -> None:
    assert document_first(text) == "In the port plan, How many berths are there?"


def test_document_that_says_something_comes_first() -> None:
    assert (
        document_first("How many berths does the port plan want to build?") == "In the port plan, How many berths does one want to build?"
    )
    assert document_first("Which berths will the port plan of 2026 name?") == "Which berths will the port plan of 2026 name?"


@pytest.mark.parametrize("text", ["Who changes the port plan?", "What does the port plan say?", "How many berths are in the port?"])
def test_what_is_no_place_to_look_stays(text: str) -> None:
    assert document_first(text) == text


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("what was the utilization rate of berths in 2025", "what was the berths utilization rate in 2025"),
        ("What is the owner of the port?", "What is port owner"),
        ("what share of ships do ferries account for", "what ferries account for ships share"),
        ("who issued the plan on green ports?", "who issued green ports plan?"),
        ("The plan on green ports says quays are linked", "The green ports plan says quays are linked"),
    ],
)
def test_what_belongs_to_a_thing_stands_behind_it(clause: str, told: str) -> None:
    assert in_chinese_order(clause).replace("the ", "") == told.replace("the ", "")
