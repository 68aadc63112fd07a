"""Figures and deadlines: one year, several years, or all years of a series."""

import re
from collections.abc import Collection, Sequence

from assistant.composers.targets.fit import RESULT_ASKED, SHORT_NAME, asked_years, fit, holds_in, is_aim, same_subject, source_of, speaks_of
from assistant.composers.targets.pairs import counterparts, one_for_each_document, other_side
from assistant.composers.targets.renamed_indicators import figure_of_year, stands_for
from assistant.composers.targets.statements import ELLIPTIC, enumeration_of, joined_unit, target_statement
from assistant.composers.targets.ties import one_for_each_tied, tied_in_line
from assistant.draft import Draft, DraftFact, Statement
from assistant.evidence import Evidence, Scored, rescored
from assistant.nearness import SAME_LINE, nearness
from assistant.phrases import phrase
from assistant.understanding.ranked_years import ranks_years
from corpus.language.indicators import core_subject
from corpus.language.terms import normalize
from corpus.language.years import year_mentions
from corpus.model.facts import Target

_FIGURE_ASKED = re.compile(r"多少|(?<!哪)几|多大|多高|多长|多远|呢")
_JOINED = re.compile(r"[和与及]|以及|、|各|还有|连同|连带|外加|加上|同时")
_COUNTED_ASKED = re.compile(r"统计(?:的|范围|对象|口径)|口径|(?:包|含|算|计)(?:括|含)?不(?:包|含|算|计)|是否(?:包|含|计入)|怎么(?:算|统计)")
"""Asks what a figure counts: 统计的是多长的船, 含不含临时起降点."""
_NOTE = re.compile(r"\s*[*※]?注\s*\d?\s*[：:]")
COMPANION = 0.4
"""Share of the words of a further clause's indicator that must stand in the question."""
GAIN = 0.06
"""Share of the question's words that a further clause must add to be part of the answer."""


MEANT = 0.5
"""Score by which an indicator must lead one of the year asked about, before their years count, to be the one meant."""


def _told_in_note(evidence: Evidence) -> bool:
    """Whether what a figure counts is asked, and a note below a table tells it: the figure itself is no answer."""
    return _COUNTED_ASKED.search(evidence.question.text) is not None and any(_NOTE.match(one.text) for one in evidence.sentences[:1])


def compose_target(evidence: Evidence) -> Draft | None:
    """The target that fits the question and its year; for several years, or none, the series."""
    ranked = rescored((*evidence.targets, *counterparts(evidence)), lambda item: fit(evidence, item))
    if not ranked or _told_in_note(evidence):
        return None
    best = ranked[0]
    if (meant := _meant_beside(evidence, best)) and (unstated := _without_year(evidence, meant, asked_years(evidence, meant))):
        return unstated
    compared = one_for_each_document(evidence, ranked)
    if compared:
        return _side_by_side(evidence, best, compared)
    years = asked_years(evidence, best)
    if years and not holds_in(best.item, years) and not (best.item.year is None and speaks_of(best.document, years)):
        return _without_year(evidence, best, years)
    if len(years) < 2 and (tied := one_for_each_tied(evidence, best, ranked)):
        return _side_by_side(evidence, best, tied)
    best = _of_whole_series(best, ranked, years)
    chosen = _chosen(evidence, best, ranked, years)
    statements = [target_statement(group) for group in chosen]
    if len(chosen) == 1:
        others = [other for other in other_side(evidence, best, ranked) if all(other.item is not told.item for told in chosen[0])]
        statements = [_confirmed(statements[0], best, ranked), *(_beside(evidence, best, other) for other in others)]
        chosen = [*chosen, others]
    shown = [target for group in chosen for target in group]
    facts = tuple(fact for target in shown for fact in (_fact(target), *joined_unit(target)))
    if RESULT_ASKED.search(evidence.question.text) and all(is_aim(target) for target in shown):
        statements.append(Statement(phrase("aim_not_result", evidence.question.language)))
    return Draft(tuple(statements), best.score, facts=facts, subject=best.item.subject)


def _side_by_side(evidence: Evidence, best: Scored[Target], compared: Sequence[Scored[Target]]) -> Draft:
    told = tuple(_titled(evidence, item) for item in compared)
    facts = tuple(fact for item in compared for fact in (_fact(item), *joined_unit(item)))
    return Draft(told, best.score, facts=facts, subject=best.item.subject)


def _meant_beside(evidence: Evidence, best: Scored[Target]) -> Scored[Target] | None:
    """The indicator that the words of the question name far better than the one that only fits its year."""
    first = evidence.targets[0] if evidence.targets else None
    own = next((item.score for item in evidence.targets if item.item is best.item), None)
    if first is None or own is None or first.item.year is None or same_subject(first.item, best.item):
        return None
    if first.score - own < MEANT and not _named_instead(evidence, first.item, best.item):
        return None
    years = asked_years(evidence, first)
    dated = (item for item in evidence.targets if same_subject(item.item, first.item))
    return first if years and not any(holds_in(item.item, years) for item in dated) else None


def _named_instead(evidence: Evidence, first: Target, best: Target) -> bool:
    """Whether the question calls `first` by its whole name, of which that of `best` is no other form."""
    name, other = (normalize(core_subject(target.subject)) for target in (first, best))
    return len(name) >= SHORT_NAME and name in normalize(evidence.question.text) and name not in other and other not in name


