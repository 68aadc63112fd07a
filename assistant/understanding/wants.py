"""Wants: the figures and times a question asks for, each with the units it can be in, and how many of them a text tells."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

_NUMBER = r"(?:\d+(?:[.,]\d+)*|(?<![第一二三四五六七八九十百])[一二两三四五六七八九十百千]+)"
_UNIT = (
    r"个?百分点|个点|平方公里|平方米|公里|千米|海里|(?:亿|万)?美?元|人次|小时|分钟|公斤|公顷|个?工作日|个?月|标箱|年一遇|年|[％%‰]|km|"
    r"架次|班次|[亩吨天日米秒岁人名位户P个家项台套部条件类种次场支座处层单级辆所期款份张组盏班路笔分栋艘架只头间门株棵枚册对站课批块轮点倍]"
)
_WANTED = re.compile(
    rf"(?:(?P<asks>(?<!填)多少|(?<![哪第好成填])几)(?:个?(?:[亿万千十]|百(?!分)))?|_{{2,}}|＿+|[（(]\s*[）)]|【\s*】)(?P<unit>{_UNIT})?(?![\u4e00-\u9fff]?(?:以上的|以下的))"
)
_TIME = re.compile(
    r"(?:什么|啥)时[候间]?|何[时日]|哪(?:一|几)?年(?:哪个?月|几月)?|哪(?:一|几)?(?:个?月|天|日)|(?<!第)几[月号](?:份|几[号日])?|起止|(?:上线|建成|完成|开工|投用|启用|截止|起止)(?:时间|年月|日期)"
)
_MONEY = re.compile(r"(?:块|投资|钱|资金|补[助贴]|奖励)")
_MONEY_BEFORE = re.compile(r"(?:投资|造价|经费|预算)(?:是|为|有|要)?$")
_DEGREE = re.compile(r"多(?P<what>[长远宽久重快大高深])(?![\u4e00-\u9fff]{0,2}的|的?比[例重])")
_SHARE = re.compile(r"(?:占比|比例|比重|[^频效]率)(?:呢|又?是?多少)?(?:[？?。]|$)|百分之(?:多少|几)")
_AND = r"(?:以及|[和与及、])"
_COUNTED = (
    r"(?:数|[数总产销流户]量|[总金产税出口易售]额|收入|规模|面积|投资|长度|占比|比例|时间|日期|期限|容量|产值|产能|造价|里程|[^频效]率)"
)
_BOTH = re.compile(
    rf"(?P<first>[\u4e00-\u9fff]{{0,10}}{_COUNTED})[，,]?{_AND}(?P<second>[\u4e00-\u9fff]{{0,10}}?{_COUNTED})[，,]?(?:\d{{2,4}}年底?)?的?(?:数字?|数据)?(?:各|分别|又|都)?(?:是|为|有|达)?(?:多少|什么|怎样)?[？?。]?$"
)
_AIMS = re.compile(
    rf"(?P<first>[\u4e00-\u9fff]{{2,10}}){_AND}(?P<second>[\u4e00-\u9fff]{{2,10}}?)的?目标值?(?:各|分别|都)?(?:是|为|定)?(?:多少|什么)?[？?。]?$"
)
_OF_EACH = re.compile(rf"{_AND}[^，,。？]{{2,40}}?(?:各|分别)[^，,。；？]{{0,6}}?(?=多少|几)")
_ON = re.compile(r"[^，,。；？]{2,12}呢[？?]?$")
_LENGTH = frozenset({"公里", "千米", "米", "海里", "km"})
_LASTS = frozenset({"年", "个月", "月", "天", "日", "小时", "分钟", "秒", "工作日", "个工作日"})
_ALIKE: tuple[frozenset[str], ...] = (
    _LENGTH,
    frozenset({"天", "日", "小时", "分钟", "秒", "工作日", "个工作日", "个月"}),
    frozenset({"元", "万元", "亿元", "美元"}),
    frozenset({"%", "％", "‰", "百分点", "个百分点", "个点"}),
    frozenset({"亩", "公顷", "平方公里", "平方米"}),
    frozenset({"人", "名", "位", "人次"}),
    frozenset({"家", "户"}),
)
_OF_DEGREE = {"长": _LENGTH | _LASTS, "远": _LENGTH, "宽": _LENGTH, "深": _LENGTH, "久": _LASTS}
_TOLD = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<size>[亿万千百]*)(?:余|多)?\s*(?P<unit>{_UNIT})?")
_A_TIME = re.compile(
    r"(?:(?:19|20)\d{2}[年./-](?:\d{1,2}月?(?:\d{1,2}日)?)?|(?<!\d)\d{1,2}月(?!\d*个)(?:\d{1,2}日)?|(?<![\d个])\d{1,2}日(?!内|龄)|"
    r"[一二三四五六七八九〇零]{4}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?|(?<![一二三四五六七八九十个])[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?(?!份?至)|"
    r"年(?:底|末|初|中)(?=[前之以，。；、建完开])|[上下]半年|(?<![每个])[一二三四]季度)"
)
_YEAR_ALONE = re.compile(r"\d{4}年|[一二三四五六七八九〇零]{4}年")
_MONTH = re.compile(r"(?<!年)(?:几月(?!几)|哪(?:一)?个?月)")
TIME = frozenset({"time", "year"})
IN_YEAR = frozenset({"time"})
"""A time in its year, where the month is asked for: 6月, 年底前."""
SHARE = _ALIKE[3]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or time that a text tells, with what it is counted in (empty where nothing says)."""

    printed: str
    unit: str


