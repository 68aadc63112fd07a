"""Questions that may follow an answer, each about what the answer was about."""

from assistant.draft import Draft
from assistant.phrases import phrase
from assistant.question import Question

_FOLLOWING = {
    "scenario": ("next_progress", "next_period", "next_data"),
    "responsibility": ("next_targets", "next_policies"),
    "target": ("next_owner",),
}


def follow_up_suggestions(draft: Draft, question: Question) -> tuple[str, ...]:
    """Up to three questions on the same subject that the answer has not answered yet."""
    kinds = [str(fact.values.get("kind")) for fact in draft.facts]
    names = next((_FOLLOWING[kind] for kind in kinds if kind in _FOLLOWING), ())
    if not draft.subject or len(draft.subject) > 40:
        return ()
    wordings = (phrase(name, question.language, subject=draft.subject.strip("“”")) for name in names)
    return tuple(wording for wording in wordings if wording != question.text)[:3]
