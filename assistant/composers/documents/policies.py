"""Which documents are the basis of what, with their numbers."""

import re
from collections.abc import Sequence

from assistant.composers.documents.grounds import grounds_asked
from assistant.composers.documents.meant_documents import meant_document, with_notice
from assistant.composers.documents.policy_statements import (
    REACH,
    fact_of,
    is_labelled,
    label_path,
    merged,
    printed,
    references_of,
    statement_of,
    with_issuer,
)
from assistant.composers.documents.set_apart import without_set_apart
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, Scored, SentenceEvidence
from assistant.phrases import phrase
from corpus.model.document import Document, Section
from corpus.model.facts import PolicyReference
from corpus.model.span import Span

_LABEL_ASKED = re.compile(r"政策(?:保障|支撑|支持|依据|文件)|保障")
_GROUNDS_ASKED = re.compile(r"政策|依据|根据|按照")
DESCRIBED = 0.15
"""Share of the question's words that the title of a reference holds from which the question describes it."""
MAX_BASIS = 6
_REPEAL_ASKED = re.compile(r"废止|不再执行|停止执行|取代|替代|作废")
_REPEALED = re.compile(r"(?:同时|即行|自行|予以)?(?:废止|终止|失效)|不再(?:执行|延续|施行)|停止(?:执行|施行)")
SEVERAL = re.compile(r"哪些|哪几|[两二三几](?:份|件|部)|都(?:叫|是|有)(?:什么|啥|哪)|各(?:是|一)")
MAX_REFERENCES = 12
NAMED_ALREADY = 0.5
"""Share of the terms of a title that the question holds, a name in marks among them, from which it names that document itself."""
LOCATED = 3
"""Sentences, from the best on, whose references count as named by what the sentence says."""
LOCATED_HANDICAP = 0.15
"""Taken off the score of such a sentence."""
HEADED = 0.25
"""Share of the question's words, those of the document's title left out, that a heading holds from which the question names its section."""
TOLD, QUOTED, LEAST_FIT = 0.3, 0.25, 0.1
"""What the text of a section counts beside its heading, what is added where it holds what the question puts in marks, and the least of all."""
_KINDS = "规划|方案|办法|条例|意见|通知|计划|纲要|指南|细则|措施|法律"
_KIND_ASKED = re.compile(
    rf"哪(?:些|一|几|两|[三四五])?(?:个|份|部|项)?(?:[一-鿿]{{0,4}}的?)?({_KINDS})|({_KINDS})(?:叫什么|是哪|的?名称)|"
    rf"(?<![第同])一(?:个|份|部|项)[^，。？；]{{0,16}}?({_KINDS})(?=[，。？；]|叫|是|的?[文发编名全]|$)"
)
_WHICH_ONE = re.compile(
    rf"哪(?:一)?(?:份|个|部|项)|[那一]份|是哪[^些几两三四五六七八九]|几号|(?<![第同])[那一](?:个|部|项)[^，。？；]{{0,16}}?(?:{_KINDS})(?=[，。？；]|叫|是|的?[文发编名全]|$)"
)
_NUMBER_ASKED = re.compile(r"哪([两三四五六七八九十])|([两三四五六七八九十])(?:个|份|部|项)")
_EACH_ASKED = re.compile(r"(?:哪(?:一)?(?:个|份|部|项)|什么)(?=[\u4e00-\u9fff])")
_CALLED = re.compile(r"(“[^“”]{4,24}”)\s*[、和与及]\s*$")
_NAME_ASKED = re.compile(r"叫(?:什么|啥)|名称|全[称名]")


