"""All of something: rows of a table that meet a condition, or the items under a heading; their number when that is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.composers.scenarios import COLUMNS, column_statements
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase
from corpus.language.numbering import numeral_value
from corpus.language.unit_names import same_unit
from corpus.model.document import Document, Section
from corpus.model.facts import Scenario
from corpus.model.span import Span

_ROWS_ASKED = re.compile(
    r"(?:哪|几|多少|什么|啥)(?:些|几)?(?:个|项|类)?(?:应用|创新|重点|建设)?(?:场景|项目)|(?:场景|项目)(?:[^，。？”」的]{0,6})(?:都)?(?:有|是|叫|分别是|包括)(?:哪|几|多少|什么|啥)|"
    r"(?:全部|所有|各个?)(?:的)?(?:场景|项目)|(?:场景|项目)[^，。？]{0,4}[，,]?(?:都)?(?:列|给我)|列(?:一下|出)[^，。？]{0,8}(?:场景|项目)|"
    r"(?:场景|项目)(?:一共|总共|共)?(?:有)?(?:多少|几)|(?:的|各)(?:有|是)哪(?:些|几)个?$|(?:的|有)(?:哪|几)(?:些|几|个)|(?:一共|总共|共)(?:有)?(?:几|多少)(?:个|项)?$"
)
_ONLY = re.compile(r"只(?:写|有|由|列|填)|仅|单独|独家")
_NOUN_AFTER = re.compile(
    r"(?:哪|几|多少)(?:些|几)?(?:[两三四五六七八九十]|\d{1,2})?(?:个|条|项|大|类)?(?:方面的?(?=[\u4e00-\u9fff]{2}))?([\u4e00-\u9fff]{2,6}?)"
    r"(?=[？?，。]|$|都|分别|各|是|有|包|回应|答复|入手|展开|推进|着手|提出|安排|部署)"
)
_NOUN_BEFORE = re.compile(
    r"((?:重要|主要|重点|工作|保障)?(?:举措|措施|任务))(?=[^，。？]{0,6}[，,]?(?:一共|总共|共)?有?(?:多少|几)[条项个])|"
    r"([\u4e00-\u9fff]{2}(?:措施|任务|工程|行动|举措|原则|章节|阶段))(?:都|一共|总共|分别|主要)?(?:有|是|包括|包含|提了|分)(?:哪|几|多少|什么)"
)
_MONTH_END = re.compile(r"(20\d{2})\s*年\s*(\d{1,2})\s*月")
_PARTS = frozenset({"方面", "部分", "板块", "大部分", "大方面", "章", "内容"})
_ALL_TOGETHER = re.compile(r"连续|合计|总共|加起来")
_NUMBERED = {"章": r"第.+章", "节": r"第.+节", "条": r"第.+条"}
_PERIOD_HEADING = re.compile(r"期限|周期|年限|时间|序号")
_UNIT_HEADING = re.compile(r"单位|部门")
_NTH = re.compile(r"第\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:个|项|条)(?!五年)")
MAX_KIND = 12
MAX_NAMES = 40


@dataclass(frozen=True, slots=True)
class _Condition:
    builders: tuple[str, ...] = ()
    only: bool = False
    end: str | None = None
    year: int | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def given(self) -> bool:
        return bool(self.builders or self.end or self.year or self.values)


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
    named = evidence.question.documents.strongest is not None
    whole = named and re.search(r"清单|附表|名单|表", evidence.question.text) is not None
    if not rows or not (condition.given or whole):
        return None
    document_id = rows[0].document_id
    sources = tuple(Source(document_id, _name_span(row)) for row in rows)
    names = "、".join(row.name.strip() for row in rows[:MAX_NAMES])
    listed = phrase("rows", evidence.question.language, count=len(rows), names=names) + "。"
    facts = (DraftFact({"kind": "derived", "value": len(rows), "expression": f"count({len(rows)})"}, sources[:20]),)
    return Draft((Statement(listed, sources[:20]),), 1.0, facts=facts, subject=table[0].table)


def compose_nth_row(evidence: Evidence) -> Draft | None:
    """The row of the named table at the place the question gives (第二个场景), with the columns it asks for."""
    match = _NTH.search(evidence.question.text)
    if match is None or evidence.question.documents.strongest is None or not re.search(r"清单|附表|表|项目|场景", evidence.question.text):
        return None
    place = numeral_value(match[1])
    table = _table(evidence)
    row = next((row for row in table if row.ordinal == place), None)
    if row is None:
        listed = re.search(r"清单|附表|表", evidence.question.text)
        return (
            Draft((Statement(phrase("not_in_corpus", evidence.question.language)),), 1.0, "not_found", "not_in_corpus") if listed else None
        )
    scored = Scored(row, evidence.knowledge.document(row.document_id), 1.0, 1.0)
    named = Statement(row.name.strip() + "。", (Source(row.document_id, _name_span(row)),))
    columns = column_statements(evidence, scored) if set(evidence.question.asks) & {ask for ask, _ in COLUMNS[:9]} else ()
    values = {"kind": "scenario", "name": row.name, "table": row.table, **{column.heading: column.text for column in row.columns}}
    sources = tuple(source for statement in (named, *columns) for source in statement.sources)
    return Draft((named, *columns), 1.0, facts=(DraftFact(values, sources),), subject=row.name)


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
    values = _values(text, table)
    month = f"{end[1]}-{int(end[2]):02d}" if end else None
    period = years[0] if len(years) == 1 and not end and evidence.question.documents.strongest and not _is_period(table, years[0]) else None
    return _Condition(_shortest_names(named), bool(_ONLY.search(text)), month, period, values)


def _values(text: str, table: Sequence[Scenario]) -> tuple[tuple[str, str], ...]:
    """Values of columns that sort the rows into kinds (类别, 建设地点) and that the question names."""
    found = []
    for heading in dict.fromkeys(column.heading for row in table for column in row.columns):
        cells = [column.text for row in table for column in row.columns if column.heading == heading]
        kinds = set(cells)
        if len(kinds) < 2 or len(kinds) > max(2, len(cells) // 2) or max(map(len, kinds)) > MAX_KIND or _PERIOD_HEADING.search(heading):
            continue
        named = [kind for kind in kinds if kind in text or (len(kind) > 2 and kind.rstrip("类") in text)]
        if len(named) == 1 and not _UNIT_HEADING.search(heading):
            found.append((heading, named[0]))
    return tuple(found)


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
    return all(any((column.heading, column.text) == value for column in row.columns) for value in condition.values)


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
    numbered = _NUMBERED.get(noun)
    if numbered:
        return _counted(evidence, document, noun, [s for s in document.sections if re.fullmatch(numbered, s.number)])
    if noun in _PARTS:
        group = [section for section in document.sections if section.level == 1 and section.number]
    elif _ALL_TOGETHER.search(question.text):
        parents = {section.ordinal for section in document.sections if section.title == noun}
        group = [section for section in document.sections if section.parent in parents and section.number and section.title]
    else:
        group = _ending_in(document, noun) or _under(evidence, document, noun)
    if len(group) < 2:
        return None
    sources = tuple(Source(document.id, item.heading) for item in group[:20])
    names = "、".join(item.title for item in group)
    text = phrase("items", question.language, count=len(group), noun=noun, names=names) + "。"
    facts = (DraftFact({"kind": "derived", "value": len(group), "expression": f"count({len(group)})"}, sources),)
    return Draft((Statement(text, sources),), 1.0 if question.documents.strongest else 0.6, facts=facts, subject=document.title)


def _counted(evidence: Evidence, document: Document, noun: str, group: Sequence[Section]) -> Draft | None:
    """How many chapters or articles a regulation has: shown by the first and the last."""
    if not group:
        return None
    sources = (Source(document.id, group[0].heading), Source(document.id, group[-1].heading))
    text = phrase("numbered", evidence.question.language, count=len(group), noun=noun, first=group[0].number, last=group[-1].number) + "。"
    facts = (DraftFact({"kind": "derived", "value": len(group), "expression": f"count({len(group)})"}, sources),)
    return Draft((Statement(text, sources),), 1.0, facts=facts, subject=document.title)


def _counted_noun(text: str) -> str | None:
    """The noun after 几个, 哪些, 多少项, or before 有哪些: 专项行动, 保障措施."""
    unit = re.search(r"(?:多少|几)([章节条])(?![\u4e00-\u9fff])", text)
    if unit:
        return unit[1]
    for pattern in (_NOUN_AFTER, _NOUN_BEFORE):
        match = pattern.search(text)
        if match:
            return re.sub(r"^[的个条项大类]+", "", next(filter(None, match.groups())))
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
