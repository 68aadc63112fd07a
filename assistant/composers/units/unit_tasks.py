"""Everything a unit answers for: the tasks that name it, plan by plan."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.unit_names import same_unit
from corpus.model.facts import Responsibility, Scenario, Unit

_TASKS_ASKED = re.compile(
    r"(?:哪|什么|啥|几|多少)(?:些|几)?(?:个|项|条)?(?:[\u4e00-\u9fff]{0,4})(?:任务|工作|职责|事项)|(?:负责|牵头|承担)(?:了)?(?:哪|什么|啥|几)|职责(?:是|有)"
    r"|(?:负责|牵头|承担)的?(?:任务|工作|事项)(?:都|一?共|总共|分别)?(?:有|是|包括|包含)(?:哪|什么|啥|几|多少)"
)
_ROWS_ASKED = re.compile(r"(?:哪些|什么|几个|多少个?)[^，。？]{0,4}(?:场景|项目)")
_PEOPLE_ASKED = re.compile(r"(?:多少|几)[名位人]")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,14}?(?:局|委员会|委|办公室|办|厅|集团|公司|中心|总队|部门|政府|银行|协会)")
_LEAD_ONLY = re.compile(r"牵头")
_SUBJECT = re.compile(
    r"(?P<unit>[\u4e00-\u9fff]{2,14}?(?:局|委员会|委|办公室|办|厅|集团|公司|中心|总队))(?:都|主要|具体|一共|总共|共)?(?:负责|牵头|承担|参与|的?(?:职责|任务))"
)
_JOINED = re.compile(r"[和与及、]|以及")
MAX_TASKS = 40


def compose_unit_tasks(evidence: Evidence) -> Draft | None:
    """The tasks of the unit that the question names, in the document it names or in all."""
    text = evidence.question.text
    if not _TASKS_ASKED.search(text) or _ROWS_ASKED.search(text) or _PEOPLE_ASKED.search(text):
        return None
    document_id = evidence.question.documents.strongest
    facts = [fact for fact in evidence.knowledge.facts("responsibility", document_id) if isinstance(fact, Responsibility)]
    rows = [fact for fact in evidence.knowledge.facts("scenario", document_id) if isinstance(fact, Scenario)]
    known = {unit for fact in facts for unit in fact.units} | {unit for row in rows for unit in row.builders}
    listed = evidence.knowledge.units()
    drafts = [draft for unit in _each_named(text, known, listed) if (draft := _tasks_of(evidence, unit, facts, rows))]
    if not drafts:
        return _unknown(evidence, text)
    statements = tuple(statement for draft in drafts for statement in draft.statements)
    return replace(drafts[0], statements=statements, facts=tuple(fact for draft in drafts for fact in draft.facts))


def _each_named(text: str, known: Iterable[str], listed: Sequence[Unit]) -> Sequence[str]:
    """The unit named on each side of 和 or 、; one where the whole names only one."""
    known = sorted(known)
    found = dict.fromkeys(unit for side in _JOINED.split(text) if (unit := named_unit(side, known, listed)))
    whole = named_unit(text, known, listed)
    return list(found) if len(found) > 1 and whole in found else [whole] if whole else []


def _tasks_of(evidence: Evidence, unit: str, facts: Sequence[Responsibility], rows: Sequence[Scenario]) -> Draft | None:
    names = names_of(unit, evidence.knowledge.units())
    led = [fact for fact in facts if _is_among(names, fact.lead)]
    mine = [fact for fact in facts if _is_among(names, fact.units)]
    opening = "unit_tasks"
    if _LEAD_ONLY.search(evidence.question.text):
        opening, mine = ("unit_leads", led) if led else ("unit_leads_none", mine)
    if mine:
        return _draft(evidence, opening, _with_other_names(evidence, unit, names, mine), mine[:MAX_TASKS])
    built = [row for row in rows if _is_among(names, row.builders)]
    return _built(evidence, unit, built[:MAX_TASKS]) if built else None


def named_unit(text: str, known: Iterable[str], listed: Sequence[Unit] = ()) -> str | None:
    """The unit of `known` that `text` names, the longest name first, also by another name that `listed` units have."""
    known = sorted(known, key=lambda unit: (-len(unit), unit))
    printed = next((unit for unit in known if unit in text), None)
    if printed:
        return printed
    names = [match[0][start:] for match in _NAME.finditer(text) for start in range(len(match[0]) - 2)]
    others = sorted((name for unit in listed for name in (unit.name, *unit.aliases) if name in text), key=len, reverse=True)
    meant = (names_of(name, listed) for name in (*others[:1], *names))
    return next((unit for names_meant in meant for unit in known if _is_among(names_meant, (unit,))), None)


def names_of(unit: str, listed: Sequence[Unit]) -> tuple[str, ...]:
    """All names of the body `unit`: its own, and those under which a city's own list has it."""
    for entry in listed:
        names = (entry.name, *entry.aliases)
        if unit in names:
            return (unit, *names)
    return (unit,)


