"""The attachments that a document names at its foot: 附件：1.… 2.… (GB/T 9704-2012, 7.3.4)."""

import re
from collections.abc import Iterator, Sequence

from ingest.canonical import PlacedLine

_LABEL = re.compile(r"附\s*件\s*[：:]\s*(?=\S)")
_NUMBER = re.compile(r"(?:^|(?<=[^\d.．、\s]))\s*(\d{1,2})\s*(?:[.．]\s*(?!\d)|[.．]\s*(?=(?:19|20)\d{2}年)|、\s*)(?=\S)")
_ENDING = "；;，, 。"
MAX_NAME = 100
"""The longest name in characters; what is longer is a sentence."""


def attachments_named(lines: Sequence[PlacedLine]) -> tuple[str, ...]:
    """The names behind the first 附件： that lists any, without numbers; a list may go on in the lines below, or in the same line."""
    for index, line in enumerate(lines):
        label = None if line.line.is_row else _LABEL.match(line.text)
        names = tuple(_names(line.text[label.end() :], lines[index + 1 :])) if label else ()
        if names:
            return names
    return ()


def _names(text: str, below: Sequence[PlacedLine]) -> Iterator[str]:
    if not (opening := _NUMBER.match(text)) or opening[1] != "1":
        yield from filter(_is_name, [text.strip().rstrip(_ENDING)])
        return
    number = 0
    for line in (text, *(other.text for other in below)):
        numbers = _NUMBER.finditer(line)
        cuts = [match for place, match in enumerate(numbers) if int(match[1]) == number + place + 1]
        if not cuts or cuts[0].start():
            return
        for match, end in zip(cuts, [*(other.start() for other in cuts[1:]), len(line)], strict=True):
            name = line[match.end() : end].strip().rstrip(_ENDING)
            if not _is_name(name):
                return
            number += 1
            yield name


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= MAX_NAME and "。" not in name and re.search(r"[\u4e00-\u9fffA-Za-z]{2}", name) is not None
