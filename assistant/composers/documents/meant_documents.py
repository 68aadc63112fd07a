"""Which document a question is about that asks for its head, foot or basis."""

import re

from assistant.evidence import Evidence
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.document import Document

_GENRE = re.compile(r"条例|规定|办法|细则|规则|措施|意见|方案|计划|规划|纲要|要点|政策|决定")
MEANT = 0.2
"""Strength from which a question that says what kind of document it means (那部养犬规定) means the only document of that kind so strong."""
ALIKE = 0.75
"""Share of the strength of one document from which another of its kind may be meant as well."""


def meant_document(evidence: Evidence) -> str | None:
    """The document that the question names, or else the only one so called that it names at all; None where it may be one of two."""
    return evidence.question.documents.strongest or _only_of_its_kind(evidence)


def _only_of_its_kind(evidence: Evidence) -> str | None:
    """The only document named at all whose title ends in the kind of document the question speaks of; the notice it came with is no second."""
    asked = _GENRE.findall(evidence.question.text)
    documents = {document.id: document for document in evidence.knowledge.documents()}
    of_kind = {
        key: strength
        for key, strength in evidence.question.documents.strengths.items()
        if key in documents and any(re.search(rf"{genre}(?:[（(].*?[）)])?(?:的通知)?$", documents[key].title) for genre in asked)
    }
    best = max(of_kind.values(), default=0.0)
    if best < MEANT:
        return None
    meant = [documents[key] for key, strength in of_kind.items() if strength >= ALIKE * best]
    files = {document.source_file for document in meant}
    return min(meant, key=lambda document: document.metadata.kind == "notice").id if len(files) == 1 else None


def with_notice(knowledge: KnowledgeBase, document_id: str) -> list[Document]:
    """The document, and the notice it was issued with in the same file: number and date stand there."""
    document = knowledge.document(document_id)
    beside = [other.id for other in knowledge.documents() if other.source_file == document.source_file and other.metadata.kind == "notice"]
    return [document, *(knowledge.document(other) for other in beside if other != document.id)]
