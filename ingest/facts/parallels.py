"""Parallel series: 对营业收入突破10亿元、5亿元的企业，分别给予200万元、100万元, read as one statement for each member."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.language.figures import Figure, figures_in
from corpus.language.years import YearMention, year_mentions
from corpus.model.span import Span
from ingest.facts.grants import GRANT, recipient_of
from ingest.facts.subjects import Said, subject_of

_EACH = "分别"
_GIVES = re.compile(r"(?:一次性)?(?:给予|奖励|补助|补贴|资助)(?=[^，、]*\d[^，、]*[、和])")
"""A grant of several sums is a series without the word too: 对省、市级企业，一次性奖励50万元、20万元."""
_SEPARATOR = re.compile(r"、|以及|(?<![普涉危波以])及(?![时其格])|和(?![平谐])|(?<!参)与(?!会)|(?<=”)(?=“)")
_QUOTED = re.compile(r"“[^”]*”|（[^）]*）|\([^)]*\)|《[^》]*》")
_BEFORE_ITEM = re.compile(r"^.*(?:的|为|将|认定|列入|入选|评为|获评|壮大|发展|实现|推动|打造|对|经|凡)(?=.)")
_REFERS = re.compile(r"上述|以上|前述|该|这|其中")
_CHANGE = re.compile(r"(?:同比)?(?:增长|下降|降低|提高|提升|减少)(?![至到为])")
_LEADING_VERB = re.compile(r"^(?:壮大|做大做强|发展|实现|推动|推进|打造|培育|加快)(?=.{2})")
SHORT_ITEM = 2
"""Characters of a first item up to which what follows as many in the last one belongs to both: 城镇、农村居民收入."""


@dataclass(frozen=True, slots=True)
class Member:
    """What a series says of one of its members, in words put together from `span`."""

    statement: str
    subject: str
    figure: Figure
    span: Span


def parallel_members(text: str, before: Sequence[Span], clause: Span, said: Sequence[Said]) -> tuple[Member, ...]:
    """The members of the series that `clause` states with 分别, whose names stand in it or in the clause `before` it; none where they do not pair."""
    words = clause.of(text)
    head, each, rest = words.partition(_EACH)
    if not each and (gives := _GIVES.search(words)):
        head, each, rest = words[: gives.start()], gives[0], words[gives.start() :]
    figures = _series(rest)
    if not each or not figures:
        return ()
    verb, tail = rest[: figures[0].start], rest[figures[-1].end :]
    if verb.rstrip()[-1:].isdigit():
        return ()
    named, names, link = clause, _items(head), ""
    if not names and len(figures) > 1 and not _REFERS.match(head) and before and text[before[-1].end : clause.start].strip() in ("，", ","):
        named, names, link = before[-1], _items(before[-1].of(text)), f"，{head}"
    if len(names) != len(figures) > 1 and (not head or _REFERS.match(head)):
        named, names, link = clause, _spoken_of(said, figures[0].unit, len(figures)), ""
    if not names and not head and _CHANGE.match(verb):
        names = _just_listed(said, len(figures))
    if len(figures) == 1 and len(names) > 1:
        figures = figures * len(names)
    if len(names) != len(figures) or len(names) < 2:
        return ()
    span = Span(min(named.start, clause.start), clause.end)
    return tuple(_member(name, link, verb, figure, figures[-1], rest, tail, span) for name, figure in zip(names, figures, strict=True))


def yearly_members(text: str, before: Sequence[Span], clause: Span, said: Sequence[Said]) -> tuple[tuple[Member, YearMention], ...]:
    """What `clause` says of each of the years listed in it and `before` it: 泵站2024年、2025年分别达到4座、6座; none where they do not pair."""
    if _EACH not in clause.of(text):
        return ()
    clause = Span(_start_of_years(text, before, clause), clause.end)
    words = clause.of(text)
    head, each, rest = words.partition(_EACH)
    years = [mention for mention in year_mentions(head) if mention.first == mention.last]
    figures = _series(rest)
    listed = len(years) > 1 and all(_SEPARATOR.fullmatch(head[one.end : other.start].strip(" ，到至")) for one, other in pairwise(years))
    if not each or not listed or len(years) != len(figures):
        return ()
    name, verb, tail = head[: years[0].start].rstrip("，到至力争"), rest[: figures[0].start], rest[figures[-1].end :]
    subject = subject_of(name + verb, tail, figures[0].unit, said)
    if subject is None:
        return ()
    return tuple(
        (Member(f"{name}{verb}{rest[figure.start : figure.end]}{tail}", subject, _with_comparator(figure, figures[-1]), clause), year)
        for figure, year in zip(figures, years, strict=True)
    )


def _start_of_years(text: str, before: Sequence[Span], clause: Span) -> int:
    """Where the list of years begins that runs through the clauses before: a comma before a year ends a clause."""
    start = clause.start
    for span in reversed(before):
        ends = [mention.end for mention in year_mentions(span.of(text))]
        if text[span.end : start].strip() not in ("、", "，", ",") or not ends or ends[-1] < len(span):
            break
        start = span.start
    return start


def _member(name: str, link: str, verb: str, figure: Figure, last: Figure, rest: str, tail: str, span: Span) -> Member:
    printed = rest[figure.start : figure.end] + (rest[last.end - len(_bound(rest, last)) : last.end] if figure is not last else "")
    grant = GRANT.search(verb + tail)
    change = _CHANGE.search(verb)
    subject = _LEADING_VERB.sub("", recipient_of(name)) + (grant[0] if grant else change[0] if change else _measured(link))
    same = figure if figure.comparator != "equal" else _with_comparator(figure, last)
    return Member(f"{name}{link}{verb}{printed}{tail}", subject, same, span)


def _measured(link: str) -> str:
    """What of each member is measured, where the clause with the figures says it: 全产业链产值."""
    return link.lstrip("，")


def _bound(rest: str, figure: Figure) -> str:
    """The words behind the last figure that hold for all: 以内, 以上."""
    found = re.search(r"(?:[及]?以上|以内|以下|左右)$", rest[figure.start : figure.end])
    return found[0] if found else ""


def _with_comparator(figure: Figure, last: Figure) -> Figure:
    return Figure(figure.start, figure.end, figure.value, figure.amount, figure.amount_to, figure.unit, last.comparator)


def _series(rest: str) -> list[Figure]:
    """The figures that follow one another behind 分别, in one unit."""
    series: list[Figure] = []
    for figure in figures_in(rest):
        if series and (not _SEPARATOR.fullmatch(rest[series[-1].end : figure.start].strip()) or figure.unit != series[0].unit):
            break
        series.append(figure)
    return series


def _items(head: str) -> list[str]:
    """The names that `head` lists, each with what it shares with the others before and behind it."""
    pieces = list(_pieces(head))
    if len(pieces) < 2:
        return []
    if all(figures_in(piece) for piece in pieces):
        first, last = figures_in(pieces[0])[-1], figures_in(pieces[-1])[0]
        prefix, suffix = pieces[0][: first.start], pieces[-1][last.end :]
        return [pieces[0] + suffix, *(prefix + piece + suffix for piece in pieces[1:-1]), prefix + pieces[-1]]
    match = _BEFORE_ITEM.match(pieces[0])
    prefix, first_name = (match[0], pieces[0][match.end() :]) if match else ("", pieces[0])
    cut = _shared_from(first_name, pieces[-1], len(pieces))
    suffix = pieces[-1][cut:]
    return [pieces[0] + suffix, *(prefix + piece + suffix for piece in pieces[1:-1]), prefix + pieces[-1]]


def _shared_from(first: str, last: str, count: int) -> int:
    """Where in the last name begins what belongs to all: 国家级、省级、市级|企业."""
    if len(last) <= len(first):
        return len(last)
    ending = last.find(first[-1])
    if ending > 0:
        return ending + 1
    if first[0] == last[0] or (count == 2 and len(first) <= SHORT_ITEM):
        return len(first)
    return len(last)


def _pieces(head: str) -> Iterator[str]:
    hidden = [match.span() for match in _QUOTED.finditer(head)]
    start = 0
    for match in _SEPARATOR.finditer(head):
        if not match[0] or not any(begin <= match.start() < end for begin, end in hidden):
            yield head[start : match.start()].strip()
            start = match.end()
    yield head[start:].strip()


def _just_listed(said: Sequence[Said], count: int) -> list[str]:
    """The subjects of the series right before, where it has just so many: 收入分别为5万元、3万元，分别增长4%、6%."""
    last = said[-count:]
    series = len(last) == count and all(clause.subject and clause.unit == last[0].unit and not clause.closed for clause in last)
    return [clause.subject for clause in last if clause.subject] if series and count > 1 else []


def _spoken_of(said: Sequence[Said], unit: str | None, count: int) -> list[str]:
    """The subjects that the clauses before count in `unit`, where there are just so many: 上述两项."""
    names = list(dict.fromkeys(clause.subject for clause in said if clause.subject and clause.unit == unit))
    return names if len(names) == count else []
