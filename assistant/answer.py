"""What an answer is: text with numbered markers, the citations behind them, facts, notices and suggestions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Status = Literal["answered", "partial", "not_found", "out_of_scope", "clarify"]
Reason = Literal["not_in_corpus", "outside_period", "no_such_indicator", "not_policy", "needs_clarification", "unsafe"]
EXTRACTIVE = "extractive"
"""What an answer is said to be made by that no model wrote."""
NoticeKind = Literal["conflict", "expired", "superseded", "nearest", "model", "reworded", "changed_since"]
"""model: why no model worded the answer; reworded: as what a question was understood that had no answer as it was asked;
changed_since: that a cited document was replaced or withdrawn after the answer was given."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One numbered source: `quote` is the document's canonical text from `start` to `end`, character for character.

    `document_date` is the day the document was signed or, where that is not known, issued; `document_period` the first and last year it plans for;
    `internal` tells of a document that the public may not read.
    A field that is added needs a default: answers stored before do not have it.
    """

    marker: int
    document_id: str
    document_version: str
    document_title: str
    section: tuple[str, ...]
    page: int | None
    start: int
    end: int
    quote: str
    document_number: str | None = None
    document_date: date | None = None
    document_period: tuple[int, int] | None = None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know beside the answer; `markers` name the citations it speaks of."""

    kind: NoticeKind
    message: str
    markers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, in the form of the HTTP contract.

    `text` holds a `[n]` for every citation and no other; `facts` are plain mappings with `kind` and `markers`; `resolved_question` is the question
    as understood once the conversation before it is taken in. `timings_ms` are milliseconds by stage. `confidence` is the score of the evidence (0 to
    1), None of refusals: for operators who look where answers are weak, not for readers, whom it would tell of a certainty that it does not measure.
    """

    status: Status
    text: str
    reason: Reason | None = None
    language: str = "zh"
    citations: tuple[Citation, ...] = ()
    facts: tuple[Mapping[str, Any], ...] = ()
    notices: tuple[Notice, ...] = ()
    suggestions: tuple[str, ...] = ()
    answered_by: str = EXTRACTIVE
    resolved_question: str = ""
    as_of: date | None = None
    generation: str = ""
    answer_id: str = ""
    conversation_id: str = ""
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    confidence: float | None = None

    @property
    def by_model(self) -> bool:
        """Whether a model wrote the text, which is Markdown then."""
        return self.answered_by != EXTRACTIVE


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a conversation as stored: what was asked, how it was understood, and what was answered."""

    question: str
    answer: Answer
