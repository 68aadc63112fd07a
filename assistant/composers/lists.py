"""All of something: rows of a table that meet a condition, or the items under a heading; their number when that is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.unit_names import same_unit
from corpus.model.document import Document, Section
from corpus.model.facts import Scenario
from corpus.model.span import Span

_ROWS_ASKED = re.compile(
    r"(?:哪|几|多少|什么|啥)(?:些|几)?(?:个|项|类)?(?:应用|创新|重点|建设)?(?:场景|项目)|(?:场景|项目)(?:[^，。？]{0,6})(?:都)?(?:有|是|叫|分别是|包括)(?:哪|几|多少|什么|啥)|"
    r"(?:场景|项目)(?:一共|总共|共)?(?:有)?(?:多少|几)|(?:的|各)(?:有|是)哪(?:些|几)个?$|(?:的|有)(?:哪|几)(?:些|几|个)|(?:一共|总共|共)(?:有)?(?:几|多少)(?:个|项)?$"
)
_ONLY = re.compile(r"只(?:写|有|由|列|填)|仅|单独|独家")
_NOUN_AFTER = re.compile(r"(?:哪|几|多少)(?:些|几)?(?:个|条|项|大|类)?(?:方面的?)?([\u4e00-\u9fff]{2,6}?)(?=[？?，。]|$|都|分别|各|是|有|包)")
_NOUN_BEFORE = re.compile(r"([\u4e00-\u9fff]{2}(?:措施|任务|工程|行动|举措|原则|章节|阶段))(?:都|一共|总共|分别|主要)?(?:有|是|包括|包含|提了|分)(?:哪|几|多少|什么)")
_MONTH_END = re.compile(r"(20\d{2})\s*年\s*(\d{1,2})\s*月")
MAX_NAMES = 40


@dataclass(frozen=True, slots=True)
class _Condition:
    builders: tuple[str, ...] = ()
    only: bool = False
    end: str | None = None
    year: int | None = None
    category: str | None = None

    @property
    def given(self) -> bool:
        return bool(self.builders or self.end or self.year or self.category)


def compose_rows(evidence: Evidence) -> Draft | None:
    """The rows of the named table that meet the question's conditions."""
    text = evidence.question.text.rstrip("？?。 ")
    if not (_ROWS_ASKED.search(text) and re.search(r"场景|项目|应用", text)):
        return None
    table = _table(evidence)
    if not table:
        return None
    condition = _condition(evidence, table)
    rows = [row for row in table if _meets(row, condition)]
    whole = re.search(r"清单|附表|名单|表", evidence.question.text) is not None
    if not rows or not (condition.given or whole):
        return None
    document_id = rows[0].document_id
    sources = tuple(Source(document_id, _name_span(row)) for row in rows)
    names = "、".join(row.name.strip() for row in rows[:MAX_NAMES])
    listed = phrase("rows", evidence.question.language, count=len(rows), names=names) + "。"
    facts = (DraftFact({"kind": "derived", "value": len(rows), "expression": f"count({len(rows)})"}, sources[:20]),)
    return Draft((Statement(listed, sources[:20]),), 1.0, facts=facts, subject=table[0].table)


def _table(evidence: Evidence) -> Sequence[Scenario]:
    """The rows of the table the question names; of the best row's table when it names none."""
    named = evidence.question.documents
    document_id = named.strongest
    candidates = [s for s in evidence.scenarios if document_id is None or s.document.id == document_id]
    if document_id is None and not candidates:
        return ()
    chosen = document_id or candidates[0].document.id
    facts = evidence.knowledge.facts("scenario", chosen)
    rows = [fact for fact in facts if isinstance(fact, Scenario)]
    if not rows:
        return ()
    table = candidates[0].item.table if candidates else rows[0].table
    return [row for row in rows if row.table == table]


