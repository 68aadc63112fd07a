"""Figures and deadlines: one year, several years, or all years of a series."""

import re
from collections.abc import Sequence

from assistant.composers.target_statements import ELLIPTIC, enumeration_of, target_statement
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored, rescored
from assistant.measures import unit_fit
from assistant.phrases import phrase
from corpus.language.indicators import core_subject
from corpus.language.terms import terms_of
from corpus.model.document import Document
from corpus.model.facts import Target

SAME_SUBJECT = 0.6
"""Jaccard similarity of the terms of two subjects from which they are taken for one indicator."""
_FIGURE_ASKED = re.compile(r"多少|(?<!哪)几|多大|多高|多长|多远|呢")
_RESULT_ASKED = re.compile(
    r"实际|(?:完成|达到|实现|做到|达标)(?:了(?:吗|没有?|多少)|没有|吗)|(?:完成|实现|达标)(?:情况|得怎么样)|是否(?:已经?)?(?:完成|达到|实现)|已经|现在|目前|如今"
)
_REPORTED = re.compile(r"已|目前|现有|截[至止]")
_JOINED = re.compile(r"[和与及]|以及|、|各")
_INCREASE = re.compile(r"^(?:新建|新增|增补|净增|再建|增加|扩建)")
CONTAINED = 0.7
"""Similarity of an indicator to one that names it with more words: 服务信贷投放总额, …平台服务信贷投放总额."""
YEAR_FITS, YEAR_IN_PERIOD, YEAR_MISSING, YEAR_DIFFERS = 0.2, 0.12, -0.08, -0.6
REACHED = 0.15
"""Added to what a text reports as reached where the question asks for that, and taken off an aim."""
CUMULATIVE = 0.1
"""Added to what is reached in sum where the question says 累计."""
OF_ANOTHER, TOLD = 0.3, 0.3
"""Taken off a clause that goes on from a subject not asked for; and off the clause that has answered the part of the question before."""
NAMED, BEHIND = 0.45, 0.5
"""Strength from which a document counts as named, and how far behind the best target one of another document may be."""
_COMPARED = re.compile(r"各(?:是|为|有|要)?(?:多少|几)?|分别|相比|比|对比|差|区别|不同|不一样|变化")
PRECISION = 0.15
"""Added in full when every word of the indicator stands in the question: 5G基站 rather than 每万人拥有5G基站."""
COMPANION = 0.4
"""Share of the words of a further clause's indicator that must stand in the question."""
GAIN = 0.06
"""Share of the question's words that a further clause must add to be part of the answer."""


def compose_target(evidence: Evidence) -> Draft | None:
    """The target that fits the question and its year; for several years, or none, the series."""
    ranked = rescored(evidence.targets, lambda item: _fit(evidence, item))
    if not ranked:
        return None
    best = ranked[0]
    compared = _one_for_each_document(evidence, ranked)
    if compared:
        told = tuple(target_statement([item]) for item in compared)
        return Draft(told, best.score, facts=tuple(_fact(item) for item in compared), subject=best.item.subject)
    years = asked_years(evidence, best)
    if years and not _holds_in(best.item, years) and not (best.item.year is None and _speaks_of(best.document, years)):
        return _without_year(evidence, best, years)
    chosen = _chosen(evidence, best, ranked, years)
    statements = [target_statement(group) for group in chosen]
    if len(chosen) == 1:
        statements = [_confirmed(statements[0], best, ranked)]
    shown = [target for group in chosen for target in group]
    facts = tuple(fact for target in shown for fact in (_fact(target), *_joined_unit(target)))
    if _RESULT_ASKED.search(evidence.question.text) and all(_is_aim(target) for target in shown):
        statements.append(Statement(phrase("aim_not_result", evidence.question.language)))
    return Draft(tuple(statements), best.score, facts=facts, subject=best.item.subject)


def _one_for_each_document(evidence: Evidence, ranked: Sequence[Scored[Target]]) -> list[Scored[Target]]:
    """Where the question sets several documents it names against each other: the best target of each, all with a figure."""
    named = [key for key, strength in evidence.question.documents.strengths.items() if strength >= NAMED]
    if len(named) < 2 or not _COMPARED.search(evidence.question.text):
        return []
    best = [next((item for item in ranked if item.document.id == key and item.item.value is not None), None) for key in named]
    found = [item for item in best if item is not None and item.score >= ranked[0].score - BEHIND]
    return sorted(found, key=lambda item: item.item.year or 0) if len(found) > 1 else []


