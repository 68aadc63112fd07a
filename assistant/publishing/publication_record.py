"""What a publication did, as it is kept and shown: names, counts and messages, no texts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from assistant.publishing.changes import DocumentChange
from assistant.publishing.fact_changes import Change, FactChange
from assistant.publishing.publication import Publication
from assistant.publishing.touched_answers import TouchedAnswer
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.model.document import Visibility
from corpus.model.facts import FactKind

MOST = 200
"""Documents, facts of a document and answers that are told one by one: a report is to be read by people."""
_LONGEST_QUOTE = 200


class PublishedDocument(BaseModel):
    """A document that the publication holds; `facts` are how many were found, by kind."""

    id: str
    file: str
    title: str
    visibility: Visibility
    facts: dict[str, int]


class ChangedField(BaseModel):
    """A field of metadata that is another than before."""

    field: str
    before: Any
    after: Any


class ChangedFact(BaseModel):
    """A fact called `name` that was added, is gone or reads differently; `before` and `after` are the words that state it, cut short."""

    kind: FactKind
    change: Change
    name: str
    before: str | None
    after: str | None
    differs: list[str]


class ChangedDocument(BaseModel):
    """A document that is not as it was; `left_out` tells how many more of its facts have changed."""

    change: Change
    title: str
    file: str | None
    document_id: str | None
    former_file: str | None
    text_changed: bool
    metadata: list[ChangedField]
    facts: list[ChangedFact]
    left_out: int


class TouchedAnswerRecord(BaseModel):
    """An answer given before that rests on what changed; asked at a time in UTC."""

    answer_id: str
    question: str
    asked_at: datetime
    document_title: str


class PublicationRecord(BaseModel):
    """`changed` is false where everything was up to date; `added` are the files taken up, `documents` what the generation holds of them.

    `failures` has a message for each draft that was not taken up and each file that could not be read, `warnings` one for whatever else was left out. Of what changed and of the answers
    that it touches the first are told; `changes_total` and `touched_total` count them all.
    """

    generation: str
    changed: bool
    seconds: float
    total: int
    added: list[str]
    documents: list[PublishedDocument]
    failures: list[str]
    warnings: list[str]
    changes: list[ChangedDocument]
    changes_total: int
    touched: list[TouchedAnswerRecord]
    touched_total: int


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
        failures=[*publication.refused, *report.failures],
        warnings=list(report.left_out),
        changes=[_changed(change) for change in publication.changes[:MOST]],
        changes_total=len(publication.changes),
        touched=[_touched(answer) for answer in publication.touched[:MOST]],
        touched_total=len(publication.touched),
    )
    return record.model_dump(mode="json")


def _published(summary: DocumentSummary) -> PublishedDocument:
    counts = {kind: count for kind, count in summary.counts.items() if kind not in ("sections", "passages")}
    about = summary.metadata
    return PublishedDocument(id=summary.id, file=summary.source_file, title=about.title, visibility=about.visibility, facts=counts)


def _changed(change: DocumentChange) -> ChangedDocument:
    return ChangedDocument(
        change=change.change,
        title=change.title,
        file=change.file,
        document_id=change.document_id,
        former_file=change.former_file,
        text_changed=change.text_changed,
        metadata=[ChangedField(field=each.field, before=each.before, after=each.after) for each in change.metadata],
        facts=[_changed_fact(fact) for fact in change.facts[:MOST]],
        left_out=max(0, len(change.facts) - MOST),
    )


def _changed_fact(fact: FactChange) -> ChangedFact:
    before, after = (text and text[:_LONGEST_QUOTE] for text in (fact.before, fact.after))
    return ChangedFact(kind=fact.kind, change=fact.change, name=fact.name, before=before, after=after, differs=list(fact.differs))


def _touched(answer: TouchedAnswer) -> TouchedAnswerRecord:
    return TouchedAnswerRecord(
        answer_id=answer.answer_id, question=answer.question, asked_at=answer.asked_at, document_title=answer.document_title
    )
