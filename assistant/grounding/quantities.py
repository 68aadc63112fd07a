"""Quantities: every number with what it counts in, as a sentence or a passage states it, in one measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.language.figures import MEASURE

Bound = Literal["", "full", "least", "most", "within", "about"]
Change = Literal["", "up", "down", "to", "from"]
Tally = Literal["", "total", "new"]

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENTH = {"半": 5.0, **{digit: float(value) for digit, value in _DIGITS.items()}}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_NUMERAL = r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?"
_SCALE = r"(?:万亿|[十百千]?亿|[十百千]?万|千(?![瓦米克伏卡帕兆])|百(?!分))?"
_ARABIC = rf"\d+(?:\.\d+)?{_SCALE}"
_SHARE = rf"(?P<parts>百|千|万|[二三四五六七八九十]+)分之(?P<share>{_NUMERAL}|\d+(?:\.\d+)?)"
_UNIT = rf"(?:个?季度|个?钟头|块钱|(?!分[担别为级期类布片散]){MEASURE}|年(?!级|度|代|龄|检|报|会|底|末|初)|[岁周月]|:\d+)?"
_NUMBER = re.compile(
    rf"{_SHARE}|(?P<whole>{_ARABIC})(?P<more>余|多(?=[\u4e00-\u9fff]))?(?P<unit>{_UNIT})|(?P<half>[一两三]?年半|半(?:年|小时|天|个月|数)|一半|过半|翻[一两]?番)"
    rf"|(?P<tenths>[一二三四五六七八九])成(?P<tenth>[一二三四五六七八九](?![十百千万])|半)?(?P<tenths_more>多)?(?![立为员果功本就长绩品套群片都年型交分熟效形人色]|就)|(?P<words>{_NUMERAL})(?P<words_more>余|多(?=[\u4e00-\u9fff]))?(?P<words_unit>{_UNIT})"
)
_NOT_BEFORE = re.compile(r"(?:第|[A-Za-z]-?|十[二三四五六]五|\d\.|[〔\[（]20\d\d[〕\]）]第?|[“‘]十)$")
_NAMED = re.compile(r"\d+[GgKkDd](?![A-Za-z])|\d{3,6}(?=[”“]|热线|平台|政务)|\d+[xX×+]|(?:19|20)\d\d年")
_WORDS_ALONE = re.compile(r"[十百千万亿]{1,2}$|[零〇一二两三四五六七八九]+$")
_COUNTS_ALONE = re.compile(r"[^（(统第]?[两二三四五六七八九十][\u4e00-\u9fff](?<![是来化大分季])")
"""A numeral right before a noun: 八城市."""
_ONE = re.compile(r"一(?:年|个月|周|日|天|小时|个工作日)(?:内|以内|之内|以上|以下|期|前)")
_IDIOM = re.compile(
    r"[一二三四五六七八九十][体网站批窗键端图码卡屏定般律致流带老旦直起切些样同经方面旁边]|千家万户|万众|百姓|百货|千兆|万物|万千"
)
_DURATIONS = {
    "年": (12.0, "月"),
    "季度": (3.0, "月"),
    "个季度": (3.0, "月"),
    "个月": (1.0, "月"),
    "月": (1.0, "月"),
    "小时": (60.0, "分"),
    "钟头": (60.0, "分"),
    "个钟头": (60.0, "分"),
    "日": (1440.0, "分"),
    "天": (1440.0, "分"),
    "分钟": (1.0, "分"),
    "分": (1.0, "分"),
    "周": (10080.0, "分"),
}
_SAME = {
    "名": "人",
    "位": "人",
    "个工作日": "工作日",
    "％": "%",
    "千米": "公里",
    "km": "公里",
    "幢": "栋",
    "周岁": "岁",
    "台套": "台",
    "期": "个",
    "kWh": "千瓦时",
    "人民币": "元",
    "块钱": "元",
}
_PEOPLE = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:人员|人才|职工|员工|学生|教师|医生|老年?人|党员|居民|村民|群众|农民|工人|志愿者)")
"""Says right behind a number without a measure word that people are counted."""
_COUNTED = frozenset("个家项台套部条件户辆路处类种座场所款支栋间册组层门批块站店张份根盏")
_BEFORE = re.compile(
    r"(?P<most>(?:不(?:得|能|可|应|宜|允许)?|禁止|严禁)(?:超过|高于|大于|多于|超出|超|突破)|至多|最(?:多|高|大|长|晚)(?![的，])|封顶|上限|低于|少于|小于|不足|不到|不满|未满|短于|[≤<]|控制在|限制在|少于)|"
    r"(?P<least>(?:不(?:得|能|可|应|宜)?|禁止|严禁)(?:少于|低于|小于|短于)|至少|最低|最少|最短|起码|下限|保底|超过|突破|超出|高于|多于|大于|长于|不止|超|逾|[≥>])|(?P<full>(?<!未)(?<!不)满)|(?P<within>限于)|"
    r"(?P<about>大约|(?<![履合预节集契公条制])约(?![定束谈])|将近|接近|(?<![最附])近)"
)
_BOUND_REACH = re.compile(r"[\u4e00-\u9fffA-Za-z每]{0,14}")
_AFTER = re.compile(
    r"[^，。；、\d]{0,4}?(?:(?P<least>[及]?以上|之上|起步)|(?P<within>以内|之内|内(?!外))|(?P<most>以下|封顶|为限|为上限)|(?P<about>左右|上下|前后))"
)
_CHANGES = re.compile(
    r"(?P<rise>增长|提高|提升|增加(?!值)|上升|扩大|延长|上涨|增幅|增速|高出|(?<!新)增(?=[至到了\d长幅]|$))|(?P<fall>下降|降低|减少|压减|压缩|缩短|缩小|节约|节省|降幅|精简|缩减|(?:减|降)(?=[至到了\d幅]|$))"
)
_TALLY = re.compile(r"(?P<total>累计|累积|总计|共计|合计)|(?P<new>新增|当年|净增|增设|新培育|新认定)")
_TO = re.compile(r"(?:达到|达|到|至|为|是)[了约近]?(?:超过|突破|不低于|不少于|不高于|不超过|最高|最低|至少|以上)?$")
_FROM = re.compile(r"(?:由|从)[^到至，。；]{0,12}$")
_RATE = re.compile(r"的?(?:预期)?(?:目标|速度|幅度|率)")
"""Makes a rise of the word for it: its amount is no value that is reached."""
_ON_TO = re.compile(r"到|至|为|增|升|提|降|减|缩|扩|延|涨")
_RANGE = re.compile(r"(?:以上)?[-～至到]+(?:不超过)?")
_COMMA = re.compile(r"[，。；！？]")
_CLAUSE_MARK = re.compile(r"[，。；：、（）！？]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number from `start` to `end` of a plain text. `value` counts in `unit` (one measure for all durations, one for all shares).

    `direction` is 1 where the words before it say that something rises, -1 where it falls; `ranged` tells that it is one end of a range, `indefinite` that the
    number is no claim by itself (一个, 一批), `bare` that no word stands behind it, as in a cell of a table.
    """

    start: int
    end: int
    value: float
    unit: str
    bound: Bound
    change: Change
    direction: int = 0
    tally: Tally = ""
    ranged: bool = False
    indefinite: bool = False
    bare: bool = False


