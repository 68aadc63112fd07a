"""Numbers, times and bounds of an English sentence as Chinese documents write them."""

import re
from decimal import Decimal

_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_MONTH = "|".join(
    (*(name.capitalize() for name in _MONTHS), *(rf"{name[:3].capitalize()}\.?" for name in _MONTHS if name != "may"), "Sept\\.?")
)
_TENS_WORD, _ONES_WORD = "|".join(_TENS), "|".join(_ONES[1:10])
_WORDED = re.compile(
    rf"\b(?:(?P<tens>{_TENS_WORD})(?:[ -](?P<unit>{_ONES_WORD}))?|(?P<small>{'|'.join(_ONES[2:])}|one(?=[ -](?:year|"
    rf"month|week|day|hour|working|million|billion|thousand|hundred))))\b(?P<hundred> hundred)?(?P<more> thousand)?",
    re.I,
)
_FRACTIONS = (
    (re.compile(r"\btwo[- ]thirds\b", re.I), "三分之二"),
    (re.compile(r"\b(?:one|a)[- ]third\b", re.I), "三分之一"),
    (re.compile(r"\b(?:one|a)[- ](?:quarter|fourth)\b(?! of 20)", re.I), "四分之一"),
    (re.compile(r"\bthree[- ]quarters\b", re.I), "四分之三"),
    (re.compile(r"\bone and a half\b", re.I), "1.5"),
    (re.compile(r"\btwo and a half\b", re.I), "2.5"),
    (re.compile(r"\bhalf a year\b|\bsix months\b", re.I), "6个月"),
    (re.compile(r"(?<!first )(?<!second )\bhalf of\b(?! 20)|\ba half\b", re.I), "50%"),
    (re.compile(r"\b(?:doubl(?:e|ed|ing)|twice)\b", re.I), "2倍"),
)
_SCALED = re.compile(
    r"(?P<money>RMB|CNY|¥|yuan )?\s?(?P<number>\d+(?:\.\d+)?)(?:[ -]?(?P<scale>thousand|million|billion|trillion|bn|"
    r"m(?=\b))\b)?(?P<yuan>[ -]?(?:yuan|RMB|CNY)\b)?",
    re.I,
)
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>(?:19|20)\d\d))?\b")
_MONTH_FIRST = re.compile(rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?\b")
_MONTH_ALONE = re.compile(rf"\b(?P<month>{_MONTH})(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?\b(?= |[,.;)]|$)")
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_TIMES = (
    (re.compile(rf"\b(?:(?:the )?first half of|H1(?: of)?) {_YEAR}", re.IGNORECASE), "上半年"),
    (re.compile(rf"\b(?:(?:the )?second half of|H2(?: of)?) {_YEAR}", re.IGNORECASE), "下半年"),
    *(
        (re.compile(rf"\b(?:(?:the )?{name} quarter of|Q{number}(?: of)?) {_YEAR}", re.IGNORECASE), f"{number}季度")
        for number, name in enumerate(("first", "second", "third", "fourth"), 1)
    ),
)
_YEARS = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s*(?:-|–|—|to|through|until)\s*(?P<last>(?:19|20)\d\d)\b")
_YEAR_END = re.compile(r"\b(?:the )?(?:year[- ]end|end)(?: of)?[- ](?:the )?((?:19|20)\d\d)\b", re.I)
_ONE_YEAR = re.compile(
    r"(?<![\d.,¥])((?:19|20)\d\d)(?!\.\d)(?=$|[ ,.;:)'’-]|s\b)(?! (?:yuan|RMB|million|billion|enterprises|companies|"
    r"households|people|units|km|mu)\b)(?!,\d)"
)
_UNITS = (
    (r"percentage points?", "个百分点"),
    (r"(?:%|per ?cent\b)", "%"),
    (r"(?:working|business|work) days?", "个工作日"),
    (r"(?:calendar )?days?", "天"),
    (r"hours?", "小时"),
    (r"minutes?", "分钟"),
    (r"seconds?", "秒"),
    (r"weeks?", "周"),
    (r"months?", "个月"),
    (r"years?(?! old| of age)", "年"),
    (r"square (?:kilomet(?:re|er)s?|km)|km²|km2", "平方公里"),
    (r"square met(?:re|er)s?|m²", "平方米"),
    (r"kilomet(?:re|er)s?|km", "公里"),
    (r"met(?:re|er)s?", "米"),
    (r"hectares?", "公顷"),
    (r"mu\b", "亩"),
    (r"tonn?es?|tons?", "吨"),
    (r"(?:US ?)?dollars?", "美元"),
    (r"yuan|RMB", "元"),
)
_UNIT = re.compile("|".join(rf"(?P<u{place}>{pattern})(?![A-Za-z])" for place, (pattern, _) in enumerate(_UNITS)), re.I)
_MOST = re.compile(
    r"(?<!no )(?<!not )(?<!not fall )\b(?:(?:is|are|be|were|was) )?(?:up to|at most|no more than|not more than|not (?:to )?exceed(?:ing)?|"
    r"never exceed|(?:with )?a maximum of|maximum of|(?:is |are )?capped at|cap of|a ceiling of|no longer than|"
    r"no higher than|not above|no greater than|no later than|below|under|less than|fewer than|lower than|as much as|"
    r"as many as)\s+(?=(?:RMB ?|CNY ?|USD ?|¥)?\d)",
    re.I,
)
_WITHIN = re.compile(r"\bwithin (?:the )?(?=\d)", re.I)
_LEAST = re.compile(
    r"(?<!no )(?<!not )(?<!not to )\b(?:at least|no (?:less|fewer|lower) than|not (?:less|fewer|lower) than|not (?:fall )?below|more than|over|"
    r"above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?|a minimum of|minimum of|upwards of|beyond|"
    r"north of)\s+(?=(?:RMB ?|CNY ?|USD ?|¥)?\d)",
    re.I,
)
_IN_YEAR = r"\s+(?:in|by|at)\s+(?:the )?(?P<%s>\d{4}年\S*)"
_FROM_YEAR = re.compile(rf"\bfrom (?P<from>\d\S*){_IN_YEAR % 'first'}\s+to\s+(?P<to>\d\S*?){_IN_YEAR % 'last'}", re.I)
_DURING = re.compile(r"\b(?:over|within|for|in) (?:the (?:next|coming|past|last) )?(?=\d+ years?\b)", re.I)
_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|some|nearly|almost|close to)\s+(?=(?:RMB ?|CNY ?|¥)?\d)", re.I)
_MORE_BEHIND = re.compile(r"(?<=[\d%元天年月人米里亩吨个])\s*(?:or (?:more|above|higher|over)|and (?:above|over|more)|\+|plus\b)", re.I)
_LESS_BEHIND = re.compile(r"(?<=[\d%元天年月])\s*(?:or (?:less|fewer|below|lower|under))", re.I)
_REST = r"\b(?P<between>[^,;.\d]{0,24}?)\b(?:by )?(?P<to>to )?\s*(?=(?:至少|最高|约)?\d)"
_CHANGES = tuple(
    (re.compile(rf"\b(?:{words}){_REST}", re.IGNORECASE), chinese)
    for words, chinese in (
        (
            r"up|rise[sn]?|rose|rising|grow(?:s|n|ing)?|grew|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|rais(?:e[sd]?|ing)|"
            r"expand(?:s|ed|ing)?|extend(?:s|ed|ing)?|lift(?:s|ed|ing)?|improv(?:e[sd]?|ing)",
            "增长",
        ),
        (
            r"down|falls?|fell|fallen|falling|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|cut(?:s|ting)?|"
            r"drop(?:s|ped|ping)?|shorten(?:s|ed|ing)?|lower(?:s|ed|ing)|shrink(?:s|ing)?|trim(?:s|med)?",
            "减少",
        ),
    )
)
_TALLIES = (
    (re.compile(r"\bcumulative(?:ly)?\b|\bin total\b|\ba total of\b", re.I), "累计"),
    (re.compile(r"\bnewly (?:added|built|created)\b|\ban additional\b|\badds?\b|\badded\b", re.I), "新增"),
)


