"""A row that two lists have, or a list and the text before it, where the question asks whether both say the same of it."""

import re
from collections.abc import Iterator

from assistant.composers.conflicts.agreement import asks_agreement
from assistant.composers.rows.cells import MARKED, PERIOD_HEADING
from assistant.composers.rows.columns import asked_columns
from assistant.draft import Draft, DraftNotice, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase, quoted
from corpus.language.sentences import segments_of
from corpus.language.terms import terms_of
from corpus.language.years import year_mentions
from corpus.model.facts import Column, Scenario
from corpus.model.span import Span

_LIST = re.compile(r"(?<!项目)(?:清单|附表|[\u4e00-\u9fff]表(?=[和跟与里中、，]))")
_TWO_LISTS = re.compile(
    r"(?:清单|附表)[^。？]*(?:清单|附表)|[两二](?:份|张|个|处)[^，。？]{0,4}(?:清单|附表)|[^。？]{2,}(?:清单|附表)[里中]?也"
)
_TEXT = re.compile(r"正文|前[面文头]|计划(?:里|中|说|写|正文)|规划(?:里|中|说|写|正文)|方案(?:里|中|说|写|正文)|报告")
_NAME_ASKED = re.compile(r"名字|名称|叫法|(?:叫|称)(?:什么|啥|的|作|做|这个)")
_TIME_ASKED = re.compile(r"哪(?:一)?年|什么时[候间]|何时|时间|期限|日期|年份|哪(?:个)?月|\d{4}年[^，。？]{0,4}还是")
_DOES = re.compile(r"完成|建成|上线|建设|开发|投用|投入|启动|启用|实现|打造|运行|推广")
_DONE = re.compile(r"完成|[建做办弄]成|[建做办弄]完|完工|竣工|上线|投用")
ROWS = 5
"""Rows, from the best on, of which one must have a twin."""
NEARLY = 0.8
"""Share of the best row's score that it must have."""
ALIKE = 0.7
"""Share of their terms that the contents of two rows have in common where they are of one thing."""
NAMED = 0.6
"""Share of a row's name that the question holds where it names the row outright."""
SAID, LONGEST = 5, 180
"""Characters that a clause must share with the question in a row, where it has no name in marks, and characters of it that are quoted."""
SENTENCES = 15
"""Sentences, from the best on, in which the text may tell the time."""


def compose_two_rows(evidence: Evidence) -> Draft | None:
    """What each of two lists, or the text and the list, say of the row asked about, and whether they differ; None where there is no such pair."""
    text = evidence.question.text
    if _TWO_LISTS.search(text) and (asks_agreement(text) or _NAME_ASKED.search(text)):
        return _of_two_lists(evidence)
    return _of_text_and_list(evidence) if _TIME_ASKED.search(text) and _LIST.search(text) and _TEXT.search(text) else None


def _of_two_lists(evidence: Evidence) -> Draft | None:
    for row in evidence.scenarios[:ROWS]:
        if row.score < NEARLY * evidence.scenarios[0].score:
            return None
        twin = next(_twins(evidence, row), None)
        if twin is None:
            continue
        columns = [_name_column(row.item)] if _NAME_ASKED.search(evidence.question.text) else list(asked_columns(evidence, row.item))[:1]
        pairs = [(column, other) for column in columns if column and (other := _same_column(twin.item, column))]
        if not pairs:
            return None
        column, other = pairs[0]
        return _draft(evidence, row.score, (row, column), (twin, other))
    return None


def _twins(evidence: Evidence, row: Scored[Scenario]) -> Iterator[Scored[Scenario]]:
    """The rows of other tables that have the contents of `row`."""
    own = _content(row.item)
    for fact in evidence.knowledge.facts("scenario"):
        if not isinstance(fact, Scenario) or (fact.document_id, fact.table) == (row.document.id, row.item.table):
            continue
        other = _content(fact)
        if own and other and 2 * len(own & other) / (len(own) + len(other)) >= ALIKE:
            yield Scored(fact, evidence.knowledge.document(fact.document_id), row.score, 0.0)


