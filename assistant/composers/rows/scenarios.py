"""One column or more of a table row: who builds it, from when to when, how far it is, what data it uses."""

import re
from collections.abc import Sequence

from assistant.composers.prose.sentences import excerpt
from assistant.composers.rows.columns import UNIT_HEADINGS, columns_of, is_named, named_columns, names_builder, pointed_column
from assistant.composers.rows.tables import indicator_rows
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase, quoted
from corpus.language.numbering import numeral_value
from corpus.language.sentences import sentences_of
from corpus.language.terms import normalize
from corpus.model.document import Document, section_at
from corpus.model.facts import Column, Scenario
from corpus.model.span import Span

_BARE_FIGURE = re.compile(r"[\d.,]+")
"""A cell that is a figure and nothing else: it is shown with the name of its row."""
_HEADING_UNIT = re.compile(r"[（(](?:单位[：:])?((?:亿|万)?(?:美?元)|%|公里|个|平方米|亩|家|户|辆)[）)]$")
_CAPTION_UNIT = re.compile(
    r"[（(]?([\u4e00-\u9fff]{0,8}?)(?:计量)?单位[：:]\s*((?:亿|万)?美?元|[%％]|公里|个|平方米|亩|家|户|辆)(?![\u4e00-\u9fff、，])[）)]?"
)
_FIGURE = re.compile(r"\d{1,3}(?: \d{3})+|\d[\d,.]*")
_SEVERAL = re.compile(
    r"(?:那|这|有关|的)([两二三四]|[234])个(?!单位|部门|阶段|月|方面|数据)[\u4e00-\u9fff]{0,8}?(?:场景|项目|应用)(?!清单|表)"
)
_ONE_MEANT = re.compile(r"(?:那|这)一?个[^，。？、]{0,8}(?:场景|项目|应用)(?!清单|表)")
"""Says that one row is meant, whatever it is described by: 能跨馆查书、预约借书的那个场景."""
SHORT_LINES = 40
"""Characters of a cell up to which its lines are names one below the other."""
MAX_ROWS = 4
"""Rows that are told one by one; more are a list."""
SECOND_ROW = 0.12
"""Share of the question's words that a second row must add by its name to be answered as well."""
_ROW_MEANT = re.compile(
    r"(?:那|这)一?个[^，。？、]{0,8}场景|该(?:场景|项目)|"
    r"有(?:这么|这样|那么)?一?[个项](?:场景|项目|是)[^？]{2,60}?[，,。](?:请问|那|想问)?(?:它|该|其|这个)|有个[^，。？]{2,24}[，,](?:请问)?(?:它|该|其)|"
    r"[^，。？、]{4,}(?:的|那个|这个)(?:[\u4e00-\u9fff]{2,4})?场景(?!清单|表|描述|(?:一?共|总共|都|分别)?[有是叫]?(?:哪|几|多少))"
)
_ROW_ASKED = re.compile(
    r"(?:哪(?:一)?[个类种项]|什么|啥)[^，。？]{0,6}(?:场景|项目)(?!表|清单)|(?:场景|项目)的?(?:名称|名字)|(?:场景|项目)叫(?:什么|啥)"
)
ENOUGH_OF_ROW = 0.4
"""Share of the question's words that a row must hold to be the one that the question describes."""
INDICATOR_NAMED = 1.2
"""Score of a cell whose row and column the question names both."""
POINTED, ROW_ASKED = 0.8, 0.3
"""Added where the question calls the row by its name and points at the cell that is told, and where it asks which row it is."""
COLUMN_NAMED, ROW_NAMED, ROW_MEANT = 0.25, 0.3, 0.1
"""Added where the question names a column of the row, where it gives the row's whole name, and where it says that one row is meant."""
ABOVE = 4000
"""Characters above a row in which the headings of its table stand."""
SHORT_NAME = 4
"""Characters from which a row's name is told apart from a word."""
WHOLE_NAME = 0.8
"""Share of a row's name that the question holds, in whatever order, from which it calls the row by it: 智能监测森林火险."""
_OF_INDICATOR = re.compile(r"依据|属性|数据来源|基数|基期|预期性|约束性|哪一?类|类别|备注")
"""Columns of a table of indicators that say something besides the figure aimed at."""
_REMARK = re.compile(r"(?<=.{4})[（(][^（）()]*[）)]$")
"""What a name says in brackets of how it is counted."""
_KIND_HEADING = re.compile(r"类别|类型|属性|性质")
_ROW = re.compile(r"[”」』’\"]?(?:这|那)?(?:一|个)*(?:应用|建设)?(?:场景|项目|应用|行)")
SECOND_GAIN = 0.1
"""Share of the question's words that a second sentence of a long cell must add to be given as well."""
MAX_VALUE = 180
"""Characters of a cell that are given whole; of longer cells the sentences that fit the question."""


