"""Which documents are the basis: their titles and numbers as printed, all of them where all are asked for."""

import pytest

from assistant.composers.policies import compose_policy
from assistant.draft import Draft
from tests.assistant.corpus_fixture import PORT, TREES, Reader


def composed(reader: Reader, question: str) -> Draft:
    draft = compose_policy(reader.evidence(question))
    assert draft is not None
    return draft


def test_all_references_under_the_label_are_given_with_their_numbers(reader: Reader) -> None:
    draft = composed(reader, "智慧港口计划的政策保障有哪些？")
    text = "".join(statement.text for statement in draft.statements)
    assert "《国家智慧港口建设指南》（交水发〔2024〕31号）" in text
    assert "《岚江市港口条例》" in text
    assert [(fact.values["title"], fact.values["number"]) for fact in draft.facts] == [
        ("国家智慧港口建设指南", "交水发〔2024〕31号"),
        ("岚江市港口条例", None),
    ]


@pytest.mark.parametrize("question", ["《国家智慧港口建设指南》的文号是多少？", "智慧港口计划依据的国家建设指南，文号是多少？"])
def test_number_of_a_reference_is_the_one_printed_after_it(reader: Reader, question: str) -> None:
    draft = composed(reader, question)
    assert "交水发〔2024〕31号" in draft.statements[0].text
    assert "岚江市港口条例" not in draft.statements[0].text


def test_reference_is_proved_by_its_own_characters(reader: Reader) -> None:
    draft = composed(reader, "《国家智慧港口建设指南》的文号是多少？")
    (source,) = draft.statements[0].sources
    assert source.document_id == reader.document_id(PORT)
    assert source.span.of(reader.knowledge.document(source.document_id).text) == "《国家智慧港口建设指南》（交水发〔2024〕31号）"


def test_basis_of_a_regulation_is_the_law_it_names(reader: Reader) -> None:
    draft = composed(reader, "古树名木保护条例根据什么法律制定？")
    assert draft.statements[0].text.startswith("《中华人民共和国森林法》")
    assert draft.statements[0].sources[0].document_id == reader.document_id(TREES)


def test_no_reference_is_given_where_none_fits(reader: Reader) -> None:
    assert compose_policy(reader.evidence("量子卫星发射窗口")) is None
