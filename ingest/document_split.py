"""One file may hold several documents, such as a notice with the plans it issues."""

import re
from collections.abc import Sequence

from corpus.language.numbering import numbering_of
from corpus.language.titles import ends_like_title
from ingest.layout import Line

_ATTACHMENT = re.compile(r"\s*附[表件录]")
_MIN_LINES = 5
_BODY = re.compile(r"[。；：:]\s*$")
_ANNOUNCEMENT = re.compile(r"[\u4e00-\u9fff]{4,30}(?:公告|令)(?:\s*[（(〔]?\s*第?\s*[\d一二三四五六七八九十百]+\s*号[）)〕]?)?")
_REGULATION = re.compile(r"(?:条例|办法|规定|规则|细则)(?:[（(][^（）()]{1,24}[）)])?\s*$")
MAX_ANNOUNCEMENT = 12
"""Lines of an announcement that puts a regulation in force, at the most; the two are one document."""


def split_documents(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each document, in order. A new one starts at a top-level heading that reads like a title of its own.

    Above it the document before must have said something: letterheads and what a site prints above a title belong to the title, and the
    announcement of a regulation to the regulation.
    """
    starts = [0]
    for index, line in enumerate(lines):
        if index - starts[-1] < _MIN_LINES or line.hashes != 1 or not _is_title(line.text):
            continue
        above = lines[starts[-1] : index]
        if any(map(_is_body, above)) and not (_REGULATION.search(line.text) and _announces(above)):
            starts.append(index)
    return tuple(tuple(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True))


def _is_title(text: str) -> bool:
    return ends_like_title(text) and not numbering_of(text) and not _ATTACHMENT.match(text)


def _is_body(line: Line) -> bool:
    return line.is_row or _BODY.search(line.text) is not None or numbering_of(line.text) is not None


def _announces(above: Sequence[Line]) -> bool:
    """Whether `above` is only the announcement of a regulation: an order with its number, a sentence, a signature."""
    return len(above) <= MAX_ANNOUNCEMENT and any(_ANNOUNCEMENT.fullmatch("".join(line.text.split())) for line in above)
