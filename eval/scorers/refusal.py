"""Whether a reply answers where the documents do, and refuses where they do not."""

from eval.case import Case
from eval.reply import Recording
from eval.scorers.score import Score


def score_refusal(case: Case, recording: Recording) -> Score:
    """1 when answering or refusing was the right choice, whatever the answer; unscored where no reply of the contract came."""
    reply = recording.reply
    if not (reply.answered or reply.refused):
        return Score(None, f"status {reply.status or 'missing'}")
    if reply.answered == case.answerable:
        return Score(1.0)
    return Score(
        0.0, f"refused: {reply.status}, {reply.reason or 'no reason given'}" if case.answerable else f"not refused: {reply.status}"
    )
