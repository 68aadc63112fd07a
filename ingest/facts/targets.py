"""Targets: what is to be reached by when, from prose clauses and from indicator tables."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.language.figures import Figure, figures_in
from corpus.language.sentences import clauses_of, sentences_of, trim
from corpus.language.years import YearMention, year_mentions
from corpus.model.document import Document, Passage
from corpus.model.facts import Target
from corpus.model.span import Span
from ingest.facts.grants import GRANT
from ingest.facts.indicators import indicators
from ingest.facts.parallels import Member, parallel_members, yearly_members
from ingest.facts.responsibilities import names_only_units, owner_spans
from ingest.facts.stated_figures import parts_with_figures, stated_figures
from ingest.facts.subjects import Said, only_says_when, subject_of
from ingest.facts.times import GOAL_LABEL, OPENING, Time, holds_on, time_above, totals_period
from ingest.facts.topics import with_owner

_BASIS = re.compile(r"(?:基础上|同期|以来|印发|发布|相比|底数)|^(?:较|比|与)|^[之以]?后")
_OWNER_LABEL = re.compile(r"[（(]?\s*(?:责任|牵头|主责|实施|落实|配合|参与|协办|参加)(?:单位|部门)[：:]")
_CUMULATIVE = re.compile(r"累计|累积|总计")
_MEANS = re.compile(
    r"(?:在(?=[^，]*(?:领域|方面|环节|行业|区域|地区|背景|框架|[中上下内里])$)|以(?=.*为)|从(?=.*(?:出发|入手|着手)$)|按(?![期时])照?|[根依]据|坚持|随着|经过|"
    r"[^，]{0,12}(?:通过|依托|基于|围绕|聚焦|针对|结合|利用|借助|面向))"
    r"(?!.*(?:实现|达到|形成|完成|建[成立]|建设.|提升|打造|构建|提供|成为|提高|推动|推进|开展|实施(?=\d)|衡量|新[建增]|更换|改造|培育|引进|举办|布设)(?![^，]{0,4}的|基地|中心|平台))"
)
"""A clause that says by what means or where something is done; what is reached stands in the next one."""
_FRAGMENT = re.compile(
    r"(?:成为|是(?!否)|[^，]{2,6}工作是|与|以及|包括|覆盖|融入|起到|驱动|达到(?![^，]*(?:国家|[省市部]级|[一二三四五六七八九十]级)))|以[^，]{2,}为[^，]{2,4}$|"
    r"(?:为|在)[^，]{2,}(?:(?:提供|奠定|发挥)[^，]*(?:支撑|支持|基础|保障|来源|作用)|共享开放)$|(?!.*(?:实现|完成|达成|确立|制定|达到))[^，]*目标$|[^，]*如下[：:]?$"
)
"""The end of a statement whose subject or verb stands in the clause before: 成为重要支撑."""
_FOLLOWS_CONDITION = re.compile(
    r"[，,]\s*(?:的[，,])?(?:按照?[^，。；]{0,24}[，,])?(?:一次性|再|可|分别|按[^，。；]{0,20}|最高|每年)*(?:给予|予以)[^。；]{0,40}(?:奖|补|资助|支持)"
)
_CAP = re.compile(r"(?:最高|最多|不超过|不高于|上限)[^，。\d]{0,10}$")
_OTHER_TIME = re.compile(r"(?:以?来|之?后|时|期间|[以之]前|基础之?上|过程中)$")
_BARE_FIGURE = re.compile(r"\d[\d.,]*[万亿]?[\u4e00-\u9fff%A-Z]{1,2}")
"""A figure that is all its clause says besides the year: …；2026年，8座."""
_STOCK = re.compile(r"在(?P<stock>[^，]*已[^，\d]{1,4}\d[^，]*?)的?基础之?上")
_YEARLY = re.compile(r"每年|年均(?!浓度|气温)|年内|逐年")


def targets(document: Document) -> tuple[Target, ...]:
    """Every target of `document` in reading order, those of indicator tables last."""
    headed = (block for block in document.blocks if block.kind == "table" and block.rows and block.rows[0].header)
    in_tables = [target for block in headed for target in indicators(document, block)]
    owners = owner_spans(document)
    found: list[Target] = []
    time: Time | None = None
    line_end = -1
    for passage in document.passages:
        if passage.kind == "prose":
            if passage.span.start > line_end:
                time = time_above(document, passage)
                line_end = document.text.find("\n", passage.span.start)
            time = _read_passage(document, passage, time, found, owners)
        else:
            rest = tuple(cell for cell in passage.sentences if not any(cell.overlaps(target.span) for target in in_tables))
            _read_passage(document, replace(passage, sentences=rest), None, found, owners)
    return (*found, *in_tables)


def _read_passage(document: Document, passage: Passage, time: Time | None, found: list[Target], owners: Sequence[Span]) -> Time | None:
    """Adds the passage's targets; returns the time that holds for what follows in the same paragraph."""
    label = bool(passage.path and GOAL_LABEL.search(passage.path[-1]))
    for cell in passage.sentences if passage.kind == "row" else (passage.span,):
        time = None if passage.kind == "row" else time
        for sentence in sentences_of(document.text, cell):
            if time and not time.of_heading and not holds_on(document.text, time, sentence, label=label):
                time = time_above(document, passage)
            clauses = _apart_from_owners(document.text, clauses_of(document.text, sentence), owners)
            time = _read_sentence(document, passage, clauses, time, found, label=label)
    return time


