"""A sample of facts is the same for the same seed, takes every kind and document, and shows each fact where it stands."""

from collections import Counter

import pytest

from corpus.knowledge.knowledge_base import KnowledgeBase
from eval.fact_sample import draw_facts
from tests.assistant import corpus_fixture
from tests.assistant.corpus_fixture import Reader

reader = corpus_fixture.reader


@pytest.fixture
def knowledge(reader: Reader) -> KnowledgeBase:
    return reader.knowledge


def test_same_seed_gives_the_same_facts_and_another_seed_others(knowledge: KnowledgeBase) -> None:
    assert draw_facts(knowledge, 12, 1) == draw_facts(knowledge, 12, 1)
    assert draw_facts(knowledge, 12, 1) != draw_facts(knowledge, 12, 2)


def test_kinds_have_equal_shares_and_small_kinds_leave_theirs_to_the_others(knowledge: KnowledgeBase) -> None:
    counts = {kind: len(knowledge.facts(kind)) for kind in ("responsibility", "target", "scenario", "policy")}
    size = sum(counts.values()) - 1
    drawn = Counter(str(fact["kind"]) for fact in draw_facts(knowledge, size, 1))
    assert sum(drawn.values()) == size
    assert sum(counts[kind] - drawn[kind] for kind in counts) == 1


def test_every_fact_is_drawn_once_and_shows_its_quote_in_the_text_around_it(knowledge: KnowledgeBase) -> None:
    facts = draw_facts(knowledge, 10_000, 1)
    assert len({fact["id"] for fact in facts}) == len(facts)
    for fact in facts:
        assert fact["quote"] in fact["around"]
        stored = knowledge.fact(fact["id"])
        assert stored.span.of(knowledge.document(stored.document_id).text) == fact["quote"]
