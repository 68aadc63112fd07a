"""What the head and foot of the named document say, as printed there; what they do not say is not made up."""

import pytest

from assistant.composers.headlines import compose_headline
from tests.assistant.corpus_fixture import CARE, PORT, TREES, Reader


@pytest.mark.parametrize(
    ("question", "title", "value"),
    [
        ("智慧港口计划的文号是多少？", PORT, "岚政办发〔2025〕7号"),
        ("智慧港口计划是谁印发的？", PORT, "岚江市人民政府办公室"),
        ("智慧港口计划是什么时候印发的？", PORT, "2025年3月18日"),
        ("智慧养老计划是谁印发的？", CARE, "岚江市民政局"),
        ("智慧养老计划是什么时候印发的？", CARE, "2022年4月6日"),
        ("古树名木保护条例什么时候施行？", TREES, "2024年1月1日"),
        ("古树名木保护条例是哪天通过的？", TREES, "2023年10月27日"),
    ],
)
def test_part_asked_for_is_the_one_printed_in_the_named_document(reader: Reader, question: str, title: str, value: str) -> None:
    draft = compose_headline(reader.evidence(question))
    assert draft is not None
    assert draft.status == "answered"
    assert value in draft.statements[0].text
    (source,) = draft.statements[0].sources
    document = reader.knowledge.document(source.document_id)
    assert document.title == title
    assert value in source.span.of(document.text)


@pytest.mark.parametrize("question", ["智慧养老计划的签发人是谁？", "智慧养老计划的联系电话是多少？"])
def test_part_the_document_does_not_print_is_not_found(reader: Reader, question: str) -> None:
    draft = compose_headline(reader.evidence(question))
    assert draft is not None
    assert (draft.status, draft.reason) == ("not_found", "not_in_corpus")
    assert CARE in draft.statements[0].text
    assert not draft.statements[0].sources


@pytest.mark.parametrize("question", ["文号是多少？", "这份计划是谁印发的？", "智慧港口计划和智慧养老计划是谁印发的？"])
def test_nothing_is_said_where_no_one_document_is_named(reader: Reader, question: str) -> None:
    assert compose_headline(reader.evidence(question)) is None


def test_number_of_a_document_without_one_is_not_taken_from_another(reader: Reader) -> None:
    draft = compose_headline(reader.evidence("智慧养老计划的文号是多少？"))
    assert draft is None or "岚政办发" not in draft.statements[0].text
