"""Whether every figure of an answer stands in what it cites."""

from eval.case import Case
from eval.reply import Recording, Reply
from eval.scorers.score import Score
from eval.wording import figures_in, normalize, without_markers


def score_supported_figures(_case: Case, recording: Recording) -> Score:
    """1 when each figure of two or more characters stands in a quote, title, section or derived fact; unscored without an answer."""
    if not recording.reply.answered:
        return Score(None)
    unsupported = unsupported_figures(recording.reply)
    return Score(0.0 if unsupported else 1.0, f"without support: {', '.join(unsupported)}" if unsupported else "")


def unsupported_figures(reply: Reply) -> list[str]:
    """The figures of the answer that nothing backs, sorted; one-digit figures are let pass, they number lists."""
    known = {str(citation.marker) for citation in reply.citations}
    stated = figures_in(normalize(without_markers(reply.answer, known)))
    return sorted(figure for figure in stated - figures_in(_backing(reply)) if len(figure) > 1)


def _backing(reply: Reply) -> str:
    quotes = "".join(normalize(citation.quote) for citation in reply.citations)
    headings = " ".join(citation.document_title + " ".join(citation.section) for citation in reply.citations)
    derived = " ".join(str(fact.get("value")) for fact in reply.facts if fact.get("kind") == "derived")
    return quotes + normalize(headings) + normalize(derived)
