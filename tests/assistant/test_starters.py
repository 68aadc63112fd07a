"""Questions to begin with are such as the documents answer."""

from datetime import date

from assistant.session import Session
from assistant.starters import starter_questions

TODAY = date(2026, 11, 21)


def test_every_starter_is_answered(city_session: Session) -> None:
    with city_session.knowledge() as knowledge:
        questions = starter_questions(knowledge, 6, TODAY)
    assert len(questions) >= 3
    for question in questions:
        assert city_session.ask(question, as_of=TODAY).status == "answered", question


def test_starters_are_of_several_kinds_and_always_the_same(city_session: Session) -> None:
    with city_session.knowledge() as knowledge:
        questions = starter_questions(knowledge, 3, TODAY)
        assert starter_questions(knowledge, 3, TODAY) == questions
    assert [any(words in question for question in questions) for words in ("由哪些部门负责", "的目标是多少", "目前进展")] == [True] * 3


def test_starters_come_in_english_too(city_session: Session) -> None:
    with city_session.knowledge() as knowledge:
        assert any("responsible" in question for question in starter_questions(knowledge, 3, TODAY, "en"))
