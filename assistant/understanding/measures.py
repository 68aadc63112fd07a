"""What a question wants a figure counted in, and whether a document's measure word is of that kind."""

import re

from assistant.checks.answer_type import unit_class

_DIMENSIONS: tuple[frozenset[str], ...] = (
    frozenset({"元", "亿元", "万元", "美元"}),
    frozenset({"%", "‰", "个百分点", "个点", "成"}),
    frozenset({"公里", "千米", "km", "米", "m"}),
    frozenset({"亩", "公顷", "顷", "平方公里", "平方米", "平方"}),
    frozenset({"吨", "公斤", "千克", "克"}),
    frozenset({"天", "日", "小时", "分钟", "分", "秒", "岁", "工作日", "个工作日", "个月"}),
    frozenset({"人", "名", "位", "人次", "万人次", "户"}),
    frozenset({"P", "TB", "GB", "PB", "T", "M", "Mbps"}),
    frozenset("个家项台套部条件类种次场支座处层单路级辆艘架幢栋所期款份张篇本册对组盏根店站课批只头盘片块股支宗例席班"),
)
_COUNTS = _DIMENSIONS[-1]
_ASKED = re.compile(
    r"(?:多少|(?<![哪第])几)(?:千万|百万|十万|亿|万|千|百|十)?"
    r"(?:个(?=小时|工作日))?(?P<unit>个(?:百分)?点(?![位子])|平方公里|平方米|公里|千米|万元|亿元|人次|小时|分钟|工作日|个月|公斤|公顷|成(?![立功为就员果型效])|"
    r"[元亩吨天米人名位户P%个家项台套部条件类种次场支座处层单级辆所期款份张组盏班]|路(?![口灯段线网况面程由边]))"
)
_NAMED = ((re.compile(r"面积[^，。？]{0,4}(?:多大|多少)|多大的?面积"), _DIMENSIONS[3]), (re.compile(r"多重"), _DIMENSIONS[4]))
SAME_UNIT, SAME_KIND, OTHER_COUNT, OTHER_KIND = 0.2, 0.15, -0.1, -0.5
"""What a figure in the unit asked for, in one that measures the same, in another word for counting, in one of another kind adds to its score."""

_HOUSES = frozenset("家户")
"""Companies are counted in either."""
_SHARE, _SHARE_SAID = re.compile(r"占[^，。]{1,16}(?:比[重例]|[%％])|占比|比[重例]$"), re.compile(r"占|比[重例]|百分|份额|几成|[%％]")
_SHARE_ASKED = re.compile(r"占(?:到|了)?(?:几成|百分之?(?:几|多少)|[^，。？]{1,16}(?:比[例重]|百分之?(?:几|多少)|几成))|占比")
_PER_HEAD, _PER_HEAD_SAID = re.compile(r"每[百千万]+[人户]|[人户]均"), re.compile(r"每|均|摊|[一百千万][人户]")
_BY_HEAD_ASKED = re.compile(r"^(?!.*还是).*(?:每一?[百千万]+个?[人户]|[人户]均)")
SHARE_AS_ASKED, RATIO_UNASKED, NOT_BY_HEAD = 0.15, -0.45, -0.3
"""What it adds that a share is told where one is asked, and takes off that a ratio is told unasked, or none by head where that is asked."""


def unit_fit(text: str, unit: str | None) -> float:
    """What `unit` adds to the score of a figure for the question `text`: the best over all figures it asks for, 0 where any unit will do."""
    unit = counted_in(unit)
    asked = [match["unit"] for match in _ASKED.finditer(text)]
    kinds = [kind for named, kind in _NAMED if named.search(text)]
    if not asked and not kinds:
        units = unit_class(text)
        return 0.0 if units is None else SAME_UNIT if unit in units else OTHER_KIND
    fits = [SAME_UNIT if unit in kind else OTHER_KIND for kind in kinds]
    return max([*fits, *(_fit(one, unit) for one in asked)])


def ratio_fit(text: str, subject: str) -> float:
    """What it adds to the score of a figure of `subject` that it is, or is not, a share or a number by head, for the question `text`."""
    by_head = NOT_BY_HEAD if _BY_HEAD_ASKED.search(text) and not _PER_HEAD.search(subject) else 0.0
    pairs = ((_SHARE, _SHARE_SAID), (_PER_HEAD, _PER_HEAD_SAID))
    if any(told.search(subject) and not said.search(text) for told, said in pairs):
        return by_head + RATIO_UNASKED
    return by_head + (SHARE_AS_ASKED if _SHARE.search(subject) and _SHARE_ASKED.search(text) else 0.0)


def counted_in(unit: str | None) -> str | None:
    """The unit without what it is measured by: 元/吨 -> 元."""
    return unit.split("/")[0] if unit else unit


def _fit(asked: str, unit: str | None) -> float:
    if unit is None:
        return OTHER_COUNT
    if unit == asked:
        return SAME_UNIT
    if {unit, asked} == _HOUSES:
        return SAME_KIND
    wanted = next((kind for kind in _DIMENSIONS if asked in kind), frozenset[str]())
    if wanted is _COUNTS:
        return OTHER_COUNT if unit in _COUNTS or not any(unit in kind for kind in _DIMENSIONS) else OTHER_KIND
    return SAME_KIND if unit in wanted else OTHER_KIND
