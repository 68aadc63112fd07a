"""What the parties of a conflict say, put into words, and the notice that they disagree."""

import re
from collections.abc import Iterable

from assistant.composers.targets.statements import joined_unit, target_statement
from assistant.draft import DraftFact, DraftNotice, Source, Statement
from assistant.evidence import Scored
from assistant.phrases import phrase, quoted
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.conflicts import Conflict, Party
from corpus.model.document import Document, section_at
from corpus.model.facts import Responsibility, Target
from corpus.model.span import Span

_PERIOD = re.compile(r"[（(][^（）()]*[)）]$")
LONGEST_HEADING, SAID = 40, 8
"""Characters of the headings above a place that are told, and those by which a heading is known to be the place itself."""
_NOTICES = {"value": "conflict", "year": "conflict_year", "units": "conflict_units", "column": "conflict_column"}


def party_statement(conflict: Conflict, party: Party, knowledge: KnowledgeBase, language: str, *, beside: str | None = None) -> Statement:
    """What `party` says, with its source. `beside` is the document of what was said before: of another one the title is named."""
    statement = _own_statement(conflict, party, knowledge, language)
    if beside is None:
        return statement
    document = knowledge.document(party.document_id)
    if party.document_id == beside:
        return elsewhere(statement, document, party.span, language)
    title = _PERIOD.sub("", document.title)
    return Statement(phrase("elsewhere_titled", language, statement=statement.text, title=title), statement.sources)


def elsewhere(statement: Statement, document: Document, span: Span, language: str) -> Statement:
    """What another place of the same document says, with the headings it stands under."""
    section = section_at(document.sections, span.start)
    path = [title for title in section.path if title[:SAID] not in statement.text] if section else []
    heading = " > ".join(path[-2:])
    if len(heading) > LONGEST_HEADING:
        heading = path[-1]
    if not heading or len(heading) > LONGEST_HEADING:
        return Statement(phrase("elsewhere", language, statement=statement.text), statement.sources)
    return Statement(phrase("elsewhere_under", language, statement=statement.text, heading=heading), statement.sources)


def _own_statement(conflict: Conflict, party: Party, knowledge: KnowledgeBase, language: str) -> Statement:
    source = Source(party.document_id, party.span)
    fact = knowledge.fact(party.fact_id) if party.fact_id else None
    if isinstance(fact, Target):
        return target_statement([Scored(fact, knowledge.document(party.document_id), 0.0, 0.0)])
    if isinstance(fact, Responsibility):
        return Statement(phrase("owner_list", language, task=fact.task, units=party.value) + "。", (source,))
    if fact is None:
        name = party.span.of(knowledge.text(party.document_id))
        time = (Source(party.document_id, party.time_span),) if party.time_span else ()
        return Statement(phrase("conflict_listed", language, item=name, time=party.value) + "。", (*time, source))
    text = phrase("column", language, scenario=quoted(conflict.subject), heading=conflict.column, value=party.value)
    return Statement(text.rstrip("。") + "。", (source,))


def party_facts(conflict: Conflict, party: Party, knowledge: KnowledgeBase) -> tuple[DraftFact, ...]:
    """The fact of `party` as it goes out, and that of a figure joined with its unit from another column."""
    fact = knowledge.fact(party.fact_id) if party.fact_id else None
    values: dict[str, object] = {"kind": conflict.kind, "subject": conflict.subject, "value": party.value, "year": conflict.year}
    if isinstance(fact, Target):
        values |= {"value": fact.value, "amount": fact.amount, "unit": fact.unit, "comparator": fact.comparator, "year": fact.year}
    joined = joined_unit(Scored(fact, knowledge.document(party.document_id), 0.0, 0.0)) if isinstance(fact, Target) else ()
    return (DraftFact(values, (Source(party.document_id, party.span),)), *joined)


def conflict_notice(conflict: Conflict, parties: Iterable[Party], language: str) -> DraftNotice:
    """The notice that `parties` disagree, in what, and whether one may count by the year."""
    name = "conflict_adds_up" if conflict.adds_up else _NOTICES[conflict.differs]
    variables = {"column": conflict.column} if conflict.differs == "column" else {}
    sources = tuple(Source(party.document_id, party.span) for party in parties)
    return DraftNotice("conflict", phrase(name, language, **variables), sources)


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The first of the parties that say each thing."""
    by_value: dict[str, Party] = {}
    for party in parties:
        by_value.setdefault(re.sub(r"\s+", "", party.value), party)
    return tuple(by_value.values())
