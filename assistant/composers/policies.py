"""Which documents are the basis of what, with their numbers."""

import re
from collections.abc import Sequence

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase
from corpus.model.facts import PolicyReference
from corpus.model.span import Span

_LABEL_ASKED = re.compile(r"政策(?:保障|支撑|支持|依据|文件)|保障")
_WHICH_ONE = re.compile(r"哪(?:一|几|两)?(?:份|个|部|项)|是哪|一份")
DESCRIBED = 0.15
"""Share of the question's words that the title of a reference holds from which the question describes it."""
NAMED = 0.45
"""Share of the question's words in a reference's title from which the question names that reference."""
MAX_BASIS = 6
_BASIS_ASKED = re.compile(r"依据|根据(?:的|什么|哪)|按照(?:什么|哪)|上位|凭什么")
_SEVERAL = re.compile(r"哪些|哪几|[两二三几]份|各(?:是|一)")
_BASIS_ROLE = re.compile(r"依据|根据|按照|贯彻|落实|结合")
MAX_REFERENCES = 12


def compose_policy(evidence: Evidence) -> Draft | None:
    """The references of the section the question names, or the reference it describes."""
    ranked = _usable(evidence)
    if not ranked:
        return None
    basis = _basis(evidence) if "policy" in evidence.question.asks or _SEVERAL.search(evidence.question.text) else []
    if basis:
        statements = tuple(_one(evidence, reference) for reference in basis)
        return Draft(statements, 1.0, facts=tuple(_fact(reference) for reference in basis), subject=basis[0].document.title)
    group = _label_group(evidence, ranked)
    if group:
        return _listed(evidence, group)
    wanted = 2 if re.search(r"各一|两份|分别|各是|和", evidence.question.text) else 1
    chosen = _distinct(ranked, wanted)
    statements = tuple(_one(evidence, reference) for reference in chosen)
    return Draft(statements, chosen[0].score, facts=tuple(_fact(reference) for reference in chosen), subject=chosen[0].item.title)


def compose_numbered(evidence: Evidence) -> Draft | None:
    """The numbered document that the question names inside another one, when its title fits better than any document held here."""
    numbered = [reference for reference in evidence.policies if reference.item.number]
    if not numbered or _SEVERAL.search(evidence.question.text) or numbered[0].coverage < NAMED:
        return None
    best = numbered[0]
    inside = _BASIS_ASKED.search(evidence.question.text) is not None
    own = max((evidence.matcher.match(document.metadata.title).coverage for document in evidence.knowledge.documents()), default=0.0)
    return (
        Draft((_one(evidence, best),), best.score, facts=(_fact(best),), subject=best.item.title) if best.coverage > own or inside else None
    )


def _basis(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """What the opening of the named document says it rests on."""
    document_id = evidence.question.documents.strongest
    if document_id is None or not _BASIS_ASKED.search(evidence.question.text):
        return []
    document = evidence.knowledge.document(document_id)
    facts = [fact for fact in evidence.knowledge.facts("policy", document_id) if isinstance(fact, PolicyReference)]
    first = next((fact.span.start for fact in facts if fact.role and _BASIS_ROLE.search(fact.role)), None)
    if first is None:
        return []
    end = document.text.find("\n", first)
    return [Scored(fact, document, 1.0, 1.0) for fact in facts if first <= fact.span.start < end][:MAX_BASIS]


def _usable(evidence: Evidence) -> list[Scored[PolicyReference]]:
    if "document_number" in evidence.question.asks:
        numbered = [reference for reference in evidence.policies if reference.item.number]
        if numbered:
            return numbered
    return list(evidence.policies)


def _label_group(evidence: Evidence, ranked: Sequence[Scored[PolicyReference]]) -> list[Scored[PolicyReference]]:
    """The references under one 政策保障 label: those the question describes, or all of the section it names."""
    if not _LABEL_ASKED.search(evidence.question.text):
        return []
    labelled = [r for r in ranked if r.item.role and r.item.path and r.item.role == r.item.path[-1]]
    described = [r for r in labelled if r.coverage >= DESCRIBED]
    if described and _WHICH_ONE.search(evidence.question.text):
        first = described[0]
        same = [r for r in described if r.item.section == first.item.section and r.document.id == first.document.id]
        return [r for r in same if r.coverage >= 0.6 * first.coverage]
    sections = [section for section in evidence.sections if re.search(r"政策|依据", section.item.title)]
    if not sections:
        return []
    best = sections[0]
    facts = evidence.knowledge.facts("policy", best.document.id)
    members = [fact for fact in facts if isinstance(fact, PolicyReference) and fact.section == best.item.ordinal]
    return [Scored(member, best.document, best.score, best.coverage) for member in members]


def _listed(evidence: Evidence, group: Sequence[Scored[PolicyReference]]) -> Draft:
    first = group[0]
    group = sorted(group, key=lambda reference: reference.item.span)
    path = first.item.path
    titles = "".join(_printed(reference.item) for reference in group[:MAX_REFERENCES])
    section = path[-2] if len(path) > 1 else first.document.title
    text = phrase("references", evidence.question.language, section=section, label=path[-1] if path else "", titles=titles) + "。"
    sources = tuple(Source(reference.item.document_id, reference.item.span) for reference in group[:MAX_REFERENCES])
    merged = _merged(sources)
    return Draft((Statement(text, merged),), first.score, facts=tuple(_fact(reference) for reference in group), subject=section)


def _merged(sources: Sequence[Source]) -> tuple[Source, ...]:
    """References that stand side by side are one quote, as long as it stays below 200 characters."""
    merged: list[Source] = []
    for source in sorted(sources, key=lambda source: source.span):
        last = merged[-1] if merged else None
        if last and source.span.start - last.span.end <= 20 and source.span.end - last.span.start <= 200:
            merged[-1] = Source(source.document_id, Span(last.span.start, source.span.end))
        else:
            merged.append(source)
    return tuple(merged)


def _distinct(ranked: Sequence[Scored[PolicyReference]], wanted: int) -> list[Scored[PolicyReference]]:
    chosen: list[Scored[PolicyReference]] = []
    for reference in ranked:
        if not any(reference.item.title == other.item.title for other in chosen):
            if chosen and (reference.document.id != chosen[0].document.id or reference.item.path != chosen[0].item.path):
                continue
            chosen.append(reference)
        if len(chosen) == wanted:
            break
    return chosen


def _one(evidence: Evidence, reference: Scored[PolicyReference]) -> Statement:
    section = " > ".join(reference.item.path[-2:]) if reference.item.path else ""
    where = f"（{section}）" if section and "list" in evidence.question.asks else ""
    return Statement(f"{_printed(reference.item)}{where}。", (Source(reference.item.document_id, reference.item.span),))


def _printed(reference: PolicyReference) -> str:
    number = f"（{reference.number}）" if reference.number else ""
    return f"《{reference.title}》{number}"


def _fact(reference: Scored[PolicyReference]) -> DraftFact:
    item = reference.item
    return DraftFact(
        {"kind": "policy", "title": item.title, "number": item.number, "role": item.role}, (Source(item.document_id, item.span),)
    )