@lru_cache(maxsize=4_096)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Every quantity of the plain text in order; years, dates, ordinals, numbers of documents and names such as 5G are none."""
    hidden = [match.span() for match in _HIDDEN.finditer(text)]
    found: list[_Number] = []
    for number in _numbers(text):
        if not any(start < number.end and number.start < end for start, end in hidden):
            found.append(number)
    return tuple(_with_context(text, found))


_HIDDEN = re.compile(
    r"(?:19|20)\d{2}年?\s*[-～至到]+\s*(?:19|20)\d{2}年?|(?:19|20)\d{2}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[-/.](?:0?[1-9]|1[0-2])(?![\d%])(?:[-/.]\d{1,2}(?!\d))?)|(?<!\d)\d{1,2}月(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}日)?(?!度)|"
    r"[〇○零一二]{1,2}[〇○零一二三四五六七八九]{2,3}年|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日|底|末|份)|[〔（\[](?:19|20)\d{2}[〕）\]]第?\d+号|第\d+号|第[一二三四五六七八九十百\d]+[条章节届次款项个位名期批]?|"
    r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|“?十[二三四五六]五”?|\d{1,2}：\d{2}|[一二三四五六七八九十]{1,3}时[一二三四五六七八九十]{1,3}分|\d{1,2}时\d{1,2}分|(?<![\d.])(?:19|20)\d{2}(?![\d.]|[\u4e00-\u9fff%A-Za-z])|"
    r"\d+号|[一二两三四五六]年(?=行动|计划|规划|方案|攻坚)|(?<![\d一二三四五六七八九十])[一二三四五]期|\d{1,2}·\d{1,2}"
)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as printed: `digits` times `scale`, in `unit`."""

    start: int
    end: int
    digits: float
    scale: float
    unit: str
    more: bool = False
    indefinite: bool = False


