"""What a publication did, as it is kept and shown: names, counts and messages, no texts."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from assistant.publishing.publication import Publication
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.model.document import Visibility


class PublishedDocument(BaseModel):
    """A document that the publication holds; `facts` are how many were found, by kind."""

    id: str
    file: str
    title: str
    visibility: Visibility
    facts: dict[str, int]


class PublicationRecord(BaseModel):
    """`changed` is false where everything was up to date; `added` are the files taken up, `documents` what the generation holds of them.

    `failures` has a message for each file that could not be read, `warnings` one for whatever else was left out.
    """

    generation: str
    changed: bool
    seconds: float
    total: int
    added: list[str]
    documents: list[PublishedDocument]
    failures: list[str]
    warnings: list[str]


def publication_record(publication: Publication) -> Mapping[str, Any]:
    """`publication` in values that JSON has."""
    report, added = publication.report, set(publication.added)
    record = PublicationRecord(
        generation=report.generation,
        changed=report.changed,
        seconds=round(report.seconds, 1),
        total=len(report.documents),
        added=list(publication.added),
        documents=[_published(summary) for summary in report.documents if summary.source_file in added],
        failures=list(report.failures),
        warnings=list(report.left_out),
    )
    return record.model_dump(mode="json")


def _published(summary: DocumentSummary) -> PublishedDocument:
    counts = {kind: count for kind, count in summary.counts.items() if kind not in ("sections", "passages")}
    about = summary.metadata
    return PublishedDocument(id=summary.id, file=summary.source_file, title=about.title, visibility=about.visibility, facts=counts)
