"""What a reader of an answer given before must know: that a document it cites has another text now."""

from dataclasses import replace

from assistant.answer import Answer, Citation, Notice
from assistant.phrases import phrase
from corpus.errors import NotFoundError
from corpus.knowledge.knowledge_base import KnowledgeBase


def with_changes(answer: Answer, knowledge: KnowledgeBase) -> Answer:
    """`answer` with a notice for every cited document that was replaced or withdrawn since, saying whether the words quoted still stand in it."""
    cited: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        cited.setdefault(citation.document_id, []).append(citation)
    notices = [notice for citations in cited.values() if (notice := _notice(citations, knowledge, answer.language)) is not None]
    return replace(answer, notices=(*answer.notices, *notices)) if notices else answer


def still_stands(quote: str, text: str) -> bool:
    """Whether the words of `quote` are in `text`, however either is broken into lines."""
    return quote in text or "".join(quote.split()) in "".join(text.split())


def _notice(citations: list[Citation], knowledge: KnowledgeBase, language: str) -> Notice | None:
    title, markers = citations[0].document_title, tuple(citation.marker for citation in citations)
    try:
        document = knowledge.document(citations[0].document_id)
    except NotFoundError:
        return Notice("changed_since", phrase("document_withdrawn_since", language, title=title), markers)
    if all(citation.document_version == document.version for citation in citations):
        return None
    gone = tuple(citation.marker for citation in citations if not still_stands(citation.quote, document.text))
    if gone:
        return Notice("changed_since", phrase("quote_changed_since", language, title=title), gone)
    return Notice("changed_since", phrase("document_changed_since", language, title=title), markers)
