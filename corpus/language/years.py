"""Years and deadlines: 2025年, 到2026年底, 2024-2026年, 2024年3月31日前, “十四五”末."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.language.figures import NARROW

PLAN_PERIODS = {"十二五": (2011, 2015), "十三五": (2016, 2020), "十四五": (2021, 2025), "十五五": (2026, 2030), "十六五": (2031, 2035)}
"""Five-year plan periods, counted on from the first (1953-1957) by the State's own numbering."""

_LEAD = r"(?P<lead>(?:力争|争取|预计|计划)?(?:截至|截止到?|截止|到|至|在|于|自|从)?\s*)"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WRITTEN_YEAR = re.compile(r"(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=\s*(?:年|[-—–－~至到]))")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_POINT = re.compile(
    rf"{_LEAD}{_YEAR}\s*年(?:度)?(?:\s*(?P<month>\d{{1,2}})\s*月(?:份)?(?:\s*(?P<day>\d{{1,2}})\s*日)?)?\s*(?P<end>年?底|末|年末|上半年|下半年)?\s*(?P<before>之?以?前)?"
)
_RANGE = re.compile(r"(?P<first>(?:19|20)\d{2})\s*年?\s*[-—–－~～至到]+\s*(?P<last>(?:19|20)\d{2})\s*年?(?:期间|间)?")
_PLAN = re.compile(r"(?P<lead>(?:力争)?(?:到|至)?\s*)[“\"]?(?P<plan>十[二三四五六]五)[”\"]?(?P<end>期?末|期间|时期)?")
_RELATIVE = re.compile(
    r"(?:到|截至)?(?P<word>今年(?:以来)?|本年度?|去年|上年|过去一年|明年|(?<![\d年])年底前?|(?<![\d年一二两三四五六七八九十半几数])年内)(?:[底末](?:之?前)?)?"
)
TEXTS_HELD = 8_192
"""Texts whose years are kept: the sentences that answer one question are looked at several times, and by the next question again."""
_OFFSETS = {"去年": -1, "上年": -1, "过去一年": -1, "明年": 1}
_TITLE_OR_NUMBER = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|[〔\[［]\s*(?:19|20)\d{2}\s*[〕\]］]")


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year or period in a text from `start` to `end`; `first` equals `last` for one year.

    `deadline` is set for 到…, …底, …前; `month` (1 to 12) where one is printed.
    """

    start: int
    end: int
    first: int
    last: int
    deadline: bool = False
    month: int | None = None


@lru_cache(maxsize=TEXTS_HELD)
def year_mentions(text: str, *, written: int | None = None) -> tuple[YearMention, ...]:
    """Every year expression of `text` in order; those inside 《titles》 and document numbers are names, not times.

    `written` is the year the text was written in, by which 今年, 去年 and 年底前 have theirs; without it they have none.
    """
    text = _WRITTEN_YEAR.sub(lambda match: match[0].translate(_DIGITS), text.translate(NARROW))
    hidden = [match.span() for match in _TITLE_OR_NUMBER.finditer(text)]
    mentions: list[YearMention] = []
    for match in _RANGE.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if first < last:
            mentions.append(YearMention(match.start(), match.end(), first, last))
    taken = [(mention.start, mention.end) for mention in mentions]
    for match in _POINT.finditer(text):
        if any(match.start("year") < end and start < match.end() for start, end in taken):
            continue
        deadline = bool(match["end"] in ("底", "年底", "末", "年末") or match["before"] or re.search(r"[到至截]", match["lead"]))
        year = int(match["year"])
        mentions.append(YearMention(match.start(), match.end(), year, year, deadline, int(match["month"]) if match["month"] else None))
    for match in _PLAN.finditer(text):
        first, last = PLAN_PERIODS[match["plan"]]
        ending = bool(match["end"] and match["end"].endswith("末"))
        if match["end"] or match["lead"].strip():
            mentions.append(YearMention(match.start(), match.end(), last if ending else first, last, ending))
    if written is not None:
        for match in _RELATIVE.finditer(text):
            year = written + _OFFSETS.get(match["word"], 0)
            if not any(start <= match.start() < end for start, end in [(m.start, m.end) for m in mentions]):
                mentions.append(YearMention(match.start(), match.end(), year, year, "底" in match[0]))
    visible = [m for m in mentions if not any(start < m.end and m.start < end for start, end in hidden)]
    return tuple(sorted(visible, key=lambda mention: mention.start))
