"""GET /api/conflicts: what two places or more state differently."""

from typing import Annotated

from fastapi import Query, Response
from pydantic import Field

from assistant.api.list_query import ListQuery
from assistant.api.lists import FILES, list_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.listing.filters import Wanted, contains
from assistant.listing.item_bodies import ItemBody, Page
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.conflicts import Conflict, ConflictKind, Difference, Party
from corpus.model.document import section_at

router = list_router()


class PartyBody(Body):
    """One of the places: what it says in short, and the text that says it; `fact_id` is the id of the target, responsibility or scenario read there.

    The year's words stand from `year_start` to `year_end` where they are not in the quote.
    """

    value: str
    fact_id: str | None
    document_id: str
    document_version: str
    document_title: str
    section: list[str]
    start: int
    end: int
    quote: str
    year_start: int | None
    year_end: int | None


class ConflictBody(ItemBody):
    """What is stated differently; `column` is the table's column for a difference in one, `year` that of the figures.

    `adds_up` is set where one place's figures of single years make up the other's figure.
    """

    id: str = Field(title="编号")
    kind: ConflictKind = Field(title="类别")
    subject: str = Field(title="事项")
    differs: Difference = Field(title="不同之处")
    column: str | None = Field(title="表中栏目")
    year: int | None = Field(title="年份")
    adds_up: bool = Field(title="各年相加等于另一处")
    parties: list[PartyBody]

    def printed_columns(self) -> dict[str, str]:
        """Each place with what it says, its document and its text."""
        told: dict[str, str] = {}
        for number, party in enumerate(self.parties, 1):
            told |= {f"说法{number}": party.value, f"文件{number}": party.document_title, f"原文{number}": party.quote}
        return told


class ConflictQuery(ListQuery):
    """Filters on conflicts; a place in the document, under the heading or with the words is enough."""

    document_id: Wanted | None = None
    document_title: Wanted | None = Field(default=None, description="Characters of the title of a document it stands in")
    section: Wanted | None = Field(default=None, description="Characters of a heading above one of the places")
    text: Wanted | None = Field(default=None, description="Characters of one of the quotes")
    kind: ConflictKind | None = None
    subject: Wanted | None = Field(default=None, description="Characters of the subject")
    differs: Difference | None = None
    year: int | None = None

    def fits(self, body: ConflictBody) -> bool:
        """Whether a conflict is what is asked for; the document's id is not looked at."""
        return (
            self.kind in (None, body.kind)
            and self.differs in (None, body.differs)
            and self.year in (None, body.year)
            and contains(body.subject, self.subject)
            and any(contains(party.document_title, self.document_title) for party in body.parties)
            and any(contains(party.quote, self.text) for party in body.parties)
            and (self.section is None or any(contains(heading, self.section) for party in body.parties for heading in party.section))
        )


@router.get("/api/conflicts", response_model=Page[ConflictBody], responses=FILES)
def list_conflicts(session: CurrentSession, query: Annotated[ConflictQuery, Query()]) -> Response:
    """Conflicts by kind, each kind in corpus and reading order."""
    with session.knowledge() as knowledge:
        if query.document_id is not None:
            knowledge.document(query.document_id)
        wanted = set(knowledge.conflicts(query.document_id))
        numbered = [(number, conflict) for number, conflict in enumerate(knowledge.conflicts()) if conflict in wanted]
        found = [body for number, conflict in numbered if query.fits(body := _body(number, conflict, knowledge))]
        return list_response("conflicts", knowledge.generation, query, found, ConflictBody, lambda body: body)


def _body(number: int, conflict: Conflict, knowledge: KnowledgeBase) -> ConflictBody:
    return ConflictBody(
        id=f"conflict:{number}",
        kind=conflict.kind,
        subject=conflict.subject,
        differs=conflict.differs,
        column=conflict.column,
        year=conflict.year,
        adds_up=conflict.adds_up,
        parties=[_party(party, knowledge) for party in conflict.parties],
    )


def _party(party: Party, knowledge: KnowledgeBase) -> PartyBody:
    document = knowledge.document(party.document_id)
    section = section_at(document.sections, party.span.start)
    return PartyBody(
        value=party.value,
        fact_id=party.fact_id,
        document_id=party.document_id,
        document_version=document.version,
        document_title=document.title,
        section=list(section.path) if section else [],
        start=party.span.start,
        end=party.span.end,
        quote=party.span.of(document.text),
        year_start=party.time_span.start if party.time_span else None,
        year_end=party.time_span.end if party.time_span else None,
    )
