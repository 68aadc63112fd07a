"""What stands with a quantity: the time it holds for, and the words that say what is counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.grounding.content import content_pairs
from assistant.grounding.moments import Moment, moments_in
from assistant.grounding.quantities import Quantity, quantities_in

_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》(?:（[^（）]*）)?")
_NAMED = re.compile(rf"{_TITLE.pattern}|[\u4e00-\u9fff]{{0,6}}〔\d{{4}}〕第?\d+号")
"""Titles and numbers of documents, of which the words say nothing of a figure beside them."""
_SENTENCE_END = re.compile(r"[。！？]")
_SENTENCE_MARK = re.compile(r"[。！？；]")
_CLAUSE_END = re.compile(r"[，。；！？：]")
_PART_END = re.compile(r"[，。；！？：、（）]|以及|和|(?<!普)及|与|并")
_RESPECTIVE = re.compile(r"分别|依次|各为")
_OF_A_DOCUMENT = re.compile(r"年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:印发|发布|出台|公布|制定|编制|下发|的《|《)")
_LIST = re.compile(r"[^，。；、：]+(?:、[^，。；、：]+)*(?:、|和|及(?!以[上下])|与|以及)[^，。；、：]+")

BESIDE = 3
"""Characters between a time and a value from which something rises, up to which the value is one of that time."""
FEWER = 3
"""A claim is taken to speak of another thing when it has more than so many times as many words of that as of the thing with its amount."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its `moment`, if it has one, and `words`: the pairs of characters that say what it counts.

    `near` holds those of its own part of the clause alone; they are `exact` but where they were said for English ones.
    """

    quantity: Quantity
    moment: Moment | None
    near: frozenset[str]
    words: frozenset[str]
    exact: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A time, and the pairs of characters of what is told of it."""

    moment: Moment
    words: frozenset[str]


def counted_in(text: str, written: int | None = None) -> tuple[Counted, ...]:
    """Every quantity of the plain text with what stands with it."""
    quantities = quantities_in(text)
    named = _NAMED.sub(lambda match: "，" * len(match[0]), text)
    moments = [moment for moment in moments_in(text, written) if not moment.compared and not _OF_A_DOCUMENT.match(text, moment.end)]
    listed = _respective(text, quantities, moments)
    text = _TITLE.sub(lambda match: " " * len(match[0]), text)
    counted: list[Counted] = []
    subject = frozenset[str]()
    for place, quantity in enumerate(quantities):
        item, moment = listed.get(place, ("", None))
        own = content_pairs(_part_around(named, quantities, place))
        near = content_pairs(item) if item else own
        if place and quantities[place - 1].change == "from" and not _PART_END.search(text, quantities[place - 1].end, quantity.start):
            near |= counted[-1].near
        if place and _SENTENCE_MARK.search(text, quantities[place - 1].end, quantity.start):
            subject = frozenset()
        told = content_pairs(_told_before(named, quantities, place))
        subject |= told
        if (
            quantity.change in ("up", "down")
            and not (near or told)
            and place
            and not _SENTENCE_MARK.search(text, quantities[place - 1].end, quantity.start)
        ):
            near = counted[-1].near
        words = near if item else near | subject
        counted.append(Counted(quantity, moment or _moment_of(text, quantities, moments, place), near, words, "|" not in text))
    return tuple(counted)


def dated_in(text: str, written: int | None = None) -> tuple[Dated, ...]:
    """Every time of the plain text with what is told of it: from its clause on up to the next time."""
    moments = moments_in(text, written)
    starts = [max((mark.end() for mark in _CLAUSE_END.finditer(text, 0, moment.start)), default=0) for moment in moments]
    dated: list[Dated] = []
    text = _TITLE.sub(lambda match: " " * len(match[0]), text)
    for place, moment in enumerate(moments):
        before = max(starts[place], moments[place - 1].end if place else 0)
        stop = max(starts[place + 1], moment.end) if place + 1 < len(moments) else len(text)
        opening = moments[starts.index(starts[place])]
        if not content_pairs(text[starts[place] : opening.start]):
            before = moment.start
            stop = moments[place + 1].start if place + 1 < len(moments) else len(text)
        ended = _SENTENCE_END.search(text, moment.end, stop)
        words = content_pairs(f"{text[before : moment.start]} {text[moment.end : ended.start() if ended else stop]}")
        dated.append(Dated(moment, words or (dated[-1].words if dated else words)))
    return tuple(dated)


def _part_around(text: str, quantities: Sequence[Quantity], place: int) -> str:
    """The words of the quantity's own part: up to the marks or the quantities beside it."""
    quantity = quantities[place]
    left = quantities[place - 1].end if place else 0
    right = quantities[place + 1].start if place + 1 < len(quantities) else len(text)
    before = _PART_END.split(text[left : quantity.start])[-1]
    after = _PART_END.split(text[quantity.end : right])[0]
    return f"{before} {after}"


