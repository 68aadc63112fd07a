"""Questions that set the years of a period against each other: 前两年哪一年多, 三年里哪年最少."""

import re
from collections.abc import Sequence

from corpus.language.years import year_mentions

_MORE, _LESS = r"多|高|大|重|快|长", r"少|低|小|轻|慢|短"
_SIDE = rf"(?P<side>(?:更|最|较|要|比较)?(?:{_MORE}|{_LESS}))"
_WHICH_YEAR = re.compile(
    rf"哪(?:一)?年(?:底|度)?(?:(?!什么|多少|几|哪|[到至])[^，,。；？?]){{0,8}}?{_SIDE}(?![\u4e00-\u9fff])|"
    rf"哪(?:一)?年(?:(?!什么|多少|几|哪)[^，,。；？?]){{0,20}}?(?P<side_most>最(?:{_MORE}|{_LESS}))(?![\u4e00-\u9fff])|"
    rf"(?P<side_before>最(?:{_MORE}|{_LESS}))的(?:一年)?(?:是|在)?哪(?:一)?年"
)
_RUN = re.compile(r"(?P<end>[前头后]|最后|最前面|开头)(?P<number>[两二三四])年")
_APART = re.compile(r"哪(?:一)?年|各|分别|每年|逐年|比|差")
_LESSER = re.compile(rf"(?:{_LESS})$")


def ranks_years(text: str) -> str | None:
    """Whether a question asks which year has the most (`most`) or the least (`least`) of something; None where it asks neither."""
    match = _WHICH_YEAR.search(text)
    if match is None:
        return None
    return "least" if _LESSER.search(match["side"] or match["side_most"] or match["side_before"]) else "most"


def years_of_run(text: str, period: tuple[int, int]) -> tuple[int, ...]:
    """The years that 前两年 and 后三年 are of a plan's period, where they are set apart; none where the question names no such run."""
    match = _RUN.search(text)
    if match is None or not _APART.search(text):
        return ()
    number = {"两": 2, "二": 2, "三": 3, "四": 4}[match["number"]]
    first = period[1] - number + 1 if "后" in match["end"] else period[0]
    return tuple(range(first, first + number)) if period[1] - period[0] >= number - 1 else ()


def years_of_span(text: str, years: Sequence[int]) -> tuple[int, ...]:
    """The years asked about, with those between them where the question ranks the years of a span: 2026到2028年哪年最少."""
    spans = [mention for mention in year_mentions(text) if mention.first < mention.last]
    if not spans or ranks_years(text) is None:
        return tuple(years)
    return tuple(sorted({*years, *range(spans[0].first, spans[0].last + 1)}))
