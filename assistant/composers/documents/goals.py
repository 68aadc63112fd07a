"""What a plan as a whole sets out to reach: the sentences of its section on goals."""

import re

from assistant.composers.units.plan_units import names_only_the_plan
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.sentences import clauses_of, segments_of, sentences_of
from corpus.model.document import Document, Section
from corpus.model.span import Span

_ASKED = re.compile(
    r"^(?P<named>.{2,40}?)(?:里面|里|中|内)?的?(?:总体?|主要|工作|发展|建设|行动|具体)*目标(?:都|分别|主要|具体)*(?:是|有|包括|为)?(?:什么|啥|哪些|哪几[个项条])[？?]?$"
)
_GOALS = re.compile(r"^(?:总体|主要|工作|发展|建设|行动|具体)*目标(?:任务)?$")
MAX_QUOTE = 200
MAX_GOALS = 420
"""Characters of goals that are told at the most, so that an answer stays one that can be read out."""


def compose_goals(evidence: Evidence) -> Draft | None:
    """The goals of the named plan in its own words, when the question names nothing besides the plan."""
    document_id = evidence.question.documents.strongest
    match = _ASKED.search(evidence.question.text.rstrip("。 "))
    if match is None or document_id is None:
        return None
    document = evidence.knowledge.document(document_id)
    if not names_only_the_plan(match["named"], document.title, [synonym.words for synonym in evidence.question.synonyms]):
        return None
    section = _section_on_goals(document)
    statements: list[Statement] = []
    for span in _told(document, section) if section else ():
        if sum(len(statement.text) for statement in statements) + len(span) > MAX_GOALS:
            statements.append(Statement(phrase("goals_cut", evidence.question.language)))
            break
        text = span.of(document.text).rstrip("；;，。")
        statements.append(Statement(text + "。", (Source(document.id, span),)))
    return Draft(tuple(statements), 1.0, subject=document.title) if statements else None


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
