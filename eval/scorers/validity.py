"""Whether a reply keeps the form of the contract: a known status, and markers that resolve."""

from eval.case import Case
from eval.reply import Recording, Reply
from eval.scorers.score import Score, verdict
from eval.wording import markers_in


def score_validity(_case: Case, recording: Recording) -> Score:
    """1 when status and markers are as the contract wants them."""
    return verdict(contract_faults(recording.reply))


def contract_faults(reply: Reply) -> list[str]:
    """What is wrong with the form of a reply; empty when nothing is."""
    markers = [str(citation.marker) for citation in reply.citations]
    faults = []
    if not (reply.answered or reply.refused):
        faults.append(f"status {reply.status or 'missing'} is not in the contract")
    if len(set(markers)) < len(markers):
        faults.append("two citations share a marker")
    if dangling := sorted(markers_in(reply.answer) - set(markers)):
        faults.append(f"markers without a citation: {', '.join(dangling)}")
    return faults