def compose_scenario(evidence: Evidence) -> Draft | None:
    """The asked columns of the row that fits best; of two rows where the question names two."""
    if indicator := _indicator(evidence):
        return indicator
    rows = _rows(evidence)
    if not rows or _names_an_empty_cell(evidence, rows[0].item):
        return None
    statements: list[Statement] = []
    facts: list[DraftFact] = []
    for row in rows:
        told = column_statements(evidence, row)
        if not told:
            return None
        statements.extend(told)
        values = {"kind": "scenario", "name": row.item.name, "table": row.item.table, **{c.heading: c.text for c in row.item.columns}}
        facts.append(DraftFact(values, tuple(source for statement in statements for source in statement.sources)))
    more = sum(evidence.matcher.match(row.item.name).coverage for row in rows[1:])
    more += COLUMN_NAMED * (bool(named_columns(evidence, rows[0].item)) or names_builder(evidence, rows[0].item))
    more += ROW_NAMED * (_row_named(evidence, rows[0]) or _column_of_row_named(evidence, rows[0].item))
    more += ROW_MEANT * (_ONE_MEANT.search(evidence.question.text) is not None)
    more += POINTED * _is_pointed_at(evidence, rows, facts) + ROW_ASKED * _is_asked_for(evidence, rows[0])
    return Draft(tuple(statements), rows[0].score + more, facts=tuple(facts), subject=rows[0].item.name)


def _names_an_empty_cell(evidence: Evidence, row: Scenario) -> bool:
    """Whether the question names a column that other rows of the table fill and this one does not: no other column answers for it."""
    apart = evidence.question.text.replace(row.name.strip(), "“甲”")
    own = {column.heading for column in row.columns if column.text.strip()}
    beside = (fact for fact in evidence.knowledge.facts("scenario", row.document_id) if isinstance(fact, Scenario) and _belongs(fact, row))
    headings = {column.heading for fact in beside for column in fact.columns} - own
    return any(is_named(heading, apart, row) for heading in headings)


def _is_pointed_at(evidence: Evidence, rows: Sequence[Scored[Scenario]], facts: Sequence[DraftFact]) -> bool:
    """Whether the question calls the one row by its whole name or describes it as one, and its words point at the cell that is told."""
    name = normalize(rows[0].item.name.strip())
    said = name in normalize(evidence.question.text) or evidence.matcher.share_in_question(rows[0].item.name) >= WHOLE_NAME
    called = len(name) >= SHORT_NAME and said
    if len(rows) > 1 or not (called or _row_named(evidence, rows[0])):
        return False
    column = pointed_column(evidence, rows[0].item)
    return column is not None and any(source.span == column.span for fact in facts for source in fact.sources)


def _is_asked_for(evidence: Evidence, row: Scored[Scenario]) -> bool:
    """Whether the question asks which row it is, and describes this one: 哪个场景能提供…."""
    return _ROW_ASKED.search(evidence.question.text) is not None and row.coverage >= ENOUGH_OF_ROW


