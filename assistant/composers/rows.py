"""The rows of a table, all or those that meet a condition, and their number when that is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.composers.scenarios import COLUMNS, column_statements
from assistant.document_naming import named_documents
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase
from corpus.language.numbering import numeral_value
from corpus.language.terms import normalize
from corpus.language.unit_names import same_unit
from corpus.model.facts import Scenario
from corpus.model.span import Span

_ROWS_ASKED = re.compile(
    r"(?:哪|几|多少|什么|啥)(?:些|几)?(?:个|项|类)?(?:应用|创新|重点|建设)?(?:场景|项目)|(?:场景|项目)(?:[^，。？”」的]{0,6})(?:都)?(?:有|是|叫|分别是|包括)(?:哪|几|多少|什么|啥)|"
    r"(?:全部|所有|各个?)(?:的)?(?:场景|项目)|(?:场景|项目)[^，。？]{0,4}[，,]?(?:都)?(?:列|给我)|列(?:一下|出)[^，。？]{0,8}(?:场景|项目)|"
    r"(?:场景|项目)(?:一共|总共|共)?(?:有)?(?:多少|几)|(?:的|各)(?:有|是)哪(?:些|几)个?$|(?:的|有)(?:哪|几)(?:些|几|个)|(?:一共|总共|共)(?:有)?(?:几|多少)(?:个|项)?$"
)
_ONLY = re.compile(r"只(?:写|有|由|列|填)|仅|单独|独家")
_KINDS_OF = r"(?:数据要素|应用|创新|典型|重点|重大|建设|示范|具体|主要|的)*"
_WHOLE_TABLE = (
    re.compile(
        r"^(?P<named>.{2,30}?)(?:里面|里|中|内|下)?(?:一共|总共|都|共|分别|还|又)*(?:有|是|包括|包含|列出?了?|提出了?|安排了?|规划了?|谋划了?|推出了?|涉及)"
        rf"(?:了)?(?:哪(?:些|几个|几项)|什么|啥){_KINDS_OF}(?P<noun>场景|项目)$"
    ),
    re.compile(
        rf"^(?P<named>.{{2,30}}?)(?:里面|里|中|内|下)?的?{_KINDS_OF}(?P<noun>场景|项目)(?:一共|总共|都|分别|具体)*(?:有|是|叫|包括|包含)(?:哪(?:些|几个)|什么|啥)$"
    ),
    re.compile(
        rf"^(?:请|帮我|给我|把)*(?:列出|列举|列一下)?(?P<named>.{{2,30}}?)(?:里面|里|中|内|下)?的?(?:全部|所有|各个)的?{_KINDS_OF}(?P<noun>场景|项目)(?:都?有哪些|是什么|列一下|列出来|都?列给我)?$"
    ),
    re.compile(
        r"^(?:please |can you )?(?:list|name|show me|give me|tell me|what are|which are|what|which|what are all)(?: me| all)*(?: the)?(?: [a-z]+){0,2}? (?P<noun>scenario|project)s"
        r"(?: are)?(?: there| listed| named)? (?:in|of|for|under|does|do|from) (?P<named>[a-z0-9 ,×–-]{4,60}?)(?: have| include| contain| list| name| propose)?$",
        re.IGNORECASE,
    ),
)
"""Questions that ask for all rows of a table and set no condition: what stands in `named` must name the table and nothing besides."""
_NOT_A_NAME = re.compile(
    r"[，,；;]|.在|(?:[局委办厅]|集团|公司|银行|政府|部门|单位)(?:$|的)|使用|用到|利用|采用|建设的|牵头|负责|承[建担]|实施|参与|配合|完成|建成|结束|开始|已经|尚未|没有|正在|进展|需要|涉及|由|20\d\d年(?!行动|计划|规划)|"
    r"\b(?:by|that|which|using|use|uses|with|built|completed|finished|started|whose|led|responsible|before|after)\b",
    re.IGNORECASE,
)
_TITLE_KIND = re.compile(r"三年|专项|行动|实施|工作|发展|总体|计划|规划|方案|清单|附表|名单|领域|行业|方面|这?份|[“”\"《》（）()×x✕\s]")
NAMED_SHARE = 0.5
"""Share of the characters before 有哪些场景 that a title must hold for them to be its name (农业农村 names 现代农业)."""
COMMON_SHARE = 1 / 3
"""Share of all titles from which what they hold (智慧, 数据要素, the city) tells none of them apart."""
SHORT_NAME = 4
"""Characters up to which a name may be a short form."""
_BUILT_BY = re.compile(
    r"(?:(?:由|归)(?:[\u4e00-\u9fff（）]{1,15}(?:集团|公司|中心|银行|政府|总队|协会|医院|学院|大学|研究院)|[\u4e00-\u9fff（）]{1,15}[局委办厅])|"
    r"[\u4e00-\u9fff（）]{1,15}(?:[局委办厅]|集团|公司|政府))"
    r"(?:来|去|共同|参与|联合|单独)*(?:建设|承建|牵头|实施|负责)"
)
_WHO = re.compile(r"哪|谁|什么|啥|几")
_MONTH_END = re.compile(r"(20\d{2})\s*年\s*(\d{1,2})\s*月")
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
    """The rows of the named table that meet the question's conditions, or those of all tables that the named unit builds."""
    text = evidence.question.text.rstrip("？?。. ")
    whole = _whole_table(evidence, text)
    if whole:
        return _listed(evidence, whole)
    if not (_ROWS_ASKED.search(text) and re.search(r"场景|项目|应用", text)):
        return None
    if evidence.question.documents.strongest is None and (built := _built_in_all_tables(evidence)):
        return built
    table = _table(evidence)
    if any(_names_row(text, row) for row in table):
        return None
    condition = _condition(evidence, table)
    rows = [row for row in table if _meets(row, condition)]
    if _unit_asked(text) and not (rows and condition.builders):
        return Draft((Statement(phrase("not_in_corpus", evidence.question.language)),), 1.0, "not_found", "not_in_corpus")
    named = evidence.question.documents.strongest is not None
    listed = named and re.search(r"清单|附表|名单|表", evidence.question.text) is not None
    return _listed(evidence, rows) if rows and (condition.given or listed) else None


