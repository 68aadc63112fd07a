"""A fact with what is needed to set it beside another: its id, the document it stands in, and the year that document was written in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.knowledge.knowledge_schema import identify_facts
from corpus.language.years import year_mentions
from corpus.model.conflicts import Party
from corpus.model.document import Document
from corpus.model.facts import Fact, PolicyReference, Responsibility, Scenario, Target
from corpus.model.span import Span

_NUMBER_YEAR = re.compile(r"[〔\[［(（]\s*((?:19|20)\d{2})")
Kind = TypeVar("Kind", Responsibility, Target, Scenario, PolicyReference)


@dataclass(frozen=True, slots=True)
class Stated(Generic[Kind]):
    """One fact of one document; `written` is the year the document is from, None where nothing tells."""

    id: str
    fact: Kind
    document: Document
    written: int | None

    @property
    def region(self) -> str | None:
        """Whose figures the document holds: only what two documents of one city or province say can disagree."""
        return self.document.metadata.region

    def party(self, value: str, span: Span | None = None) -> Party:
        """This fact as a party of a conflict, proved by its own span or by `span`, a part of it."""
        return Party(
            self.id, self.document.id, span or self.fact.span, value, self.fact.year_span if isinstance(self.fact, Target) else None
        )


def stated_facts(kind: type[Kind], documents: Sequence[Document], facts: Mapping[str, Sequence[Fact]]) -> Iterator[Stated[Kind]]:
    """Every fact of a kind, in the order of the documents."""
    for document in documents:
        written = written_year(document)
        for fact_id, _, _, fact in identify_facts(document.id, facts.get(document.id, ())):
            if isinstance(fact, kind):
                yield Stated(fact_id, fact, document, written)


def written_year(document: Document) -> int | None:
    """The year a document is from: of its date, its number, its plan's beginning, or its title."""
    metadata = document.metadata
    dates = [day.year for day in (metadata.signed_on, metadata.issued_on) if day]
    numbers = [int(year) for year in _NUMBER_YEAR.findall(metadata.document_number or "")]
    periods = [metadata.period[0]] if metadata.period else []
    titles = [mention.first for mention in year_mentions(metadata.title)]
    return next(iter((*dates, *numbers, *periods, *titles)), None)


def comparable_places(one: Stated[Kind], other: Stated[Kind]) -> bool:
    """Whether two facts stand at two places that speak for one city or province, not side by side in one section."""
    if one.document.id == other.document.id:
        return one.fact.section != other.fact.section
    return one.region is not None and one.region == other.region


def similarity(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1: the share of their pairs of characters that both have (Dice)."""
    first, second = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other))
    return float(one == other) if not first or not second else 2 * len(first & second) / (len(first) + len(second))