def _numbers(text: str) -> Iterator[_Number]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if match["parts"]:
            whole = {"百": 100.0, "千": 1000.0, "万": 10000.0}.get(match["parts"]) or _chinese(match["parts"])
            part = float(match["share"]) if match["share"][0].isdigit() else _chinese(match["share"])
            yield _Number(start, end, part / whole * 100, 1.0, "%")
        elif match["half"]:
            yield _Number(start, end, *_half(match["half"]))
        elif match["tenths"]:
            yield _Number(
                start, end, _DIGITS[match["tenths"]] * 10.0 + _TENTH.get(match["tenth"], 0.0), 1.0, "%", bool(match["tenths_more"])
            )
        elif _NOT_BEFORE.search(text, max(0, start - 8), start):
            continue
        elif match["whole"]:
            if not (_NAMED.match(text, start) or text[start - 1 : start] in ("x", "X", "×", "+")):
                yield _Number(start, end, *_arabic(match["whole"]), match["unit"], bool(match["more"]))
        elif not _IDIOM.match(text, start):
            alone = not match["words_unit"] and _WORDS_ALONE.match(match["words"])
            if alone and not _COUNTS_ALONE.fullmatch(text[max(0, start - 1) : end + 1]):
                continue
            indefinite = bool(alone) or (match["words"] == "一" and not _ONE.match(text, start) and not re.match(r"以[上下内]", text[end:]))
            yield _Number(start, end, _chinese(match["words"]), 1.0, match["words_unit"], bool(match["words_more"]), indefinite)


def _half(text: str) -> tuple[float, float, str]:
    if text.startswith("翻"):
        return (4.0 if "两" in text else 2.0), 1.0, "倍"
    if text in ("一半", "半数", "过半"):
        return 50.0, 1.0, "%"
    if text.endswith("年半"):
        return {"一": 1.5, "两": 2.5, "三": 3.5}.get(text[0], 1.5), 1.0, "年"
    return (15.0, 1.0, "日") if text == "半个月" else (0.5, 1.0, text[1:])


def _arabic(number: str) -> tuple[float, float]:
    digits = number.rstrip("十百千万亿")
    scale = 1.0
    for character in number[len(digits) :]:
        scale *= _SCALES[character]
    return float(digits), scale


def _chinese(numeral: str) -> float:
    numeral, _, decimals = numeral.partition("点")
    fraction = float("0." + "".join(str(_DIGITS[digit]) for digit in decimals)) if decimals else 0.0
    if len(numeral) > 1 and not set(numeral) & set(_SCALES):
        return float("".join(str(_DIGITS[digit]) for digit in numeral)) + fraction
    total = section = digit = 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in "十百千":
            section += (digit or 1) * _SCALES[character]
            digit = 0
        else:
            if character == "亿":
                total = (total + section + digit or 1) * _SCALES[character]
            else:
                total += (section + digit or 1) * _SCALES[character]
            section = digit = 0
    return total + section + digit + fraction


