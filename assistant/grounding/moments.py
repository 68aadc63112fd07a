"""Times that a sentence or a passage names: years, months, days, and spans of years."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.language.dates import dates_in
from corpus.language.years import year_mentions

_MONTH = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})年|(?P<same>今年))?(?<![\d.])(?P<month>1[0-2]|0?[1-9])月(?:份)?(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号])?(?!度)|"
    r"(?P<dotted>(?:19|20)\d{2})[./-](?P<number>1[0-2]|0?[1-9])(?![\d%家个万亿/.])"
)
_WRITTEN_DAY = re.compile(r"(?P<month>[一二三四五六七八九十]{1,2})月(?:(?P<day>[一二三四五六七八九十]{1,3})日|(?=[底末初份前上中下]))")
ROUGHLY = {"年初": (1, 2, 3), "年中": (5, 6, 7), "上半年": (1, 2, 3, 4, 5, 6), "下半年": (7, 8, 9, 10, 11, 12)}
"""The months that a part of a year can stand for."""
_PARTS = re.compile(r"(?:(?P<year>(?:19|20)\d{2})年?|今年)?年?(?P<part>上半年|下半年|[第]?[一二三四1-4]季度|年初|年中)")
_COMPARED = re.compile(r"(?:比|较|同比|相比)$")
_BARE = re.compile(r"(?<![\d.〔（\[年-])((?:19|20)\d{2})(?=$|[，。；、）-])")
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time from `start` to `end` of a plain text: years `first` to `last`, in one year the month and the day where they are printed.

    `part` is 上半年, 下半年, 1季度 and the like; `compared` tells that something is only compared with that time.
    """

    start: int
    end: int
    first: int | None
    last: int | None
    month: int | None = None
    day: int | None = None
    part: str = ""
    compared: bool = False


@lru_cache(maxsize=4_096)
def moments_in(text: str, written: int | None = None) -> tuple[Moment, ...]:
    """Every time of the plain text in order; `written` is the year that 今年 and 去年 count from."""
    found = [Moment(day.start, day.end, day.value.year, day.value.year, day.value.month, day.value.day) for day in dates_in(text)]
    for match in _MONTH.finditer(text):
        if any(moment.start <= match.start() < moment.end for moment in found):
            continue
        printed = match["year"] or match["dotted"]
        year = int(printed) if printed else written if match["same"] else _year_before(text, match.start(), written)
        month = int(match["month"] or match["number"])
        found.append(Moment(match.start(), match.end(), year, year, month, int(match["day"]) if match["day"] else None))
    for match in _WRITTEN_DAY.finditer(text):
        if not any(moment.start <= match.start() < moment.end for moment in found):
            year = _year_before(text, match.start(), written)
            found.append(
                Moment(match.start(), match.end(), year, year, _small(match["month"]), _small(match["day"]) if match["day"] else None)
            )
    for match in _PARTS.finditer(text):
        year = int(match["year"]) if match["year"] else _year_before(text, match.start(), written)
        found.append(Moment(match.start(), match.end(), year, year, part=_part(match["part"])))
    for mention in year_mentions(text, written=written):
        if any(m.start < mention.end and mention.start < m.end for m in found):
            continue
        compared = bool(_COMPARED.search(text, max(0, mention.start - 3), mention.start))
        if not (compared and text[mention.start : mention.end] in ("去年", "上年")):
            found.append(Moment(mention.start, mention.end, mention.first, mention.last, compared=compared))
    for match in _BARE.finditer(text):
        if not any(m.start <= match.start() < m.end for m in found):
            found.append(Moment(match.start(), match.end(), int(match[1]), int(match[1])))
    return tuple(sorted(found, key=lambda moment: moment.start))


def _year_before(text: str, position: int, written: int | None) -> int | None:
    years = [mention for mention in year_mentions(text, written=written) if mention.end <= position]
    return years[-1].last if years else None


def _part(text: str) -> str:
    quarter = re.search(r"([一二三四1-4])季度", text)
    return f"{_NUMERALS.get(quarter[1]) or quarter[1]}季度" if quarter else text


def _small(numeral: str) -> int:
    tens, separator, ones = numeral.rpartition("十")
    if not separator:
        return _NUMERALS[numeral[-1]]
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)


_CLOCK = re.compile(
    r"(?P<late>下午|傍晚|晚上?|夜里?)?(?<!小)(?P<hour>(?<!\d)(?:[01]?\d|2[0-4])|[一二三四五六七八九十]{1,3})"
    r"(?:：(?P<minute>[0-5]\d)(?!\d)|时(?:(?P<said>[0-5]?\d|[一二三四五六七八九十]{1,3})分|(?P<half>半)|(?=[至到前后起，、]))|点(?:(?P<o_half>半)|钟|整|(?=[至到前后起，、])))"
)


def clock_times_in(text: str) -> frozenset[tuple[int, int]]:
    """Every time of day in the plain text, as hour and minute."""
    return frozenset(
        (
            _whole(match["hour"]) + (12 if match["late"] and _whole(match["hour"]) < 12 else 0),
            30 if match["half"] or match["o_half"] else _whole(match["minute"] or match["said"] or "0"),
        )
        for match in _CLOCK.finditer(text)
    )


def _whole(number: str) -> int:
    return int(number) if number.isdigit() else _small(number)
