"""Whose figure a clause tells that goes on from the one before it: 新建车站12座，平均站间距6.1km."""

import re

from assistant.evidence import Evidence, Scored
from corpus.language.sentences import segments_of
from corpus.model.facts import Target
from corpus.model.span import Span

_TIME_ALONE = re.compile(r"(?:[到至]|截[至止])?(?:\d{4}年[底末]?前?)?[，,、\s]*")
"""What stands before a clause that goes on from none: nothing, or when."""


def goes_on_from_another(evidence: Evidence, item: Scored[Target]) -> bool:
    """Whether the clause goes on from one of which the question says nothing: 平均站间距6.1km, of other stations than those asked for.

    Where the question names whose figure it is, the clauses between that and the figure are not what it goes on from.
    """
    target, text = item.item, item.document.text
    if target.subject in target.statement or evidence.matcher.terms_in(_owner(target)):
        return False
    line = Span(text.rfind("\n", 0, target.span.start) + 1, target.span.end)
    segment = next((span for span in segments_of(text, line) if span.contains(target.span)), target.span)
    before = text[segment.start : target.span.start]
    return not _TIME_ALONE.fullmatch(before) and not evidence.matcher.terms_in(before)


def _owner(target: Target) -> str:
    """What the name of the figure has besides the words of its own clause: 企业征信平台 of 企业征信平台合作金融机构数量; nothing where that has no word of it."""
    own = next((at for at in range(len(target.subject) - 1) if target.subject[at:] in target.statement), 0)
    return target.subject[:own]
