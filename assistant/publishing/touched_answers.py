"""Answers given before that rest on words or facts which a publication changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.answer import Citation
from assistant.changed_since import still_stands
from assistant.publishing.changes import DocumentChange
from assistant.store.citing_answers import answers_citing
from assistant.store.database import Database
from corpus.knowledge.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class TouchedAnswer:
    """A stored answer whose source changed: `markers` are the citations whose words are gone or whose fact reads differently now."""

    answer_id: str
    question: str
    asked_at: datetime
    document_title: str
    markers: tuple[int, ...]


def touched_answers(database: Database, changes: Sequence[DocumentChange], present: KnowledgeBase) -> tuple[TouchedAnswer, ...]:
    """The answers in `database` that cite what `changes` changed, the latest first; those whose quotes still stand word by word are not among them."""
    by_document = {change.former_id: change for change in changes if change.former_id is not None}
    return tuple(_touched(database, by_document, present)) if by_document else ()


def _touched(database: Database, changes: Mapping[str, DocumentChange], present: KnowledgeBase) -> Iterator[TouchedAnswer]:
    for stored in answers_citing(database, tuple(changes)):
        cited = [citation for citation in stored.answer.citations if citation.document_id in changes]
        touched = [citation for citation in cited if _is_touched(citation, changes[citation.document_id], present)]
        if touched:
            markers = tuple(citation.marker for citation in touched)
            yield TouchedAnswer(stored.answer.answer_id, stored.question, stored.asked_at, touched[0].document_title, markers)


def _is_touched(citation: Citation, change: DocumentChange, present: KnowledgeBase) -> bool:
    if change.document_id is None or not still_stands(citation.quote, present.text(change.document_id)):
        return True
    # The same words, read as another fact: what a person corrected.
    spans = [fact.span for fact in change.facts if fact.span is not None and not change.text_changed]
    return any(citation.start < span.end and span.start < citation.end for span in spans)
