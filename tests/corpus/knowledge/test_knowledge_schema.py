from dataclasses import dataclass

import pytest

from corpus.knowledge import knowledge_schema
from corpus.knowledge.knowledge_schema import fact_kind, identify_facts, schema_version
from tests.corpus.knowledge.samples import make_facts


def test_facts_are_numbered_from_nought_in_each_kind() -> None:
    identified = list(identify_facts("a-1", make_facts()))
    assert [fact_id for fact_id, *_ in identified] == [
        "a-1:responsibility:0",
        "a-1:target:0",
        "a-1:target:1",
        "a-1:scenario:0",
        "a-1:policy:0",
    ]
    assert tuple(fact for *_, fact in identified) == make_facts()


def test_every_fact_knows_its_kind() -> None:
    assert [fact_kind(fact) for fact in make_facts()] == ["responsibility", "target", "target", "scenario", "policy"]


def test_the_version_stays_while_the_stored_values_stay() -> None:
    assert schema_version() == schema_version()


def test_a_new_field_of_a_stored_value_changes_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass
    class Span:
        start: int
        end: int
        added: int

    before = schema_version()
    stored = tuple(Span if kind.__name__ == "Span" else kind for kind in knowledge_schema._STORED)
    monkeypatch.setattr(knowledge_schema, "_STORED", stored)
    assert schema_version() != before


def test_a_changed_table_changes_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema_version()
    monkeypatch.setattr(knowledge_schema, "TABLES", knowledge_schema.TABLES + "CREATE TABLE more (id);")
    assert schema_version() != before
