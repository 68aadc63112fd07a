"""Titles and numbers of official documents: 《…》（云政发〔2015〕6号), kinds of document, periods."""

import re
from dataclasses import dataclass

from corpus.language.years import PLAN_PERIODS
from corpus.model.document import DocumentKind

_TYPE_NOUNS = (
    "行动计划|工作计划|计划|规划纲要|总体规划|发展规划|规划|实施方案|行动方案|工作方案|方案|纲要|若干政策措施|政策措施|若干措施|若干政策|"
    "若干举措|措施|条例|办法|细则|规定|规程|实施意见|指导意见|意见|通知|公告|通告|决定|答复|复函|函|批复|请示|会议纪要|报告|清单|目录|指南|要点|准则|标准"
)
_TITLE_END = re.compile(rf"(?:{_TYPE_NOUNS})\s*(?:[（(][^（）()]{{1,24}}[）)])?(?:的通知|的答复)?\s*$")
_KINDS: tuple[tuple[str, DocumentKind], ...] = (
    (r"答复|复函", "reply"),
    (r"政府工作报告|工作报告", "report"),
    (r"通知|公告|通告", "notice"),
    (r"条例|办法|规定|细则|法$", "regulation"),
    (r"场景清单|项目清单|项目表", "scenario_list"),
    (r"行动计划|行动方案|实施方案|工作方案|三年行动|计划|方案", "action_plan"),
    (r"规划|纲要", "master_plan"),
    (r"政策|措施|意见|举措", "policy"),
    (r"报告", "report"),
)
_PERIOD = re.compile(r"((?:19|20)\d{2})\s*年?\s*[-—–－~～至到]+\s*((?:19|20)\d{2})\s*年?")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔﹝\[［（(【]\s*(?:19|20)\d{2}\s*[〕﹞\]］）)】]\s*第?\s*\d{1,5}\s*号")
_NUMBER_OF_ITS_OWN = re.compile(
    rf"\s*[（(]\s*({_NUMBER.pattern}|[\u4e00-\u9fff]{{2,16}}令\s*(?:(?:19|20)\d{{2}}\s*年\s*)?第?\s*\d{{1,5}}\s*号|第\s*\d{{1,10}}\s*号"
    r"|[A-Z]{2,4}\d*(?:/T)?\s*[\d.]+\s*[-—–]\s*(?:19|20)\d{2})\s*[）)]"
)
_REFERENCE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A 《title》 in a text, from `start` to `end`, with the number in brackets right after it (国发〔2015〕50号, 国务院令第31号)."""

    title: str
    number: str | None
    start: int
    end: int


def ends_like_title(line: str) -> bool:
    """Whether the line ends as titles of official documents do: in a kind of document, a period in brackets allowed after it."""
    return _TITLE_END.search(line) is not None


def kind_of_title(title: str) -> DocumentKind:
    """The kind of document that a title names; `other` when it names none."""
    name = re.sub(r"[（(][^（）()]*[）)]\s*$", "", title)
    for ending in (name[-8:], name):
        for pattern, kind in _KINDS:
            if re.search(rf"(?:{pattern})$" if ending is not name else pattern, ending):
                return kind
    return "other"


def period_of(text: str) -> tuple[int, int] | None:
    """The first and last year of a period such as 2024-2026年 or “十四五”; None where there is none."""
    match = _PERIOD.search(text)
    if not match:
        return next((years for plan, years in PLAN_PERIODS.items() if plan in text), None)
    first, last = int(match[1]), int(match[2])
    return (first, last) if first <= last else None


def document_number_of(text: str) -> str | None:
    """The first document number (文号) in `text`, as printed without white space: 云政发〔2015〕6号."""
    match = _NUMBER.search(text)
    return re.sub(r"\s+", "", match[0]) if match else None


def title_mentions(text: str) -> tuple[TitleMention, ...]:
    """Every 《title》 in `text`, with the number in brackets that may follow it."""
    mentions = []
    for match in _REFERENCE.finditer(text):
        number = _NUMBER_OF_ITS_OWN.match(text, match.end())
        end = number.end() if number else match.end()
        mentions.append(TitleMention(match[1], re.sub(r"\s+", "", number[1]) if number else None, match.start(), end))
    return tuple(mentions)
