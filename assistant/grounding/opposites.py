"""Words that say the opposite of each other, by which a clause can be turned without any negation."""

import re

from assistant.grounding.content import content_pairs

_OPPOSITES = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (
            r"提高|提升|增长|增加|上升|扩大|延长|增强|上涨|增至|升至|上调|调高|加密|加大",
            r"降低|下降|减少|缩小|缩短|压减|压缩|减轻|削减|降至|降到|减至|精简|下调|减到|缩减",
        ),
        (r"(?<!不)(?<!不再)(?<!予)收费|有偿|(?<!免予)缴纳", r"免费|无偿|免缴|免收|免予缴纳|不收"),
        (r"允许|准许|可以|可(?=[自向在以用享申获按])|有权|鼓励", r"禁止|不得|严禁|不准|不允许|不可|不能|限制"),
        (r"必须|应当|须|强制", r"自愿|无需|不必|无须|不需|可以不|自行决定|自主选择"),
        (r"有权", r"无权"),
        (r"批准|审批|许可", r"备案|报备"),
        (r"优先", r"最后|暂缓"),
    )
)


_LEFT_OUT = re.compile(r"除([^，。；]{2,20}?)(?:以|之)?外|(?:不含|不包括)([^，。；）]{2,16})|([^，。；（]{2,12})除外")
_COUNTED_IN = re.compile(r"(?:包括|包含|连同|含有?)(?P<behind>[^，。；）]+)|(?P<before>[^，。；（]{2,12})(?:也不例外|也(?:包括)?在内)")


def counted_in_instead(clause: str, quotes: str) -> bool:
    """Whether the plain clause counts in what `quotes` leave out (除…外)."""
    for match in _COUNTED_IN.finditer(clause):
        said = content_pairs(match["behind"] or match["before"])
        for left_out in _LEFT_OUT.finditer(quotes):
            pairs = content_pairs(next(filter(None, left_out.groups())))
            if said and not _LEFT_OUT.search(clause) and (len(said & pairs) * 2 >= min(len(pairs), len(said))):
                return True
    return False


def opposite_told(clause: str, near: str, quotes: str) -> bool:
    """Whether the plain clause has a word for one side of a pair where `near`, the clause of a passage nearest to it, has one for the other.

    A word that stands anywhere in `quotes` is no invention.
    """
    for one, other in _OPPOSITES:
        for said, unsaid in ((one, other), (other, one)):
            if said.search(clause) and not unsaid.search(clause) and unsaid.search(near) and not said.search(quotes):
                return True
    return False
