"""Which documents the numbers stand for that a question names: 国发〔2015〕40号和50号各是讲什么的, 交规划发〔2021〕102号是哪份文件."""

import re

from assistant.composers.documents.headlines import find_in_head
from assistant.composers.documents.policy_statements import fact_of, printed, references_of
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.understanding.asks import Ask
from assistant.understanding.number_naming import SERIES, numbers_named, plain_number

_WHAT_IT_IS = re.compile(
    r"号(?:文件|文|通知|的)*(?:[，,]?[这那][\d一二两三四五]?(?:份|个|几份)?(?:文件)?)?(?:各自|各|分别|都|又|还|具体|到底)*的?"
    r"(?:全称|全名|名称|标题|名字|内容)?(?:各自|各|分别|都)*(?:是|叫|讲|说|写|指|对应|关于|有关|涉及)*(?:的是|的|着|了|于)?(?:一个|个)?"
    r"(?:什么(?![时单部机])|啥(?![时单部])|哪(?!一?[年天月日位家里]|个?(?:部门|单位|局|机关)))"
)
"""Asks which document the number before stands for, or what that one is about."""
_OF_TITLES: frozenset[Ask] = frozenset(
    {"document_number", "policy", "each", "list", "definition", "meaning", "explanation", "purpose", "count", "figure"}
)
"""Asks that the title of a document answers."""
MAX_TOLD = 6


def compose_titles_of_numbers(evidence: Evidence) -> Draft | None:
    """The title of each document that the question calls by its number and asks what it is, in the order of the question."""
    text = evidence.question.text
    if not SERIES.search(text) or not _WHAT_IT_IS.search(text) or not _OF_TITLES.issuperset(evidence.question.asks):
        return None
    found = [_title_of(evidence, number) for number in list(numbers_named(text))[:MAX_TOLD]]
    told = [one for one in found if one]
    if not told or len(told) < len(found):
        return None
    facts = tuple(fact for _, fact in told if fact)
    return Draft(tuple(dict.fromkeys(statement for statement, _ in told)), 1.0, facts=facts, subject=told[0][0].text)


def _title_of(evidence: Evidence, number: str) -> tuple[Statement, DraftFact | None] | None:
    """The title of the document of that number: as another document names it, the named one first, or of one held here."""
    references = [fact for fact in references_of(evidence, None) if fact.number and number.endswith(plain_number(fact.number))]
    if references:
        strengths = evidence.question.documents.strengths
        best = max(references, key=lambda fact: strengths.get(fact.document_id, 0.0))
        scored = Scored(best, evidence.knowledge.document(best.document_id), 1.0, 1.0)
        return Statement(f"{printed(best)}。", (Source(best.document_id, best.span),)), fact_of(scored)
    for summary in evidence.knowledge.documents():
        own = summary.metadata.document_number
        if own and summary.metadata.kind != "notice" and number.endswith(plain_number(own)):
            found = find_in_head(evidence, evidence.knowledge.document(summary.id), "document_number")
            if found:
                return Statement(f"《{summary.metadata.title}》（{own}）。", (Source(found[0].id, found[1]),)), None
    return None
