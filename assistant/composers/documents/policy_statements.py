"""How a reference to another document is told: its title, number, issuer and the label it stands under, and the characters that prove it."""

import re
from collections.abc import Sequence

from assistant.draft import DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from corpus.model.facts import PolicyReference
from corpus.model.span import Span

REACH = 40
"""Characters before a title in which its issuer stands."""
_ISSUER_ASKED = re.compile(r"部门|单位|机关|谁|联合|印发|发布|出台")


def references_of(evidence: Evidence, document_id: str | None) -> list[PolicyReference]:
    """The documents that a document names, or that any does."""
    return [fact for fact in evidence.knowledge.facts("policy", document_id) if isinstance(fact, PolicyReference)]


def is_labelled(reference: PolicyReference) -> bool:
    """Whether the reference stands under a label such as 政策保障."""
    return reference.role is not None and reference.role in reference.path[-2:]


def label_path(reference: PolicyReference) -> tuple[str, ...]:
    """The headings down to the label that the reference stands under; all of them where it stands under none."""
    if not is_labelled(reference):
        return reference.path
    return reference.path if reference.path[-1] == reference.role else reference.path[:-1]


def merged(sources: Sequence[Source]) -> tuple[Source, ...]:
    """References that stand side by side are one quote, as long as it stays below 200 characters."""
    quotes: list[Source] = []
    for source in sorted(sources, key=lambda source: source.span):
        last = quotes[-1] if quotes else None
        if last and source.span.start - last.span.end <= 20 and source.span.end - last.span.start <= 200:
            quotes[-1] = Source(source.document_id, Span(last.span.start, source.span.end))
        else:
            quotes.append(source)
    return tuple(quotes)


def statement_of(evidence: Evidence, reference: Scored[PolicyReference]) -> Statement:
    """One reference with its number, who issued it, and where it stands when a list is asked for."""
    section = " > ".join(label_path(reference.item)[-2:])
    where = f"（{section}）" if section and "list" in evidence.question.asks else ""
    issuer, span = with_issuer(evidence, reference)
    return Statement(f"{issuer}{printed(reference.item)}{where}。", (Source(reference.item.document_id, span),))


def with_issuer(evidence: Evidence, reference: Scored[PolicyReference]) -> tuple[str, Span]:
    """Who issued the reference, as printed before it, with the characters of both; nobody where the question does not speak of that."""
    span, text = reference.item.span, reference.document.text
    if not reference.item.issued_by or not _ISSUER_ASKED.search(evidence.question.text):
        return "", span
    start = text.rfind(reference.item.issued_by, max(0, span.start - REACH), span.start)
    return (text[start : span.start], Span(start, span.end)) if start >= 0 else ("", span)


def printed(reference: PolicyReference) -> str:
    """The title in its marks, with its number."""
    number = f"（{reference.number}）" if reference.number else ""
    return f"《{reference.title}》{number}"


def fact_of(reference: Scored[PolicyReference]) -> DraftFact:
    """The reference as a fact."""
    item = reference.item
    return DraftFact(
        {"kind": "policy", "title": item.title, "number": item.number, "role": item.role}, (Source(item.document_id, item.span),)
    )
