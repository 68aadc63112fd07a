"""Whether every quote is the document's own characters at the place it names."""

from eval.case import Case
from eval.reply import Recording
from eval.scorers.score import Score


def score_span_integrity(_case: Case, recording: Recording) -> Score:
    """The share of citations whose quote is exact; unscored for a reply without citations."""
    citations = recording.reply.citations
    if not citations:
        return Score(None)
    broken = broken_markers(recording)
    return Score(1 - len(broken) / len(citations), f"not the document's characters: {', '.join(broken)}" if broken else "")


def broken_markers(recording: Recording) -> list[str]:
    """The markers whose quote is empty, differs from the document, or whose document could not be had."""
    pairs = zip(recording.reply.citations, recording.places, strict=True)
    return [f"[{citation.marker}]" for citation, place in pairs if not citation.quote or place is None or place.found != citation.quote]
