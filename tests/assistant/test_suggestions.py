"""Suggested questions stay on the subject of the answer, and the documents can answer in the language of the question."""

import pytest

from assistant.draft import Draft, DraftFact, Statement
from assistant.suggestions import follow_up_suggestions
from tests.assistant.corpus_fixture import Reader


def drafted(kind: str, subject: str = "跌倒预警守护") -> Draft:
    return Draft((Statement("甲。"),), 1.0, facts=(DraftFact({"kind": kind}),), subject=subject)


@pytest.mark.parametrize("kind", ["scenario", "responsibility", "target"])
def test_up_to_three_suggestions_all_name_the_subject(reader: Reader, kind: str) -> None:
    made = follow_up_suggestions(drafted(kind), reader.evidence("跌倒预警守护是什么？").question)
    assert 1 <= len(made) <= 3
    assert len(set(made)) == len(made)
    assert all("跌倒预警守护" in suggestion for suggestion in made)


def test_question_just_asked_is_not_suggested_again(reader: Reader) -> None:
    made = follow_up_suggestions(drafted("scenario"), reader.evidence("跌倒预警守护是什么？").question)
    for asked in made:
        again = follow_up_suggestions(drafted("scenario"), reader.evidence(asked).question)
        assert asked not in again
        assert again


@pytest.mark.parametrize("draft", [drafted("derived"), drafted("scenario", subject=""), drafted("scenario", subject="长" * 60)])
def test_answer_without_a_fact_to_go_on_from_or_a_name_to_say_suggests_nothing(reader: Reader, draft: Draft) -> None:
    assert follow_up_suggestions(draft, reader.evidence("跌倒预警守护是什么？").question) == ()


def test_english_question_gets_english_suggestions(reader: Reader) -> None:
    made = follow_up_suggestions(drafted("scenario"), reader.evidence("What is the platform?").question)
    assert made
    assert all(suggestion[0].isascii() for suggestion in made)


def test_suggestions_of_an_answer_are_answered_on_the_same_subject(reader: Reader) -> None:
    answer = reader.ask("跌倒预警守护由谁建设？")
    assert answer.suggestions
    for suggestion in answer.suggestions:
        following = reader.ask(suggestion)
        assert following.status == "answered", suggestion
        assert any(fact.get("name") == "跌倒预警守护" for fact in following.facts), suggestion
