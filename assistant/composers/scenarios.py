"""One column or more of a table row: who builds it, from when to when, how far it is, what data it uses."""

import re
from collections.abc import Sequence

from assistant.asks import Ask
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase, quoted
from corpus.language.sentences import sentences_of
from corpus.model.facts import Column, Scenario

COLUMNS: tuple[tuple[Ask, str], ...] = (
    ("builder", r"建设单位|实施单位|承建|牵头单位|责任单位"),
    ("owner", r"建设单位|实施单位|牵头单位|责任单位"),
    ("lead", r"牵头单位"),
    ("participant", r"参与单位|配合单位|协办单位"),
    ("data_used", r"使用数据|所需数据|数据(?:类型|内容)"),
    ("data_source", r"数据来源"),
    ("field", r"应用领域|所属领域|类别"),
    ("period", r"期限|周期|时限|起止|时间"),
    ("when", r"期限|周期|时限|起止|时间"),
    ("progress", r"进展|进度|现状"),
    ("investment", r"投资|资金|金额|概算|估算|预算"),
    ("purpose", r"描述|内容|目标"),
    ("definition", r"描述|内容|目标"),
)
_HEADING_UNIT = re.compile(r"[（(](?:单位[：:])?((?:亿|万)?(?:美?元)|%|公里|个|平方米|亩|家|户|辆)[）)]$")
_FIGURE = re.compile(r"\d{1,3}(?: \d{3})+|\d[\d,.]*")
SECOND_ROW = 0.12
"""Share of the question's words that a second row must add by its name to be answered as well."""
TELLING = 12
"""Characters from which a cell says something rather than sorts its row into a kind."""
LONG_HEADING, HEADING_SHARE = 6, 0.6
"""Characters from which a heading may be named in part, and the share of its pairs of characters that must be named."""
MAX_VALUE = 180
"""Characters of a cell that are given whole; of longer cells the sentences that fit the question."""


def compose_scenario(evidence: Evidence) -> Draft | None:
    """The asked columns of the row that fits best; of two rows where the question names two."""
    rows = _rows(evidence)
    if not rows:
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
    named = sum(evidence.matcher.match(row.item.name).coverage for row in rows[1:])
    return Draft(tuple(statements), rows[0].score + named, facts=tuple(facts), subject=rows[0].item.name)


def column_statements(evidence: Evidence, row: Scored[Scenario]) -> tuple[Statement, ...]:
    """One statement for each column of the row that is asked for."""
    statements = []
    for number, column in enumerate(_columns(evidence, row)):
        source, value = _value(evidence, row, column)
        name = "column" if number == 0 else "column_more"
        variables = {"scenario": quoted(row.item.name)} if number == 0 else {}
        text = phrase(name, evidence.question.language, heading=column.heading, value=value, **variables)
        statements.append(Statement(text.rstrip("。") + "。", (source,)))
    return tuple(statements)


def _rows(evidence: Evidence) -> list[Scored[Scenario]]:
    if not evidence.scenarios:
        return []
    first = evidence.scenarios[0]
    rows = [first]
    if re.search(r"和|与|、|两个|以及", evidence.question.text):
        known = evidence.matcher.terms_in(" ".join(column.text for column in first.item.columns))
        for other in evidence.scenarios[1:4]:
            gained = evidence.matcher.match(other.item.name, apart_from=known).coverage
            if gained >= SECOND_ROW and other.document.id == first.document.id:
                rows.append(other)
                break
    return rows


def _columns(evidence: Evidence, row: Scored[Scenario]) -> Sequence[Column]:
    """The columns the question names or asks for, in table order; else the one that fits its words best."""
    question, columns = evidence.question, row.item.columns
    asks = set(question.asks)
    if asks & {"builder", "lead", "participant"}:
        asks.discard("owner")
    if asks & {"period", "progress", "builder", "data_used", "data_source", "investment"}:
        asks -= {"purpose", "definition", "meaning"}
    named = [column for column in columns if column.text != row.item.name and _is_named(column.heading, question.text)]
    asked = [pattern for ask, pattern in COLUMNS if ask in asks]
    chosen = [c for c in columns if c in named or any(re.search(pattern, c.heading) for pattern in asked)]
    if chosen:
        return chosen
    if "investment" in asks:
        return []
    plain = [column for column in columns if column.text != row.item.name and len(column.text) >= TELLING]
    return [max(plain, key=lambda column: evidence.matcher.match(column.text).score)] if plain else []


def _is_named(heading: str, text: str) -> bool:
    """Whether `text` names a column: by its heading, or by most of a long heading (建设运营模式 for 建议建设运营模式)."""
    if len(heading) < LONG_HEADING:
        return len(heading) >= 2 and heading in text
    pairs = {heading[at : at + 2] for at in range(len(heading) - 1)}
    return sum(pair in text for pair in pairs) / len(pairs) >= HEADING_SHARE


def _value(evidence: Evidence, row: Scored[Scenario], column: Column) -> tuple[Source, str]:
    document = row.document
    unit = _HEADING_UNIT.search(column.heading)
    if unit and _FIGURE.fullmatch(column.text):
        return Source(document.id, column.span), column.text.replace(" ", "") + unit[1]
    if len(column.text) <= MAX_VALUE:
        return Source(document.id, column.span), column.text
    sentences = sentences_of(document.text, column.span)
    best = max(sentences, key=lambda span: evidence.matcher.match(span.of(document.text)).score)
    return Source(document.id, best), best.of(document.text)