def _chosen(evidence: Evidence, best: Scored[Target], ranked: Sequence[Scored[Target]], years: Sequence[int]) -> list[list[Scored[Target]]]:
    """Groups of targets, one group a statement: one year with the clauses that belong to it, or one group for each year.

    A part of a question that asks on about the line before it stays with the year told there.
    """
    asks = evidence.question.asks
    beside = nearness(best.document, best.item.span, evidence.near) >= SAME_LINE
    ranked_years = ranks_years(evidence.question.text) is not None
    several = len(years) > 1 or (not years and (ranked_years or "each" in asks or ("when" not in asks and not beside and best.item.year)))
    groups = [[best, *_companions(evidence, best, ranked)]]
    if several:
        wanted = set(years) if len(years) > 1 else None
        reached = not years and RESULT_ASKED.search(evidence.question.text) is not None and not is_aim(best)
        for other in ranked[1:]:
            taken = {group[0].item.year for group in groups}
            if other.item.year in taken or other.item.year is None or (wanted and other.item.year not in wanted):
                continue
            if reached and is_aim(other):
                continue
            if other.document.id == best.document.id and _is_same_indicator(best, other):
                groups.append([other])
        missing = sorted((wanted or set()) - {stands_for(group[0], years) for group in groups})
        groups.extend([found] for year in missing if (found := figure_of_year(evidence, best, ranked, year)))
    return sorted(groups, key=lambda group: stands_for(group[0], years) or group[0].item.year or 0)


def _of_whole_series(best: Scored[Target], ranked: Sequence[Scored[Target]], years: Sequence[int]) -> Scored[Target]:
    """The best target of the indicator in the first document that has it for all years asked about; `best` itself where none has."""
    if len(years) < 2:
        return best
    told: dict[str, list[Scored[Target]]] = {}
    for other in ranked:
        if other.item.year in years and other.item.value and _is_same_indicator(best, other):
            told.setdefault(other.document.id, []).append(other)
    whole = [items for items in told.values() if {item.item.year for item in items} >= set(years)]
    own = any(items[0].document.id == best.document.id for items in whole)
    return best if own or not whole else whole[0][0]


def _is_same_indicator(one: Scored[Target], other: Scored[Target]) -> bool:
    """Whether two targets speak of one indicator, which one of them may call by the end of its name where its line says the rest before."""
    if same_subject(one.item, other.item):
        return True
    short, full = sorted((one, other), key=lambda item: len(core_subject(item.item.subject)))
    end, name = (normalize(core_subject(item.item.subject)) for item in (short, full))
    rest = name.removesuffix(end)
    if one.item.unit != other.item.unit or len(end) < SHORT_NAME or rest == name or len(rest) < len("名称"):
        return False
    text = short.document.text
    return rest in normalize(text[text.rfind("\n", 0, short.item.span.start) + 1 : short.item.span.start])


def _beside(evidence: Evidence, best: Scored[Target], other: Scored[Target]) -> Statement:
    return target_statement([other]) if other.document.id == best.document.id else _titled(evidence, other)


def _titled(evidence: Evidence, target: Scored[Target]) -> Statement:
    """The target with the title of its document, where another document states it as well."""
    statement = target_statement([target])
    said = phrase("elsewhere_titled", evidence.question.language, title=target.document.title, statement=statement.text.rstrip("。"))
    return Statement(said + "。", statement.sources)


def _companions(evidence: Evidence, best: Scored[Target], ranked: Sequence[Scored[Target]]) -> list[Scored[Target]]:
    """Further clauses of the same year and paragraph that answer what the first leaves open."""
    found: list[Scored[Target]] = []
    if len(_FIGURE_ASKED.findall(evidence.question.text)) < 2 and not _JOINED.search(evidence.question.text):
        return tied_in_line(evidence, best, ranked)
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
            return Statement(statement.text, (*statement.sources, source_of(other)))
    return statement


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
    return DraftFact(values, (source_of(scored),))


def _without_year(evidence: Evidence, best: Scored[Target], years: Sequence[int]) -> Draft | None:
    """The indicator is known, the year is not: say which years are."""
    original = next((item for item in evidence.targets if item.item is best.item), best)
    known = sorted({item.item.year for item in evidence.targets if item.item.year and same_subject(item.item, best.item)})
    if not known or best.item.value is None or _told_beside(evidence, best, {*known, *years}):
        return None
    text = phrase(
        "outside_period",
        evidence.question.language,
        years="、".join(map(str, years)),
        known="、".join(f"{year}年" for year in known),
    )
    nearest = Statement(text, target_statement([best]).sources)
    return Draft((nearest,), original.score, status="not_found", reason="outside_period")


def _told_beside(evidence: Evidence, best: Scored[Target], known: Collection[int]) -> bool:
    """Whether the best sentence, in the line of the indicator, tells of a year besides those known: a time without a figure (计划2030年底建成)."""
    sentence = next(iter(evidence.sentences), None)
    if sentence is None or sentence.document.id != best.document.id or sentence.score < best.score:
        return False
    start, end = sorted((sentence.span.start, best.item.span.start))
    same_line = "\n" not in sentence.document.text[start:end]
    return same_line and any(mention.last not in known for mention in year_mentions(sentence.text))