def _content(row: Scenario) -> frozenset[str]:
    """The terms of the longest cell of a row, which describes it."""
    return frozenset(terms_of(max((column.text for column in row.columns), key=len, default="")))


def _name_column(row: Scenario) -> Column | None:
    return next((column for column in row.columns if column.text.split() == row.name.split()), None)


def _same_column(row: Scenario, column: Column) -> Column | None:
    return next((other for other in row.columns if other.heading == column.heading), None)


def _draft(evidence: Evidence, score: float, *places: tuple[Scored[Scenario], Column]) -> Draft:
    """What two rows have in one column, each with its list, and that they differ or not."""
    language = evidence.question.language
    told = [_cell_statement(row, column, language) for row, column in places]
    first, second = (re.sub(r"\s", "", column.text) for _, column in places)
    sources = tuple(source for statement in told for source in statement.sources)
    if first == second:
        same = phrase("places_agree", language)
        return Draft((Statement(same, ()), *told), score + 1.0, subject=places[0][0].item.name)
    notice = DraftNotice("conflict", phrase("conflict_column", language, column=places[0][1].heading), sources)
    told.insert(0, Statement(phrase("places_differ", language), ()))
    return Draft(tuple(told), score + 1.0, notices=(notice,), subject=places[0][0].item.name)


def _cell_statement(row: Scored[Scenario], column: Column, language: str) -> Statement:
    """A cell as its list states it."""
    value = " ".join(column.text.split())
    named = column.text.split() == row.item.name.split()
    said = quoted(value) if named else phrase("column", language, scenario=quoted(row.item.name), heading=column.heading, value=value)
    return Statement(
        phrase("elsewhere_titled", language, title=row.item.table, statement=said.rstrip("。")).rstrip("。") + "。",
        (Source(row.document.id, column.span),),
    )


def _of_text_and_list(evidence: Evidence) -> Draft | None:
    """The time that the text tells of what a row of its list is about, and the time in the row."""
    row = next((one for one in evidence.scenarios[:ROWS] if _is_named(evidence, one.item)), None)
    column = next((one for one in row.item.columns if PERIOD_HEADING.search(one.heading)), None) if row else None
    if row is None or column is None:
        return None
    sentence = next(iter(_dated(evidence, row)), None)
    if sentence is None:
        return None
    language, document = evidence.question.language, row.document
    first = Statement(sentence.of(document.text).strip().rstrip("。；，") + "。", (Source(document.id, sentence),))
    second = _cell_statement(row, column, language)
    sources = (*first.sources, *second.sources)
    return Draft(
        (first, second),
        row.score + 1.0,
        notices=(DraftNotice("conflict", phrase("conflict_year", language), sources),),
        subject=row.item.name,
    )


def _is_named(evidence: Evidence, row: Scenario) -> bool:
    return bool(_names(evidence, row)) or evidence.matcher.share_in_question(row.name) >= NAMED


def _names(evidence: Evidence, row: Scenario) -> list[str]:
    """What the question puts in marks of the row's name, or says of what that has in marks."""
    said = [name for name in evidence.question.quoted if name in row.name]
    return said or [name for name in MARKED.findall(row.name) if name in evidence.question.text]


def _dated(evidence: Evidence, row: Scored[Scenario]) -> Iterator[Span]:
    """The clauses of the text, outside its tables, that tell a year in which what the row is about is done."""
    names, done = _names(evidence, row.item), _DONE.search(evidence.question.text) is not None
    for sentence in evidence.sentences[:SENTENCES]:
        text = sentence.document.text
        if sentence.document.id != row.document.id or row.item.span.overlaps(sentence.span):
            continue
        for segment in segments_of(text, sentence.span):
            said = segment.of(text)
            named = any(name in said for name in names) or len(evidence.matcher.longest_phrase(said)) >= SAID
            if named and len(said) <= LONGEST and year_mentions(said) and (_DONE if done else _DOES).search(said):
                yield segment
