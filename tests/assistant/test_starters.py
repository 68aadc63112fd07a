"""Questions to begin with are such as the documents answer."""

from datetime import date

import pytest

from assistant.answer import Answer, Citation
from assistant.session import Session
from assistant.starters import starter_questions, starters
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.model.document import Metadata
from corpus.model.facts import Target
from corpus.model.span import Span

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_starter_is_answered(city_session: Session, language: str) -> None:
    with city_session.knowledge() as knowledge:
        questions = starter_questions(knowledge, 6, TODAY, language)
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


def target(document_id: str, subject: str, amount: float | None = 10.0) -> Target:
    """A target for 2026."""
    return Target(document_id, Span(0, 1), None, (), f"{subject}达到10", subject, "10", amount, unit="个", year=2026)


class Known:
    """Stands in for knowledge: a plan that is over, one that is not, and the targets of both."""

    def __init__(self, *targets: Target) -> None:
        self.targets = targets

    def documents(self) -> list[DocumentSummary]:
        periods = {"new": (2024, 2026), "old": (2016, 2020)}
        return [DocumentSummary(name, "v", "f", Metadata(name, period=period), {}) for name, period in periods.items()]

    def facts(self, kind: str) -> tuple[Target, ...]:
        return self.targets if kind == "target" else ()


def asked(*targets: Target) -> list[str]:
    """The subjects that starters made from `targets` ask for."""
    questions = starters(Known(*targets), TODAY, "zh", str, lambda _: True)  # type: ignore[arg-type]
    return [question.removeprefix("2026年").removesuffix("的目标是多少？") for question in questions]


def test_only_figures_with_a_name_that_reads_as_one_are_asked_for() -> None:
    subjects = (
        "实现对全市4900台公交车和",
        "比例",
        "力争推动企业",
        "到期、在建的规模",
        "争取实现的平台数量",
        "零材料”申报数量",
        "汇聚数据总量",
    )
    assert asked(*(target("new", subject) for subject in subjects)) == ["汇聚数据总量"]
    assert asked(target("new", "汇聚数据总量", amount=None)) == []


def test_figures_of_plans_in_force_come_before_those_of_plans_that_are_over() -> None:
    assert asked(target("old", "旧的数据总量"), target("new", "新的数据总量")) == ["新的数据总量", "旧的数据总量"]


def test_question_that_is_refused_or_answered_from_elsewhere_is_not_offered(city_session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(_question: str, *_: object, **__: object) -> Answer:
        return Answer("not_found", "…")

    def from_elsewhere(_question: str, *_: object, **__: object) -> Answer:
        return Answer("answered", "…[1]", citations=(Citation(1, "other", "v", "t", (), None, 0, 10**6, "…"),))

    for answering in (refusing, from_elsewhere):
        monkeypatch.setattr("assistant.starters.answer_question", answering)
        with city_session.knowledge() as knowledge:
            assert starter_questions(knowledge, 6, TODAY) == []


def test_english_starter_names_things_in_english_where_the_glossary_can(city_session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    with city_session.knowledge() as knowledge:
        monkeypatch.setattr(type(knowledge), "glossary", lambda _: {"water data platform": ("水务大数据平台",)})
        assert starter_questions(knowledge, 1, TODAY, "en") == ["Which departments are responsible for water data platform?"]
