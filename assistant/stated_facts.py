"""Facts together with their ids, the documents that state them and the characters that prove them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.knowledge.knowledge_base import DocumentSummary, KnowledgeBase
from corpus.knowledge.knowledge_schema import identify_facts
from corpus.model.facts import FACT_TYPES, Fact

FactT = TypeVar("FactT", bound=Fact)


@dataclass(frozen=True, slots=True)
class StatedFact(Generic[FactT]):
    """A fact of `document`; good as long as the knowledge it is from is lent."""

    id: str
    fact: FactT
    document: DocumentSummary
    knowledge: KnowledgeBase

    @property
    def quote(self) -> str:
        """The characters that prove the fact."""
        return self.fact.span.of(self.knowledge.text(self.document.id))


def stated_facts(knowledge: KnowledgeBase, kind: type[FactT], document_id: str | None = None) -> Iterator[StatedFact[FactT]]:
    """All facts of a kind, or those of one document, in corpus and reading order. Raises NotFoundError for an unknown document."""
    if document_id is not None:
        knowledge.document(document_id)
    name = next(name for name, made in FACT_TYPES.items() if made is kind)
    for document in knowledge.documents():
        if document_id in (None, document.id):
            for fact_id, _, _, fact in identify_facts(document.id, knowledge.facts(name, document.id)):
                assert isinstance(fact, kind)
                yield StatedFact(fact_id, fact, document, knowledge)
