"""Asked for the goals of a plan as a whole, its section on goals answers in its own words; a task's goals are another question."""

import pytest

from assistant.composers.documents.goals import MAX_GOALS, MAX_QUOTE, compose_goals
from tests.assistant.corpus_fixture import Reader


@pytest.mark.parametrize("question", ["智慧港口计划的总体目标是什么？", "智慧港口行动计划的主要目标有哪些？", "智慧港口计划的目标是什么"])
def test_goals_of_a_plan_are_those_of_its_section(reader: Reader, question: str) -> None:
    draft = compose_goals(reader.evidence(question))
    assert draft is not None
    told = [statement for statement in draft.statements if statement.sources]
    assert "自动化泊位" in told[0].text
    assert sum(len(statement.text) for statement in told) <= MAX_GOALS + len(told)
    for statement in told:
        (source,) = statement.sources
        quote = source.span.of(reader.knowledge.document(source.document_id).text)
        assert len(quote) <= MAX_QUOTE
        assert statement.text.rstrip("。") in quote


@pytest.mark.parametrize(
    "question", ["智慧港口计划里自动化泊位的目标是什么？", "自动化泊位的目标是多少？", "智慧港口计划的重点任务有哪些？", "主要目标是什么？"]
)
def test_goal_of_something_in_a_plan_is_no_goal_of_the_plan(reader: Reader, question: str) -> None:
    assert compose_goals(reader.evidence(question)) is None


@pytest.mark.parametrize(
    "question",
    [
        "智慧港口行动计划到2026年的目标是什么？",
        "智慧港口计划2026年要实现什么",
        "智慧港口计划提出到2026年底要达到哪些目标？",
        "智慧港口行动计划里，2026年要达成什么样的目标？",
    ],
)
def test_goals_of_a_year_are_those_that_begin_with_it(reader: Reader, question: str) -> None:
    draft = compose_goals(reader.evidence(question))
    assert draft is not None
    assert all(statement.text.startswith("到2026年") for statement in draft.statements)
    assert "自动化泊位7个" in draft.statements[0].text


@pytest.mark.parametrize(
    "question",
    [
        "智慧港口计划到2026年自动化泊位要达到多少？",
        "智慧港口计划到2031年要实现什么？",
        "港口岸电到2026年要实现什么？",
        "智慧港口计划2026年由谁负责？",
    ],
)
def test_year_of_something_in_a_plan_or_of_none_has_no_goals(reader: Reader, question: str) -> None:
    assert compose_goals(reader.evidence(question)) is None


def test_years_of_the_title_are_no_year_asked_about(reader: Reader) -> None:
    draft = compose_goals(reader.evidence("岚江市智慧港口行动计划（2025-2027年）的总体目标是什么？"))
    assert draft is not None
    assert "2025年" in draft.statements[0].text
