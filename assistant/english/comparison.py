"""An English question that sets two things against each other, in the parts of which Chinese makes its own: 甲和乙哪个结束得晚."""

import re
from typing import NamedTuple

_MORE = {
    **dict.fromkeys(("larger", "bigger", "greater", "higher", "more"), "更大"),
    **dict.fromkeys(("smaller", "lower", "less", "fewer"), "更小"),
}
_LATER = {**dict.fromkeys(("later", "last"), "晚"), **dict.fromkeys(("earlier", "sooner", "first"), "早")}
_OF_TWO = re.compile(
    rf"^\s*which\b(?P<of>[^:;,?]*?)\b(?P<more>{'|'.join((*_MORE, *_LATER))})\b(?P<what>[^:;,?]*)[:,]\s*(?P<first>[^?;]+?),?\s+or\s+(?P<second>[^?;]+?)\s*\??$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:start|begin|launch|open)", re.IGNORECASE)
_OF_TIME = re.compile(r"\b(?:end|start|begin|finish|complet|launch|open|due|date|time|deadline|last|clos)", re.IGNORECASE)


class OfTwo(NamedTuple):
    """The two things in English, what of them is compared (empty for themselves, or for their times), and how Chinese asks it."""

    first: str
    second: str
    what: str
    asked: str


def set_against(text: str) -> OfTwo | None:
    """The parts of `text` where it asks which of two is the later, or the larger; None where it asks something else."""
    match = _OF_TWO.match(text)
    if match is None:
        return None
    more, around = match["more"].lower(), f"{match['of']} {match['what']}"
    if more in _LATER:
        event = "开始" if _BEGINS.search(around) else "结束"
        return OfTwo(match["first"], match["second"], "", f"哪个{event}得{_LATER[more]}") if _OF_TIME.search(f"{around} {more}") else None
    return OfTwo(match["first"], match["second"], match["what"].strip(), f"哪个{_MORE[more]}")
