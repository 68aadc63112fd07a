"""One file may hold several documents, such as a notice with the plans it issues."""

import re
from collections.abc import Sequence

from corpus.language.numbering import numbering_of
from corpus.language.titles import ends_like_title
from ingest.layout import Line

_ATTACHMENT = re.compile(r"\s*附[表件录]")
_MIN_LINES = 5


def split_documents(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each document, in order. A new one starts at a top-level heading that reads like a title of its own."""
    starts = [0]
    for index, line in enumerate(lines):
        if index - starts[-1] >= _MIN_LINES and line.hashes == 1 and _is_title(line.text):
            starts.append(index)
    return tuple(tuple(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True))


def _is_title(text: str) -> bool:
    return ends_like_title(text) and not numbering_of(text) and not _ATTACHMENT.match(text)
