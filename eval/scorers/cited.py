"""Whether the citations of a reply prove the gold answer, and are few and short."""

from eval.case import Case, Evidence
from eval.reply import Recording
from eval.scorers.score import Score, verdict
from eval.scorers.validity import contract_faults
from eval.wording import normalize

MOST_QUOTES = 6
MOST_QUOTES_LONG_FORM = 20
LONGEST_QUOTE = 260
LEAST_OVERLAP = 4
OVERLAP_SHARE = 0.6
EVIDENCE_SHARE = 0.5


def score_cited(case: Case, recording: Recording) -> Score:
    """1 when at least half of the evidence overlaps the quotes or their near context; unscored where there is nothing to prove."""
    if not case.answerable:
        return Score(None)
    citations = recording.reply.citations
    quotes = [normalize(citation.quote) for citation in citations]
    surroundings = [normalize(place.context) for place in recording.places if place is not None] or quotes
    uncovered = [evidence.quote for evidence in case.evidence if not _covered(evidence, surroundings)]
    faults = []
    if len(case.evidence) - len(uncovered) < EVIDENCE_SHARE * len(case.evidence):
        faults += [f"not cited: {quote}" for quote in uncovered]
    most = MOST_QUOTES_LONG_FORM if case.long_form else MOST_QUOTES
    if len(citations) > most:
        faults.append(f"{len(citations)} quotes, at most {most} allowed")
    faults += [f"quote of {len(quote)} characters, at most {LONGEST_QUOTE} allowed" for quote in quotes if len(quote) > LONGEST_QUOTE]
    return verdict(faults + contract_faults(recording.reply))


def _covered(evidence: Evidence, texts: list[str]) -> bool:
    """Whether a text shares 60 % of the evidence's longest cell (but at least 4 characters) in one piece."""
    cell = max(map(normalize, evidence.quote.split("\t")), key=len)
    needed = min(len(cell), max(LEAST_OVERLAP, int(len(cell) * OVERLAP_SHARE)))
    pieces = [cell[start : start + needed] for start in range(len(cell) - needed + 1)]
    return any(piece in text for text in texts for piece in pieces)