def compose_policy(evidence: Evidence) -> Draft | None:
    """The references of the section the question names, or the reference it describes."""
    ranked = _usable(evidence)
    if not ranked:
        return None
    repealed = _repealed(evidence)
    if repealed:
        statements = tuple(statement_of(evidence, reference) for reference in repealed)
        return Draft(statements, 1.0, facts=tuple(map(fact_of, repealed)), subject=repealed[0].document.title)
    group = _label_group(evidence, ranked)
    basis = grounds_asked(evidence) if "policy" in evidence.question.asks or SEVERAL.search(evidence.question.text) else []
    if basis and not (group and _heading_fit(evidence, group[0]) >= HEADED):
        statements = tuple(statement_of(evidence, reference) for reference in basis)
        return Draft(statements, 1.0, facts=tuple(fact_of(reference) for reference in basis), subject=basis[0].document.title)
    if group:
        return _listed(evidence, group)
    wanted = _wanted_of_sentence(evidence.question.text)
    chosen = _distinct(ranked, wanted)
    called = _called_beside(chosen[0]) if len(chosen) < wanted else ()
    statements = (*called, *(statement_of(evidence, reference) for reference in chosen))
    return Draft(statements, chosen[0].score, facts=tuple(fact_of(reference) for reference in chosen), subject=chosen[0].item.title)


def is_title_of(document: Document, title: str) -> bool:
    """Whether `title` is the document's own: no document is its own basis."""
    own, other = (re.sub(r"[（(][^（）()]*[）)]|\s", "", name) for name in (document.title, title))
    return bool(own) and (other in own or own in other)


