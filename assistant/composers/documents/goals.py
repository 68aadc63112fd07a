"""What a plan as a whole sets out to reach: the sentences of its section on goals, or those of the year that is asked about."""

import re
from collections.abc import Sequence

from assistant.composers.units.plan_units import names_only_the_plan
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.sentences import clauses_of, segments_of, sentences_of
from corpus.language.years import year_mentions
from corpus.model.document import Document, Section
from corpus.model.span import Span

_ASKED = re.compile(
    r"^(?P<named>.{2,40}?)(?:里面|里|中|内)?的?(?:总体?|主要|工作|发展|建设|行动|具体)*目标(?:都|分别|主要|具体)*(?:是|有|包括|为)?(?:什么|啥|哪些|哪几[个项条])[？?]?$"
)
_BY_THEN = re.compile(
    r"^(?P<named>.{2,40}?)(?:里面|里|中|内)?(?:提出|设定|制定|定|设)?了?的?[，,]?(?:要|应该?|将|想|计划|打算|希望|准备|需要?|能)*(?:实现|达到|达成|做到|完成|有)?(?:什么|啥|哪些|哪几[个项]|怎样的?|何种)样?的?"
    r"(?:总体|主要|工作|发展|建设)*(?:目标|成效|效果|水平)?[？?]?$"
)
"""Asks what is to be reached, the year left out: 港口计划到2027年要实现什么."""
_BY_THEN_IN_ENGLISH = re.compile(
    r"^(?!.*\b(?:how (?:many|much)|who|which|where|when)\b).*\b(?:goals?|targets?|aims?|objectives?|achieved?|reach(?:ed)?|accomplish(?:ed)?)\b",
    re.IGNORECASE,
)
_YEAR_WORDS = re.compile(r"(?:截[至止]|[到至在])?\ue000[底末]?(?:之?前|时|底)?的?")
_IN_TITLE = re.compile(r"[（(]\ue000")
"""Years that are part of the title of the plan."""
_AT_THE_HEAD = re.compile(r"总体(?:要求|目标|思路)|目标")
_GOALS = re.compile(r"^(?:总体|主要|工作|发展|建设|行动|具体)*目标(?:任务)?$")
MAX_QUOTE = 200
MAX_GOALS = 420
"""Characters of goals that are told at the most, so that an answer stays one that can be read out."""


def compose_goals(evidence: Evidence) -> Draft | None:
    """The goals of the named plan in its own words, when the question names nothing besides the plan."""
    document_id = evidence.question.documents.strongest
    text = evidence.question.text.rstrip("。 ")
    match = _ASKED.search(text)
    by_then = _plan_by_then(evidence)
    named = by_then or (match["named"] if match else None)
    if named is None or document_id is None:
        return None
    document = evidence.knowledge.document(document_id)
    if not names_only_the_plan(named, document.title, [synonym.words for synonym in evidence.question.synonyms]):
        return None
    if by_then:
        return _draft(evidence, document, _told_of(document, evidence.question.years))
    section = _section_on_goals(document)
    return _draft(evidence, document, _told(document, section) if section else ())


def _draft(evidence: Evidence, document: Document, told: Sequence[Span]) -> Draft | None:
    """The goals told, as many as can be read out."""
    statements: list[Statement] = []
    for span in told:
        if sum(len(statement.text) for statement in statements) + len(span) > MAX_GOALS:
            statements.append(Statement(phrase("goals_cut", evidence.question.language)))
            break
        text = span.of(document.text).rstrip("；;，。")
        statements.append(Statement(text + "。", (Source(document.id, span),)))
    return Draft(tuple(statements), 1.0, subject=document.title) if statements else None


def _plan_by_then(evidence: Evidence) -> str | None:
    """The words for the plan of whose goals for a year the question asks; None where it asks something else."""
    question = evidence.question
    if not question.years:
        return None
    text = question.text.rstrip("。 ")
    for mention in reversed(year_mentions(text)):
        text = f"{text[: mention.start]}\ue000{text[mention.end :]}"
    if _IN_TITLE.search(text):
        return None
    text = _YEAR_WORDS.sub("", text)
    if question.language == "en":
        asked = _BY_THEN_IN_ENGLISH.search(question.asked)
        return re.sub(r"目标|实现|达到|[\s、，？?]", "", text) if asked else None
    match = _ASKED.search(text) or _BY_THEN.search(text)
    return match["named"] if match else None


def _told_of(document: Document, years: Sequence[int]) -> Sequence[Span]:
    """What the plan sets out to reach by one of the years, where its part on goals begins a sentence or segment with that year."""
    found: list[Span] = []
    for section in document.sections:
        if not _AT_THE_HEAD.search(section.title) or any(section.span.start < span.end for span in found):
            continue
        for span in _told(document, section):
            mentions = year_mentions(span.of(document.text))
            if mentions and mentions[0].start <= 1 and mentions[0].last in years:
                found.append(span)
    return found


def _section_on_goals(document: Document) -> Section | None:
    """The highest and first section that is headed 目标: those of single tasks stand below."""
    headed = [section for section in document.sections if _GOALS.match(section.title)]
    return min(headed, key=lambda section: (section.level, section.ordinal), default=None)


def _told(document: Document, section: Section) -> list[Span]:
    """The sentences of the section, long ones by their segments and as far as a quote reaches."""
    body = Span(section.heading.end, section.span.end)
    lines = (Span(match.start() + body.start, match.end() + body.start) for match in re.finditer(r"[^\n]+", body.of(document.text)))
    segments = (
        segment for line in lines for sentence in sentences_of(document.text, line) for segment in segments_of(document.text, sentence)
    )
    return [_quotable(document.text, segment) for segment in segments]


def _quotable(text: str, span: Span) -> Span:
    """`span` up to the end of the last clause that a quote can hold."""
    ends = [clause.end for clause in clauses_of(text, span) if clause.end - span.start <= MAX_QUOTE]
    return span if len(span) <= MAX_QUOTE or not ends else Span(span.start, ends[-1])