def _row_named(evidence: Evidence, row: Scored[Scenario]) -> bool:
    """Whether the question calls the row by its whole name and says that it means a row: 居民健康管理场景."""
    name, text = normalize(row.item.name.strip()), normalize(evidence.question.text)
    if _ROW_MEANT.search(evidence.question.text) and row.coverage >= ENOUGH_OF_ROW:
        return True
    after = text.partition(name)[2] if len(name) >= SHORT_NAME else ""
    return bool(after) and (_ROW.match(after) is not None or re.search(r"(?:场景|项目)$", name) is not None)


def _column_of_row_named(evidence: Evidence, row: Scenario) -> bool:
    """Whether the question gives the row's whole name and right behind it the heading of a column: “首购补助”的受理部门."""
    after = normalize(evidence.question.text).partition(normalize(row.name.strip()))[2] if len(row.name.strip()) >= SHORT_NAME else ""
    return any(re.match(rf"[”」』’\"]?的?{re.escape(normalize(column.heading))}", after) for column in row.columns)


def column_statements(evidence: Evidence, row: Scored[Scenario]) -> tuple[Statement, ...]:
    """One statement for each column of the row that is asked for."""
    return told_columns(evidence, row, columns_of(evidence, row))


def told_columns(evidence: Evidence, row: Scored[Scenario], columns: Sequence[Column]) -> tuple[Statement, ...]:
    """One statement for each of `columns`; the first names the row."""
    statements = []
    for number, column in enumerate(columns):
        sources, value = _value(evidence, row, column)
        name = "column" if number == 0 else "column_more"
        variables = {"scenario": quoted(row.item.name)} if number == 0 else {}
        text = phrase(name, evidence.question.language, heading=column.heading, value=value, **variables)
        alone = _BARE_FIGURE.fullmatch(column.text.strip()) is not None
        named = _name_source(row, needed=alone) if number == 0 or alone else ()
        statements.append(Statement(text.rstrip("。") + "。", (*sources, *_heading_source(row, column), *named)))
    return tuple(statements)


def _name_source(row: Scored[Scenario], *, needed: bool) -> tuple[Source, ...]:
    """Where a name with a figure in it (打通断头路14条) stands: the answer says it as well; `needed` where a cell says nothing without it."""
    span = next((column.span for column in row.item.columns if column.text == row.item.name), None)
    return (Source(row.document.id, span),) if span and (needed or re.search(r"\d", row.item.name)) else ()


def _heading_source(row: Scored[Scenario], column: Column) -> tuple[Source, ...]:
    """Where a heading with a figure in it (2024年) is printed above the row: the answer says it as well."""
    if not re.search(r"\d", column.heading):
        return ()
    printed = re.compile(r"\s*".join(map(re.escape, column.heading)))
    above = list(printed.finditer(row.document.text, max(0, row.item.span.start - ABOVE), row.item.span.start))
    return (Source(row.document.id, Span(*above[-1].span())),) if above else ()


def _indicator(evidence: Evidence) -> Draft | None:
    """What a table of indicators says of the one that the question calls by name, in the columns that it names."""
    row = named_indicator(evidence) if _OF_INDICATOR.search(evidence.question.text) else None
    if row is None:
        return None
    columns = named_columns(evidence, row.item) or kind_columns(evidence, row.item)
    return Draft(told_columns(evidence, row, columns), INDICATOR_NAMED, subject=row.item.name) if columns else None


def named_indicator(evidence: Evidence) -> Scored[Scenario] | None:
    """The row of a table of indicators that the question calls by its whole name, the longest where several do."""
    text = normalize(evidence.question.text)
    for held in evidence.documents_of_targets:
        named = [row for row in indicator_rows(held) if len(row.name) >= SHORT_NAME and normalize(_REMARK.sub("", row.name)) in text]
        if named:
            return Scored(max(named, key=lambda row: len(row.name)), held, 1.0, 1.0)
    return None


