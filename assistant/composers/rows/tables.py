"""The tables of the documents, and which of them a question names: by its plan, its own title, or the field that both are about."""

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.understanding.asks import content_of
from assistant.understanding.document_naming import named_documents
from corpus.language.terms import normalize
from corpus.language.unit_lists import split_units
from corpus.model.document import Document, section_at
from corpus.model.facts import Column, Responsibility, Scenario
from corpus.model.span import Span

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
INDICATORS_NAMED = 0.3
"""Share of the characters of a question that the title of a table of indicators must hold for the question to name it."""
_LIST_NAMED = re.compile(r"(?<=[在里由的中，])[^在里由的中，。？]{2,12}(?:清单|附表|名单|项目表)")
_INDICATOR = re.compile(r"指标(?:名称)?$")
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")
DEEDS = "实事"
MAX_ANNOUNCEMENT = 40
"""Characters above a table in which it may be announced."""
_ITEM_NUMBER = re.compile(r"\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．是]\s*)?")
_RESPONSIBLE = re.compile(r"(?:责任|牵头|负责|主管)(?:单位|部门)")


def whole_table(evidence: Evidence, text: str) -> Sequence[Scenario]:
    """The rows of the one table that a question without any condition names (现代农业有哪些场景); none when none or several fit."""
    match = next(filter(None, (pattern.search(text) for pattern in _WHOLE_TABLE)), None)
    if match is None or _NOT_A_NAME.search(match["named"]):
        return ()
    english = evidence.question.language == "en"
    printed = _printed_names(evidence)
    name = " ".join(evidence.question.content.split()) if english else match["named"]
    fitting = [
        table for table in tables(evidence) if match["noun"] in table[0].table or any(match["noun"] in c.heading for c in table[0].columns)
    ]
    strongest = evidence.question.documents.strongest
    if english:
        chosen = [table for table in fitting if table[0].document_id == strongest]
    else:
        official = [word for synonym in evidence.question.synonyms if synonym.words in normalize(name) for word in synonym.official]
        titles = tuple(" ".join(names) for names in printed.values())
        shares = [max(_held(word, " ".join(printed[table[0].document_id]), titles) for word in (name, *official)) for table in fitting]
        best = max(shares, default=0.0)
        chosen = [table for table, share in zip(fitting, shares, strict=True) if share == best >= NAMED_SHARE]
        if len(chosen) > 1:
            chosen = [table for table in chosen if table[0].document_id == strongest]
        if not chosen and len(name) <= SHORT_NAME:
            chosen = [table for table in fitting if table[0].document_id == _named_briefly(evidence, name)]
    return chosen[0] if len(chosen) == 1 else ()


def _named_briefly(evidence: Evidence, name: str) -> str | None:
    """The document that `name` alone names (文旅 for 文化旅游)."""
    return named_documents(name + "计划", evidence.knowledge.documents(), {}, _printed_names(evidence)).strongest


def _printed_names(evidence: Evidence) -> dict[str, set[str]]:
    """The title of every document with those of its tables, by document."""
    names = {document.id: {document.title} for document in evidence.knowledge.documents()}
    for table in tables(evidence):
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


def tables(evidence: Evidence) -> Sequence[Sequence[Scenario]]:
    """The rows of every table, table by table."""
    tables: dict[tuple[str, str], list[Scenario]] = {}
    for row in evidence.knowledge.facts("scenario"):
        if isinstance(row, Scenario):
            tables.setdefault((row.document_id, row.table), []).append(row)
    return tuple(tables.values())


def document_of_table(evidence: Evidence) -> str | None:
    """The document that the question names; where that has no list, the one whose list it names (…在文旅清单里)."""
    strongest = evidence.question.documents.strongest
    list_name = _LIST_NAMED.search(evidence.question.text)
    if list_name is None or strongest is None or evidence.knowledge.facts("scenario", strongest):
        return strongest
    named = named_documents(list_name[0], evidence.knowledge.documents(), {}, _printed_names(evidence)).strongest
    return named if named and evidence.knowledge.facts("scenario", named) else strongest


def named_table(evidence: Evidence) -> Sequence[Scenario]:
    """The rows of the table the question names; of the best row's table when it names none."""
    document_id = document_of_table(evidence)
    if document_id is None and (told := _told_apart(evidence)):
        return told
    candidates = [s for s in evidence.scenarios if document_id is None or s.document.id == document_id]
    if document_id is None and not candidates:
        return ()
    rows = [fact for fact in evidence.knowledge.facts("scenario", document_id or candidates[0].document.id) if isinstance(fact, Scenario)]
    if not rows:
        return ()
    table = candidates[0].item.table if candidates else rows[0].table
    return [row for row in rows if row.table == table]