def _apart_from_owners(text: str, clauses: Sequence[Span], owners: Sequence[Span]) -> Iterator[Span]:
    """The clauses without the owner lists beside and inside them: 改造泵站4座（责任单位：…）says who in its bracket, not what."""
    for clause in clauses:
        start = clause.start
        for owner in owners[bisect_right(owners, clause.start, key=lambda span: span.end) :]:
            if owner.start >= clause.end:
                break
            yield from _before_label(text, Span(start, max(start, owner.start)))
            start = owner.end
        yield from _before_label(text, Span(min(start, clause.end), clause.end))


def _before_label(text: str, clause: Span) -> Iterator[Span]:
    label = _OWNER_LABEL.search(clause.of(text))
    clause = trim(text, Span(clause.start, clause.start + label.start()) if label else clause)
    if len(clause):
        yield clause


def _read_sentence(
    document: Document, passage: Passage, clauses: Iterable[Span], time: Time | None, found: list[Target], *, label: bool
) -> Time | None:
    said: list[Said] = []
    passed: list[Span] = []
    for clause in clauses:
        before, passed = passed, [*passed, clause]
        if series := yearly_members(document.text, before, clause, said):
            found.extend(_of_series(document, passage, series))
            continue
        own, time = _time_of(document, clause, time)
        statement = _statement(document.text, clause, own)
        if statement is None or names_only_units(statement.of(document.text)):
            continue
        members = parallel_members(document.text, before, statement, said)
        for member in members:
            said.append(Said(member.statement, member.subject, member.figure.unit))
            stated = _stated(document, passage, member.span, own or time, member.subject, member.figure)
            found.append(replace(stated, statement=member.statement))
        if members:
            continue
        stock = _stock(document.text, statement)
        if stock is None and (_is_means(document.text, statement) or _is_condition(document.text, statement)):
            said.append(Said(statement.of(document.text)))
            continue
        parts = parts_with_figures(document.text, stock or statement)
        cumulative = bool(_CUMULATIVE.search(statement.of(document.text)))
        for part in parts:
            whole = Span(clause.start, part.end) if part == parts[0] and not stock else part
            clause_said = _said(document.text, whole, part, said)
            said.append(clause_said)
            named = clause_said.subject if clause_said.subject and not GRANT.fullmatch(clause_said.subject) else None
            subject = named and with_owner(named, document.text, part, goals=label)
            target = _target(document, passage, part, own or time, subject, label=label)
            if target:
                found.append(replace(target, cumulative=cumulative))
    return time


def _time_of(document: Document, clause: Span, time: Time | None) -> tuple[Time | None, Time | None]:
    """The time that the clause states for itself, and the one that holds from it on: a year at its opening rules what follows, one inside does not."""
    own = totals_period(document, clause)
    text, time = clause.of(document.text), own or time
    for mention in year_mentions(text, written=document.metadata.written_in):
        stated = Time(mention, Span(clause.start + mention.start, clause.start + mention.end))
        leading = mention.start <= OPENING
        if leading and not _BASIS.search(text[mention.end :][:14]) and not re.match(r"[较比与]", text):
            time = own = stated
        elif not leading and own is None and not re.search(r"(?:在|较|比|对)\s*$", text[: mention.start]):
            own = stated
    return own, time


