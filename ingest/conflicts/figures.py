"""One indicator, one year, two figures."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from corpus.language.indicators import indicator_name, names_one_thing
from corpus.language.places import places_in
from corpus.language.years import year_mentions
from corpus.model.conflicts import Conflict
from corpus.model.facts import Target
from corpus.model.span import Span
from ingest.conflicts.full_names import full_names
from ingest.conflicts.stated import Stated, comparable_places, similarity

_AWARD = re.compile(r"给予|奖励|奖补|补助|补贴|资助|罚款|处罚|扶持|扣\d|额度|单个|每家|每个|每户|每批|每人|分别|其中")
_INCREASE = re.compile(
    r"新[增建改签引培认造]|增补|净增|再建|扩建|增加|引进|改造|增长|同比|年均|下降|降低|压缩|压减|减少|缩短|提高|提升(?!至|到)|年内|平均"
)
_RESULT = re.compile(r"截至|截止|目前|已(?:经|有|建|完|达|实|接|开|覆|汇|培|打|累)|现有|完成了")
_AS_OF = re.compile(r"截[至止]")
_LOOKING_BACK = re.compile(r"回顾|成效|现状|发展基础|工作情况|进展情况|主要成绩")
_ORDINAL = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[)）、.．]+\s*")
_UNDATED_NAME = 6
"""Characters a name needs for two figures without any year to be taken for one indicator's."""
_BOUNDS = {"at_least": 1, "more_than": 1, "at_most": -1, "less_than": -1}
ABOUT = 0.05
"""Share by which 约 and 左右 may be off."""
LEAD = 60
"""Characters before a clause that may say that it speaks of what was reached."""

SAME_SERIES = 0.75
"""Similarity of two indicators' names from which the figures of one section are taken for one series of years."""

_Key = tuple[object, ...]
_Section = tuple[str, int | None]


def figure_conflicts(targets: Iterable[Stated[Target]], rows: Mapping[str, Sequence[Span]]) -> Iterator[Conflict]:
    """The indicators that two places give different figures for; `rows` are the spans of table rows by document, which speak of a project each."""
    groups: dict[_Key, list[Stated[Target]]] = defaultdict(list)
    sections: dict[_Section, list[Stated[Target]]] = defaultdict(list)
    told = tuple(targets)
    names = full_names(told)
    for target in told:
        if target.fact.amount is None or not _is_of_indicator(target, rows.get(target.document.id, ())):
            continue
        key = _key(target, names.get(target.id))
        sections[(target.document.id, target.fact.section)].append(target)
        groups[(*key, target.fact.year or _headed_year(target), target.fact.years, _month(target))].append(target)
    for group in groups.values():
        pairs = [(one, other) for one, other in combinations(group, 2) if _disagree(one, other)]
        summed = [pair for pair in pairs if any(_is_sum(one, other, sections) for one, other in (pair, pair[::-1]))]
        if any(_increase(one) for one, _ in summed):
            pairs = [pair for pair in pairs if pair not in summed]
        if pairs:
            yield _conflict(group, pairs, adds_up=len(summed) == len(pairs))


def _key(target: Stated[Target], full_name: str | None) -> _Key:
    """What must be the same before two figures can disagree: indicator, measure, way of counting, aim or result, place."""
    fact = target.fact
    places = places_in(" ".join((fact.subject, *(_ORDINAL.sub("", heading) for heading in fact.path[-2:]))))
    each_year = fact.comparator == "each_year"
    return full_name or indicator_name(fact.subject), fact.unit, fact.cumulative, each_year, _is_result(target), places


def _increase(target: Stated[Target]) -> tuple[str, ...]:
    return tuple(sorted(set(_INCREASE.findall(target.fact.statement + target.fact.subject))))


def _is_of_indicator(target: Stated[Target], rows: Sequence[Span]) -> bool:
    """Whether the figure is of an indicator that says by itself what it counts: no grant, no share of another figure, no project's size."""
    fact = target.fact
    if _AWARD.search(fact.statement) or _AWARD.search(fact.subject):
        return False
    if any(row.contains(fact.span) for row in rows) and not _headed_year(target):
        return False
    if _is_dated_by_an_event(target):
        return False
    name = indicator_name(fact.subject)
    dated = fact.year is not None or fact.years is not None
    return names_one_thing(name) and (dated or len(name) >= _UNDATED_NAME)


def _headed_year(target: Stated[Target]) -> int | None:
    """The year that the title of a table or list gives to all that it assigns: 2025年民生实事任务分工表."""
    if target.fact.year is not None or target.fact.years is not None or not target.fact.path:
        return None
    mentions = year_mentions(target.fact.path[-1])
    return mentions[0].last if len(mentions) == 1 and mentions[0].first == mentions[0].last else None


