"""Titles set in several lines: 云川市某局 / 关于印发云川市智慧水务行动计划 / （2024-2026年）的通知."""

import re

from corpus.language.numbering import numbering_of
from corpus.language.titles import ends_like_title
from ingest.wrapping import SHORT_LINE

_ORGANISATION = re.compile(r"(?:局|委|办|厅|部|院|会|室|组|政府|中心|集团|文件|令|公报)$")
_UNENDED_TITLE = re.compile(r"^[^。；：]{0,30}关于[^。；：]{2,60}$")
_ENDED_TITLE = re.compile(
    r"^[^。；：，]*的(?:通知|意见|决定|答复|复函|函|报告|公告|通告|批复|请示|会议纪要|议案|通报)(?:[（(][^（）()]{1,24}[）)])?$"
)
_ISSUER = re.compile(r"(?:中共)?[\u4e00-\u9fff]{2,30}(?:人民政府|政府|委员会|办公[室厅]|[局厅委部院会])")


def continues_title(before: str, after: str, *, apart: bool) -> bool:
    """Whether a title goes on: it ends in a kind of document, and what begins with 关于 in 的通知 and the like; an issuer may have a line to itself."""
    if numbering_of(before) or numbering_of(after):
        return False
    if _UNENDED_TITLE.search(before) and not _ENDED_TITLE.search(before) and len(after) <= SHORT_LINE:
        return _ENDED_TITLE.search(before + after) is not None
    if not apart and after.startswith("关于") and _ISSUER.fullmatch(before):
        return len(after) <= 2 * SHORT_LINE and "。" not in after
    return (
        len(before) <= 2 * SHORT_LINE
        and len(after) <= 2 * SHORT_LINE
        and not ends_like_title(before)
        and ends_like_title(after)
        and not _ORGANISATION.search(before)
        and not re.search(r"[〔〕：:。]|^附[件表录]|^第?\s*\d+\s*[期号]$", before)
    )
