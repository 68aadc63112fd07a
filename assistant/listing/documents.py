"""Documents: what is known of each without its text."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from assistant.bodies import Body
from assistant.listing.filters import Wanted, holds_words
from corpus.knowledge.knowledge_base import DocumentSummary, KnowledgeBase
from corpus.model.document import DocumentKind, Metadata, Visibility


class DocumentBody(Body):
    """What is known of a document without its text; `counts` are of its sections, passages and facts by kind."""

    id: str
    version: str
    source_file: str
    title: str
    kind: DocumentKind
    issuer: str | None
    document_number: str | None
    signatory: str | None
    signed_on: date | None
    issued_on: date | None
    effective_on: date | None
    period: tuple[int, int] | None
    disclosure: str | None
    region: str | None
    visibility: Visibility
    source: str | None
    attachments: tuple[str, ...]
    counts: dict[str, int]


class DocumentFilter(BaseModel):
    """Filters on documents; `year` finds those whose period holds it."""

    model_config = ConfigDict(extra="forbid")

    words: Wanted | None = Field(default=None, description="Words with spaces between, each in the title, number or issuer")
    kind: DocumentKind | None = None
    year: int | None = None

    def fits(self, about: Metadata) -> bool:
        """Whether a document is what is asked for."""
        return (
            holds_words("\n".join(filter(None, (about.title, about.document_number, about.issuer))), self.words)
            and self.kind in (None, about.kind)
            and (self.year is None or (about.period is not None and about.period[0] <= self.year <= about.period[1]))
        )


def found_documents(wanted: DocumentFilter, knowledge: KnowledgeBase) -> list[DocumentSummary]:
    """The documents that fit, in corpus order."""
    return [summary for summary in knowledge.documents() if wanted.fits(summary.metadata)]


def document_body(summary: DocumentSummary) -> DocumentBody:
    """A document as it is listed."""
    metadata = summary.metadata
    named = {name: getattr(metadata, name) for name in Metadata.__slots__}
    further = {"id": summary.id, "version": summary.version, "source_file": summary.source_file, "counts": dict(summary.counts)}
    return DocumentBody.model_validate(named | further)
