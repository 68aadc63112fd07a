"""The other side of what an answer says, where another place states it differently."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.composers.conflicts.contradictions import named_share
from assistant.composers.conflicts.statements import conflict_notice, distinct, party_facts, party_statement
from assistant.draft import Draft, DraftFact, DraftNotice, Source, Statement
from assistant.evidence import Evidence
from corpus.language.indicators import core_subject
from corpus.model.conflicts import Conflict, Party

LISTED = 5
"""Statements from which an answer is a list, where another side of one of them would only disturb."""
ASKED_ABOUT = 0.4
"""Share of a conflict's subject that the question must hold: a cited sentence may say more than was asked."""


def with_conflicts(draft: Draft, evidence: Evidence) -> Draft:
    """`draft` with the other side of every conflict that its statements take one side of, and a notice.

    A question that names a document gets no other document's side, but the notice all the same.
    """
    if draft.status not in ("answered", "partial") or len(draft.statements) >= LISTED:
        return draft
    sources = [source for statement in draft.statements for source in statement.sources]
    known = {notice.sources for notice in draft.notices if notice.kind == "conflict"}
    for conflict in _conflicts_of(sources, evidence):
        taken = [party for party in conflict.parties if any(_states(source, party, conflict) for source in sources)]
        others = _other_sides(conflict, taken, evidence)
        if not taken or not _is_asked_about(conflict, taken, draft, evidence) or any(_covers(notice, taken) for notice in known):
            continue
        draft = _with_sides(draft, conflict, taken, others, evidence)
    return draft


def _conflicts_of(sources: Sequence[Source], evidence: Evidence) -> list[Conflict]:
    found = [conflict for key in {source.document_id for source in sources} for conflict in evidence.knowledge.conflicts(key)]
    return list(dict.fromkeys(found))


def _states(source: Source, party: Party, conflict: Conflict) -> bool:
    """Whether the cited characters are what the party says: the clause in a sentence, but not one cell of a whole row."""
    if source.document_id != party.document_id:
        return False
    return party.span.contains(source.span) or (conflict.kind != "scenario" and source.span.contains(party.span))


def _is_asked_about(conflict: Conflict, taken: Sequence[Party], draft: Draft, evidence: Evidence) -> bool:
    """Whether the conflict concerns what was asked: a target that the answer is made of, the first of several columns, or a subject named."""
    years = evidence.question.years
    if years and conflict.year and conflict.year not in years:
        return False
    if conflict.kind == "scenario":
        return any(_states(source, party, conflict) for source in draft.statements[0].sources for party in taken)
    if any(_covers(fact.sources, taken) for fact in draft.facts):
        return True
    return named_share(evidence, core_subject(conflict.subject)) >= ASKED_ABOUT


def _other_sides(conflict: Conflict, taken: Sequence[Party], evidence: Evidence) -> tuple[Party, ...]:
    said = {party.value for party in taken}
    named = evidence.question.documents.strongest is not None
    own = {party.document_id for party in taken}
    return distinct(party for party in conflict.parties if party.value not in said and not (named and party.document_id not in own))


def _covers(sources: Sequence[Source], taken: Sequence[Party]) -> bool:
    return any(source.document_id == party.document_id and source.span == party.span for source in sources for party in taken)


def _with_sides(draft: Draft, conflict: Conflict, taken: Sequence[Party], others: Sequence[Party], evidence: Evidence) -> Draft:
    knowledge, language = evidence.knowledge, evidence.question.language
    statements: list[Statement] = list(draft.statements)
    facts: list[DraftFact] = list(draft.facts)
    for party in others:
        statements.append(party_statement(conflict, party, knowledge, language, beside=taken[0].document_id))
        facts.extend(party_facts(conflict, party, knowledge))
    notice: DraftNotice = conflict_notice(conflict, (*taken, *others), language)
    return replace(draft, statements=tuple(statements), facts=tuple(facts), notices=(*draft.notices, notice))
