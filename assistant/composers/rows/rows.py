"""The rows of a table, all or those that meet a condition, and their number when that is asked."""

import re
from collections.abc import Sequence
from functools import partial

from assistant.composers.rows.amounts import amount_conditions
from assistant.composers.rows.cells import column_names
from assistant.composers.rows.columns import COLUMNS
from assistant.composers.rows.conditions import RowCondition, builders_named, row_conditions, without_inclusions
from assistant.composers.rows.scenarios import caption_unit, column_statements
from assistant.composers.rows.tables import DEEDS, deeds_table, document_of_table, indicator_table, named_table, tables, whole_table
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase
from corpus.language.numbering import numeral_value
from corpus.language.terms import normalize
from corpus.model.facts import Scenario
from corpus.model.span import Span

_ROWS_ASKED = re.compile(
    r"(?:哪|几|多少|什么|啥)(?:些|几|[两二三四五六七八九十])?(?:个|项|类|件)?(?:应用|创新|重点|建设)?(?:场景|项目|指标|实事)|哪些(?![^，。？]{0,6}[是由归])[\u4e00-\u9fff]{2,8}?(?:场景|项目)|(?:场景|项目|指标|实事)(?:[^，。？”」的]{0,6})(?:都)?(?:有|是|叫|分别是|包括)(?:哪|几|多少|什么|啥)(?![些几一]?[个家]?(?:部门|单位|机构|公司|企业|人))|"
    r"(?:全部|所有|各个?)(?:的)?(?:场景|项目|指标|实事)|(?:场景|项目|指标|实事)[^，。？]{0,4}[，,]?(?:都)?(?:列|给我)|列(?:一下|出)[^，。？]{0,40}(?:场景|项目|指标|实事)|"
    r"(?:场景|项目|指标|实事)(?:一共|总共|共)?(?:有)?(?:多少|几)|(?:的|各)(?:有|是)哪(?:些|几)个?$|(?:的|有|是)(?:哪|几|多少)(?:些|几|个|项|件)(?!部门|单位|机构|公司|企业|人)|(?:一共|总共|共)(?:有)?(?:几|多少)(?:个|项|件|条)?$|"
    r"(?:建|建设|承建|牵头|负责|承担|参与|做)了?(?:哪|几|多少)(?:些|几)?(?:个|项|件)|(?:\d+|[两二三四五六七八九十]+)个(?:应用|创新)?(?:场景|项目)(?:的[\u4e00-\u9fff]{2,6})?(?:都|分别|各)"
)
_CHOSEN_ASKED = re.compile(
    r"(?:是|有)(?:哪|什么|啥|几)(?:一|几|些|[两二三四五六七八九十\d]+)?(?:个|项|类|件|条)?(?:应用|创新|重点|建设)?(?:场景|项目|指标|实事|事情?)?$|(?:都|分别)有(?:谁|哪些|什么|啥)$|哪(?:(?:一|几|[两三四五])?(?:件|项|个)(?:事|实事|场景|项目|指标)?(?:是|由|归|用|写|属)|些(?:[\u4e00-\u9fff]{0,6}(?:场景|项目|指标|实事))?(?:是|由|归))"
)
"""Asks for the rows that meet a condition, where there is one: …牵头的是什么."""
_NOUN = re.compile(r"场景|项目|应用|指标|实事")
_TABLE = re.compile(r"清单|附表|名单|附件|表")
_HEADED_LIST = re.compile(r"^[^。；\n]{0,50}(?:清单|附表|名单|附件|表\s?\d)[^。；\n]{0,30}\s*\n\s*(?!附)\S", re.MULTILINE)
"""A line that heads a list with something below it: the document has one, though none was read."""
_BUILT_BY = re.compile(
    r"(?:(?:由|归)(?:[\u4e00-\u9fff（）]{1,15}(?:集团|公司|中心|银行|政府|总队|协会|医院|学院|大学|研究院)|[\u4e00-\u9fff（）]{1,15}[局委办厅])|"
    r"[\u4e00-\u9fff（）]{1,15}(?:[局委办厅]|集团|公司|政府))"
    r"(?:来|去|共同|参与|联合|单独)*(?:建设|承建|牵头|实施|负责)"
)
_AIMED_AT = re.compile(r"打造|培育|建成|完成|新增|形成|落地|目标|达到|推出|以上|力争|年底")
_WHO = re.compile(r"哪|谁|什么|啥|几")
_PLAIN = re.compile(
    r"(?:应用|创新|重点|典型|具体)?(?:民生)?(?:场景|项目|指标|应用|实事)(?:清单|附表|名单|表|体系)?|清单|附表|附件|名单|表格?\d*|行动计划|计划|方案|规划|领域|方面|行业|"
    r"建设(?:期限?|周期|单位|时间|主体)|期限|周期|工期|建设|承建|承担|交给|派给|分给|参与|牵头|参加|配合|协助|协办|负责|实施|单位|部门|共同|联合|一起|时间|起止|"
    r"名称|名字|叫|今年|一?栏|列(?:出|举|一下)?|都写|写着?|填|标|注明|显示|说|目前|现在|如今|情况|状态|给我|想(?:要)?(?:知道|了解|问)|请问?|帮我|麻烦|告诉我|说一?下|其中|一共|总共|总数|合计|数量|分别|各自?|全部|所有|都|只|仅|单独|独家|"
    r"哪(?:些|几)?|几|多少|什么|啥|谁|有|是|为|由|归|来|去|要|了|的|吗|呢|呀|啊|吧|个|项|类|家|条|件|和|与|及|跟|或|里[面头]?|当中|之中|中|内|下面?|上|面|在|按照?|从|到|以|那|这|份|张|就|才|还|属于?|算|第|分|排|安排|包括|包含|"
    r"虽然?|但是?|不过|却|可(?![^，。？]{0,2}[视靠])|标(?!准)|这样|这种|这类|此类|那种|算|起|共(?!享|建)|停(?!车)|处于|阶段|翻|看|查|数(?![据字])|读|里边|底下|表示|所|该|一下|要求|"
    r"建(?!筑)|打造|[一二三四五六七八九十两]+|(?<!\d)\d{1,2}(?!\d)|[\s，。？、,?！!；;：:“”\"‘’《》（）()×x\-—~]"
)
"""Words that set no condition for a row."""
_LEFT_OUT = re.compile(r"[（(](?:不[算含计]|不包[括含]|除去?|排除)[^（）()]{1,20}[）)]")
"""What a question says that it does not mean: it is read where documents are named."""
_RANKED = re.compile(r"最[多少大小高低长短早晚快慢]")
"""Asks for the first of the rows by some measure, which chooses one that nobody has looked for."""
MAX_UNREAD = 2
"""Characters of a question that may stay unread before its rows count as chosen by something that nobody checked."""
_PLACE = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
_NTH = re.compile(
    rf"第\s*{_PLACE}\s*(?:个|项|条|件|行|号|位)(?!五年)|(?:排|列|居)在?第{_PLACE}(?!类|种)|(?:序号|编号|排号|排序)(?:是|为|排)?第?{_PLACE}(?:号|的|$)|"
    r"(?P<first>(?:打|排)(?:在)?(?:最前|头)|头一[个项条件]|首[个项条位]|最前面)|"
    r"(?P<last>最后(?:的)?(?:一|面)?[个项条行件位](?![月年季])|(?:排|列|放)?在?(?:最末|末尾|末位|最后|压轴|垫底)(?!一年|一?个?[月季]|期限))"
)
SHORT_NAME = 4
"""Characters up to which a row's name may be a word of any question."""
_KINDS_ASKED = re.compile(
    r"(?:清单|附表|表\s?\d*[）)]?|体系|项目|场景|指标)(?:里面|里|中|内|上|名称|一共|总共|共|合计|都|被|按[^，。？的]{1,6})*(?:(?:项目|场景|指标)?(?:划分|归|划|分)(?:为|成|了|作)*(?:哪)?(?:几|多少|些)(?:个)?大?(?:类|种)|(?:有|包括|包含|含)哪?(?:几|多少)个?大?类|(?:有|包括|包含|是)哪些(?:类别|大类))"
)
_KIND_HEADING = re.compile(r"类别|类型|领域")
MAX_NAMES = 40
MAX_SOURCES = 20
"""Rows that are cited for one list."""


