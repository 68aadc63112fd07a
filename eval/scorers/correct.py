"""Whether a reply is right: every answer group hit, nothing forbidden, short enough; or a refusal where there is no answer."""

from eval.case import Case
from eval.reply import Recording, Reply
from eval.scorers.score import Score, verdict
from eval.wording import normalize, stands_in, without_markers

LONGEST = 450
LONGEST_LONG_FORM = 900


def graded_text(reply: Reply) -> str:
    """The normalised answer without its markers: what gold strings are looked for in, and what the length is counted on."""
    return normalize(without_markers(reply.answer, {str(citation.marker) for citation in reply.citations}))


def score_correct(case: Case, recording: Recording) -> Score:
    """1 when the reply is right. An answerable case wants an answer, any other a refusal."""
    reply, text = recording.reply, graded_text(recording.reply)
    faults = []
    if not (reply.answered if case.answerable else reply.refused):
        faults.append(f"status {reply.status or 'missing'}")
    if case.answerable:
        faults += [f"missing {' / '.join(group)}" for group in case.answer_groups if not any(stands_in(gold, text) for gold in group)]
        longest = LONGEST_LONG_FORM if case.long_form else LONGEST
        if len(text) > longest:
            faults.append(f"{len(text)} characters, at most {longest} allowed")
    faults += [f"forbidden {gold}" for gold in case.forbidden if stands_in(gold, text)]
    return verdict(faults)
