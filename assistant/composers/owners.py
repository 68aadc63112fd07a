"""Who answers for a task."""

import re
from collections.abc import Sequence

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored, SentenceEvidence
from assistant.phrases import phrase
from corpus.model.facts import Responsibility

_IN_PROSE = re.compile(
    r"(?:局|委|办|厅|部门|政府|机构|中心|单位|集团|公司|组|院|会)[^，。；]{0,12}(?:负责|牵头|统筹|会同|主管|抓好|承担|组织|加强对)|由[^，。；]{2,24}(?:负责|牵头|承担|组织|建设|承建|实施|运营|开发)"
)
PROSE_HANDICAP = 0.08
"""A sentence that only speaks of somebody's duty must fit this much better than a list of responsible units."""


def compose_owner(evidence: Evidence) -> Draft | None:
    """The units named for the task that fits the question best."""
    best = evidence.responsibilities[0] if evidence.responsibilities else None
    prose = next((sentence for sentence in evidence.sentences[:12] if _IN_PROSE.search(sentence.text)), None)
    if best and (prose is None or best.score >= prose.score - PROSE_HANDICAP):
        return _from_list(best, evidence.question.language)
    return _from_prose(prose) if prose else None


def _from_list(best: Scored[Responsibility], language: str) -> Draft:
    fact = best.item
    source = Source(fact.document_id, fact.span)
    text = _wording(fact, language)
    if fact.scope == "section":
        text += phrase("owner_section", language, section=fact.path[-2] if len(fact.path) > 1 else fact.task)
    statements = [Statement(text + "。", (source,))]
    if fact.inherited and fact.inherited_span:
        inherited = phrase("owner_inherited", language, units=_joined(fact.inherited))
        statements.append(Statement(inherited + "。", (Source(fact.document_id, fact.inherited_span),)))
    values = {"kind": "responsibility", "task": fact.task, "units": list(fact.units), "lead": list(fact.lead), "shared": fact.shared}
    return Draft(tuple(statements), best.score, facts=(DraftFact(values, (source,)),), subject=fact.task)


def _wording(fact: Responsibility, language: str) -> str:
    if fact.lead and len(fact.lead) < len(fact.units):
        others = tuple(unit for unit in fact.units if unit not in fact.lead)
        return phrase("owner_lead_with", language, task=fact.task, lead=_joined(fact.lead), others=_joined(others))
    if fact.lead:
        return phrase("owner_lead", language, task=fact.task, lead=_joined(fact.lead))
    return phrase("owner_shared" if fact.shared else "owner_list", language, task=fact.task, units=_joined(fact.units))


def _from_prose(sentence: SentenceEvidence) -> Draft:
    return Draft((Statement(sentence.text, (Source(sentence.document.id, sentence.span),)),), sentence.score - PROSE_HANDICAP)


def _joined(units: Sequence[str]) -> str:
    return "、".join(units)