def _told_before(text: str, quantities: Sequence[Quantity], place: int) -> str:
    """The parts without a quantity right before the quantity's own: what they name, it counts."""
    left = quantities[place - 1].end if place else 0
    *earlier, segment = _SENTENCE_MARK.split(text[left : quantities[place].start])
    parts = _PART_END.split(segment)
    return " ".join(parts[1:] if place and not earlier else parts)


def _moment_of(text: str, quantities: Sequence[Quantity], moments: Sequence[Moment], place: int) -> Moment | None:
    quantity = quantities[place]
    bracket = re.match(r"（([^（）]*)）", text[quantity.end :])
    if bracket:
        inside = [moment for moment in moments if quantity.end < moment.start < quantity.end + bracket.end()]
        if inside:
            return inside[0]
    clause_start = max((match.end() for match in _CLAUSE_END.finditer(text, 0, quantity.start)), default=0)
    clause_end = next((match.start() for match in _CLAUSE_END.finditer(text, quantity.end)), len(text))
    next_start = quantities[place + 1].start if place + 1 < len(quantities) else len(text)
    before = [moment for moment in moments if moment.end <= quantity.start]
    after = [moment for moment in moments if quantity.end <= moment.start < min(clause_end, next_start)]
    dated = bool(before) and re.fullmatch(rf"[^、，；]{{0,{BESIDE}}}", text[before[-1].end : quantity.start]) is not None
    if after and "|" in text and not dated and after[0].start - quantity.end <= BESIDE:
        return after[0]
    rises = quantity.change == "from"
    if before and before[-1].start >= clause_start and (not rises or dated):
        return before[-1]
    if after:
        return after[0]
    if rises:
        return None
    sentence_start = max((match.end() for match in _SENTENCE_END.finditer(text, 0, quantity.start)), default=0)
    return before[-1] if before and before[-1].start >= sentence_start else None


def _respective(text: str, quantities: Sequence[Quantity], moments: Sequence[Moment]) -> dict[int, tuple[str, Moment | None]]:
    """What each quantity of a list belongs to where as many things or years stand before 分别: 甲、乙分别达到1个、2个."""
    found: dict[int, tuple[str, Moment | None]] = {}
    for match in _RESPECTIVE.finditer(text):
        sentence_end = next((end.start() for end in re.finditer(r"[。；！？]", text[match.end() :])), len(text))
        after = [place for place, quantity in enumerate(quantities) if match.end() <= quantity.start < match.end() + sentence_end]
        years = [
            moment
            for moment in moments
            if moment.end <= match.start() and not any(q.start >= moment.end and q.end <= match.start() for q in quantities)
        ]
        if len(years) == 1 and years[0].first and years[0].last and 1 < years[0].last - years[0].first + 1 <= len(after):
            after = after[: years[0].last - years[0].first + 1]
            years = [Moment(years[0].start, years[0].end, year, year) for year in range(years[0].first, years[0].last + 1)]
        if len(years) > 1 and len(after) >= len(years) and len(after) % len(years) == 0:
            size = len(years)
            found.update({place: ("", years[number % size]) for number, place in enumerate(after)})
            continue
        start = max((end.end() for end in re.finditer(r"[。；！？]", text[: match.start()])), default=0)
        for names in reversed(
            [re.split(r"、|以及|和|及(?!以[上下])|与", found_list[0]) for found_list in _LIST.finditer(text, start, match.start())]
        ):
            if 1 < len(names) <= len(after):
                found.update({place: (name, None) for place, name in zip(after, _even(names), strict=False)})
                break
        else:
            before = [place for place, quantity in enumerate(quantities) if start <= quantity.start and quantity.end <= match.start()]
            if 1 < len(before) == len(after):
                found.update({place: (_part_around(text, quantities, other), None) for place, other in zip(after, before, strict=True)})
    return found


def nearer(claim: frozenset[str], rival: frozenset[str], item: frozenset[str], least: int = 1) -> bool:
    """Whether the words of a claim are those of `rival` rather than of `item`: `least` of them or more."""
    of_rival = len(claim & (rival - item))
    return of_rival >= least and of_rival > FEWER * len(claim & (item - rival))


def _even(names: Sequence[str]) -> Sequence[str]:
    """The names without what the first has before it and the last behind it: 城镇、农村居民收入 are 城镇 and 农村."""
    length = max((len(name) for name in names[1:-1]), default=min(len(names[0]), len(names[-1])))
    return [names[0][-length:], *names[1:-1], names[-1][:length]]
