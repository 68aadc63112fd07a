"""What a question wants a figure counted in, and whether a document's measure word is of that kind."""

import re

from assistant.checks.answer_type import unit_class

_DIMENSIONS: tuple[frozenset[str], ...] = (
    frozenset({"元", "亿元", "万元", "美元"}),
    frozenset({"%", "‰", "个百分点", "个点", "成"}),
    frozenset({"公里", "千米", "km", "米", "m"}),
    frozenset({"亩", "公顷", "顷", "平方公里", "平方米", "平方"}),
    frozenset({"吨", "公斤", "千克", "克"}),
    frozenset({"天", "日", "小时", "分钟", "分", "秒", "岁"}),
    frozenset({"人", "名", "位", "人次", "万人次", "户"}),
    frozenset({"P", "TB", "GB", "PB", "T", "M", "Mbps"}),
    frozenset("个家项台套部条件类种次场支座处层单路级辆艘架幢栋所期款份张篇本册对组盏根店站课批只头盘片块股支宗例席班"),
)
_COUNTS = _DIMENSIONS[-1]
_ASKED = re.compile(
    r"(?:多少|(?<![哪第])几)(?:千万|百万|十万|亿|万|千|百|十)?"
    r"(?P<unit>个(?:百分)?点(?![位子])|平方公里|平方米|公里|千米|万元|亿元|人次|小时|分钟|公斤|公顷|成(?![立功为就员果型效])|"
    r"[元亩吨天米人名位户P%个家项台套部条件类种次场支座处层单级辆所期款份张组盏班]|路(?![口灯段线网况面程由边]))"
)
_NAMED = ((re.compile(r"面积[^，。？]{0,4}(?:多大|多少)|多大的?面积"), _DIMENSIONS[3]), (re.compile(r"多重"), _DIMENSIONS[4]))
SAME_UNIT, SAME_KIND, OTHER_COUNT, OTHER_KIND = 0.2, 0.15, -0.1, -0.5
"""What a figure in the unit asked for, in one that measures the same, in another word for counting, in one of another kind adds to its score."""


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


def counted_in(unit: str | None) -> str | None:
    """The unit without what it is measured by: 元/吨 -> 元."""
    return unit.split("/")[0] if unit else unit


def _fit(asked: str, unit: str | None) -> float:
    if unit is None:
        return OTHER_COUNT
    if unit == asked:
        return SAME_UNIT
    wanted = next((kind for kind in _DIMENSIONS if asked in kind), frozenset[str]())
    if wanted is _COUNTS:
        return OTHER_COUNT if unit in _COUNTS or not any(unit in kind for kind in _DIMENSIONS) else OTHER_KIND
    return SAME_KIND if unit in wanted else OTHER_KIND