def with_chinese_figures(text: str) -> str:
    """The English `text` with its numbers, units, times, bounds and changes in Chinese: up to 3 million yuan, 最高3000000元."""
    text = re.sub(r"(?<![\d,])([12]),(\d{3})(?![\d,])", r"\1\2.0", text)
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text).replace("US$", "USD ").replace("\u00a0", " ")
    for pattern, chinese in _FRACTIONS:
        text = pattern.sub(f" {chinese} ", text)
    text = _WORDED.sub(_worded, text)
    text = _with_times(text)
    text = re.sub(r"\bUSD ?(\d+(?:\.\d+)?(?: ?(?:thousand|million|billion))?)", r"\1 dollars", text)
    text = _bounded(text)
    text = _SCALED.sub(_scaled, text)
    text = re.sub(rf"(\d)[ -]?(?:{_UNIT.pattern})", lambda match: match[1] + _unit(match), text, flags=re.I)
    text = _FROM_YEAR.sub(r" 由\g<first>\g<from> 到\g<last>\g<to> ", text)
    text = re.sub(r"\bfrom (\d\S*) to (?=\d)", r" 由\1到", text, flags=re.I)
    text = re.sub(r"(\d[%元天年月米里亩吨公平方个工作日]*)\s*(?:-|–|—|to)\s*(?=\d)", r"\1至", text)
    text = re.sub(r"\bbetween (\d[^ ]*) and (?=\d)", r"\1至", text, flags=re.I)
    text = _MORE_BEHIND.sub("以上 ", text)
    text = _LESS_BEHIND.sub("以下 ", text)
    return _with_changes(text)


