"""The day on which a period ends that a document counts from the day it takes effect: 自本条例施行之日起十八个月内."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from assistant.composers.documents.headlines import find_in_head
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.dates import dates_in
from corpus.language.figures import chinese_number

_DAY_ASKED = re.compile(
    r"什么时[候间]|何时|啥时|哪(?:一)?[年天日]|哪个月|[几哪]月|几号|最[晚迟]|截止|截至|折算|换算|算下来|推算|算起|到期|期限|时限|之前|多[长久]"
)
_PERIOD = re.compile(
    r"本[\u4e00-\u9fff]{2,4}(?:正式)?(?:施行|实施|生效)(?:之日|后)?起?(?P<number>\d{1,3}|[一二两三四五六七八九十百]{1,4})\s*(?P<unit>个月|年|日|天)(?:以内|之内|内)"
)


def with_deadline(draft: Draft, evidence: Evidence) -> Draft:
    """`draft` with the day on which the period ends that it tells, where the question asks for a time and the document says when it takes effect."""
    if draft.status not in ("answered", "partial") or not _DAY_ASKED.search(evidence.question.text):
        return draft
    for statement in draft.statements:
        period = _PERIOD.search(statement.text)
        if period is None or not statement.sources:
            continue
        document = evidence.knowledge.document(statement.sources[0].document_id)
        place = find_in_head(evidence, document, "effective")
        begin = next((mention.value for mention in dates_in(place[1].of(place[0].text))), None) if place else None
        number = period["number"]
        length = int(number) if number.isdigit() else chinese_number(number)
        if place is None or begin is None or not length:
            return draft
        end = _after(begin, length, period["unit"])
        sources = (*statement.sources, Source(place[0].id, place[1]))
        told = f"{number}{period['unit']}"
        said = phrase("deadline_counted", evidence.question.language, begin=_printed(begin), end=_printed(end), period=told)
        fact = DraftFact({"kind": "derived", "value": _printed(end), "expression": f"{_printed(begin)} + {told}"}, sources)
        return replace(draft, statements=(*draft.statements, Statement(said, sources)), facts=(*draft.facts, fact))
    return draft


def _after(begin: date, length: int, unit: str) -> date:
    """The last day of a period: the first day is not counted, and months and years end on the day that answers to it, or on the month's last."""
    if unit in ("日", "天"):
        return begin + timedelta(days=length)
    months = begin.month - 1 + length * (12 if unit == "年" else 1)
    year, month = begin.year + months // 12, months % 12 + 1
    return date(year, month, min(begin.day, monthrange(year, month)[1]))


def _printed(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
