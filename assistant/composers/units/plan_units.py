"""Who answers for a plan as a whole: the units of all its tasks."""

import re

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.terms import normalize
from corpus.language.unit_names import same_unit
from corpus.model.facts import Responsibility

_WHOLE_PLAN = (
    re.compile(
        r"^(?P<named>.{2,40}?(?:计划|规划|方案|文件|清单))(?:里面|里|中|内)?的?(?:全部|所有|各个|各)?(?:责任|牵头|负责|落实)(?:单位|部门)(?:都|一共|总共|分别)*(?:有|是|包括)?"
        r"(?:哪(?:些|几个|几家)|谁|什么|多少个?|几[个家])(?:单位|部门)?$"
    ),
    re.compile(
        r"^(?P<named>.{2,40}?(?:计划|规划|方案))(?:里面|里|中|内)?(?:一共|总共|都)?(?:涉及|有|列出?了?|提到了?)(?:了)?(?:哪些|哪几个|多少个?|几[个家])(?:责任|牵头|负责)(?:单位|部门)$"
    ),
    re.compile(
        r"^(?P<named>.{2,40}?(?:计划|规划|方案))(?:都|分别)?由(?:哪些|哪几个)(?:单位|部门)(?:共同)?(?:负责|落实|承担|牵头)(?:落实|实施)?$"
    ),
)
_OF_A_PART = re.compile(
    r"[，,；;“”\"]|任务|工程|项目|场景|平台|第.+[章节条项]|(?:计划|规划|方案)(?:里面|里|中|内|提出)?的?.+(?:计划|规划|方案)"
)
_KIND = re.compile(r"三年|专项|行动|实施|工作|发展|总体|计划|规划|方案|文件|清单|附?表|那|这|份|的|[（(][^（）()]*[）)]|\W|\d|年")


def compose_plan_units(evidence: Evidence) -> Draft | None:
    """The units of all tasks of the plan that the question names, when it names no task of it."""
    question = evidence.question
    document_id = question.documents.strongest
    match = next(filter(None, (pattern.search(question.text.rstrip("？?。 ")) for pattern in _WHOLE_PLAN)), None)
    if match is None or document_id is None or _OF_A_PART.search(re.sub(r"[“”\"]", "", match["named"])):
        return None
    title = evidence.knowledge.document(document_id).title
    if not names_only_the_plan(match["named"], title, [synonym.words for synonym in question.synonyms]):
        return None
    facts = [fact for fact in evidence.knowledge.facts("responsibility", document_id) if isinstance(fact, Responsibility)]
    lead = "牵头" in match[0] and any(fact.lead for fact in facts)
    units: list[str] = []
    shown: list[Responsibility] = []
    for fact in facts:
        new = [unit for unit in (fact.lead if lead else fact.units) if not any(same_unit(unit, known) for known in units)]
        units.extend(new)
        shown.extend([fact] if new else [])
    if len(facts) < 2 or not units:
        return None
    sources = tuple(Source(fact.document_id, fact.span) for fact in shown)
    name = "plan_leads" if lead else "plan_units"
    text = phrase(name, question.language, title=title, count=len(units), units="、".join(units)) + "。"
    count = DraftFact({"kind": "derived", "value": len(units), "expression": f"count({len(units)})"}, sources)
    return Draft((Statement(text, sources),), 1.0, facts=(count,), subject=title)


def names_only_the_plan(named: str, title: str, everyday: list[str]) -> bool:
    """Whether `named` says nothing but the title: each of its characters stands there, or in an everyday word for it."""
    rest = _KIND.sub("", normalize(named))
    for word in everyday:
        rest = rest.replace(word, "")
    return all(character in normalize(title) for character in rest)