def compose_rows(evidence: Evidence) -> Draft | None:
    """The row of the named table at the place the question gives (第二个场景), with the columns it asks for; else all rows it asks for."""
    return _nth_row(evidence) or _all_rows(evidence)


def _all_rows(evidence: Evidence) -> Draft | None:
    if "field" in evidence.question.asks and not {"list", "count"} & set(evidence.question.asks):
        return None
    found = rows_asked(evidence)
    return found if found is None or isinstance(found, Draft) else _listed(evidence, found)


def rows_asked(evidence: Evidence) -> Sequence[Scenario] | Draft | None:
    """The rows of the named table that meet the question's conditions; a draft where no single table has them (those of all tables that the named
    unit builds, the kinds of rows, a refusal)."""
    whole_text = evidence.question.text.rstrip("？?。. ")
    text = without_inclusions(whole_text)
    whole = () if _unit_asked(text) else whole_table(evidence, text)
    if whole and not row_conditions(text, whole):
        return whole
    any_part = text != whole_text
    text = _with_plain_noun(evidence, text)
    asked = _ROWS_ASKED.search(text) is not None or _KINDS_ASKED.search(text) is not None
    listed = _TABLE.search(text) is not None and bool({"list", "count"} & set(evidence.question.asks))
    if not asked and not listed and not _CHOSEN_ASKED.search(text):
        return None
    of_kind = _table_of_kind(evidence, text)
    if not of_kind and _NOUN.search(text) and document_of_table(evidence) is None and (built := _built_in_all_tables(evidence, text)):
        return built
    table = of_kind or named_table(evidence)
    if not table or (DEEDS in text and not of_kind) or any(_names_row(text, row) for row in table):
        return None
    conditions = row_conditions(text, table, unit_of=partial(_unit_of, evidence), any_part=any_part)
    if not conditions and (not asked or _KINDS_ASKED.search(text)):
        return _kinds(evidence, table) if asked else None
    rows = [row for row in table if all(condition.holds(row) for condition in conditions)]
    if _unit_asked(text) and _NOUN.search(text) and not (rows and any(condition.builders for condition in conditions)):
        return _none_found(evidence)
    named = bool(of_kind) or document_of_table(evidence) is not None
    of_table = named and _NOUN.search(text) and (_TABLE.search(text) or of_kind or _of_whole_plan(evidence))
    if not of_table and not (conditions and (named or _NOUN.search(text))):
        return None
    if not _all_read(evidence, text, table, conditions):
        return None
    if rows:
        return rows
    return _none_found(evidence) if all(condition.exact for condition in conditions) else None


