"""The times that a sentence claims, looked up in its passages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.grounding.evidence import Evidence
from assistant.grounding.moments import ROUGHLY, Moment, clock_times_in, moments_in
from assistant.grounding.pairing import Counted, Dated, counted_in, dated_in, nearer

_OF_A_DOCUMENT = re.compile(
    r"[^，。；]{0,6}?(?:印发|发布|公布|的?《|政府工作报告|工作报告|报告|计划|规划|方案|条例|办法|措施|意见|答复|通知)"
)
"""Goes on after a time that dates a document, not what is told."""
_MARKS = re.compile(r"[《》]")
_EVERY = re.compile(r"每(?:隔)?[一二两三四五六七八九十\d]*个?(半年|季度|季|学年|年|月|周|星期|日|天|小时)")
_RELATIVE_YEARS = (("今年", "本年", "当年"), ("去年", "上年", "上一年", "前一年"), ("明年", "下一年", "次年"))
_SAME_INTERVAL = {
    **dict.fromkeys(("日", "天"), "日|天"),
    **dict.fromkeys(("周", "星期"), "周|星期"),
    **dict.fromkeys(("季", "季度"), "季"),
    **dict.fromkeys(("年", "学年"), "学?年"),
    "半年": "半年",
    "学期": "学期",
    "月": "月",
    "小时": "小时",
}


def missing_times(sentence: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The years, months, days and times of day of the plain `sentence` that no passage names."""
    written = year_counted_from(sentence, evidence)
    anywhere = [
        moment for item in evidence for moment in (*moments_in(_MARKS.sub("", item.quote)), *item.section_moments, *item.title_moments)
    ]
    stated = [moment for item in evidence for moment in times_around(item, evidence)]
    dated = [dated_in(item.quote, item.written) for item in evidence]
    borne_out = [
        claim.moment for claim in counted_in(sentence, written) if claim.moment and any(_counts_then(claim, item) for item in evidence)
    ]
    for told in dated_in(sentence, written):
        claimed = told.moment
        known = anywhere if claimed.first != claimed.last or _dates_document(sentence, claimed) else stated
        unnamed = not any(_names(claimed, moment) for moment in known) and not _names_ends(claimed, known)
        exchanged = any(_exchanged(told, there) for there in dated) and not any(_told_of(told, there) for there in dated)
        if unnamed or (exchanged and claimed not in borne_out and "分别" not in sentence):
            yield sentence[claimed.start : claimed.end]
    yield from _missing_intervals(sentence, "。".join(item.text for item in evidence))
    clocks = frozenset().union(*(clock_times_in(item.text) for item in evidence))
    for hour, minute in clock_times_in(sentence) - clocks:
        yield f"{hour}:{minute:02}"


def _counts_then(claim: Counted, passage: Evidence) -> bool:
    """Whether the passage prints the amount of the claim beside its time."""
    return any(
        item.moment is not None
        and claim.moment is not None
        and item.quantity.value == claim.quantity.value
        and _names(claim.moment, item.moment)
        for item in passage.counted
    )


def _dates_document(sentence: str, claimed: Moment) -> bool:
    """Whether the time dates a document that is named right behind it; a deadline (2026年底前) never does."""
    deadline = re.search(r"[底前末]", sentence[claimed.start : claimed.end])
    return deadline is None and _OF_A_DOCUMENT.match(sentence, claimed.end) is not None


def year_counted_from(sentence: str, evidence: Sequence[Evidence]) -> int | None:
    """The year that 今年 and 去年 of the sentence count from; None where the passages use the same word, or were written in no known year."""
    whole = "\n".join(item.text for item in evidence)
    if all(any(word in whole for word in words) for words in _RELATIVE_YEARS if any(word in sentence for word in words)):
        return None
    return next((item.written for item in evidence if item.written), None)


def _exchanged(told: Dated, stated: Sequence[Dated]) -> bool:
    """Whether a quote names the time, but tells what is told here of another time."""
    same = [item for item in stated if _names(told.moment, item.moment)]
    others = [item for item in stated if item not in same]
    return bool(same) and any(
        all(nearer(told.words, other.words, item.words, 1 if told.moment.day else 2) for item in same) for other in others
    )


def _told_of(told: Dated, stated: Sequence[Dated]) -> bool:
    return any(_names(told.moment, item.moment) for item in stated) and not _exchanged(told, stated)


def _missing_intervals(sentence: str, whole: str) -> Iterator[str]:
    """What the sentence says to happen again and again at intervals (每月) that the passages do not name."""
    for match in _EVERY.finditer(sentence):
        unit = _SAME_INTERVAL[match[1]]
        if not re.search(
            rf"(?:每(?:隔)?[一二两三四五六七八九十\d]*个?|按|逐|同一|各|一)(?:{unit})|(?:{unit})[均度]|(?<![\d一二三四五六七八九十两半〇])(?:{unit})(?![底末初内前后])",
            whole,
        ):
            yield match[0]


def times_around(passage: Evidence, evidence: Sequence[Evidence]) -> Sequence[Moment]:
    """The times for which what `passage` states can hold: those of the quote and its headings; else those that other passages do nothing but
    announce; else the year of its title, of a span of years the last, by which what a plan wants is due.
    """
    own = [*passage.moments, *passage.section_moments]
    if any(moment.last for moment in (*passage.moments, *(moment for moment in passage.section_moments if moment.first == moment.last))):
        return own
    announced = [moment for item in evidence if not item.counted for moment in item.moments]
    spans = [replace(moment, first=moment.last) for moment in passage.title_moments if moment.first != moment.last]
    return [*own, *(announced or spans or passage.title_moments)]


def same_time(claimed: Moment, stated: Moment) -> bool:
    """Whether what holds for `stated` can be claimed for `claimed`: the same year, and no other month or day where both name one."""
    for one, other in ((claimed.last, stated.last), (claimed.month, stated.month), (claimed.day, stated.day)):
        if one is not None and other is not None and one != other:
            return False
    return not (claimed.part and stated.part and claimed.part != stated.part)


def _names(claimed: Moment, stated: Moment) -> bool:
    """Whether `stated` says all of `claimed`."""
    if claimed.first is not None and claimed.last is not None and claimed.first != claimed.last:
        return (claimed.first, claimed.last) == (stated.first, stated.last)
    if claimed.last is not None and claimed.last not in (stated.first, stated.last):
        return False
    if claimed.month is not None and claimed.month != stated.month:
        return False
    if claimed.day is not None and stated.day is not None and claimed.day != stated.day:
        return False
    if claimed.part in ROUGHLY and stated.month in ROUGHLY[claimed.part]:
        return True
    return (claimed.day is None or stated.day is not None) and (not claimed.part or claimed.part == stated.part)


def _names_ends(claimed: Moment, known: Sequence[Moment]) -> bool:
    """Whether both ends of a span of years are named, each by itself."""
    if claimed.first is None or claimed.first == claimed.last:
        return False
    if any(moment.first != moment.last and len({moment.first, moment.last} & {claimed.first, claimed.last}) == 1 for moment in known):
        return False
    ends = {year for moment in known for year in (moment.first, moment.last)}
    return claimed.first in ends and claimed.last in ends
