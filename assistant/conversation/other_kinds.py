"""A follow-up that asks the former question of another of the same kind: 那市级的呢？ 三类的封顶又是多少？"""

import re

from assistant.conversation.spoken_of import AND_WHAT_OF, STANDS_ALONE, asked_of, own_content, subject_of
from assistant.understanding.asks import asks_of

_SAME_KIND = tuple(
    re.compile(kind)
    for kind in (
        r"(?:国家|省|市|区|县)级",
        r"[大中小微]型",
        r"(?<![\d学周])[一二三四五六]期",
        r"第[一二三四]季度|[上下]半年",
        r"(?<![\d分归第])[一二三四五甲乙丙][类档]",
        r"[红橙黄蓝]色",
        r"(?:(?<=^)|(?<=[\d年底前在里，,]))(?:(?![年底前在里到要的])[\u4e00-\u9fff]){1,3}?(?:新区|高新区|开发区|[县区])(?![级域别间块])",
        r"(?:不满|未满|满)?\d+(?:周?岁)?(?:[到至—~～-]\d+)?周?岁(?:以上|以下|及以上)?",
    )
)
"""What one of its kind replaces: the level, the size, the phase, the class, the county, the age."""


def with_other_kind(before: str, text: str) -> str | None:
    """The former question with its level, size or age replaced by the one that `text` begins with: 那市级的呢？"""
    for kind in _SAME_KIND:
        if (new := kind.match(text)) and (old := kind.search(before)):
            other = before[: old.start()] + new[0] + before[old.end() :]
            rest = text[new.end() :]
            more, only_named = len(own_content(rest)), AND_WHAT_OF.search(rest) is not None
            if own_content(rest) in before and (only_named or set(asks_of(rest)) <= set(asks_of(before))):
                return other
            if not more or more >= STANDS_ALONE + only_named:
                return None if more else f"{subject_of(other)} {rest}"
            return f"{subject_of(other)}{AND_WHAT_OF.sub('', rest)} {asked_of(before) if only_named else ''}".strip()
    return None
