"""How two things differ that a document defines: 中心渔港和专用渔港有什么区别."""

import re

from assistant.composers.prose.definitions import MAX_DEFINITION, Definition, find_definition
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence

_ASKED = re.compile(
    r"(?P<first>[^，,。？、]{2,24}?)(?:和|与|跟|同)(?P<second>[^，,。？、]{2,20}?)(?:之间)?(?:到底|究竟)?"
    r"(?:(?:的|有(?:什么|啥|何|哪些))?(?:区别|不同|差别|不一样)|怎么(?:区分|区别)|(?:是不是|是)一(?:回事|样))"
)
SAYS = 1.2
"""Score of two definitions: nothing tells two things better apart."""


def compose_two_definitions(evidence: Evidence) -> Draft | None:
    """What a document says of each of two things that the question wants told apart, where it says of both what they are."""
    asked = _ASKED.search(evidence.question.text)
    if asked is None:
        return None
    found = [find_definition(evidence.beside(f"{asked[side]}是指什么？")) for side in ("first", "second")]
    told = [one for one in found if one and len(one.span) <= MAX_DEFINITION]
    if len(told) < 2 or told[0].span == told[1].span:
        return None
    return Draft(tuple(_statement(one) for one in told), SAYS, subject=told[0].name)


def _statement(one: Definition) -> Statement:
    return Statement(one.span.of(one.document.text).rstrip("；。") + "。", (Source(one.document.id, one.span),))
