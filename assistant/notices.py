"""What a reader must know beside the answer: that a cited plan's period is over."""

from dataclasses import replace
from datetime import date

from assistant.draft import Draft, DraftNotice
from assistant.phrases import phrase
from corpus.knowledge.knowledge_base import KnowledgeBase


def with_notices(draft: Draft, knowledge: KnowledgeBase, as_of: date, language: str) -> Draft:
    """`draft` with a notice for every cited document whose period ended before the year of `as_of`."""
    if draft.status not in ("answered", "partial"):
        return draft
    sources = [source for statement in draft.statements for source in statement.sources]
    notices = list(draft.notices)
    for document_id in dict.fromkeys(source.document_id for source in sources):
        document = knowledge.document(document_id)
        period = document.metadata.period
        if period and period[1] < as_of.year:
            message = phrase("expired", language, title=document.title, first=period[0], last=period[1])
            notices.append(DraftNotice("expired", message, tuple(source for source in sources if source.document_id == document_id)))
    return replace(draft, notices=tuple(notices))