def _names_row(text: str, row: Scenario) -> bool:
    """Whether `text` asks about that one row: what is asked is then one of its columns."""
    name = normalize(row.name.strip())
    return len(name) > SHORT_NAME and name in normalize(text)


def _listed(evidence: Evidence, rows: Sequence[Scenario]) -> Draft:
    sources = tuple(Source(row.document_id, _name_span(row)) for row in rows)
    names = "、".join(row.name.strip() for row in rows[:MAX_NAMES])
    listed = phrase("rows", evidence.question.language, count=len(rows), names=names) + "。"
    facts = (DraftFact({"kind": "derived", "value": len(rows), "expression": f"count({len(rows)})"}, sources[:20]),)
    return Draft((Statement(listed, sources[:20]),), 1.0, facts=facts, subject=rows[0].table)


def _unit_asked(text: str) -> bool:
    """Whether `text` names a unit as the one that builds: what others build is then no answer."""
    match = _BUILT_BY.search(text)
    return match is not None and not _WHO.search(re.sub(r"^.*(?:场景|项目)", "", match[0]))


def _whole_table(evidence: Evidence, text: str) -> Sequence[Scenario]:
    """The rows of the one table that a question without any condition names (现代农业有哪些场景); none when none or several fit."""
    match = next(filter(None, (pattern.search(text) for pattern in _WHOLE_TABLE)), None)
    if match is None or _NOT_A_NAME.search(match["named"]) or _unit_asked(text):
        return ()
    english = evidence.question.language == "en"
    printed = _printed_names(evidence)
    name = " ".join(evidence.question.content.split()) if english else match["named"]
    noun = {"scenario": "场景", "project": "项目"}.get(match["noun"].lower(), match["noun"])
    tables = [table for table in _tables(evidence) if noun in table[0].table or any(noun in c.heading for c in table[0].columns)]
    strongest = evidence.question.documents.strongest
    if english:
        chosen = [table for table in tables if table[0].document_id == strongest]
    else:
        official = [word for synonym in evidence.question.synonyms if synonym.words in normalize(name) for word in synonym.official]
        titles = tuple(" ".join(names) for names in printed.values())
        shares = [max(_held(word, " ".join(printed[table[0].document_id]), titles) for word in (name, *official)) for table in tables]
        best = max(shares, default=0.0)
        chosen = [table for table, share in zip(tables, shares, strict=True) if share == best >= NAMED_SHARE]
        if len(chosen) > 1:
            chosen = [table for table in chosen if table[0].document_id == strongest]
        if not chosen and len(name) <= SHORT_NAME:
            chosen = [table for table in tables if table[0].document_id == _named_briefly(evidence, name)]
    return chosen[0] if len(chosen) == 1 and not _condition(evidence, chosen[0]).given else ()


