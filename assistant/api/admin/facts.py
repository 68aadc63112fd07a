"""GET /api/admin/documents/{id}/facts: what was read from a document, so that a person can look through it beside the text."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter

from assistant.api.callers import Staff
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.publishing.listed_facts import ListedFact, listed_facts
from corpus.model.facts import FACT_TYPES, FactKind

router = APIRouter(prefix="/api/admin/documents")


class FactBody(Body):
    """A fact called `name`, under the headings `section`. `fields` are how it was read, `quote` is the text from `start` to `end` that states it."""

    id: str
    kind: FactKind
    name: str
    section: list[str]
    start: int
    end: int
    quote: str
    fields: dict[str, Any]


class FactsBody(Body):
    """The facts of a document, in the order of its text."""

    facts: list[FactBody]


@router.get("/{document_id}/facts")
def read_facts(document_id: str, _: Staff, session: CurrentSession) -> FactsBody:
    """Every fact of one document."""
    with session.knowledge() as knowledge:
        text = knowledge.text(document_id)
        found = [fact for kind in FACT_TYPES for fact in knowledge.facts(kind, document_id)]
    return FactsBody(facts=fact_bodies(listed_facts(document_id, found), text))


def fact_bodies(facts: Sequence[ListedFact], text: str) -> list[FactBody]:
    """The facts of the document whose text is `text`."""
    return [
        FactBody(
            id=fact.id,
            kind=fact.kind,
            name=fact.name,
            section=list(fact.path),
            start=fact.span.start,
            end=fact.span.end,
            quote=fact.span.of(text),
            fields=dict(fact.fields),
        )
        for fact in facts
    ]