def _repealed(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """The documents that the named document, or the notice it came with, puts out of force."""
    document_id = meant_document(evidence)
    if document_id is None or not _REPEAL_ASKED.search(evidence.question.text):
        return []
    found: list[Scored[PolicyReference]] = []
    for document in with_notice(evidence.knowledge, document_id):
        for fact in references_of(evidence, document.id):
            rest = re.split(r"[。\n《]", document.text[fact.span.end : fact.span.end + REACH])[0]
            if _REPEALED.search(rest) and not is_title_of(document, fact.title):
                found.append(Scored(fact, document, 1.0, 1.0))
    return found


def _usable(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """The references that can be meant, best first: one may be named by what its sentence says."""
    located = [reference for reference in _with_located(evidence) if not is_title_of(reference.document, reference.item.title)]
    ranked = without_set_apart(evidence.question.text, located)
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
    text = evidence.question.text
    group = _of_best_section(evidence) if _GROUNDS_ASKED.search(text) or _LABEL_ASKED.search(text) else []
    if group and (_LABEL_ASKED.search(text) or _heading_fit(evidence, group[0]) >= HEADED):
        return _asked_for(evidence, group)
    described = [one for one in ranked if is_labelled(one.item) and one.coverage >= DESCRIBED]
    if not described or not _LABEL_ASKED.search(text):
        return []
    first = described[0]
    return _asked_for(
        evidence, [one for one in described if label_path(one.item) == label_path(first.item) and one.document.id == first.document.id]
    )


def _of_best_section(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """All references under the label of the section whose headings and text hold most of the question."""
    groups: dict[tuple[str, int], list[PolicyReference]] = {}
    for fact in filter(is_labelled, references_of(evidence, evidence.question.documents.strongest)):
        home = _home(evidence.knowledge.document(fact.document_id), fact)
        if home is not None:
            groups.setdefault((fact.document_id, home.ordinal), []).append(fact)
    fits = {key: _fit(evidence, *key) for key in groups}
    best = max(fits, key=lambda key: fits[key], default=None)
    if best is None or fits[best] < LEAST_FIT:
        return []
    document = evidence.knowledge.document(best[0])
    elsewhere = evidence.matcher.terms_in(f"{document.title} {document.sections[best[1]].title}")
    scored = ((fact, evidence.matcher.match(fact.title, apart_from=elsewhere).coverage) for fact in groups[best])
    return [Scored(fact, document, min(1.0, fits[best] + TOLD), coverage) for fact, coverage in scored]


def _home(document: Document, reference: PolicyReference) -> Section | None:
    """The section that the label above a reference belongs to."""
    section = document.sections[reference.section] if reference.section is not None else None
    if section is not None and section.path != label_path(reference):
        section = document.sections[section.parent] if section.parent is not None else None
    return document.sections[section.parent] if section is not None and section.parent is not None else section


def _fit(evidence: Evidence, document_id: str, home: int) -> float:
    """How well a section answers to the question: by its heading, and by its text."""
    document = evidence.knowledge.document(document_id)
    section, matcher = document.sections[home], evidence.matcher
    elsewhere = matcher.terms_in(document.title)
    text = section.span.of(document.text)
    told = matcher.match(text, apart_from=elsewhere).coverage
    quoted = QUOTED * (matcher.has_quoted and matcher.holds_quoted(text))
    return matcher.match(section.title, apart_from=elsewhere).coverage + TOLD * told + quoted


def _heading_fit(evidence: Evidence, reference: Scored[PolicyReference]) -> float:
    """The share of the question's words, without those of the title, that the heading of the reference's section holds."""
    home = _home(reference.document, reference.item)
    elsewhere = evidence.matcher.terms_in(reference.document.title)
    return evidence.matcher.match(home.title, apart_from=elsewhere).coverage if home else 0.0


def _asked_for(evidence: Evidence, group: list[Scored[PolicyReference]]) -> list[Scored[PolicyReference]]:
    """Of the references of a section those of the kind asked for, and among them what the question describes; all where it asks for all."""
    text = evidence.question.text
    kind = _KIND_ASKED.search(text)
    of_kind = [one for one in group if kind and re.sub(r"[（(][^（）()]*[）)]", "", one.item.title).endswith(kind[1] or kind[2] or kind[3])]
    group = of_kind or group
    number = _NUMBER_ASKED.search(text)
    wanted = "零一两三四五六七八九十".index(number[1] or number[2]) if number else None
    if wanted == len(group) or (wanted is None and not _WHICH_ONE.search(text) and not _NAME_ASKED.search(text)):
        return group
    best = max((one.coverage for one in group), default=0.0)
    meant = [one for one in group if best >= DESCRIBED and one.coverage >= 0.6 * best]
    return meant if len(meant) >= (wanted or 1) else group


def _wanted_of_sentence(text: str) -> int:
    """How many references the question wants of a sentence: as many as it says, as it asks for one by one (哪个条例、哪个办法), or all."""
    number = _NUMBER_ASKED.search(text)
    if number:
        return "零一两三四五六七八九十".index(number[1] or number[2])
    if SEVERAL.search(text):
        return MAX_BASIS
    return max(len(_EACH_ASKED.findall(text)), 2 if re.search(r"各一|分别|各是|和", text) else 1)


def _called_beside(reference: Scored[PolicyReference]) -> Sequence[Statement]:
    """The policy that stands right before a title by what it is called, in quotation marks: “新政20条”、《…》."""
    text, start = reference.document.text, reference.item.span.start
    called = _CALLED.search(text, max(0, start - REACH), start)
    return (Statement(f"{called[1]}。", (Source(reference.document.id, Span(*called.span(1))),)),) if called else ()


def _listed(evidence: Evidence, group: Sequence[Scored[PolicyReference]]) -> Draft:
    first = group[0]
    group = sorted(group, key=lambda reference: reference.item.span)
    path = label_path(first.item)
    issued = [with_issuer(evidence, reference) for reference in group[:MAX_REFERENCES]]
    titles = "".join(f"{issuer}{printed(reference.item)}" for (issuer, _), reference in zip(issued, group, strict=False))
    section = path[-2] if len(path) > 1 else first.document.title
    text = phrase("references", evidence.question.language, section=section, label=path[-1] if path else "", titles=titles) + "。"
    sources = tuple(Source(reference.item.document_id, span) for (_, span), reference in zip(issued, group, strict=False))
    quotes = merged(sources)
    return Draft((Statement(text, quotes),), first.score, facts=tuple(fact_of(reference) for reference in group), subject=section)


def _distinct(ranked: Sequence[Scored[PolicyReference]], wanted: int) -> list[Scored[PolicyReference]]:
    """The best reference and, where more are wanted, those beside it: under the same heading, in the same paragraph where all are."""
    first, text = ranked[0], ranked[0].document.text
    chosen = [first]
    for reference in ranked[1:]:
        beside = reference.document.id == first.document.id and reference.item.path == first.item.path
        between = text[min(reference.item.span.end, first.item.span.end) : max(reference.item.span.start, first.item.span.start)]
        if any(reference.item.title == other.item.title for other in chosen) or not beside or (wanted == MAX_BASIS and "\n" in between):
            continue
        if len(chosen) < wanted:
            chosen.append(reference)
    return sorted(chosen, key=lambda one: one.item.span) if wanted > 1 else chosen