def _of_whole_plan(evidence: Evidence) -> bool:
    """Whether the question asks for what the plan lists, not for what it aims at: 计划有几个场景, not 计划到2026年打造几个场景."""
    return not evidence.question.years and _AIMED_AT.search(evidence.question.text) is None


def _with_plain_noun(evidence: Evidence, text: str) -> str:
    """`text` with what the named document's tables call their rows (一件事, 支持事项) as 项目, where it speaks of a list and names no other noun."""
    strongest = document_of_table(evidence)
    if strongest is None or _NOUN.search(text) or not _TABLE.search(text):
        return text
    rows = (fact for fact in evidence.knowledge.facts("scenario", strongest) if isinstance(fact, Scenario))
    headings = {column.heading for row in rows for column in row.columns if column.text == row.name}
    for heading in sorted(headings, key=len, reverse=True):
        text = re.sub(rf"{re.escape(heading)}(?![^，。？]{{0,12}}(?:[”」』》]|清单|附表|表))", "项目", text)
    return text


def _table_of_kind(evidence: Evidence, text: str) -> Sequence[Scenario]:
    """The table of indicators or of deeds for the people where the question speaks of such."""
    if "指标" in text:
        return indicator_table(evidence, text)
    return deeds_table(evidence) if DEEDS in text else ()


def _all_read(evidence: Evidence, text: str, table: Sequence[Scenario], conditions: Sequence[RowCondition]) -> bool:
    """Whether everything that `text` says of the rows is a condition that was checked, or names the table."""
    text = _LEFT_OUT.sub(" ", text)
    names = " ".join((evidence.knowledge.document(table[0].document_id).title, table[0].table, *table[0].path))
    for said in sorted((said for condition in conditions for said in condition.said), key=len, reverse=True):
        text = text.replace(said, " ")
    for synonym in evidence.question.synonyms:
        text = text.replace(synonym.words, " ") if any(name in names for name in synonym.official) else text
    for heading in column_names(table):
        text = text.replace(heading, " ")
    text = re.sub(r"\d+", lambda number: " " if number[0] in re.findall(r"\d+", names) else number[0], text)
    pairs = ((at, text[at : at + 2]) for at in range(len(text) - 1))
    covered = {at + step for at, pair in pairs if pair in names and not pair.isdigit() for step in (0, 1)}
    rest = "".join(" " if at in covered else character for at, character in enumerate(text))
    return _RANKED.search(rest) is None and len(re.sub(r"\s", "", _PLAIN.sub(" ", rest))) <= MAX_UNREAD


def _names_row(text: str, row: Scenario) -> bool:
    """Whether `text` asks about that one row: what is asked is then one of its columns."""
    name = normalize(row.name.strip())
    return len(name) > SHORT_NAME and name in normalize(text)


def _listed(evidence: Evidence, rows: Sequence[Scenario]) -> Draft:
    rows = list({_name_span(row): row for row in reversed(rows)}.values())[::-1]
    sources = tuple(Source(row.document_id, _name_span(row)) for row in rows)
    names = "、".join(row.name.strip() for row in rows[:MAX_NAMES])
    listed = phrase("rows", evidence.question.language, count=len(rows), names=names) + "。"
    facts = (DraftFact({"kind": "derived", "value": f"{len(rows)}个", "expression": f"count({len(rows)})"}, sources[:20]),)
    return Draft((Statement(listed, sources[:20]),), 1.0, facts=facts, subject=rows[0].table)