def asked_years(evidence: Evidence, best: Scored[Target]) -> tuple[int, ...]:
    """The years asked about; 最后一年 and 第一年 are read off the period of the document."""
    question = evidence.question
    if question.ordinal_year is not None and not question.years:
        period = best.document.metadata.period
        if period:
            return (period[1] if question.ordinal_year < 0 else period[0] + question.ordinal_year,)
    return question.years


def _is_aim(target: Scored[Target]) -> bool:
    """Whether the text sets the figure as something to be reached."""
    period = target.document.metadata.period
    if period is None:
        return False
    year = target.item.year
    return not _REPORTED.search(target.item.statement) if year is None else period[0] <= year <= period[1]


def _holds_in(target: Target, years: Sequence[int]) -> bool:
    return target.year in years or bool(target.years and any(target.years[0] <= year <= target.years[1] for year in years))


def _fit(evidence: Evidence, item: Scored[Target]) -> float:
    """What the year and the kind of figure asked for add to the target's score, or take off it."""
    question, target = evidence.question, item.item
    change = 0.0
    years = asked_years(evidence, item)
    if years:
        if target.year in years:
            change += YEAR_FITS
        elif _holds_in(target, years):
            change += YEAR_IN_PERIOD
        else:
            undated = target.year is None and target.years is None
            period = item.document.metadata.period
            due = 0.1 if period and period[1] in years else YEAR_MISSING
            change += due if undated and _speaks_of(item.document, years) else YEAR_DIFFERS
    if "figure" in question.asks or "difference" in question.asks:
        change += -0.3 if target.value is None else unit_fit(question.text, target.unit)
        change += PRECISION * evidence.matcher.share_in_question(target.subject)
        increase = _INCREASE.match(target.statement)
        change -= 0.15 * bool(increase and increase[0] not in question.text)
        if _RESULT_ASKED.search(question.text):
            change += -REACHED if _is_aim(item) else REACHED
        change += CUMULATIVE * (target.cumulative and "累计" in question.text)
        change -= OF_ANOTHER * _goes_on_from_another(evidence, target)
        change -= TOLD * any(source == _source(item) for source in evidence.near)
    elif "when" in question.asks:
        change += 0.1 if target.year is not None else -0.2
    return change


def _goes_on_from_another(evidence: Evidence, target: Target) -> bool:
    """Whether the clause goes on from a subject of which the question says nothing: 平均站间距6.1km, of other stations than those asked for."""
    own = next((at for at in range(len(target.subject)) if target.subject[at:] in target.statement), len(target.subject))
    inherited = target.subject[:own]
    return len(inherited) > 2 and evidence.matcher.share_in_question(core_subject(inherited)) == 0


def _speaks_of(document: Document, years: Sequence[int]) -> bool:
    """Whether what the document says without a year can hold for one of `years`: it was written then, or plans for then."""
    metadata = document.metadata
    dated = [day.year for day in (metadata.signed_on, metadata.issued_on) if day]
    dated.extend(int(year) for year in re.findall(r"[〔\[]((?:19|20)\d{2})", metadata.document_number or ""))
    period = metadata.period
    return any(year in dated or bool(period and period[0] <= year <= period[1]) for year in years) or not (dated or period)


def _chosen(evidence: Evidence, best: Scored[Target], ranked: Sequence[Scored[Target]], years: Sequence[int]) -> list[list[Scored[Target]]]:
    """Groups of targets, one group a statement: one year with the clauses that belong to it, or one group for each year."""
    asks = evidence.question.asks
    several = len(years) > 1 or (not years and ("each" in asks or ("when" not in asks and best.item.year)))
    groups = [[best, *_companions(evidence, best, ranked)]]
    if several:
        wanted = set(years) if len(years) > 1 else None
        for other in ranked[1:]:
            taken = {group[0].item.year for group in groups}
            if other.item.year in taken or other.item.year is None or (wanted and other.item.year not in wanted):
                continue
            if other.document.id == best.document.id and same_subject(other.item, best.item):
                groups.append([other])
    return sorted(groups, key=lambda group: group[0].item.year or 0)