def _condition(evidence: Evidence, table: Sequence[Scenario]) -> _Condition:
    text = evidence.question.text
    builders = {builder for row in table for builder in row.builders}
    named = tuple(builder for builder in sorted(builders, key=len, reverse=True) if _names_unit(text, builder))
    end = _MONTH_END.search(text)
    years = evidence.question.years
    categories = {column.text for row in table for column in row.columns if column.heading in ("类别", "类型")}
    category = next((c for c in categories if c in text or (len(c) > 2 and c.rstrip("类") in text)), None)
    month = f"{end[1]}-{int(end[2]):02d}" if end else None
    period = years[0] if len(years) == 1 and not end and evidence.question.documents.strongest and not _is_period(table, years[0]) else None
    return _Condition(_shortest_names(named), bool(_ONLY.search(text)), month, period, category)


def _is_period(table: Sequence[Scenario], year: int) -> bool:
    """Whether every row runs in that year: then it does not choose among them."""
    return not any(row.ends for row in table)


def _names_unit(text: str, builder: str) -> bool:
    if builder in text:
        return True
    found = re.findall(r"[\u4e00-\u9fff]{0,6}?(?:局|委|办|集团|公司|中心|总队|银行|征信|政府|企业|协会|医院)", text)
    return any(same_unit(name[start:], builder) for name in found for start in range(len(name) - 1) if len(name[start:]) >= 3)


def _shortest_names(named: Sequence[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for name in named:
        if not any(same_unit(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)


def _meets(row: Scenario, condition: _Condition) -> bool:
    matched = [builder for builder in row.builders if any(same_unit(builder, name) or builder == name for name in condition.builders)]
    if condition.builders:
        every = all(any(same_unit(name, b) or name == b for b in row.builders) for name in condition.builders)
        if not every or (condition.only and len(matched) != len(row.builders)):
            return False
    if condition.end and row.ends != condition.end:
        return False
    if condition.year and not (row.ends and row.ends[:4] == str(condition.year) and (row.starts or row.ends)[:4] == str(condition.year)):
        return False
    return not condition.category or any(column.text == condition.category for column in row.columns)


def _name_span(row: Scenario) -> Span:
    return next(column.span for column in row.columns if column.text == row.name)


def compose_items(evidence: Evidence) -> Draft | None:
    """The headings that the question counts or lists: those that end in its noun, or those under the heading that is its noun."""
    question = evidence.question
    noun = _counted_noun(question.text)
    if noun is None:
        return None
    document_id = question.documents.strongest or (evidence.sections[0].document.id if evidence.sections else None)
    if document_id is None:
        return None
    document = evidence.knowledge.document(document_id)
    group = _ending_in(document, noun) or _under(evidence, document, noun)
    if len(group) < 2:
        return None
    sources = tuple(Source(document.id, item.heading) for item in group[:20])
    names = "、".join(item.title for item in group)
    text = phrase("items", question.language, count=len(group), noun=noun, names=names) + "。"
    facts = (DraftFact({"kind": "derived", "value": len(group), "expression": f"count({len(group)})"}, sources),)
    return Draft((Statement(text, sources),), 1.0 if question.documents.strongest else 0.6, facts=facts, subject=document.title)


def _counted_noun(text: str) -> str | None:
    """The noun after 几个, 哪些, 多少项, or before 有哪些: 专项行动, 保障措施."""
    for pattern in (_NOUN_AFTER, _NOUN_BEFORE):
        match = pattern.search(text)
        if match:
            return re.sub(r"^[的个条项大类]+", "", match[1])
    return None


def _ending_in(document: Document, noun: str) -> list[Section]:
    ending = [section for section in document.sections if section.title.endswith(noun) and section.title != noun and section.number]
    levels = {(section.parent, section.level) for section in ending}
    return ending if len(ending) >= 2 and len(levels) == 1 else []


def _under(evidence: Evidence, document: Document, noun: str) -> list[Section]:
    headings = [section for section in document.sections if noun in section.title or section.title in noun]
    if not headings:
        return []
    best = max(headings, key=lambda section: evidence.matcher.match(" ".join(section.path)).score)
    return [section for section in document.sections if section.parent == best.ordinal and section.title and section.number]
