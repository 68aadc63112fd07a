"""A stratified sample of the facts that ingest found, written out so that somebody can judge each against the text."""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.facts import FACT_TYPES, Fact, FactKind

SAMPLE_SIZE, SEED = 300, 20261121
AROUND = 160
"""Characters of the document shown on either side of a fact."""


def draw_facts(knowledge: KnowledgeBase, size: int = SAMPLE_SIZE, seed: int = SEED) -> Sequence[Mapping[str, Any]]:
    """`size` facts, as many of each kind as of any other where there are enough, and of each kind from every document in turn.

    The same knowledge, size and seed give the same facts. Each has its id, kind, document, heading path, fields, quote and the text around it.
    """
    chance = random.Random(seed)
    by_kind = {kind: _in_turn(knowledge, kind, chance) for kind in FACT_TYPES}
    shares = _shares({kind: len(facts) for kind, facts in by_kind.items()}, size)
    return [_written(knowledge, fact_id, kind, fact) for kind, facts in by_kind.items() for fact_id, fact in facts[: shares[kind]]]


def _in_turn(knowledge: KnowledgeBase, kind: FactKind, chance: random.Random) -> list[tuple[str, Fact]]:
    """All facts of a kind in random order, one of each document after the other."""
    by_document: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
    for document in knowledge.documents():
        facts = list(enumerate(knowledge.facts(kind, document.id)))
        chance.shuffle(facts)
        by_document[document.id] = [(f"{document.id}:{kind}:{ordinal}", fact) for ordinal, fact in facts]
    rounds = max(map(len, by_document.values()), default=0)
    return [facts[number] for number in range(rounds) for facts in by_document.values() if number < len(facts)]


def _shares(counts: Mapping[FactKind, int], size: int) -> dict[FactKind, int]:
    """How many facts of each kind: equal shares, and what a small kind leaves over goes to the others."""
    shares: dict[FactKind, int] = {}
    left = size
    for place, (kind, count) in enumerate(sorted(counts.items(), key=lambda item: item[1])):
        shares[kind] = min(count, left // (len(counts) - place))
        left -= shares[kind]
    return shares


def _written(knowledge: KnowledgeBase, fact_id: str, kind: FactKind, fact: Fact) -> Mapping[str, Any]:
    document = knowledge.document(fact.document_id)
    start, end = max(0, fact.span.start - AROUND), fact.span.end + AROUND
    fields = asdict(fact)
    for name in ("document_id", "span", "section", "path"):
        del fields[name]
    return {
        "id": fact_id,
        "kind": kind,
        "document": document.title,
        "path": list(fact.path),
        "fields": fields,
        "quote": fact.span.of(document.text),
        "around": document.text[start:end],
    }
