"""What an English question asks for is told from its words, whatever it is about."""

import pytest

from assistant.asks import Ask
from assistant.english_asks import english_asks_of


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("Which departments are responsible for the data platform?", "owner"),
        ("Who issued the port plan?", "issuer"),
        ("How many berths will be built by 2026?", "figure"),
        ("When does the regulation take effect?", "when"),
        ("What is the construction period of the platform?", "period"),
        ("What is the document number of the port plan?", "document_number"),
        ("Which policies support the plan?", "policy"),
    ],
)
def test_english_cue_names_what_is_asked(question: str, ask: Ask) -> None:
    assert ask in english_asks_of(question)


def test_an_english_question_for_scenarios_asks_for_a_list() -> None:
    assert "list" in english_asks_of("Show me all the scenarios of the plan")
    assert "list" in english_asks_of("What application scenarios does the plan have?")
    assert "list" not in english_asks_of("What is the purpose of this scenario?")
