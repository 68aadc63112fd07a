"""Which documents are the basis of what, with their numbers."""

import re
from collections.abc import Sequence

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored, SentenceEvidence
from assistant.phrases import phrase
from corpus.model.document import Document
from corpus.model.facts import PolicyReference
from corpus.model.span import Span

_LABEL_ASKED = re.compile(r"政策(?:保障|支撑|支持|依据|文件)|保障")
_WHICH_ONE = re.compile(r"哪(?:一|几|两)?(?:份|个|部|项)|是哪|一份")
DESCRIBED = 0.15
"""Share of the question's words that the title of a reference holds from which the question describes it."""
MAX_BASIS = 6
BASIS_ASKED = re.compile(r"依据|根据(?:的|什么|哪)|按照(?:什么|哪)|上位|凭什么")
SEVERAL = re.compile(r"哪些|哪几|[两二三几]份|各(?:是|一)")
_BASIS_ROLE = re.compile(r"依据|根据|按照|贯彻|落实|结合")
MAX_REFERENCES = 12
REACH = 40
"""Characters before a title in which its issuer stands."""
NAMED_ALREADY = 0.5
"""Share of the terms of a title that the question holds, a name in marks among them, from which it names that document itself."""
LOCATED = 3
"""Sentences, from the best on, whose references count as named by what the sentence says."""
LOCATED_HANDICAP = 0.15
"""Taken off the score of such a sentence."""
THRESHOLD_OF_FIT = 0.4
HEADED, QUOTED = 0.3, 0.25
"""Added for headings that hold all of the question, and for a section that holds what it puts in marks."""
_KIND_OF_TITLE = re.compile(r"^.{0,12}?关于(?:印发)?|的通知$|[《》〈〉]")
TITLE_HELD = 0.75
"""Share of the terms of a title, without its issuer and kind, that the question holds from which it names that document."""
_KINDS = "规划|方案|办法|条例|意见|通知|计划|纲要|指南|细则|措施|政策|法律"
_KIND_ASKED = re.compile(rf"哪(?:些|一|几|两|[三四五])?(?:个|份|部|项)?({_KINDS})|({_KINDS})(?:叫什么|是哪|的?名称)")
_NUMBER_ASKED = re.compile(r"哪([两三四五])|([两三四五])(?:个|份|部|项)")
_ISSUER_ASKED = re.compile(r"部门|单位|机关|谁|联合|印发|发布|出台")
_NAME_ASKED = re.compile(r"叫(?:什么|啥)|名称|全称")


def compose_policy(evidence: Evidence) -> Draft | None:
    """The references of the section the question names, or the reference it describes."""
    ranked = _usable(evidence)
    if not ranked:
        return None
    basis = _basis(evidence) if "policy" in evidence.question.asks or SEVERAL.search(evidence.question.text) else []
    if basis:
        statements = tuple(statement_of(evidence, reference) for reference in basis)
        return Draft(statements, 1.0, facts=tuple(fact_of(reference) for reference in basis), subject=basis[0].document.title)
    group = _label_group(evidence, ranked)
    if group:
        return _listed(evidence, group)
    wanted = 2 if re.search(r"各一|两份|分别|各是|和", evidence.question.text) else 1
    chosen = _distinct(ranked, wanted)
    statements = tuple(statement_of(evidence, reference) for reference in chosen)
    return Draft(statements, chosen[0].score, facts=tuple(fact_of(reference) for reference in chosen), subject=chosen[0].item.title)


def references_of(evidence: Evidence, document_id: str | None) -> list[PolicyReference]:
    """The documents that a document names, or that any does."""
    return [fact for fact in evidence.knowledge.facts("policy", document_id) if isinstance(fact, PolicyReference)]


def is_title_of(document: Document, title: str) -> bool:
    """Whether `title` is the document's own: no document is its own basis."""
    own, other = (re.sub(r"[（(][^（）()]*[）)]|\s", "", name) for name in (document.title, title))
    return bool(own) and (other in own or own in other)