def _named_briefly(evidence: Evidence, name: str) -> str | None:
    """The document that `name` alone names (文旅 for 文化旅游)."""
    return named_documents(name + "计划", evidence.knowledge.documents(), {}, _printed_names(evidence)).strongest


def _printed_names(evidence: Evidence) -> dict[str, set[str]]:
    """The title of every document with those of its tables, by document."""
    names = {document.id: {document.title} for document in evidence.knowledge.documents()}
    for table in _tables(evidence):
        names[table[0].document_id].add(table[0].table)
    return names


def _held(name: str, title: str, titles: Sequence[str]) -> float:
    """Share of the characters of `name` that stand in `title` as runs of two or more; what many titles hold names none of them."""
    plain = _TITLE_KIND.sub(" ", name)
    many = max(1, len(titles) * COMMON_SHARE)
    common = [sum(plain[at : at + 2] in other for other in titles) > many for at in range(len(plain))]
    own = {at + step for at in range(len(plain) - 1) if not common[at] and plain[at : at + 2] in title for step in (0, 1)}
    general = {at + step for at in range(len(plain) - 1) if common[at] for step in (0, 1)} - own
    counted = [at for at, character in enumerate(plain) if not character.isspace() and at not in general]
    return len([at for at in counted if at in own]) / len(counted) if counted and own else 0.0


def _tables(evidence: Evidence) -> Sequence[Sequence[Scenario]]:
    """The rows of every table, table by table."""
    tables: dict[tuple[str, str], list[Scenario]] = {}
    for row in evidence.knowledge.facts("scenario"):
        if isinstance(row, Scenario):
            tables.setdefault((row.document_id, row.table), []).append(row)
    return tuple(tables.values())


def _built_in_all_tables(evidence: Evidence) -> Draft | None:
    """What the named units build, table by table, each table under its document's title."""
    tables = _tables(evidence)
    builders = _condition(evidence, [row for table in tables for row in table]).builders
    if not builders:
        return None
    found: list[Sequence[Scenario]] = []
    for table in tables:
        condition = replace(_condition(evidence, table), builders=builders)
        found.append([row for row in table if _meets(row, condition)])
    statements: list[Statement] = []
    facts: list[DraftFact] = []
    for rows in filter(None, found):
        part = _listed(evidence, rows)
        title = evidence.knowledge.document(rows[0].document_id).title
        text = phrase("rows_of_document", evidence.question.language, title=title, rows=part.statements[0].text)
        statements.append(Statement(text, part.statements[0].sources))
        facts.extend(part.facts)
    return Draft(tuple(statements), 1.0, facts=tuple(facts), subject=builders[0]) if statements else None


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
    columns = column_statements(evidence, scored) if set(evidence.question.asks) & {ask for ask, _ in COLUMNS} - {"purpose", "definition"} else ()
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
    named = _named_builders(text, sorted(builders, key=len, reverse=True))
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


def _named_builders(text: str, builders: Sequence[str]) -> tuple[str, ...]:
    """The builders that `text` names, each by the longest name that fits: 大数据局 does not name 数据局 as well."""
    printed = [builder for builder in builders if builder in text]
    named = [builder for builder in printed if not any(builder != other and builder in other for other in printed)]
    for mention in re.findall(r"[\u4e00-\u9fff]{0,6}?(?:局|委|办|集团|公司|中心|总队|银行|征信|政府|企业|协会|医院)", text):
        names = (mention[start:] for start in range(len(mention) - 2))
        fitting = ([builder for builder in builders if same_unit(name, builder)] for name in names)
        named.extend(next(filter(None, fitting), []))
    return tuple(dict.fromkeys(named))


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
