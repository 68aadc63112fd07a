"""The plans of a series that a notice issues together and counts in its title (“1+4”行动计划), as questions speak of them: “1+4”里的那个“1”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.language.places import place_name

_MARK = r"[“”\"‘’]?"
_SPOKEN_OF = re.compile(
    rf"{_MARK}(?P<first>\d{{1,2}})\+(?P<rest>\d{{1,2}}){_MARK}(?:行动计划|计划|体系|文件|方案)?(?:里面?|之?中|当中|的)+[那这]?(?:个|份)?的?"
    rf"(?:{_MARK}(?P<which>\d{{1,2}})(?![\d年月项个家%+.]){_MARK}|(?P<leader>打头|领头|开头|排头)的?)(?:的|[那这]?(?:份|个))*(?:行动计划|计划|方案)?"
)
_PERIOD = re.compile(r"[（(][^（）()]*[）)]\s*$")


@dataclass(frozen=True, slots=True)
class PartOfSeries:
    """The plans that text[start:end] means, in the order of the notice."""

    plans: Sequence[DocumentSummary]
    start: int
    end: int


def part_of_series(text: str, documents: Sequence[DocumentSummary]) -> PartOfSeries | None:
    """The plans that `text` means by their place in a series that a notice held here counts in its title."""
    spoken = _SPOKEN_OF.search(text)
    if spoken is None:
        return None
    first, rest = int(spoken["first"]), int(spoken["rest"])
    which = first if spoken["leader"] else int(spoken["which"])
    for place, notice in enumerate(documents):
        if notice.metadata.kind != "notice" or f"{first}+{rest}" not in notice.metadata.title or which not in (first, rest):
            continue
        issued = _issued_with(notice, documents[place + 1 :])
        if len(issued) == first + rest:
            return PartOfSeries(issued[:first] if which == first else issued[first:], spoken.start(), spoken.end())
    return None


def _issued_with(notice: DocumentSummary, after: Sequence[DocumentSummary]) -> Sequence[DocumentSummary]:
    """The documents right after the notice that came in the same file."""
    return list(takewhile(lambda one: one.source_file == notice.source_file, after))


def with_title_of_series(text: str, documents: Sequence[DocumentSummary]) -> str:
    """`text` with the title of the one plan that it means by its place in a series, without place and period."""
    part = part_of_series(text, documents)
    if part is None or len(part.plans) != 1:
        return text
    metadata = part.plans[0].metadata
    title = _PERIOD.sub("", metadata.title)
    if metadata.region:
        title = title.removeprefix(metadata.region).removeprefix(place_name(metadata.region))
    return text[: part.start] + title + text[part.end :]
