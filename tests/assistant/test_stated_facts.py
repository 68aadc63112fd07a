"""A stated fact has the id and the characters that the knowledge base has for it."""

import pytest

from assistant.stated_facts import stated_facts
from corpus.errors import NotFoundError
from corpus.model.facts import PolicyReference, Responsibility, Scenario, Target
from tests.assistant.corpus_fixture import PORT, Reader


@pytest.mark.parametrize(
    ("kind", "name"), [(Responsibility, "responsibility"), (Target, "target"), (Scenario, "scenario"), (PolicyReference, "policy")]
)
def test_id_leads_to_the_fact_and_quote_is_its_span(reader: Reader, kind: type[Target], name: str) -> None:
    stated = list(stated_facts(reader.knowledge, kind))
    assert [each.fact for each in stated] == list(reader.knowledge.facts(name))  # type: ignore[arg-type]
    for each in stated:
        assert reader.knowledge.fact(each.id) == each.fact
        assert each.quote == reader.knowledge.text(each.document.id)[each.fact.span.start : each.fact.span.end]


def test_facts_of_one_document_are_its_own(reader: Reader) -> None:
    port = reader.document_id(PORT)
    stated = list(stated_facts(reader.knowledge, Target, port))
    assert stated
    assert {each.document.id for each in stated} == {port}


def test_unknown_document_is_not_found(reader: Reader) -> None:
    with pytest.raises(NotFoundError):
        list(stated_facts(reader.knowledge, Target, "made-up"))