def _told_apart(evidence: Evidence) -> Sequence[Scenario]:
    """The table that the question tells from all others by a word of its title (气象场景); none where it does not, or tells several."""
    text, known = content_of(evidence.question.text), tables(evidence)
    titles = [{table[0].table[at : at + 2] for at in range(len(table[0].table) - 1)} for table in known]
    own = [
        {
            pair
            for pair in pairs
            if pair in text and _WORD.fullmatch(pair) and not any(pair in other for other in titles if other is not pairs)
        }
        for pairs in titles
    ]
    told = [table for table, pairs in zip(known, own, strict=True) if pairs]
    return told[0] if len(told) == 1 else ()


def indicator_table(evidence: Evidence, text: str) -> Sequence[Scenario]:
    """The rows of the table of indicators in the document the question names, or in the one whose table it names alone; else of the only one."""
    strongest = evidence.question.documents.strongest
    if strongest and (rows := indicator_rows(evidence.knowledge.document(strongest))):
        return rows
    found = [rows for document in evidence.documents_of_targets if (rows := indicator_rows(document))]
    titles = tuple(rows[0].table for rows in found)
    named = [rows for rows in found if _held(text, rows[0].table, titles if len(titles) > 1 else ()) >= INDICATORS_NAMED]
    if len(found) == 1 and not named:
        return found[0]
    return named[0] if len(named) == 1 else ()


def deeds_table(evidence: Evidence) -> Sequence[Scenario]:
    """The yearly deeds for the people (民生实事), be they a table or numbered items with their units: of the document named, or of the only one."""
    held = {table[0].document_id: table for table in tables(evidence) if DEEDS in table[0].table or _announces_deeds(evidence, table)}
    for duty in evidence.knowledge.facts("responsibility"):
        if isinstance(duty, Responsibility) and duty.document_id not in held and DEEDS in "".join(duty.path[-2:-1]):
            held[duty.document_id] = _numbered_deeds(evidence, duty.document_id)
    strongest = evidence.question.documents.strongest
    if strongest in held:
        return held[strongest]
    return next(iter(held.values())) if len(held) == 1 else ()


def _announces_deeds(evidence: Evidence, table: Sequence[Scenario]) -> bool:
    """Whether the line above the table says that it holds such deeds: 办好十件民生实事："""
    above, _, _ = evidence.knowledge.document(table[0].document_id).text[: table[0].span.start].rstrip("\n").rpartition("\n")
    return DEEDS in above[-MAX_ANNOUNCEMENT:]


def _numbered_deeds(evidence: Evidence, document_id: str) -> Sequence[Scenario]:
    """The items that are numbered below the heading for deeds and name their units, as rows."""
    document = evidence.knowledge.document(document_id)
    duties = [duty for duty in evidence.knowledge.facts("responsibility", document_id) if isinstance(duty, Responsibility)]
    rows: list[Scenario] = []
    for duty in (duty for duty in duties if DEEDS in "".join(duty.path[-2:-1])):
        start = duty.task_span.start + _ITEM_NUMBER.match(duty.task_span.of(document.text)).end()  # type: ignore[union-attr]
        name = Span(start, start + len(Span(start, duty.task_span.end).of(document.text).rstrip("。；; \n")))
        lead = duty.lead or duty.units
        columns = [Column("实事名称", name, name.of(document.text)), Column("牵头单位", duty.span, "、".join(lead))]
        if duty.cooperating:
            columns.append(Column("配合单位", duty.span, "、".join(duty.cooperating)))
        table = duty.path[-2]
        rows.append(
            Scenario(document_id, duty.span, duty.section, duty.path[:-1], table, len(rows) + 1, columns[0].text, tuple(columns), lead)
        )
    return rows


def indicator_rows(document: Document) -> Sequence[Scenario]:
    """The rows of the document's first table of indicators, each named by its indicator."""
    for block in document.blocks:
        headings = (
            [re.sub(r"\s+", "", cell.of(document.text)) for cell in block.rows[0].cells] if block.rows and block.rows[0].header else []
        )
        place = next((number for number, heading in enumerate(headings) if _INDICATOR.search(heading)), None)
        if place is None:
            continue
        section = section_at(document.sections, block.span.start)
        rows = [row for row in block.rows[1:] if not row.header and len(row.cells) > max(place, 1) and len(row.cells[place])]
        return [
            Scenario(
                document.id,
                row.span,
                section.ordinal if section else None,
                section.path if section else (),
                section.title if section else document.title,
                number,
                row.cells[place].of(document.text),
                columns := tuple(
                    Column(head, cell, cell.of(document.text)) for head, cell in zip(headings, row.cells, strict=False) if len(cell)
                ),
                tuple(unit for column in columns if _RESPONSIBLE.search(column.heading) for unit in split_units(column.text)),
            )
            for number, row in enumerate(rows, 1)
        ]
    return ()