def _companions(evidence: Evidence, best: Scored[Target], ranked: Sequence[Scored[Target]]) -> list[Scored[Target]]:
    """Further clauses of the same year and paragraph that answer what the first leaves open."""
    found: list[Scored[Target]] = []
    if len(_FIGURE_ASKED.findall(evidence.question.text)) < 2 and not _JOINED.search(evidence.question.text):
        return found
    shown = enumeration_of(best.document, best.item)
    known = evidence.matcher.terms_in(shown.of(best.document.text))
    for other in ranked[1:12]:
        if other.document.id == best.document.id and shown.contains(other.item.span):
            continue
        near = other.item.path == best.item.path and other.document.id == best.document.id and other.item.year == best.item.year
        if not near or not _same_segment(best, other) or (other.item.value is None and "figure" in evidence.question.asks):
            continue
        asked = evidence.matcher.share_in_question(core_subject(other.item.subject)) >= COMPANION
        gains = evidence.matcher.match(other.item.statement, apart_from=known).coverage >= GAIN
        if asked and gains and not same_subject(other.item, best.item):
            found.append(other)
            known |= evidence.matcher.terms_in(other.item.statement)
    return found[:2]


def _same_segment(best: Scored[Target], other: Scored[Target]) -> bool:
    """A clause without a subject of its own belongs to the segment it stands in; one with a subject may stand anywhere."""
    start, end = sorted((best.item.span.start, other.item.span.start))
    between = best.document.text[start:end]
    return not ELLIPTIC.match(other.item.statement) or not re.search(r"[；;。]", between)


def _confirmed(statement: Statement, best: Scored[Target], ranked: Sequence[Scored[Target]]) -> Statement:
    """The statement with one other place of the document that says the same."""
    for other in ranked[1:10]:
        same_place = other.document.id == best.document.id and not other.item.span.overlaps(best.item.span)
        same_figure = (other.item.year, other.item.amount, other.item.unit) == (best.item.year, best.item.amount, best.item.unit)
        if same_place and same_figure and best.item.amount is not None and same_subject(other.item, best.item):
            return Statement(statement.text, (*statement.sources, _source(other)))
    return statement


def same_subject(one: Target, other: Target) -> bool:
    """Whether two targets speak of one indicator, by the terms of their subjects."""
    first, second = set(terms_of(core_subject(one.subject))), set(terms_of(core_subject(other.subject)))
    if not first or not second:
        return False
    shared = len(first & second)
    similarity = shared / len(first | second)
    if min(len(first), len(second)) >= 4:
        similarity = max(similarity, CONTAINED * shared / min(len(first), len(second)))
    return similarity >= SAME_SUBJECT and one.unit == other.unit


def _source(scored: Scored[Target]) -> Source:
    return Source(scored.document.id, scored.item.span)


def _fact(scored: Scored[Target]) -> DraftFact:
    target = scored.item
    values = {
        "kind": "target",
        "subject": target.subject,
        "value": target.value,
        "amount": target.amount,
        "unit": target.unit,
        "comparator": target.comparator,
        "year": target.year,
        "deadline": target.deadline,
        "cumulative": target.cumulative,
    }
    return DraftFact(values, (_source(scored),))


def _joined_unit(scored: Scored[Target]) -> tuple[DraftFact, ...]:
    """A table prints figure and unit in two columns: their joining is derived."""
    target = scored.item
    joined = f"{target.value}{target.unit or ''}"
    if target.value is None or not target.unit or target.value.endswith(("%", "％")) or joined in target.span.of(scored.document.text):
        return ()
    return (DraftFact({"kind": "derived", "value": joined, "expression": f"{target.value} × {target.unit}"}, (_source(scored),)),)


def _without_year(evidence: Evidence, best: Scored[Target], years: Sequence[int]) -> Draft | None:
    """The indicator is known, the year is not: say which years are."""
    original = next((item for item in evidence.targets if item.item is best.item), best)
    known = sorted({item.item.year for item in evidence.targets if item.item.year and same_subject(item.item, best.item)})
    if not known or best.item.value is None:
        return None
    text = phrase(
        "outside_period",
        evidence.question.language,
        years="、".join(map(str, years)),
        known="、".join(f"{year}年" for year in known),
    )
    nearest = target_statement([best])
    return Draft((Statement(text), nearest), original.score, status="not_found", reason="outside_period")
