"""The full names of indicators that a place calls by the end of their name: 核心产业规模 where its paragraph says 人工智能核心产业规模 before."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from corpus.language.indicators import indicator_name
from corpus.model.facts import Target
from ingest.conflicts.stated import Stated

SHORTEST, SHORTEST_REST = 4, 3
"""Characters of the end of a name from which it may stand for the whole, and of what it leaves out: 农村 stands everywhere."""
_MARKS = re.compile(r"[\W_]")
_KIND_OF = re.compile(r"国家|省|市|区|县|镇|乡|级|重点|主要|新|规模?以?上|其中|部分|首批|第|一|二|三|每|人均|平均|净|总")
"""What tells one kind of a thing from all of it: 国家级孵化器 is no other name of 孵化器."""


def full_names(targets: Iterable[Stated[Target]]) -> Mapping[str, str]:
    """The full name of an indicator by the id of each target that gives only the end of it.

    The name must stand in full elsewhere in the document, and what is left out in the headings above the place or before it in its paragraph.
    """
    known: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    told = tuple(targets)
    for target in told:
        known[(target.document.id, target.fact.unit)].add(indicator_name(target.fact.subject))
    found: dict[str, str] = {}
    for target in told:
        name = indicator_name(target.fact.subject)
        longer = {other for other in known[(target.document.id, target.fact.unit)] if other != name and other.endswith(name)}
        if len(name) < SHORTEST or not longer:
            continue
        around = _around(target)
        meant = {other for other in longer if _left_out(other, name) and other.removesuffix(name) in around}
        if len(meant) == 1:
            found[target.id] = meant.pop()
    return found


def _left_out(full: str, name: str) -> bool:
    rest = full.removesuffix(name)
    return len(rest) >= SHORTEST_REST and not _KIND_OF.search(rest)


def _around(target: Stated[Target]) -> str:
    """The headings above a place and its paragraph up to it, without marks."""
    text, start = target.document.text, target.fact.span.start
    paragraph = text[text.rfind("\n", 0, start) + 1 : start]
    return _MARKS.sub("", unicodedata.normalize("NFKC", " ".join((*target.fact.path[-2:], paragraph))))
