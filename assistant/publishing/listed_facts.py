"""The facts of a document as people look through them: what each is about, how it was read, and the words that state it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.publishing.fact_changes import name_of
from corpus.knowledge.knowledge_schema import identify_facts
from corpus.model.facts import Fact, FactKind
from corpus.model.span import Span
from ingest.fact_corrections import CORRECTABLE, stated_fields


@dataclass(frozen=True, slots=True)
class ListedFact:
    """A fact called `name`, under the headings `path`; `fields` are those that can be corrected, `span` covers the words that state it."""

    id: str
    kind: FactKind
    name: str
    path: tuple[str, ...]
    span: Span
    fields: Mapping[str, Any]


def listed_facts(document_id: str, facts: Iterable[Fact]) -> tuple[ListedFact, ...]:
    """The facts of one document, in the order of the text."""
    listed = []
    for fact_id, kind, _, fact in identify_facts(document_id, facts):
        stated = stated_fields(fact)
        fields = {name: stated[name] for name in CORRECTABLE[kind]}
        listed.append(ListedFact(fact_id, kind, name_of(fact), fact.path, fact.span, fields))
    return tuple(sorted(listed, key=lambda fact: fact.span))
