"""Corrections of wrong facts: proposed with their source by one person, decided on by an admin, made in the next generation."""

from collections.abc import Mapping
from typing import Any, Literal

from assistant.publishing.editor import Editor
from assistant.store.fact_corrections import ReviewedCorrection, fact_correction, keep_fact_correction, review_fact_correction
from corpus.amendments import FactCorrection
from corpus.errors import CorrectionError
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_schema import fact_kind
from ingest.fact_corrections import CORRECTABLE, corrected_fact, stated_fields

LONGEST_EVIDENCE = 400
"""Characters of the words that prove a correction: a sentence or some cells, not a page."""
LONGEST_NOTE = 2000
Verdict = Literal["approved", "rejected", "revoked"]


def propose_correction(
    editor: Editor, fact_id: str, fields: Mapping[str, Any] | None, *, note: str, evidence: str = ""
) -> ReviewedCorrection:
    """Propose that the fact `fact_id` of the current generation reads as `fields` say, or is no fact (None).

    `evidence` are the words of its document that hold what is corrected; empty where the fact's own words do. Raises NotFoundError for a fact
    there is not, and CorrectionError when a field cannot be corrected, nothing would change, the note is missing, or the words do not prove it.
    """
    if not note.strip() or len(note) > LONGEST_NOTE:
        raise CorrectionError(f"Say in a note of up to {LONGEST_NOTE} characters why the fact is wrong: whoever reviews it needs to know.")
    if len(evidence) > LONGEST_EVIDENCE:
        raise CorrectionError(f"The source is longer than {LONGEST_EVIDENCE} characters: quote only the words that hold what is corrected.")
    with Generations(editor.settings.data_dir) as generations, generations.lease("internal") as knowledge:
        fact = knowledge.fact(fact_id)
        document = knowledge.document(fact.document_id)
        stated = stated_fields(fact)
        changed = {name: value for name, value in (fields or {}).items() if name not in stated or stated[name] != value}
        if fields is not None and not changed:
            raise CorrectionError(f"Nothing would change: give other values for {', '.join(CORRECTABLE[fact_kind(fact)])}.")
        quote = fact.span.of(document.text)
        correction = FactCorrection("", document.source_file, fact_kind(fact), quote, stated, changed, evidence.strip())
        corrected_fact(document, fact, correction)
    kept = keep_fact_correction(editor.database, correction, note.strip(), editor.name)
    editor.note("propose_correction", document.source_file, correction=kept.correction.id, fact=fact_id)
    return kept


def review_correction(editor: Editor, identifier: str, verdict: Verdict, note: str | None = None) -> ReviewedCorrection:
    """Approve or reject a proposal, or revoke an approved one; it holds from the next publication on.

    Raises NotFoundError, and CorrectionError when it was reviewed already or by whoever proposed it.
    """
    proposed = fact_correction(editor.database, identifier)
    if verdict == "approved" and proposed.proposer == editor.name:
        raise CorrectionError("Whoever proposed a correction cannot approve it: another admin has to look at it.")
    reviewed = review_fact_correction(editor.database, identifier, verdict, editor.name, note)
    editor.note("review_correction", reviewed.correction.file, correction=identifier, verdict=verdict)
    return reviewed
