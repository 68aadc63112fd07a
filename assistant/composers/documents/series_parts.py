"""Which plans a part of a series stands for: “1+4”里的“1”是哪份计划, “4”指哪些."""

import re

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from assistant.understanding.plan_series import part_of_series
from corpus.model.document import Document
from corpus.model.span import Span

_WHICH = re.compile(r"^[，,]?(?:都|分别|各|具体|到底)*(?:是|指|叫|代表|包括|说)(?:的是|的|了)?(?:哪|什么|啥)")


def compose_series_parts(evidence: Evidence) -> Draft | None:
    """The titles of the plans that the question asks by their place in a series to be named."""
    text = evidence.question.asked
    part = part_of_series(text, evidence.knowledge.documents())
    if part is None or not _WHICH.search(text[part.end :]):
        return None
    plans = [evidence.knowledge.document(summary.id) for summary in part.plans]
    sources = tuple(Source(plan.id, _title(plan)) for plan in plans)
    titles = "、".join(f"《{plan.title}》" for plan in plans)
    if len(plans) == 1:
        return Draft((Statement(f"{titles}。", sources),), 1.0, subject=plans[0].title)
    text = phrase("items", evidence.question.language, count=len(plans), noun="计划", names=titles)
    counted = DraftFact({"kind": "derived", "value": f"{len(plans)}个", "expression": f"count({len(plans)})"}, sources)
    return Draft((Statement(f"{text}。", sources),), 1.0, facts=(counted,), subject=plans[0].title)


def _title(document: Document) -> Span:
    """The line at the head of a document that holds its title."""
    return Span(0, len(document.text.split("\n", 1)[0]))
