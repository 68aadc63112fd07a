"""How near a place of a document is to what was just answered: the parts of a compound question mostly speak of one place."""

from collections.abc import Sequence

from assistant.draft import Draft, Source
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.document import Document, section_at
from corpus.model.span import Span

SAME_LINE, SAME_SECTION, SAME_TASK, SAME_DOCUMENT = 0.35, 0.2, 0.15, 0.05
"""What the same paragraph or table row, the same section, a section under the same heading, the same document adds to a candidate's score."""


def nearness(document: Document, span: Span, sources: Sequence[Source]) -> float:
    """What `span` of `document` gets for standing near one of `sources` (0 to SAME_LINE)."""
    beside = [source.span for source in sources if source.document_id == document.id]
    if not beside:
        return 0.0
    text = document.text
    line = Span(text.rfind("\n", 0, span.start) + 1, max(span.end, text.find("\n", span.start) % (len(text) + 1)))
    if any(line.overlaps(other) for other in beside):
        return SAME_LINE
    section = section_at(document.sections, span.start)
    others = [section_at(document.sections, other.start) for other in beside]
    if section is not None and section in others:
        return SAME_SECTION
    parents = {other.parent for other in others if other is not None and other.parent is not None}
    return SAME_TASK if section is not None and section.parent in parents else SAME_DOCUMENT


def is_near(draft: Draft, knowledge: KnowledgeBase, near: Sequence[Source]) -> bool:
    """Whether a source of the draft stands under the same heading as one of `near`, or at the head or foot of its document."""
    for source in (source for statement in draft.statements for source in statement.sources):
        document = knowledge.document(source.document_id)
        gained = nearness(document, source.span, near)
        if gained >= SAME_TASK or (gained and section_at(document.sections, source.span.start) is None):
            return True
    return False
