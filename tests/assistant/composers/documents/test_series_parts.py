"""Which plans a place in a series stands for is answered with their titles, each proved by the head of its plan."""

from collections.abc import Iterator

import pytest

from assistant.composers.documents.series_parts import compose_series_parts
from assistant.draft import Draft
from tests.assistant.corpus_fixture import Reader
from tests.assistant.understanding.test_plan_series import HARBOURS
from tests.assistant.written_corpus import reading

FIRST = "岚江市完善港航数据机制行动计划（2025-2026年）"
REST = ("岚江市“数据×渔业”行动计划（2025-2027年）", "岚江市“数据×航运”行动计划（2025-2027年）")


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("harbours"), 港航=HARBOURS) as reader:
        yield reader


def composed(reader: Reader, question: str) -> Draft:
    draft = compose_series_parts(reader.evidence(question))
    assert draft is not None
    return draft


@pytest.mark.parametrize(
    "ending",
    ["是哪份计划？", "指哪份计划？", "叫什么？", "代表什么？", "指的是啥？", "，到底是哪份？", "具体说的是哪份计划？", "包括哪份计划？"],
)
def test_one_plan_is_told_by_its_title(harbours: Reader, ending: str) -> None:
    draft = composed(harbours, f"“1+2”里的“1”{ending}")
    assert [statement.text for statement in draft.statements] == [f"《{FIRST}》。"]
    assert (draft.facts, draft.subject) == ((), FIRST)


@pytest.mark.parametrize("ending", ["是哪些计划？", "分别指哪些计划？", "都是什么？", "各代表什么？"])
def test_several_plans_are_counted_and_each_told(harbours: Reader, ending: str) -> None:
    draft = composed(harbours, f"“1+2”里的“2”{ending}")
    (statement,), (fact,) = draft.statements, draft.facts
    assert statement.text.startswith("计划共2个：")
    assert statement.text.endswith(f"《{REST[0]}》、《{REST[1]}》。")
    assert FIRST not in statement.text
    assert (fact.values["value"], fact.values["expression"], fact.sources) == ("2个", "count(2)", statement.sources)
    assert draft.subject == REST[0]


def test_every_title_is_proved_by_the_head_of_its_plan(harbours: Reader) -> None:
    (statement,) = composed(harbours, "“1+2”里的“2”指哪些计划？").statements
    quoted = tuple(source.span.of(harbours.knowledge.document(source.document_id).text) for source in statement.sources)
    assert quoted == REST


@pytest.mark.parametrize(
    "question",
    [
        "“1+2”里的“1”谁负责？",  # asks of the plan, not which it is
        "“1+2”里的“2”要建设哪些渔场？",
        "“1+2”里的“1”要汇聚的是什么？",
        "“1+2”里的“1”是2025年印发的吗？",
        "“1+3”里的“1”是哪份计划？",  # no such series
        "智慧港航“1+2”行动计划是哪些？",
        "数据机制行动计划是哪份计划？",
    ],
)
def test_no_titles_are_told_where_something_else_is_asked(harbours: Reader, question: str) -> None:
    assert compose_series_parts(harbours.evidence(question)) is None


def test_the_answer_goes_out_with_its_quotes(harbours: Reader) -> None:
    answer = harbours.ask("“1+2”里的“2”指哪些计划？")
    assert answer.status == "answered"
    assert {citation.quote for citation in answer.citations} == set(REST)