def _is_dated_by_an_event(target: Stated[Target]) -> bool:
    """Whether the year is that of something before: 平台于2023年上线，已接入120家 says what there is now, not in 2023."""
    fact, text = target.fact, target.document.text
    if fact.year_span is None or fact.year_span.end > fact.span.start or _AS_OF.search(fact.year_span.of(text)):
        return False
    between = text[fact.year_span.end : fact.span.end]
    return bool(re.search(r"[^，；。]{2,}[，；].*已", between))


def _is_result(target: Stated[Target]) -> bool:
    """Whether the text reports what was reached; else it sets an aim."""
    fact, text = target.fact, target.document.text
    if fact.year is not None and target.written is not None and fact.year < target.written:
        return True
    lead = text[max(0, fact.span.start - LEAD) : fact.span.start]
    lead = re.split(r"[。；\n]", lead)[-1] + fact.statement + (fact.year_span.of(text) if fact.year_span else "")
    return bool(_RESULT.search(lead)) or any(_LOOKING_BACK.search(heading) for heading in fact.path)


def _month(target: Stated[Target]) -> int | None:
    """The month a figure holds for, None for the year as a whole and its end; 12月 by itself is a day in it, 12月底 the end."""
    fact = target.fact
    printed = fact.year_span.of(target.document.text) if fact.year_span else fact.statement
    if "半年" in printed:
        return 6
    mention = next((mention for mention in year_mentions(printed) if mention.month), None)
    return None if mention is None or (mention.month == 12 and mention.deadline) else mention.month


def _disagree(one: Stated[Target], other: Stated[Target]) -> bool:
    dated = any(target.fact.year is not None or target.fact.years is not None for target in (one, other))
    if not comparable_places(one, other) or not (dated or one.document.id == other.document.id):
        return False
    return not _agree(one, other)


def _agree(one: Stated[Target], other: Stated[Target]) -> bool:
    """Whether two figures can hold at once: equal, one inside the other's range, or one a rounding or bound of the other."""
    first, second = one.fact, other.fact
    low, high = sorted((first.amount or 0.0, second.amount or 0.0))
    if low == high and (first.amount_to or high) == (second.amount_to or high):
        return True
    ranges = [(fact.amount or 0.0, fact.amount_to) for fact in (first, second) if fact.amount_to is not None]
    if any(bottom <= fact.amount <= top for bottom, top in ranges for fact in (first, second) if fact.amount_to is None and fact.amount):
        return True
    if "about" in (first.comparator, second.comparator) and high - low <= ABOUT * high:
        return True
    sides = (_BOUNDS.get(first.comparator, 0), _BOUNDS.get(second.comparator, 0))
    return sides[0] * sides[1] < 0 or (_is_result(one) and (_bounds(first, second) or _bounds(second, first)))


def _bounds(bound: Target, exact: Target) -> bool:
    """Whether 超过1500家 is said of what elsewhere is 1523家."""
    side = _BOUNDS.get(bound.comparator, 0)
    return bool(side) and ((exact.amount or 0.0) - (bound.amount or 0.0)) * side >= 0


def _is_sum(whole: Stated[Target], part: Stated[Target], sections: Mapping[_Section, Sequence[Stated[Target]]]) -> bool:
    """Whether `whole` is the sum of the figures that the place of `part` gives for single years, in words however slightly varied."""
    last, name = part.fact.year, indicator_name(part.fact.subject)
    if last is None:
        return False
    by_year: dict[int, float] = {}
    for item in sections[(part.document.id, part.fact.section)]:
        year, fact = item.fact.year, item.fact
        if (
            year is not None
            and year <= last
            and fact.unit == part.fact.unit
            and similarity(indicator_name(fact.subject), name) >= SAME_SERIES
        ):
            by_year[year] = fact.amount or 0.0
    return len(by_year) > 1 and sum(by_year.values()) == whole.fact.amount


def _conflict(group: Sequence[Stated[Target]], pairs: Sequence[tuple[Stated[Target], Stated[Target]]], *, adds_up: bool) -> Conflict:
    ids = {target.id for pair in pairs for target in pair}
    parties = [target for target in group if target.id in ids]
    fact = max((target.fact for target in parties), key=lambda fact: len(indicator_name(fact.subject)))
    told = tuple(target.party(f"{target.fact.value}{target.fact.unit or ''}") for target in parties)
    return Conflict("target", fact.subject, "value", told, year=fact.year, adds_up=adds_up)