def _kinds(evidence: Evidence, table: Sequence[Scenario]) -> Draft | None:
    """The kinds that a table sorts its rows into, in its order."""
    cells = {column.text: column for row in reversed(table) for column in row.columns if _KIND_HEADING.search(column.heading)}
    kinds = sorted(cells.values(), key=lambda column: column.span)
    if len(kinds) < 2:
        return None
    sources = tuple(Source(table[0].document_id, column.span) for column in kinds[:MAX_SOURCES])
    text = phrase("rows", evidence.question.language, count=len(kinds), names="、".join(column.text for column in kinds)) + "。"
    facts = (DraftFact({"kind": "derived", "value": f"{len(kinds)}个", "expression": f"count({len(kinds)})"}, sources),)
    return Draft((Statement(text, sources),), 1.0, facts=facts, subject=table[0].table)


def _unit_of(evidence: Evidence, row: Scenario, heading: str) -> str:
    document = evidence.knowledge.document(row.document_id)
    caption = caption_unit(document, row, heading)
    return caption.of(document.text) if caption else ""


def _none_found(evidence: Evidence) -> Draft:
    return Draft((Statement(phrase("not_in_corpus", evidence.question.language)),), 1.0, "not_found", "not_in_corpus")


def _unit_asked(text: str) -> bool:
    """Whether `text` names a unit as the one that builds: what others build is then no answer."""
    match = _BUILT_BY.search(text)
    return match is not None and not _WHO.search(re.sub(r"^.*(?:场景|项目)", "", match[0]))


def _built_in_all_tables(evidence: Evidence, text: str) -> Draft | None:
    """What the named units build, table by table, each table under its document's title."""
    known = tables(evidence)
    builders = builders_named(text, [row for table in known for row in table])
    statements: list[Statement] = []
    facts: list[DraftFact] = []
    for table in known if builders else ():
        conditions = row_conditions(text, table, builders)
        rows = [row for row in table if all(condition.holds(row) for condition in conditions)]
        if not rows:
            continue
        part = _listed(evidence, rows)
        title = evidence.knowledge.document(rows[0].document_id).title
        said = phrase("rows_of_document", evidence.question.language, title=title, rows=part.statements[0].text)
        statements.append(Statement(said, part.statements[0].sources))
        facts.extend(part.facts)
    return Draft(tuple(statements), 1.0, facts=tuple(facts), subject=builders[0]) if statements else None


def _nth_row(evidence: Evidence) -> Draft | None:
    text = evidence.question.text
    match = _NTH.search(text)
    if match is None or not re.search(r"清单|附表|表|项目|场景|实事|指标", text):
        return None
    table = _table_of_kind(evidence, text) or (named_table(evidence) if document_of_table(evidence) and DEEDS not in text else ())
    if not table:
        return _no_table(evidence)
    if any(True for _ in amount_conditions(text, table)):
        return None
    printed = match[1] or match[2] or match[3]
    place = numeral_value(printed) if printed else 1 if match["first"] else len(table)
    row = next((row for row in table if row.ordinal == place), None)
    if row is None:
        return _none_found(evidence) if re.search(r"清单|附表|表", text) else None
    scored = Scored(row, evidence.knowledge.document(row.document_id), 1.0, 1.0)
    named = Statement(row.name.strip().rstrip("。") + "。", (Source(row.document_id, _name_span(row)),))
    columns = (
        column_statements(evidence, scored) if set(evidence.question.asks) & {ask for ask, _ in COLUMNS} - {"purpose", "definition"} else ()
    )
    values = {"kind": "scenario", "name": row.name, "table": row.table, **{column.heading: column.text for column in row.columns}}
    sources = tuple(source for statement in (named, *columns) for source in statement.sources)
    return Draft((named, *columns), 1.0, facts=(DraftFact(values, sources),), subject=row.name)


def _no_table(evidence: Evidence) -> Draft | None:
    """That the document whose list the question counts in has none: no sentence of it answers then."""
    strongest = document_of_table(evidence)
    if strongest is None or not _TABLE.search(evidence.question.text):
        return None
    document = evidence.knowledge.document(strongest)
    if any(block.rows for block in document.blocks) or _HEADED_LIST.search(document.text):
        return None
    text = phrase("no_table", evidence.question.language, title=document.title)
    return Draft((Statement(text),), 1.0, "not_found", "not_in_corpus", subject=document.title)


def _name_span(row: Scenario) -> Span:
    return next(column.span for column in row.columns if column.text == row.name)
