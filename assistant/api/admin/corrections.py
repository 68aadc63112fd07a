"""/api/admin/corrections: facts that were read wrongly. Staff propose how one reads, an admin decides, and the next ingest makes it so."""

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter
from pydantic import Field

from assistant.api.admin.editors import CurrentAdmin, CurrentEditor
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.publishing.fact_corrections import LONGEST_EVIDENCE, LONGEST_NOTE, Verdict, propose_correction, review_correction
from assistant.store.fact_corrections import ReviewedCorrection, ReviewState, fact_corrections
from corpus.errors import CorrectionError
from corpus.model.facts import FactKind

router = APIRouter(prefix="/api/admin/corrections")


class ProposalBody(Body):
    """A fact by its id, with the words that stated it when it was looked at, and how it reads; `fields` null: it is no fact.

    `evidence` are the words of the document that hold what is corrected, "" where the fact's own words do; `note` says why.
    """

    fact_id: str = Field(max_length=200)
    quote: str = Field(max_length=50_000)
    fields: dict[str, Any] | None
    evidence: str = Field(default="", max_length=LONGEST_EVIDENCE)
    note: str = Field(min_length=1, max_length=LONGEST_NOTE)


class VerdictBody(Body):
    """What an admin decides: approved and rejected are for proposals, revoked is for what was approved."""

    verdict: Verdict
    note: str | None = Field(default=None, max_length=LONGEST_NOTE)


class FactCorrectionBody(Body):
    """A correction: `stated` is how the fact was read, `fields` how it reads, {} where it is no fact, `quote` and `evidence` are words of the document."""

    id: str
    file: str
    kind: FactKind
    quote: str
    stated: dict[str, Any]
    fields: dict[str, Any]
    evidence: str
    note: str
    proposer: str
    proposed_at: datetime
    state: ReviewState
    reviewer: str | None
    reviewed_at: datetime | None
    review_note: str | None


class FactCorrectionsBody(Body):
    """Corrections, the last one proposed first."""

    corrections: list[FactCorrectionBody]


@router.get("")
def list_corrections(_: CurrentEditor, session: CurrentSession, state: ReviewState | None = None) -> FactCorrectionsBody:
    """All corrections, or those of one state."""
    found = fact_corrections(session.database, state)
    return FactCorrectionsBody(corrections=[_body(each) for each in reversed(found)])


@router.post("", status_code=201)
def propose(body: ProposalBody, editor: CurrentEditor, session: CurrentSession) -> FactCorrectionBody:
    """Propose how a fact reads."""
    with session.knowledge() as knowledge:
        fact = knowledge.fact(body.fact_id)
        if fact.span.of(knowledge.text(fact.document_id)) != body.quote:
            raise CorrectionError("The document was read anew since: open it again and correct the fact there.")
    return _body(propose_correction(editor, body.fact_id, body.fields, note=body.note, evidence=body.evidence))


@router.post("/{correction_id}/review")
def review(correction_id: str, body: VerdictBody, editor: CurrentAdmin) -> FactCorrectionBody:
    """Decide on a correction; it holds from the next ingest on."""
    return _body(review_correction(editor, correction_id, body.verdict, body.note))


def _body(reviewed: ReviewedCorrection) -> FactCorrectionBody:
    correction = reviewed.correction
    return FactCorrectionBody(
        id=correction.id,
        file=correction.file,
        kind=correction.kind,
        quote=correction.quote,
        stated=dict(correction.stated),
        fields=dict(correction.fields),
        evidence=correction.evidence,
        note=reviewed.note,
        proposer=reviewed.proposer,
        proposed_at=reviewed.proposed_at.replace(tzinfo=UTC),
        state=reviewed.state,
        reviewer=reviewed.reviewer,
        reviewed_at=reviewed.reviewed_at.replace(tzinfo=UTC) if reviewed.reviewed_at else None,
        review_note=reviewed.review_note,
    )