def _of_series(document: Document, passage: Passage, series: Sequence[tuple[Member, YearMention]]) -> Iterator[Target]:
    """One target for each year of a series."""
    for member, mention in series:
        time = Time(mention, Span(member.span.start + mention.start, member.span.start + mention.end))
        yield replace(_stated(document, passage, member.span, time, member.subject, member.figure), statement=member.statement)


def _said(text: str, clause: Span, statement: Span, said: Sequence[Said]) -> Said:
    """What the clause says its last figure counts; words before its year belong to it: 节水企业2025年达到500家."""
    words = statement.of(text)
    figure = _figure(words)
    closed = text[clause.end : clause.end + 1] in ("；", ";")
    if figure is None:
        return Said(words, closed=closed)
    opening = year_mentions(text[clause.start : statement.start])
    named = text[clause.start : clause.start + opening[0].start] if opening else ""
    before = ("" if only_says_when(named) else named) + words[: figure.start]
    behind = words[figure.end :]
    return Said(words, subject_of(before, behind, figure.unit, said), figure.unit, behind, closed)


def _figure(statement: str) -> Figure | None:
    figures = stated_figures(statement)
    if not figures:
        return None
    capped = figures[-1].comparator == "equal" and _CAP.search(statement[: figures[-1].start])
    return replace(figures[-1], comparator="at_most") if capped else figures[-1]


def _statement(text: str, clause: Span, own: Time | None) -> Span | None:
    """The clause without the year expression it starts with; None when nothing is left. A figure before the year is what the clause says."""
    opens = own is not None and own.span.start - clause.start <= OPENING and not figures_in(text[clause.start : own.span.start])
    start = own.span.end if own and opens else clause.start
    statement = trim(text, Span(start, clause.end))
    return statement if len(statement) >= 4 or (own and _BARE_FIGURE.fullmatch(statement.of(text))) else None


def _target(document: Document, passage: Passage, statement: Span, time: Time | None, subject: str | None, *, label: bool) -> Target | None:
    """The target that the clause states; None without a figure of something, a deadline or the label of a goal."""
    text = statement.of(document.text)
    figure = _figure(text)
    if not subject if figure else not (time and _is_state(document.text, statement, time, label=label)):
        return None
    return _stated(document, passage, statement, time, subject or text, figure)


def _stated(document: Document, passage: Passage, statement: Span, time: Time | None, subject: str, figure: Figure | None) -> Target:
    text = statement.of(document.text)
    mention = time.mention if time else None
    return Target(
        document.id,
        statement,
        passage.section,
        passage.path,
        text,
        subject,
        figure.value if figure else None,
        figure.amount if figure else None,
        figure.amount_to if figure else None,
        figure.unit if figure else None,
        "each_year" if figure and _YEARLY.search(text) else figure.comparator if figure else "equal",
        mention.last if mention and mention.first == mention.last else None,
        (mention.first, mention.last) if mention and mention.first != mention.last else None,
        bool(mention and mention.deadline),
        bool(_CUMULATIVE.search(text)),
        time.span if time else None,
    )


def _is_means(text: str, statement: Span) -> bool:
    """Whether a clause only says how, where or when; what is reached stands in the one it goes on to."""
    goes_on = text[statement.end : statement.end + 1] in ("，", ",")
    said = statement.of(text)
    return goes_on and bool(_MEANS.match(said) or _OTHER_TIME.search(said))


def _stock(text: str, statement: Span) -> Span | None:
    """What there is already, where a clause only sets out from that: 在已建成的90座泵站基础上."""
    match = _STOCK.fullmatch(statement.of(text))
    return Span(statement.start + match.start("stock"), statement.start + match.end("stock")) if match else None


def _is_condition(text: str, statement: Span) -> bool:
    """Whether a clause sets what is to be exceeded for the grant of the next one: 成交额超过5000万元，给予奖励."""
    figure = _figure(statement.of(text))
    return figure is not None and figure.comparator in ("more_than", "at_least") and bool(_FOLLOWS_CONDITION.match(text, statement.end))


def _is_state(text: str, statement: Span, time: Time, *, label: bool) -> bool:
    """Whether a clause without a figure says what is to be reached at `time`."""
    if time.span.of(text).endswith("前") and re.search(r"[；;]", text[time.span.end : statement.start]):
        return False
    if _FRAGMENT.match(statement.of(text)):
        return False
    same_sentence = "。" not in text[time.span.end : statement.start]
    return (time.mention.deadline and same_sentence) or (label and not time.of_heading)