def _is_among(names: Sequence[str], units: Iterable[str]) -> bool:
    return any(same_unit(name, unit) for unit in units for name in names)


def _with_other_names(evidence: Evidence, unit: str, names: Sequence[str], facts: Sequence[Responsibility]) -> str:
    """`unit` with the names beside it that the tasks print and that no reader can know to be the same body."""
    printed = dict.fromkeys(name for fact in facts for name in fact.units if _is_among(names, (name,)) and not same_unit(name, unit))
    others = [name for number, name in enumerate(printed) if not _is_among(list(printed)[:number], (name,))]
    return phrase("unit_also", evidence.question.language, unit=unit, others="、".join(others)) if others else unit


def _unknown(evidence: Evidence, text: str) -> Draft | None:
    """A refusal where the question asks for the tasks of a body that no task and no table row names."""
    asked = _SUBJECT.match(text)
    if asked is None:
        return None
    language = evidence.question.language
    return Draft((Statement(phrase("unit_unknown", language, unit=asked["unit"])),), 1.0, status="not_found", reason="not_in_corpus")


def _draft(evidence: Evidence, opening: str, unit: str, facts: Sequence[Responsibility]) -> Draft:
    by_document: dict[str, list[Responsibility]] = {}
    for fact in facts:
        by_document.setdefault(fact.document_id, []).append(fact)
    language = evidence.question.language
    statements = []
    for number, (document_id, stated) in enumerate(by_document.items()):
        title = evidence.knowledge.document(document_id).title
        tasks = "、".join(fact.task for fact in stated)
        sources = tuple(Source(document_id, fact.span) for fact in stated)
        begun = {"unit": unit, "count": len(facts)} if number == 0 else {}
        text = phrase(opening if begun else "unit_tasks_more", language, title=title, tasks=tasks, **begun)
        statements.append(Statement(text + "。", sources))
    count: Mapping[str, object] = {"kind": "derived", "value": f"{len(facts)}项", "expression": f"count({len(facts)})"}
    return Draft(tuple(statements), 1.0, facts=(DraftFact(count, statements[0].sources),), subject=unit)


def _built(evidence: Evidence, unit: str, rows: Sequence[Scenario]) -> Draft:
    """A unit that no task names may still build what the tables list."""
    names = "、".join(dict.fromkeys(row.name.strip() for row in rows))
    text = phrase("unit_builds", evidence.question.language, unit=unit, count=len(rows), names=names)
    sources = tuple(Source(row.document_id, next(c.span for c in row.columns if c.text == row.name)) for row in rows)
    count: Mapping[str, object] = {"kind": "derived", "value": f"{len(rows)}个", "expression": f"count({len(rows)})"}
    return Draft((Statement(text + "。", sources[:20]),), 1.0, facts=(DraftFact(count, sources[:20]),), subject=unit)