def _basis(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """What the opening of the named document says it rests on."""
    document_id = evidence.question.documents.strongest
    if document_id is None or not BASIS_ASKED.search(evidence.question.text):
        return []
    document = evidence.knowledge.document(document_id)
    facts = references_of(evidence, document_id)
    first = next((fact.span.start for fact in facts if fact.role and _BASIS_ROLE.search(fact.role)), None)
    if first is None:
        return []
    end = document.text.find("\n", first)
    basis = [Scored(fact, document, 1.0, 1.0) for fact in facts if first <= fact.span.start < end][:MAX_BASIS]
    named = [one for one in basis if len(basis) > 1 and _names(evidence, one.item.title)]
    return named if len(named) == 1 else basis


def _names(evidence: Evidence, title: str) -> bool:
    """Whether the question calls the document by most of the words of its title."""
    return evidence.matcher.share_in_question(_KIND_OF_TITLE.sub("", title)) >= TITLE_HELD


def _usable(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """The references that can be meant, best first: one may be named by what its sentence says."""
    ranked = [reference for reference in _with_located(evidence) if not is_title_of(reference.document, reference.item.title)]
    other = [reference for reference in ranked if not _is_named_already(evidence, reference.item.title)]
    ranked = other if "document_number" not in evidence.question.asks else ranked
    if "document_number" in evidence.question.asks:
        numbered = [reference for reference in ranked if reference.item.number]
        if numbered:
            return numbered
    return ranked


def _is_named_already(evidence: Evidence, title: str) -> bool:
    """Whether the question itself names the document of that title: which document is meant must then be another."""
    matcher = evidence.matcher
    return matcher.has_quoted and matcher.holds_quoted(title) and matcher.share_in_question(title) >= NAMED_ALREADY


def _with_located(evidence: Evidence) -> list[Scored[PolicyReference]]:
    found = {(one.item.document_id, one.item.span): one for one in evidence.policies}
    for sentence in evidence.sentences[:LOCATED]:
        for fact in references_of(evidence, sentence.document.id):
            known = found.get((fact.document_id, fact.span))
            if _beside(sentence).contains(fact.span):
                coverage = known.coverage if known else evidence.matcher.match(fact.title).coverage
                score = max(sentence.score + coverage - LOCATED_HANDICAP, known.score if known else 0.0)
                found[fact.document_id, fact.span] = Scored(fact, sentence.document, score, coverage)
    return sorted(found.values(), key=lambda one: -one.score)


def _beside(sentence: SentenceEvidence) -> Span:
    """The sentence, or the whole row where it is a cell of a table."""
    return sentence.passage.span if sentence.passage.kind == "row" else sentence.span


def _label_group(evidence: Evidence, ranked: Sequence[Scored[PolicyReference]]) -> list[Scored[PolicyReference]]:
    """The references under one 政策保障 label: those the question describes, or all of the section it speaks of."""
    if not _LABEL_ASKED.search(evidence.question.text):
        return []
    described = [one for one in ranked if _is_labelled(one.item) and one.coverage >= DESCRIBED]
    if described and _WHICH_ONE.search(evidence.question.text):
        first = described[0]
        same = [one for one in described if _label_path(one.item) == _label_path(first.item) and one.document.id == first.document.id]
        meant = [one for one in same if one.coverage >= 0.6 * first.coverage]
        if len(meant) >= _wanted(evidence.question.text):
            return meant
    return _asked_for(evidence, _of_best_section(evidence))


def _is_labelled(reference: PolicyReference) -> bool:
    return reference.role is not None and reference.role in reference.path[-2:]


def _label_path(reference: PolicyReference) -> tuple[str, ...]:
    """The headings down to the label that the reference stands under; all of them where it stands under none."""
    if not _is_labelled(reference):
        return reference.path
    return reference.path if reference.path[-1] == reference.role else reference.path[:-1]


def _of_best_section(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """All references under the label of the section whose headings and text hold most of the question."""
    groups: dict[tuple[str, int], list[PolicyReference]] = {}
    for fact in filter(_is_labelled, references_of(evidence, evidence.question.documents.strongest)):
        sections = evidence.knowledge.document(fact.document_id).sections
        section = sections[fact.section] if fact.section is not None else None
        label = section.parent if section and section.path != _label_path(fact) else fact.section
        if label is not None:
            groups.setdefault((fact.document_id, label), []).append(fact)
    fits = {(document_id, section): _fit(evidence, document_id, section) for document_id, section in groups}
    best = max(fits, key=lambda key: fits[key], default=None)
    if best is None or fits[best] < THRESHOLD_OF_FIT:
        return []
    document = evidence.knowledge.document(best[0])
    return [Scored(fact, document, fits[best], evidence.matcher.match(fact.title).coverage) for fact in groups[best]]


def _fit(evidence: Evidence, document_id: str, label: int) -> float:
    """How well the section that holds the label answers to the question, by its headings and text, 0 to 1.4."""
    document = evidence.knowledge.document(document_id)
    section = document.sections[label]
    home = document.sections[section.parent] if section.parent is not None else section
    text = f"{document.title} {' '.join(section.path)} {home.span.of(document.text)}"
    matcher = evidence.matcher
    heading = matcher.match(" ".join(section.path[:-1])).coverage
    return matcher.match(text).score + HEADED * heading + QUOTED * (matcher.has_quoted and matcher.holds_quoted(text))


def _asked_for(evidence: Evidence, group: list[Scored[PolicyReference]]) -> list[Scored[PolicyReference]]:
    """Of the references of a section those of the kind asked for, and among them what the question describes; all where it describes none."""
    kind = _KIND_ASKED.search(evidence.question.text)
    of_kind = [one for one in group if kind and re.sub(r"[（(][^（）()]*[）)]", "", one.item.title).endswith(kind[1] or kind[2])]
    group = of_kind or group
    best = max((one.coverage for one in group), default=0.0)
    if best >= DESCRIBED and (_WHICH_ONE.search(evidence.question.text) or _NAME_ASKED.search(evidence.question.text)):
        meant = [one for one in group if one.coverage >= 0.6 * best]
        return meant if len(meant) >= _wanted(evidence.question.text) else group
    return group


def _wanted(text: str) -> int:
    """How many references the question says it wants; 1 where it does not say."""
    number = _NUMBER_ASKED.search(text)
    return "零一两三四五".index(number[1] or number[2]) if number else 1


def _listed(evidence: Evidence, group: Sequence[Scored[PolicyReference]]) -> Draft:
    first = group[0]
    group = sorted(group, key=lambda reference: reference.item.span)
    path = _label_path(first.item)
    issued = [_with_issuer(evidence, reference) for reference in group[:MAX_REFERENCES]]
    titles = "".join(f"{issuer}{_printed(reference.item)}" for (issuer, _), reference in zip(issued, group, strict=False))
    section = path[-2] if len(path) > 1 else first.document.title
    text = phrase("references", evidence.question.language, section=section, label=path[-1] if path else "", titles=titles) + "。"
    sources = tuple(Source(reference.item.document_id, span) for (_, span), reference in zip(issued, group, strict=False))
    merged = _merged(sources)
    return Draft((Statement(text, merged),), first.score, facts=tuple(fact_of(reference) for reference in group), subject=section)


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


def statement_of(evidence: Evidence, reference: Scored[PolicyReference]) -> Statement:
    """One reference with its number, who issued it, and where it stands when a list is asked for."""
    section = " > ".join(_label_path(reference.item)[-2:])
    where = f"（{section}）" if section and "list" in evidence.question.asks else ""
    issuer, span = _with_issuer(evidence, reference)
    return Statement(f"{issuer}{_printed(reference.item)}{where}。", (Source(reference.item.document_id, span),))


def _with_issuer(evidence: Evidence, reference: Scored[PolicyReference]) -> tuple[str, Span]:
    """Who issued the reference, as printed before it, with the characters of both; nobody where the question does not speak of that."""
    span, text = reference.item.span, reference.document.text
    if not reference.item.issued_by or not _ISSUER_ASKED.search(evidence.question.text):
        return "", span
    start = text.rfind(reference.item.issued_by, max(0, span.start - REACH), span.start)
    return (text[start : span.start], Span(start, span.end)) if start >= 0 else ("", span)


def _printed(reference: PolicyReference) -> str:
    number = f"（{reference.number}）" if reference.number else ""
    return f"《{reference.title}》{number}"


def fact_of(reference: Scored[PolicyReference]) -> DraftFact:
    """The reference as a fact."""
    item = reference.item
    return DraftFact(
        {"kind": "policy", "title": item.title, "number": item.number, "role": item.role}, (Source(item.document_id, item.span),)
    )
