"""How a document came into being: the acts that regulations are dated by, the meeting that passed them, who gave a report to which meeting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.model.document import Document
from corpus.model.span import Span

_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_ACTS = "通过|批准|公布"
_ACT_ASKED = re.compile(
    rf"(?:哪(?:一)?[天日年]|何[时日]|(?:什么|啥)时[候间]|几[月号]|日期|时间)[^，。？]{{0,12}}?(?P<then>{_ACTS})|"
    rf"(?P<first>{_ACTS})的?(?:日期|时间|是哪|是什么时)"
)
"""Asks for the day of one of the acts by which regulations come into being; each has its own."""
_RECORD = re.compile(rf"\n|(?<![经于在自、，,])(?={_DAY})")
"""Where the record of an act begins: a line, or a day that nothing leads on to (… 批准2019年12月27日 … 通过并经2020年1月15日 … 批准)."""
_AMENDED = re.compile(r"修[改正订]")
_MEETING_ASKED = re.compile(
    r"(?:哪(?:一)?|第几|几)次[^，。？]{0,16}会[^，。？]{0,8}(?:通过|批准|审议)|(?:通过|批准)[^，。？]{0,8}(?:哪(?:一)?|第几)次"
)
_MEETING = re.compile(
    r"[^\s，。；（）()《》]{2,40}第[一二三四五六七八九十百\d]+\s*次[^\s，。；（）()]{0,8}会议[^，。；（）()\n]{0,24}?(?:通过|批准)"
)
"""The meeting that passed a document, as its head or the notice before it says."""
_DELIVERED = re.compile(rf"{_DAY}\s*在[^\n。；]{{4,40}}(?:会议|大会)上")
_SPEAKER = re.compile(
    r"(?:(?<=\n)|(?<=[上）)]))(?P<office>[\u4e00-\u9fff]{0,14}?[省市州盟县区旗][ \u3000]*长)[ \u3000]*"
    r"(?P<name>[\u4e00-\u9fff·]{1,8}?(?:[ \u3000][\u4e00-\u9fff])?)(?=\s*(?:\n|各位))"
)
"""Under the title of a report: 云川市市长　陆知远."""
HEAD = 600
"""Characters at the beginning of a document in which its acts are dated."""


@dataclass(frozen=True, slots=True)
class Act:
    """What the head of a document says of how it came into being: the name of the fact, its words, and the characters that prove it."""

    field: str
    value: str
    span: Span


def acts_asked(question: str, document: Document) -> Sequence[Act]:
    """The acts whose days the question asks for, as the head of a regulation dates them: those of its amendment where it speaks of one."""
    asked = dict.fromkeys(match["then"] or match["first"] for match in _ACT_ASKED.finditer(question))
    if not asked or document.metadata.kind != "regulation":
        return ()
    asked.update(dict.fromkeys(re.findall(rf"(?:{_ACTS})(?=(?:日期|时间)?[、和与及])", question)))
    head = document.text[:HEAD]
    amends = _AMENDED.search(question) is not None
    found = (_dated(head, act, amends) for act in sorted(asked, key=_ACTS.split("|").index))
    return tuple(act for act in found if act)


def _dated(head: str, act: str, amends: bool) -> Act | None:
    """Where the head dates an act, in the record of the amendment or in that of the document itself."""
    starts = [0, *(match.start() for match in _RECORD.finditer(head)), len(head)]
    for start, end in pairwise(starts):
        match = re.search(rf"(?P<day>{_DAY})(?:(?!{_DAY})[^\n]){{0,60}}?(?<!予)(?<!予以){act}", head[start:end])
        if match and amends == (_AMENDED.search(head[start:end]) is not None):
            return Act(f"{act}日期", match["day"], Span(start + match.start(), start + match.end()))
    return None


def asks_for_meeting(question: str) -> bool:
    """Whether the question asks which meeting passed a document."""
    return _MEETING_ASKED.search(question) is not None


def meeting_of(document: Document) -> Act | None:
    """The meeting that passed the document."""
    found = _MEETING.search(document.text, 0, HEAD)
    return Act("通过情况", re.sub(r"\s+|^已[经由]?", "", found[0]), Span(*found.span())) if found else None


def delivery_of(document: Document) -> Act | None:
    """When and before which meeting a report was given."""
    found = _DELIVERED.search(document.text, 0, HEAD) if document.metadata.kind == "report" else None
    return Act("作报告的时间和会议", found[0].removesuffix("上"), Span(*found.span())) if found else None


def speaker_of(document: Document) -> Act | None:
    """Who gave a report, with the office."""
    found = _SPEAKER.search(document.text, 0, HEAD) if document.metadata.kind == "report" else None
    if found is None:
        return None
    office, name = (re.sub(r"\s+", "", part) for part in (found["office"], found["name"]))
    return Act("报告人", f"{office}{name}", Span(*found.span()))
