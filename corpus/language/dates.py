"""Full dates in Chinese text: 2015年12月30日, 2016-02-18, 二〇二四年八月十九日."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.language.figures import NARROW

_YEAR, _MONTH, _DAY = r"((?:19|20)\d{2})(?<!\d{5})", r"(1[0-2]|0?[1-9])", r"(3[01]|[12]\d|0?[1-9])(?!\d)"
_WORDED = re.compile(
    rf"{_YEAR}\s*年\s*{_MONTH}\s*月\s*{_DAY}(?:\s*[日号]|(?=\s*(?:[、至到和～~—–-]\s*\d{{1,2}}\s*[日号]|[前后起止]|$|[^\s\d.%％\u4e00-\u9fffA-Za-z])))"
)
"""2024年3月18日; the last sign may be missing (3月18至20日), but 2024年3月18家 is a month and a count."""
_SIGNED = re.compile(rf"{_YEAR}\s*(?P<sign>[-/.])\s*{_MONTH}\s*(?P=sign)\s*{_DAY}(?!\.\d|\s*[%％万亿])日?")
"""Both signs are the same: 2023年3.8亿元 is a year and an amount."""
_CHINESE = re.compile(r"([一二][九〇零○O][〇零○O一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")
_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0"}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, from `start` to `end`."""

    value: date
    start: int
    end: int


def dates_in(text: str) -> Iterator[DateMention]:
    """Every full date in `text` that is a day of the calendar, in order."""
    text = text.translate(NARROW)
    mentions = [(match, match[1], match[2], match[3]) for match in _WORDED.finditer(text)]
    mentions += [(match, match[1], match[3], match[4]) for match in _SIGNED.finditer(text)]
    for match in _CHINESE.finditer(text):
        mentions.append((match, "".join(_DIGITS[c] for c in match[1]), _small(match[2]), _small(match[3])))
    for match, year, month, day in sorted(mentions, key=lambda mention: mention[0].start()):
        try:
            yield DateMention(date(int(year), int(month), int(day)), match.start(), match.end())
        except ValueError:
            continue


def _small(numeral: str) -> str:
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return _DIGITS[numeral[-1]]
    return str((int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0))
