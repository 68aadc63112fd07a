"""Who answers for what a question was answered with before it asks who does it, and by when it is done: …能在网上签约吗？这事归谁弄，啥时候弄好."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant.composers.rows.columns import asked_columns
from assistant.composers.rows.scenarios import told_columns
from assistant.composers.rows.tables import indicator_rows
from assistant.composers.units.owners import MAX_QUOTE, told_in_prose, told_of_list
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.understanding.asks import DOERS
from corpus.model.facts import Responsibility, Scenario
from corpus.model.span import Span

_SENTENCE = re.compile(r"[^。；\n]*")
_TIMES = frozenset({"when", "period"})
_PARTS = frozenset({"lead", "participant"})
SCORE = 1.0


def compose_of_place(evidence: Evidence) -> Draft | None:
    """The builder or the period of the table row, or the units of the task, in which the part of the question before was answered."""
    asks = set(evidence.question.asks)
    if not (DOERS | _TIMES) & asks:
        return None
    return _of_row(evidence) or (_of_task(evidence) if DOERS & asks else None)


def compose_owner_of_answer(evidence: Evidence) -> Draft | None:
    """Who does what the conversation was just told of (…罚多少？由哪个部门处理？): the body that the quoted sentence itself names, or else
    that of its row or task."""
    if not DOERS & set(evidence.question.asks):
        return None
    said = next(filter(None, (_of_sentence(evidence, source) for source in evidence.near)), None)
    return said or compose_of_place(evidence)


def _of_sentence(evidence: Evidence, source: Source) -> Draft | None:
    text = evidence.knowledge.document(source.document_id).text
    begin = max(text.rfind(end, 0, source.span.start) for end in "。；\n") + 1
    sentence = _SENTENCE.match(text, max(begin, source.span.start))
    for span in (source.span, Span(begin, sentence.end()) if sentence else source.span):
        told = span.of(text).strip()
        if len(told) <= MAX_QUOTE and told_in_prose(told) and ("牵头" in told or not _PARTS & set(evidence.question.asks)):
            begin = span.start + span.of(text).find(told)
            return Draft((Statement(told.rstrip("。；，") + "。", (Source(source.document_id, Span(begin, begin + len(told))),)),), SCORE)
    return None


def _around(evidence: Evidence, kind: Literal["responsibility", "scenario"]) -> Sequence[Responsibility | Scenario]:
    """The facts of a kind in whose words a source of the part before stands, the innermost first."""
    found = []
    for source in evidence.near:
        rows = indicator_rows(evidence.knowledge.document(source.document_id)) if kind == "scenario" else ()
        for fact in (*evidence.knowledge.facts(kind, source.document_id), *rows):
            if isinstance(fact, Responsibility | Scenario) and _words_of(fact).contains(source.span):
                found.append(fact)
    return sorted(found, key=lambda fact: len(_words_of(fact)))


def _words_of(fact: Responsibility | Scenario) -> Span:
    return fact.task_span if isinstance(fact, Responsibility) else fact.span


def _of_row(evidence: Evidence) -> Draft | None:
    row = next((fact for fact in _around(evidence, "scenario") if isinstance(fact, Scenario)), None)
    columns = asked_columns(evidence, row) if row else ()
    if row is None or not columns:
        return None
    statements = told_columns(evidence, Scored(row, evidence.knowledge.document(row.document_id), SCORE, 1.0), columns)
    values = {"kind": "scenario", "name": row.name, "table": row.table, **{column.heading: column.text for column in row.columns}}
    return Draft(statements, SCORE, facts=(DraftFact(values, statements[0].sources),), subject=row.name)


def _of_task(evidence: Evidence) -> Draft | None:
    duty = next((fact for fact in _around(evidence, "responsibility") if isinstance(fact, Responsibility)), None)
    return told_of_list(evidence, Scored(duty, evidence.knowledge.document(duty.document_id), SCORE, 1.0)) if duty else None
