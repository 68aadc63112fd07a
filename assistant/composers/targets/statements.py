"""Targets put into words: each clause with its year, its subject, and the conditions its figure needs."""

import re
from collections.abc import Sequence

from assistant.draft import DraftFact, Source, Statement
from assistant.evidence import Scored
from corpus.language.numbering import numbering_of
from corpus.language.sentences import clauses_of, segments_of, sentences_of, trim
from corpus.language.years import year_mentions
from corpus.model.document import Document
from corpus.model.facts import Target
from corpus.model.span import Span

ELLIPTIC = re.compile(
    r"^(?:单个|每家|每个|每项|最高|最低|分别|给予|可|并|按(?![期时])|一次性|占|增长|同比|年均|总数|总量|总计|平均|其中|比重|降低|提高|达到?|累计|超过?[一二三四五六七八九十\d]|"
    r"(?:总?面积|数量|规模|产[量值]|长度|里程|金额|比例|覆盖率|增速|销售额|收入)(?:达到?|超过?|为|突破|增长|不低于))"
)
MAX_AWARD = 160
SUBJECTLESS = 8
"""A clause shorter than this many characters has no subject of its own: 建成投入运营."""
_AWARD = re.compile(r"给予[^，。]{0,30}(?:奖励|补助|补贴|资助|支持|扶持)|处[^，。]{2,24}罚款|最高不?超?过?\s*\d[^，。]{0,8}元")
MAX_ENUMERATION = 80
"""Characters up to which an enumeration with a figure in each part is given whole."""
MAX_SUBJECT = 110
"""Characters up to which a clause without a subject is given with all that stands before it in its segment."""


def target_statement(group: Sequence[Scored[Target]]) -> Statement:
    """One statement for targets of one year: the year once, then each clause, with the characters of all."""
    first = group[0]
    pieces: list[str] = []
    sources: list[Source] = []
    shown: list[Span] = []
    spans = [_with_subject(scored.document, scored.item) for scored in group]
    for scored, span in zip(group, spans, strict=True):
        if any(other != span and other.contains(span) for other in spans) or span in shown:
            continue
        shown.append(span)
        inside = scored.item.year_span is not None and span.contains(scored.item.year_span)
        time = "" if pieces or inside else _time(scored.document, scored.item)
        printed = span.of(scored.document.text)
        pieces.append(time + (scored.item.statement if _put_together(scored.document, scored.item) else printed))
        start = scored.item.year_span.start if scored.item.year_span and 0 <= span.start - scored.item.year_span.end <= 2 else span.start
        sources.append(Source(first.document.id, Span(start, span.end)))
        if time and start == span.start and scored.item.year_span:
            sources.append(Source(first.document.id, _year_clause(scored.document, scored.item.year_span)))
    return Statement("；".join(pieces) + "。", tuple(sources))


def _put_together(document: Document, target: Target) -> bool:
    """Whether the statement is made of several places of its span: cells of a table row, one member of a series."""
    return target.statement not in target.span.of(document.text)


def _year_clause(document: Document, year: Span) -> Span:
    """The year expression with the clause it opens, so that the reader sees what it rules."""
    line_end = document.text.find("\n", year.start)
    clauses = clauses_of(document.text, Span(year.start, line_end if line_end >= 0 else len(document.text)))
    return clauses[0] if clauses else year


def _with_subject(document: Document, target: Target) -> Span:
    """The clause, with the rest of its enumeration, and with the clause before it when it has no subject of its own."""
    if _put_together(document, target):
        return target.span
    award = _award(document, target)
    if award is not None:
        return award
    own = enumeration_of(document, target)
    said = own.of(document.text)
    if not ELLIPTIC.match(said) and len(said) >= SUBJECTLESS:
        return own
    line_start = document.text.rfind("\n", 0, own.start) + 1
    segment = next((s for s in segments_of(document.text, Span(line_start, own.end)) if s.start <= own.start < s.end), None)
    before = clauses_of(document.text, Span(line_start, own.start))
    if segment is None or not before or own.start - before[-1].end > 2:
        return own
    start = segment.start if own.end - segment.start <= MAX_SUBJECT else before[-1].start
    if target.year_span and start <= target.year_span.start < target.year_span.end <= own.start:
        start = target.year_span.end
    widened = trim(document.text, Span(start, own.end))
    others = {mention.last for mention in year_mentions(widened.of(document.text))} - {target.year}
    return own if others else widened


def enumeration_of(document: Document, target: Target) -> Span:
    """The whole clause of which a target is one part: 泵站30座、水厂15座; its own characters where that is long or has no other part."""
    line_start = document.text.rfind("\n", 0, target.span.start) + 1
    line_end = document.text.find("\n", target.span.end)
    clauses = clauses_of(document.text, Span(line_start, line_end if line_end >= 0 else len(document.text)))
    clause = _without_number(document.text, next((span for span in clauses if span.contains(target.span)), target.span))
    if target.year_span and clause.start <= target.year_span.start:
        clause = trim(document.text, Span(min(target.year_span.end, target.span.start), clause.end))
    around = (document.text[clause.start : target.span.start], document.text[target.span.end : clause.end])
    return clause if len(clause) <= MAX_ENUMERATION and all(not part or "、" in part or "和" in part for part in around) else target.span


def _without_number(text: str, clause: Span) -> Span:
    """The clause without the number of the item that it opens: 3.新建泵站4座."""
    opens = clause.start == 0 or text[clause.start - 1] == "\n"
    numbering = numbering_of(clause.of(text)) if opens else None
    return Span(clause.start + numbering.length, clause.end) if numbering else clause


def _award(document: Document, target: Target) -> Span | None:
    """The whole sentence of a grant or a fine: its figure means nothing without its conditions and caps."""
    line_start = document.text.rfind("\n", 0, target.span.start) + 1
    line_end = document.text.find("\n", target.span.end)
    sentences = sentences_of(document.text, Span(line_start, line_end if line_end >= 0 else len(document.text)))
    sentence = next((span for span in sentences if span.start <= target.span.start < span.end), None)
    if sentence is None or len(sentence) > MAX_AWARD or not _AWARD.search(sentence.of(document.text)):
        return None
    return trim(document.text, sentence)


def _time(document: Document, target: Target) -> str:
    if target.year_span is None:
        return ""
    printed = target.year_span.of(document.text).strip()
    return printed if target.span.start == target.year_span.end else printed.rstrip("，") + "，"


def joined_unit(scored: Scored[Target]) -> tuple[DraftFact, ...]:
    """The derived fact of a figure whose unit stands in another column of its row: their joining stands nowhere."""
    target = scored.item
    joined = f"{target.value}{target.unit or ''}"
    if target.value is None or not target.unit or target.value.endswith(("%", "％")) or joined in target.span.of(scored.document.text):
        return ()
    source = Source(scored.document.id, target.span)
    return (DraftFact({"kind": "derived", "value": joined, "expression": f"{target.value} × {target.unit}"}, (source,)),)