def kind_columns(evidence: Evidence, row: Scenario) -> Sequence[Column]:
    """The columns that the question means by what stands in them in its table (约束性还是预期性) or by 哪一类."""
    table = indicator_rows(evidence.knowledge.document(row.document_id))
    text = evidence.question.text
    of_kind = re.search(r"哪一?类", text) is not None
    kinds = {column.heading for other in table for column in other.columns if len(column.text) > 1 and column.text in text}
    return [column for column in row.columns if _KIND_HEADING.search(column.heading) and (of_kind or column.heading in kinds)]


def _rows(evidence: Evidence) -> list[Scored[Scenario]]:
    if not evidence.scenarios:
        return []
    first = evidence.scenarios[0]
    rows = [first]
    if number := _SEVERAL.search(evidence.question.text):
        wanted = 2 if number[1] == "两" else numeral_value(number[1]) or 1
        beside = [row for row in evidence.scenarios[1:] if _belongs(row.item, first.item)]
        return [first, *beside[: wanted - 1]] if len(beside) >= wanted - 1 and wanted <= MAX_ROWS else rows
    if re.search(r"和|与|、|以及", evidence.question.text) and len(_ONE_MEANT.findall(evidence.question.text)) != 1:
        known = evidence.matcher.terms_in(" ".join(column.text for column in first.item.columns))
        for other in evidence.scenarios[1:4]:
            gained = evidence.matcher.match(other.item.name, apart_from=known).coverage
            if gained >= SECOND_ROW and other.document.id == first.document.id:
                rows.append(other)
                break
    return rows


def _belongs(row: Scenario, other: Scenario) -> bool:
    return (row.document_id, row.table) == (other.document_id, other.table)


def _value(evidence: Evidence, row: Scored[Scenario], column: Column) -> tuple[tuple[Source, ...], str]:
    """What a cell says, with its sources; a bare figure in the unit that its heading or the line above the table gives."""
    document = row.document
    whole = Source(document.id, column.span)
    if _FIGURE.fullmatch(column.text):
        if unit := _HEADING_UNIT.search(column.heading):
            return (whole,), column.text.replace(" ", "") + unit[1]
        if (of_row := next((c for c in row.item.columns if c.heading in UNIT_HEADINGS), None)) and of_row.text not in column.text:
            return (whole, Source(document.id, of_row.span)), column.text.replace(" ", "") + of_row.text
        if caption := caption_unit(document, row.item, column.heading):
            return (whole, Source(document.id, caption)), column.text.replace(" ", "") + caption.of(document.text)
    if len(column.text) <= MAX_VALUE:
        return (whole,), re.sub(
            r"(?<=[\u4e00-\u9fff）])\n(?=[\u4e00-\u9fff])", "、" if len(column.text) <= SHORT_LINES else "", column.text
        )
    spans = _telling_sentences(evidence, document.text, column.span)
    return tuple(Source(document.id, span) for span in spans), "".join(span.of(document.text) for span in spans)


def caption_unit(document: Document, row: Scenario, heading: str) -> Span | None:
    """The unit that a line above the table gives for all its figures, or for those of this column: （总投资单位：亿元）."""
    text, start = document.text, row.span.start
    section = section_at(document.sections, start)
    for match in _CAPTION_UNIT.finditer(text, section.span.start if section else 0, start):
        if match[1] in heading:
            return Span(match.start(2), match.end(2))
    return None


def _telling_sentences(evidence: Evidence, text: str, cell: Span) -> Sequence[Span]:
    """The sentence of a long cell that fits the question best, and one that says what it leaves open."""
    sentences = [excerpt(evidence, text, span, MAX_VALUE) for span in sentences_of(text, cell)]
    best = max(sentences, key=lambda span: evidence.matcher.match(span.of(text)).score)
    known = evidence.matcher.terms_in(best.of(text))
    gains = {span: evidence.matcher.match(span.of(text), apart_from=known).coverage for span in sentences if span != best}
    second = max(gains, key=lambda span: gains[span], default=best)
    return sorted({best, second} if gains and gains[second] >= SECOND_GAIN else {best})
