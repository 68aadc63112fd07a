"""Everything a unit answers for: the tasks that name it, plan by plan."""

import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.unit_names import same_unit
from corpus.model.facts import Responsibility, Scenario

_TASKS_ASKED = re.compile(
    r"(?:哪|什么|啥|几|多少)(?:些|几)?(?:个|项|条)?(?:[\u4e00-\u9fff]{0,4})(?:任务|工作|职责|事项)|(?:负责|牵头|承担)(?:了)?(?:哪|什么|啥|几)|职责(?:是|有)"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{1,14}?(?:局|委员会|委|办公室|办|厅|集团|公司|中心|总队|部门|政府|银行|协会)")
_LEAD_ONLY = re.compile(r"牵头")
MAX_TASKS = 40


def compose_unit_tasks(evidence: Evidence) -> Draft | None:
    """The tasks of the unit that the question names, in the document it names or in all."""
    text = evidence.question.text
    if not _TASKS_ASKED.search(text):
        return None
    document_id = evidence.question.documents.strongest
    facts = [fact for fact in evidence.knowledge.facts("responsibility", document_id) if isinstance(fact, Responsibility)]
    rows = [fact for fact in evidence.knowledge.facts("scenario", document_id) if isinstance(fact, Scenario)]
    known = {unit for fact in facts for unit in fact.units} | {unit for row in rows for unit in row.builders}
    unit = named_unit(text, known)
    if unit is None:
        return None
    lead_only = _LEAD_ONLY.search(text) is not None and any(fact.lead for fact in facts)
    mine = [fact for fact in facts if any(same_unit(unit, name) for name in (fact.lead if lead_only else fact.units))]
    if mine:
        return _draft(evidence, unit, mine[:MAX_TASKS])
    built = [row for row in rows if any(same_unit(unit, name) for name in row.builders)]
    return _built(evidence, unit, built[:MAX_TASKS]) if built else None


def named_unit(text: str, known: Iterable[str]) -> str | None:
    """The unit of `known` that `text` names, the longest name first."""
    printed = sorted((unit for unit in known if unit in text), key=len)
    if printed:
        return printed[-1]
    names = [match[0][start:] for match in _NAME.finditer(text) for start in range(len(match[0]) - 2)]
    return next((unit for name in names for unit in known if same_unit(name, unit)), None)


def _draft(evidence: Evidence, unit: str, facts: Sequence[Responsibility]) -> Draft:
    by_document: dict[str, list[Responsibility]] = {}
    for fact in facts:
        by_document.setdefault(fact.document_id, []).append(fact)
    language = evidence.question.language
    statements = []
    for number, (document_id, stated) in enumerate(by_document.items()):
        title = evidence.knowledge.document(document_id).title
        tasks = "、".join(fact.task for fact in stated)
        sources = tuple(Source(document_id, fact.span) for fact in stated)
        opening = {"unit": unit, "count": len(facts)} if number == 0 else {}
        text = phrase("unit_tasks" if opening else "unit_tasks_more", language, title=title, tasks=tasks, **opening)
        statements.append(Statement(text + "。", sources))
    count: Mapping[str, object] = {"kind": "derived", "value": len(facts), "expression": f"count({len(facts)})"}
    return Draft(tuple(statements), 1.0, facts=(DraftFact(count, statements[0].sources),), subject=unit)


def _built(evidence: Evidence, unit: str, rows: Sequence[Scenario]) -> Draft:
    """A unit that no task names may still build what the tables list."""
    names = "、".join(dict.fromkeys(row.name.strip() for row in rows))
    text = phrase("unit_builds", evidence.question.language, unit=unit, count=len(rows), names=names)
    sources = tuple(Source(row.document_id, next(c.span for c in row.columns if c.text == row.name)) for row in rows)
    count: Mapping[str, object] = {"kind": "derived", "value": len(rows), "expression": f"count({len(rows)})"}
    return Draft((Statement(text + "。", sources[:20]),), 1.0, facts=(DraftFact(count, sources[:20]),), subject=unit)
