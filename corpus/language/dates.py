"""Full dates in Chinese text: 2015年12月30日, 2016-02-18, 二〇二四年八月十九日."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_ARABIC = re.compile(r"((?:19|20)\d{2})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?")
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
    mentions = []
    for match in _ARABIC.finditer(text):
        mentions.append((match, match[1], match[2], match[3]))
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
