"""That a document is no longer in force: the sentence in which another one ends it (《…方案》同时废止), with the number it had."""

import re
from collections.abc import Iterator

from assistant.composers.documents.policy_statements import fact_of, references_of
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.understanding.asks import Ask
from assistant.understanding.number_naming import is_called
from corpus.language.titles import period_of
from corpus.model.document import Document
from corpus.model.facts import PolicyReference
from corpus.model.span import Span

_ENDING_ASKED = re.compile(r"废止|取代|替代|作废|失效|停止(?:执行|施行)|不再执行")
_BY_WHICH = re.compile(r"(?:被|由|让)(?:哪|什么|啥|谁)|(?:哪|什么)[^，。？]{0,8}(?:替代|取代|废止|代替)")
_BESIDE = r"(?:\s*[、和与及]?\s*《[^《》]*》(?:[（(][^（）()]*[）)])?)*"
_ENDED = re.compile(rf"{_BESIDE}[^《》。；\n]{{0,24}}?(?:废止|失效|届满|期满|到期|终止|停止(?:执行|施行)|不再(?:执行|施行|延续))")
"""What follows the title of a document that is ended, other documents ended with it between them."""
_NAME_OF_TITLE = re.compile(
    r"^[\u4e00-\u9fff]{2,8}?(?:省|市|县|区)(?:人民政府)?(?:办公[厅室])?(?:关于)?(?:印发)?|^关于(?:印发)?|的通知$|[（(][^（）()]*[）)]$"
)
_IN_FORCE = re.compile(r"[^，。；\s]{0,10}自[^。；]{2,24}?起(?:施行|实施|执行)")
_LIKEWISE = re.compile(r"同时(?:予以)?(?:废止|失效|终止|停止|不再)")
NAMED = 0.6
"""Share of the terms of a title, without its place, that the question holds from which it names that document."""
PERIOD_NAMED = 0.2
"""What a period of years that the question names adds for a title with the same."""
_OF_ITSELF: frozenset[Ask] = frozenset(
    {"validity", "document_number", "policy", "list", "definition", "each", "meaning", "progress", "count", "figure"}
)
"""Asks that the sentence which ends a document answers."""


def compose_ended(evidence: Evidence) -> Draft | None:
    """The sentence that ends the document the question names, where it asks for nothing that this does not say."""
    return ended_document(evidence) if _OF_ITSELF.issuperset(evidence.question.asks) else None


def ended_document(evidence: Evidence) -> Draft | None:
    """The sentence that ends the document the question asks to be still in force, one that is not held here; with the document that ends it."""
    text = evidence.question.text
    if "validity" not in evidence.question.asks and not _ENDING_ASKED.search(text):
        return None
    held = max((_share(evidence, document.metadata.title) for document in evidence.knowledge.documents()), default=0.0)
    best: tuple[float, PolicyReference, Span] | None = None
    for reference, span in _ended(evidence):
        share = 1.1 if reference.number and is_called(text, reference.number) else _share(evidence, reference.title)
        if share >= NAMED and share > held and (best is None or share > best[0]):
            best = share, reference, span
    return _told(evidence, best[1], best[2]) if best else None


def _ended(evidence: Evidence) -> Iterator[tuple[PolicyReference, Span]]:
    """Every document that the text around its title ends, with that sentence."""
    for reference in references_of(evidence, None):
        document = evidence.knowledge.document(reference.document_id)
        if _ENDED.match(document.text, reference.span.end):
            yield reference, _sentence(document, reference.span)


def _sentence(document: Document, title: Span) -> Span:
    """The sentence around a title, up to a semicolon."""
    start = max(document.text.rfind(mark, 0, title.start) for mark in "。；\n") + 1
    end = min((place for mark in "。；\n" if (place := document.text.find(mark, title.end)) >= 0), default=len(document.text))
    return Span(start, end)


def _told(evidence: Evidence, reference: PolicyReference, span: Span) -> Draft:
    document = evidence.knowledge.document(reference.document_id)
    begun = _begins_before(document, span) if "when" in evidence.question.asks else None
    span = Span(begun, span.end) if begun is not None else span
    source = Source(document.id, span)
    ended = span.of(document.text).strip()
    by = f"（见《{document.title}》）" if _BY_WHICH.search(evidence.question.text) else ""
    return Draft(
        (Statement(f"{ended}{by}。", (source,)),), 1.0, facts=(fact_of(Scored(reference, document, 1.0, 1.0)),), subject=reference.title
    )


def _begins_before(document: Document, span: Span) -> int | None:
    """Where the sentence from when the document is in force begins, on whose day it ends the other: 自12月1日起施行。《…》同时废止."""
    line = document.text[document.text.rfind("\n", 0, span.start) + 1 : span.start]
    begins = list(_IN_FORCE.finditer(line)) if _LIKEWISE.search(span.of(document.text)) else []
    return span.start - len(line) + begins[-1].start() if begins else None


def _share(evidence: Evidence, title: str) -> float:
    """The share of the terms of a title that the question holds, and what its period adds where the question names the same."""
    period = period_of(title)
    same = period is not None and set(period) <= set(evidence.question.years)
    return evidence.matcher.share_in_question(_NAME_OF_TITLE.sub("", title)) + PERIOD_NAMED * same