def _measured(value: float, unit: str) -> tuple[float, str]:
    """`value` in the one measure for its kind: durations in months, days or minutes, shares in %."""
    if unit == "‰":
        return value / 10, "%"
    base, slash, per = unit.partition("/")
    factor, base = _DURATIONS.get(base, (1.0, _SAME.get(base, base)))
    return value * factor, base + slash + per


def _with_context(text: str, numbers: Sequence[_Number]) -> Iterator[Quantity]:
    change, direction = _change("", "")
    for place, number in enumerate(numbers):
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        left, right = numbers[place - 1].end if place else 0, following.start if following else len(text)
        before = _CLAUSE_MARK.split(text[left : number.start])[-1]
        opens = following is not None and _spans(text, number, following)
        closes = place > 0 and _spans(text, numbers[place - 1], number)
        scale, unit = number.scale, number.unit
        if opens and following is not None and not unit:
            unit = following.unit
            scale = following.scale if scale == 1 and number.digits < following.digits else scale
        value, unit = _measured(number.digits * scale, unit)
        bound: Bound = "least" if opens else "most" if closes else _bound(text, before, number, right)
        if not (place and change in ("up", "down", "to") and text[left : number.start] in ("、", "和", "与", "及")):
            change, direction = _change(before, text[number.end : right] if following else "")
        bare = not unit and not re.match(r"[\u4e00-\u9fff]", text[number.end :])
        if not unit and _PEOPLE.match(text, number.end):
            unit = "人"
        yield Quantity(
            number.start,
            number.end,
            value,
            unit,
            bound,
            change,
            direction,
            _tally(_COMMA.split(text[: number.start])[-1]),
            opens or closes,
            number.indefinite,
            bare,
        )


def _spans(text: str, low: _Number, high: _Number) -> bool:
    """Whether the two numbers are the ends of a range: 10-15, 10至15, 三百元以上五百元以下."""
    between = text[low.end : high.start]
    return (bool(_RANGE.fullmatch(between)) and text[low.start - 1 : low.start] not in ("由", "从")) or (
        between in ("以上", "以上，") and text.startswith("以下", high.end)
    )


def _bound(text: str, before: str, number: _Number, right: int) -> Bound:
    if number.more:
        return "least"
    after = _AFTER.match(text, number.end, right)
    if after and after.lastgroup:
        return after.lastgroup  # type: ignore[return-value]
    found: Bound = ""
    for match in _BEFORE.finditer(before):
        if _BOUND_REACH.fullmatch(before, match.end()):
            found = match.lastgroup  # type: ignore[assignment]
    return found


def _change(before: str, after: str) -> tuple[Change, int]:
    direction = 0
    last = None
    for match in _CHANGES.finditer(before):
        last = match
        direction = 1 if match.lastgroup == "rise" else -1
    if _FROM.search(before) and _ON_TO.search(after):
        return "from", direction
    if last and _RATE.match(before, last.end()):
        return ("up" if direction > 0 else "down"), direction
    if _TO.search(before) or (last and re.match(r"到|至(?![少多])|为", before[last.end() :])):
        return "to", direction
    if last and len(before) - last.end() <= 6:
        return ("up" if direction > 0 else "down"), direction
    return "", direction


def countable(unit: str) -> bool:
    """Whether `unit` is a measure word that only says that things are counted, one by one."""
    return unit in _COUNTED


def _tally(before: str) -> Tally:
    """累计 or 新增, whichever stands last before the number; the parts of a list share it."""
    found = [match.lastgroup for match in _TALLY.finditer(before)]
    return found[-1] if found else ""  # type: ignore[return-value]