def wants_of(text: str) -> Sequence[frozenset[str]]:
    """What each figure or time that `text` asks for can be counted in; empty where any will do."""
    found: dict[int, frozenset[str]] = {}
    for match in _WANTED.finditer(text):
        found[match.start()] = _units_like(match["unit"]) if match["unit"] else _of_piece(text, match)
    for match in _DEGREE.finditer(text):
        found[match.start()] = _OF_DEGREE.get(match["what"], frozenset())
    for match in _OF_EACH.finditer(text):
        found[match.start()] = found.get(match.end(), frozenset())
    for match in _TIME.finditer(text):
        found = {place: units for place, units in found.items() if not match.start() <= place < match.end()}
        found[match.start()] = IN_YEAR if _MONTH.match(text, match.start()) else TIME
    for match in _SHARE.finditer(text):
        found = {place: units for place, units in found.items() if not match.start() <= place <= match.end()}
        found[match.start()] = SHARE
    if (on := _ON.search(text)) and found and max(found) < on.start():
        found[on.start()] = frozenset()
    if both := _BOTH.search(text) or _AIMS.search(text):
        found = {place: units for place, units in found.items() if place < both.start()}
        found |= {both.start("first"): _of_noun(both["first"]), both.start("second"): _of_noun(both["second"])}
    return [found[place] for place in sorted(found)]


def _of_piece(text: str, asked: re.Match[str]) -> frozenset[str]:
    """What the words around a quantity without a unit say it is counted in: 占比是多少, 多少投资."""
    if _MONEY.match(text, asked.end()):
        return _ALIKE[2]
    if _MONEY_BEFORE.search(text, 0, asked.start()):
        return _ALIKE[2]
    return SHARE if re.search(r"(?:占比|比例|比重|百分)[^，,。；？]*$", text[: asked.start()]) else frozenset()


def _of_noun(noun: str) -> frozenset[str]:
    if noun.endswith(("时间", "日期", "期限")):
        return TIME
    return SHARE if noun.endswith(("占比", "比例", "率")) else frozenset()


def _units_like(unit: str) -> frozenset[str]:
    return next((alike for alike in _ALIKE if unit in alike), frozenset({unit}))


def figures_told(text: str, question: str = "") -> Sequence[Figure]:
    """The different figures and times of `text`; not those that the question itself gives."""
    given = {one.printed for one in _figures(question)}
    return list(dict.fromkeys(one for one in _figures(text) if one.printed not in given))


def _figures(text: str) -> Iterator[Figure]:
    times = list(_A_TIME.finditer(text))
    for match in times:
        alone = _YEAR_ALONE.fullmatch(match[0]) and text[match.end() : match.end() + 1] not in ("底", "末", "初", "中")
        yield Figure(match[0], "year" if alone else "time")
    for match in _TOLD.finditer(text):
        if any(one.start() < match.end() and match.start() < one.end() for one in times):
            continue
        if match["unit"] or match["size"] or (match["number"][0].isdigit() and re.match(r"[\u4e00-\u9fff+＋]", text[match.end() :])):
            yield Figure(match["number"] + match["size"], match["unit"] or "")


def filled(wants: Sequence[frozenset[str]], figures: Collection[Figure]) -> int:
    """How many of `wants` have a figure of their own among `figures`."""
    left = list(figures)
    count = 0
    for units in sorted(wants, key=lambda want: not want):
        fitting = next((one for one in left if (one.unit in units if units else one.unit not in TIME)), None)
        if fitting:
            left.remove(fitting)
            count += 1
    return count
