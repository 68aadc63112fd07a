"""The figures a clause states, apart from those in it that only limit or describe something."""

import re
from collections.abc import Sequence

from corpus.language.figures import Figure, chinese_number, figures_in
from corpus.language.sentences import trim
from corpus.model.facts import Comparator
from corpus.model.span import Span

_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_LIMIT_BEFORE = re.compile(
    r"(?:前|第|未来|过去|最近|[如见][图表]|附[图表件]|专栏|每(?:(?:认定|新增|引进|培育|获评|建成|满|增加|完成|吸纳)[\u4e00-\u9fff]{0,2})?)$"
)
_KIND_BEHIND = re.compile(r"\s*(?:等|(?:层级|方面|维度|环节)|[^，。、]{0,4}部门联合)")
_QUOTED = re.compile(r"“[^”]*”")
_ROUND_THE_CLOCK = re.compile(r"24小时(?=[\u4e00-\u9fff])(?!之?内|以内|办结|完成|响应|处置|回复)")
_SHOWN = re.compile(r"[\u4e00-\u9fff]{2}(?<!以[上下内])(?<!左右)(?<!用电)")
_INSTITUTE = re.compile(r"[科电部司厂团]$")
_DESCRIBING_UNITS = frozenset(
    {"人", "元", "亿元", "万元", "公里", "千米", "米", "平方米", "吨", "层", "级", "天", "日", "小时", "年", "期"}
)
_DESCRIBED = re.compile(r"的(?!.{0,6}(?:奖励|补助|补贴|资助|贴息|经费|支持|罚款|奖金|资金))")
_AGE = frozenset({"岁", "周岁"})
_SCOPE_BEFORE, _SCOPE_BEHIND = re.compile(r"在(?:全[国省市])?$"), re.compile(r"[^，。]{0,12}(?:中|里|内)")
_RANK = re.compile(
    r"(?:排名?|位居|位列|位次|居|列|升至|进入)[^，。；]{0,14}?(?P<rank>[第前]\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3}))(?:位|名|强)?(?=$|[，。；、])"
)
_CONDITION = re.compile(r"^(?:对(?![外口接标称公内比照话])|凡)(?!.*(?:给予|奖励|补助|补贴|资助|处以?\d))")
_THRESHOLDS = frozenset({"more_than", "at_least", "at_most", "less_than"})
_REACHED = re.compile(r"(?:超过|达到?|突破|不低于|不少于|以上)\s*$|\d[万亿]*\S?、$")
_JOINED = re.compile(r"、|(?:以?及|和|与)(?=[^、]*$)")
_ROUND = r"(?:约|近|超过?|不少于|不低于|至少|达到?)?"
_SHARED_HEAD = re.compile(r"的|(?:共享|改造|升级|接入|对接|建设|覆盖|应用|互通|整合|汇聚|采集|汇集|归集|研究|监测|比例|比重|以[上下])$")

NEAR = 24
"""Characters before a figure among which stands what limits it."""
LONGEST = 600
"""Characters of an enumeration that is taken apart; one that is longer was never written for readers."""


def stated_figures(statement: str) -> tuple[Figure, ...]:
    """The figures of `statement` that say how much there is or is to be of something, in order.

    Left out are those that limit or describe a thing: the first 500 (前500名), one of each (每100人), the size of those meant
    (5000平方米以上的商场, 80周岁老人), a kind (720度等方式, 3个层面), a picture (图4), an institute (电科47所), a remark in brackets,
    a name in quotation marks (“20秒入园”), what is to be met for a grant (对营业收入超过1亿元的企业).
    A rank (排名第9) is one.
    """
    hidden = [match.span() for match in _BRACKETED.finditer(statement) if match.start() > 0]
    hidden += [match.span() for match in _QUOTED.finditer(statement)]
    ranks = [_rank(match) for match in _RANK.finditer(statement)]
    found = [
        figure
        for figure in figures_in(statement)
        if not any(start <= figure.start < end for start, end in hidden) and _is_stated(statement, figure, ranked=bool(ranks))
    ]
    return tuple(sorted([*found, *(rank for rank in ranks if rank is not None)], key=lambda figure: figure.start))


def parts_with_figures(text: str, statement: Span) -> tuple[Span, ...]:
    """The parts of an enumeration that has a figure in each (泵站30座、水厂15座; 10家泵站、20家水厂); else `statement` itself."""
    said = statement.of(text)
    if len(said) > LONGEST or re.match(r"(?:通过)?[对将把由从为以]", said) or "分别" in said or len(stated_figures(said)) < 2:
        return (statement,)
    hidden = [match.span() for match in re.finditer(r"[（(][^（）()]*[）)]|“[^”]*”|《[^》]*》", said)]
    breaks = [match.span() for match in _JOINED.finditer(said) if not any(start <= match.start() < end for start, end in hidden)]
    for makes_part in (_ends_with_figure, _begins_with_figure):
        parts = _grouped(said, breaks, begins=makes_part is _begins_with_figure)
        if len(parts) > 1 and all(makes_part(said[start:end], first=start == 0) for start, end in parts):
            return tuple(trim(text, Span(statement.start + start, statement.start + end)) for start, end in parts)
    return (statement,)


def _grouped(said: str, breaks: Sequence[tuple[int, int]], *, begins: bool) -> list[tuple[int, int]]:
    """The pieces between `breaks`, joined so that each part has its figure: at its beginning or at its end."""
    parts: list[tuple[int, int]] = []
    start = 0
    for begin, end in breaks:
        closes = _begins_with_figure(said[end:], first=False) if begins else _ends_with_figure(said[start:begin], first=False)
        if closes:
            parts.append((start, begin))
            start = end
    return [*parts, (start, len(said))]


def _ends_with_figure(part: str, *, first: bool) -> bool:
    figures = stated_figures(part)
    return len(figures) == 1 and figures[0].start >= 2 and re.fullmatch(r"[（(]?[^\u4e00-\u9fff]*", part[figures[0].end :]) is not None


def _begins_with_figure(part: str, *, first: bool) -> bool:
    figures = stated_figures(part)
    if not figures or (first and len(figures) > 1) or _SHARED_HEAD.search(part[figures[-1].end :]):
        return False
    noun = re.split(r"[、，。；]", part[figures[0].end :])[0]
    return len(noun) >= 2 and (first or re.fullmatch(_ROUND, part[: figures[0].start]) is not None)


def _is_stated(statement: str, figure: Figure, *, ranked: bool) -> bool:
    before, behind = statement[max(0, figure.start - NEAR) : figure.start], statement[figure.end :]
    if _LIMIT_BEFORE.search(before) or _KIND_BEHIND.match(behind) or figure.unit in _AGE:
        return False
    if _ROUND_THE_CLOCK.match(statement, figure.start):
        return False
    if figure.unit == "度" and _SHOWN.match(behind):
        return False
    if figure.unit == "所" and _INSTITUTE.search(before):
        return False
    if ranked and _SCOPE_BEFORE.search(before) and _SCOPE_BEHIND.match(behind):
        return False
    if figure.unit in _DESCRIBING_UNITS and figure.comparator in _THRESHOLDS and _DESCRIBED.match(behind):
        return False
    return not (_CONDITION.match(statement) and (figure.comparator in _THRESHOLDS or _REACHED.search(before)))


def _rank(match: re.Match[str]) -> Figure | None:
    number = match["number"]
    amount = int(number) if number.isdigit() else chinese_number(number)
    if amount is None:
        return None
    comparator: Comparator = "at_most" if match["rank"].startswith("前") else "equal"
    return Figure(match.start("rank"), match.end(), match["rank"], float(amount), None, "位", comparator)
