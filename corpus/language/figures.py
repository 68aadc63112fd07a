"""Figures: a number with its measure word, as documents print them: 4.5万个, 5-10个, 15%以上, 不少于30家, 6.4km."""

import re
from dataclasses import dataclass

from corpus.model.facts import Comparator

NARROW = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xFF0E: ord("."), 0xFF05: ord("%")}
"""Full-width digits, point and percent sign to their narrow forms, character for character, so that positions stay."""
_MISREAD_ZERO = re.compile(r"(?<=\d)[OoＯ]+(?=[\dOo.]*[%％\u4e00-\u9fff])")
"""Letters that a scan shows for zeros inside a figure: 1OO%."""
_MAGNITUDES = {"十": 10.0, "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MAGNITUDE = r"(?:万亿|千万|百万|十万|亿|万|千(?![瓦米克伏卡])|百)?"
MEASURE = (
    r"(?!部门|所示|期[工项]|层[次级面]|级别)(?:个百分点|[微毫]克/(?:立方米|升)|微克|毫克|分贝|平方公里|平方米|立方米|公里|千米|万人次|人次|架次|班次|航班|标准箱|标箱|班(?=$|[，。；、）)])|台套|亿元|美元|个工作日|工作日|个月|小时|分钟|周岁|公顷|公斤|千瓦时|千瓦|千克|千伏|吉瓦时|兆瓦|[%％‰]|"
    r"[个家项台套部条件人名户亩吨辆路次场座处类种层级元单倍支款所期米天日时分秒岁位篇本册对组支艘架幢栋片块股核卷笔份张度"
    r"克公顷门宗批例席只头只盏根店站课]|口(?![岸腔径感头号])|尾(?![气水矿])|孔|间(?![隔距接断])|[a-zA-Z]{1,5}(?:/[a-zA-Z]+)?)"
    r"(?:/[十百千万]{0,2}(?:平方公里|平方米|立方米|公里|人次|小时|分钟|标准箱|[人户天日次年月周季秒米吨亩车辆件张台床升度家个]))?"
)
_NOT = r"(?:不(?:得|应|能|可|宜|会|允许)?|未|没有|勿)\s*"
_OR_EQUAL = r"(?:或者?)?等于"
_MOST = rf"{_NOT}(?:超过|超出|超|高于|多于|大于|突破)|至多|最多|最高|控制在|[小低少]于{_OR_EQUAL}|[≤≦⩽]"
_LEAST = rf"{_NOT}(?:少于|低于|小于)|至少|达到?[^，。]{{0,2}}以上|[大高多]于{_OR_EQUAL}|[≥≧⩾]"
_LESS, _MORE = r"[低少小]于|不足|不到|不满|[<＜]", r"超过|突破|超出|[高多大]于|超|[>＞]"
BOUND = rf"(?:{_MOST}|{_LEAST}|{_LESS}|{_MORE})"
"""Words and signs before a figure that make it a bound."""
_BEFORE = re.compile(
    rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<less>{_LESS})|(?P<more>{_MORE}))(?:达到?|到|至|为)?|"
    r"(?P<about>大约|约|近|将近)|(?P<equal>达到|增长到|提升至|提高到|增加到|稳定在|达|至)"
)
_BEFORE_LENGTH = 9
"""Characters before a figure among which a bound can stand: 不允许大于达到."""
_AFTER = re.compile(r"\s*(?:(?P<least>[及]?以上|之上|余|多)|(?P<most>以内|以下|之内)|(?P<about>左右|上下))")
_FIGURE = re.compile(
    rf"(?<![\d.A-Za-z第+\ue000-\uf8ff])(?P<low>{_NUMBER})\s*(?P<low_magnitude>{_MAGNITUDE})(?P<low_percent>[%％]?)\s*"
    rf"(?:[-—–－~～至到]+\s*(?P<high>{_NUMBER})\s*)?(?P<magnitude>{_MAGNITUDE})\s*(?P<more>余|多)?(?P<unit>{MEASURE})?(?:(?<=[\u4e00-\u9fff])(?!\+)|(?![\d+]))"
)
_CHINESE = re.compile(
    r"(?P<number>[一二两三四五六七八九十百千万]+)(?P<unit>个|家|项|台|套|部|条|件|类|种|次|场|座|处|大|级|所|支|款|元|万元|日|天|米|分钟|小时|倍|公里|名|户)"
)
_NOT_FIGURE_AFTER = re.compile(r"\s*(?:[年月日号]|[-/.]\d|G(?![a-zA-Z])|[KkDd](?![a-zA-Z])|\+)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text from `start` to `end`. `value` is the number as printed, `amount` (and `amount_to` of a range) its size."""

    start: int
    end: int
    value: str
    amount: float
    amount_to: float | None
    unit: str | None
    comparator: Comparator


def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure of `text` in order; years, dates, ordinals and names such as 5G are none."""
    figures = []
    printed, text = text, _MISREAD_ZERO.sub(lambda match: "0" * len(match[0]), text.translate(NARROW))
    for match in _FIGURE.finditer(text):
        if _NOT_FIGURE_AFTER.match(text, match.end("high") if match["high"] else match.end("low")):
            continue
        unit = match["unit"]
        if unit in ("年", "G") or (unit is None and not match["magnitude"] and not match["low_magnitude"] and not match["low_percent"]):
            continue
        figures.append(_figure(text, match, printed))
    return tuple(figures)


def chinese_counts_in(text: str) -> tuple[Figure, ...]:
    """Small counts in Chinese numerals with a measure word: 两个, 十大."""
    return tuple(
        Figure(match.start(), match.end(), match["number"], float(value), None, match["unit"], "equal")
        for match in _CHINESE.finditer(text)
        if (value := chinese_number(match["number"])) is not None
    )


def chinese_number(numeral: str) -> int | None:
    """The value of a Chinese numeral up to 9999 (一千二百 -> 1200); None when it is none."""
    total, digit = 0, 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in ("十", "百", "千"):
            total += int((digit or 1) * _MAGNITUDES[character])
            digit = 0
        else:
            return None
    return total + digit if numeral else None


def _figure(text: str, match: re.Match[str], printed: str) -> Figure:
    low_magnitude = match["low_magnitude"] or match["magnitude"] or ""
    low = _amount(match["low"], low_magnitude)
    high = _amount(match["high"], match["magnitude"] or low_magnitude) if match["high"] else None
    unit = match["unit"] or ("%" if match["low_percent"] else None)
    value_end = (
        match.start("unit" if match["unit"] else "low_percent") if match["unit"] or (match["low_percent"] and high is None) else match.end()
    )
    after = _AFTER.match(text, match.end())
    end = after.end() if after else match.end()
    comparator: Comparator = (
        "range" if high is not None else _comparator(text[max(0, match.start() - _BEFORE_LENGTH) : match.start()], after, match["more"])
    )
    return Figure(match.start(), end, printed[match.start() : value_end].strip(), low, high, "%" if unit == "％" else unit, comparator)


def _amount(number: str, magnitude: str) -> float:
    return float(number.replace(",", "")) * _MAGNITUDES.get(magnitude, 1.0)


def _comparator(before: str, after: re.Match[str] | None, more: str | None) -> Comparator:
    if more:
        return "more_than"
    if after:
        return "at_least" if after["least"] else "at_most" if after["most"] else "about"
    found: Comparator = "equal"
    for match in _BEFORE.finditer(before):
        if match.end() >= len(before) - 1:
            names: dict[str, Comparator] = {
                "most": "at_most",
                "less": "less_than",
                "least": "at_least",
                "more": "more_than",
                "about": "about",
            }
            found = names.get(match.lastgroup or "", "equal")
    return found
