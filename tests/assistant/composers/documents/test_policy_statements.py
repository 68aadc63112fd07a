"""A reference is told as printed, with its issuer and its label where these are asked for, and proved by its characters."""

from collections.abc import Iterator

import pytest

from assistant.composers.documents.policy_statements import (
    fact_of,
    is_labelled,
    label_path,
    merged,
    printed,
    references_of,
    statement_of,
    with_issuer,
)
from assistant.draft import Source
from assistant.evidence import Scored
from corpus.model.facts import PolicyReference
from corpus.model.span import Span
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

FERRIES = """# 岚江市渡船行动计划（2025-2027年）

## 一、任务

### （一）更新渡船

#### 政策保障

岚江省航务局、岚江省财政厅联合印发《渡船更新补贴办法》（岚航发〔2024〕6号）、《渡口条例》。

### （二）培训船员

按照《船员考核办法》培训船员。
"""
PIERS = """# 岚江市码头行动计划（2025-2027年）

岚江省航务局、岚江省财政厅、岚江省交通运输厅、岚江省生态环境厅、岚江省应急管理厅联合印发《岸电办法》。

## 一、任务

按照《码头管理办法》改造码头。
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("ferries"), 渡船=FERRIES, 码头=PIERS) as reader:
        yield reader


def reference(
    title: str = "渡口条例", *, number: str | None = None, role: str | None = None, path: tuple[str, ...] = ()
) -> PolicyReference:
    return PolicyReference("d", Span(0, 1), None, path, title, number, None, role)


def found(reader: Reader, title: str) -> Scored[PolicyReference]:
    references = references_of(reader.evidence("有哪些文件？"), None)
    one = next(one for one in references if one.title == title)
    return Scored(one, reader.knowledge.document(one.document_id), 1.0, 1.0)


def test_references_are_those_of_one_document_or_of_all(ferries: Reader) -> None:
    evidence = ferries.evidence("有哪些文件？")
    piers = references_of(evidence, ferries.document_id("岚江市码头行动计划（2025-2027年）"))
    assert [one.title for one in piers] == ["岸电办法", "码头管理办法"]
    assert {one.title for one in references_of(evidence, None)} == {
        "渡船更新补贴办法",
        "渡口条例",
        "船员考核办法",
        "岸电办法",
        "码头管理办法",
    }


@pytest.mark.parametrize(
    ("role", "path", "label"),
    [
        ("政策保障", ("一、任务", "更新渡船", "政策保障"), ("一、任务", "更新渡船", "政策保障")),
        ("政策保障", ("更新渡船", "政策保障", "渡口条例"), ("更新渡船", "政策保障")),  # the title is a heading of its own
        ("政策保障", ("政策保障", "更新渡船", "渡口条例"), None),
        ("依据", ("更新渡船", "政策保障"), None),
        (None, ("更新渡船", "政策保障"), None),
    ],
)
def test_a_label_is_the_heading_right_above_or_the_one_over_that(
    role: str | None, path: tuple[str, ...], label: tuple[str, ...] | None
) -> None:
    one = reference(role=role, path=path)
    assert is_labelled(one) is (label is not None)
    assert label_path(one) == (label or path)


def quotes(*spans: tuple[int, int]) -> list[tuple[int, int]]:
    return [(one.span.start, one.span.end) for one in merged([Source("d", Span(*span)) for span in spans])]


def test_references_side_by_side_are_one_quote() -> None:
    assert quotes((30, 40), (0, 10)) == [(0, 40)]
    assert quotes((0, 10), (31, 40)) == [(0, 10), (31, 40)]
    assert quotes((0, 90), (92, 190), (195, 200)) == [(0, 200)]
    assert quotes((0, 90), (92, 190), (195, 201)) == [(0, 190), (195, 201)]
    assert quotes() == []


def test_a_title_is_printed_in_its_marks_with_its_number() -> None:
    assert printed(reference(number="岚航发〔2024〕6号")) == "《渡口条例》（岚航发〔2024〕6号）"
    assert printed(reference()) == "《渡口条例》"


def test_the_fact_holds_title_number_and_role_and_is_proved_by_the_reference(ferries: Reader) -> None:
    one = found(ferries, "渡船更新补贴办法")
    fact = fact_of(one)
    assert fact.values == {"kind": "policy", "title": "渡船更新补贴办法", "number": "岚航发〔2024〕6号", "role": "政策保障"}
    assert [source.span.of(one.document.text) for source in fact.sources] == ["《渡船更新补贴办法》（岚航发〔2024〕6号）"]


@pytest.mark.parametrize("asked", ["哪个部门", "哪家单位", "哪个机关", "谁", "哪几家联合", "什么时候印发的", "由哪里发布", "哪年出台"])
def test_the_issuer_is_told_and_quoted_where_the_question_speaks_of_it(ferries: Reader, asked: str) -> None:
    one = found(ferries, "渡船更新补贴办法")
    issuer, span = with_issuer(ferries.evidence(f"渡船更新补贴办法，{asked}？"), one)
    assert issuer == "岚江省航务局、岚江省财政厅联合印发"
    assert span.of(one.document.text) == f"{issuer}《渡船更新补贴办法》（岚航发〔2024〕6号）"


def test_no_issuer_is_told_where_none_is_asked_for_or_printed(ferries: Reader) -> None:
    one, other = found(ferries, "渡船更新补贴办法"), found(ferries, "船员考核办法")
    assert with_issuer(ferries.evidence("渡船更新的政策保障有哪些？"), one) == ("", one.item.span)
    assert with_issuer(ferries.evidence("船员考核办法是谁印发的？"), other) == ("", other.item.span)


def test_no_issuer_is_told_that_begins_too_far_before_the_title(ferries: Reader) -> None:
    one = found(ferries, "岸电办法")
    assert one.item.issued_by is not None
    assert with_issuer(ferries.evidence("岸电办法是谁印发的？"), one) == ("", one.item.span)


def test_the_label_is_told_where_a_list_is_asked_for(ferries: Reader) -> None:
    one = found(ferries, "渡口条例")
    listed = statement_of(ferries.evidence("渡船计划依据哪些文件？"), one)
    assert listed.text == "《渡口条例》（（一）更新渡船 > 政策保障）。"
    above = statement_of(ferries.evidence("码头计划依据哪些文件？"), found(ferries, "岸电办法"))
    assert above.text == "《岸电办法》。"
    alone = statement_of(ferries.evidence("渡口条例的文号是多少？"), one)
    assert alone.text == "《渡口条例》。"
    assert alone.sources == listed.sources == (Source(one.document.id, one.item.span),)


def test_a_statement_opens_with_the_issuer_and_quotes_it(ferries: Reader) -> None:
    one = found(ferries, "渡船更新补贴办法")
    statement = statement_of(ferries.evidence("渡船更新补贴办法是谁印发的？"), one)
    assert statement.text == "岚江省航务局、岚江省财政厅联合印发《渡船更新补贴办法》（岚航发〔2024〕6号）。"
    assert [source.span.of(one.document.text) + "。" for source in statement.sources] == [statement.text]
