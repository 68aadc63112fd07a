"""Names of indicators."""

import re

_COUNTING = re.compile(r"全市|全省|全区|累计|建成|建设|实现|达到|提高|提升|控制|培育|打造|完成|数量|总数|总量|个数|力争|将|使|到$|在$|至$")


def core_subject(subject: str) -> str:
    """An indicator's name without the words that only say that it is counted or raised: 全市建成5G基站 -> 5G基站."""
    return _COUNTING.sub("", subject) or subject
