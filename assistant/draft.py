"""An answer before it is numbered: statements, each with the characters it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.answer import NoticeKind, Reason, Status
from corpus.model.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Characters of a document that prove a statement."""

    document_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or clause of the answer, closing punctuation included, with its sources."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftNotice:
    """A notice and the sources it speaks of."""

    kind: NoticeKind
    message: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftFact:
    """A fact the answer rests on, as it goes out in the contract, with its sources."""

    values: Mapping[str, Any]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a composer makes. `score` says how well its evidence fits the question (about 0 to 1.5), for choosing and for refusing.

    `subject` is what the answer is about, for a follow-up question that leaves it out.
    """

    statements: tuple[Statement, ...]
    score: float
    status: Status = "answered"
    reason: Reason | None = None
    facts: tuple[DraftFact, ...] = ()
    notices: tuple[DraftNotice, ...] = ()
    subject: str = ""