def _bounded(text: str) -> str:
    text = _LEAST.sub(" 至少", _MOST.sub(" 最高", _DURING.sub(" ", text)))
    text = _WITHIN.sub(" 限于", text)
    return _ABOUT.sub(" 约", text)


def _with_changes(text: str) -> str:
    for pattern, chinese in _CHANGES:
        text = pattern.sub(rf" \g<between> {chinese}\g<to> ", text)
    text = re.sub(r"(?<=增长|减少)to ", "到", text)
    text = re.sub(r"\bfrom\s+(?=(?:至少|最高|约)?\d[\d.]*(?!\d*年))", " 由", text, flags=re.IGNORECASE)
    for pattern, chinese in _TALLIES:
        text = pattern.sub(f" {chinese} ", text)
    return text


def _with_times(text: str) -> str:
    for pattern, part in _TIMES:
        text = pattern.sub(rf" \g<year>年{part} ", text)
    text = _DAY_FIRST.sub(_dated, text)
    text = _MONTH_FIRST.sub(_dated, text)
    text = _MONTH_ALONE.sub(_dated, text)
    text = _YEARS.sub(lambda match: f" {match['first']}-{match['last']}年 ", text)
    text = _YEAR_END.sub(r" \1年底 ", text)
    return _ONE_YEAR.sub(r" \1年 ", text)


def _dated(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(parts["month"][:3].lower()))
    if parts["month"] == "May" and not (parts.get("year") or parts.get("day")):
        return match[0]
    year, day = parts.get("year"), parts.get("day")
    return f" {f'{year}年' if year else ''}{month}月{f'{day}日' if day else ''} "


def _worded(match: re.Match[str]) -> str:
    value = (
        _TENS[match["tens"].lower()] + (_ONES.index(match["unit"].lower()) if match["unit"] else 0)
        if match["tens"]
        else _ONES.index(match["small"].lower())
    )
    return str(value * (100 if match["hundred"] else 1) * (1000 if match["more"] else 1))


def _scaled(match: re.Match[str]) -> str:
    scale = (match["scale"] or "").lower()
    power = {"bn": 9, "m": 6}.get(scale) or _SCALES.get(scale, 0)
    value = Decimal(match["number"]).scaleb(power)
    lead = " " if match["money"] else match[0][: len(match[0]) - len(match[0].lstrip())]
    return f"{lead}{value:f}{'元' if match['money'] or match['yuan'] else ''}"


def _unit(match: re.Match[str]) -> str:
    name = next(key for key, value in match.groupdict().items() if value and key.startswith("u"))
    return _UNITS[int(name[1:])][1]
