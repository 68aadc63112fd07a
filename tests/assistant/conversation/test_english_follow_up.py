"""An English question that leans on the one before is said so that it stands alone."""

import pytest

from assistant.answer import Answer, Citation, Turn
from assistant.conversation.english_follow_up import resolve_english

QUOTED = Turn("x", Answer("answered", "", citations=(Citation(1, "d", "v", "远帆市港口条例", (), None, 0, 2, "条例"),)))
SILENT = Turn("x", Answer("not_found", ""))


@pytest.mark.parametrize("question", ["And in 2027?", "what about 2027?", "By the end of 2027?"])
def test_another_year_replaces_the_former_one(question: str) -> None:
    told = resolve_english(question, "How many cranes will there be in 2026?", [SILENT])
    assert told == "How many cranes will there be in 2027?"


def test_year_is_added_to_a_question_without_one() -> None:
    assert resolve_english("And by 2027?", "How many cranes will there be?", [SILENT]) == "How many cranes will there be by 2027?"
    assert resolve_english("And by 2027?", "Thanks.", [SILENT]) is None


def test_another_thing_is_asked_what_was_asked_and_in_the_same_year() -> None:
    told = resolve_english("What about ferries?", "How many cranes will there be in 2026?", [SILENT])
    assert told == "What is the figure for the ferries in 2026?"
    assert resolve_english("And the ferries?", "Who builds the cranes?", [SILENT]) == "Who builds the ferries?"
    assert resolve_english("And ferries in 2028?", "How many cranes in 2026?", [SILENT]) == "What is the figure for the ferries in 2028?"


@pytest.mark.parametrize("question", ["And who leads it?", "How many ferries are there?", "Thank you."])
def test_question_that_asks_itself_is_no_other_thing(question: str) -> None:
    assert resolve_english(question, "How many cranes will there be in 2026?", [SILENT]) is None


def test_what_is_asked_of_documents_speaks_of_the_one_quoted() -> None:
    assert resolve_english("Who signed it?", "How many cranes are there?", [QUOTED]) == "Who signed the document 《远帆市港口条例》?"
    assert resolve_english("Is this regulation still valid?", "How many?", [QUOTED]) == "Is the document 《远帆市港口条例》 still valid?"
    assert resolve_english("Who signed it?", "How many cranes are there?", [SILENT]) is None
    assert resolve_english("Who issues that certificate?", "How many cranes are there?", [QUOTED]) is None
    assert resolve_english("Who builds it?", "How many cranes are there?", [QUOTED]) is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How about the following year?", "How many berths will there be in 2026?"),
        ("And the year after?", "How many berths will there be in 2026?"),
        ("And the previous year?", "How many berths will there be in 2024?"),
        ("What about the final year?", "How many berths will there be in the final year?"),
    ],
)
def test_year_told_by_the_former_one_is_counted_from_it(question: str, told: str) -> None:
    assert resolve_english(question, "How many berths will there be by 2025?", ()) == told


def test_number_of_another_document_replaces_the_former_one() -> None:
    assert (
        resolve_english("And No. 0558?", "Who signed the reply to proposal No. 0344?", ()) == "Who signed the reply to proposal No. 0558?"
    )
