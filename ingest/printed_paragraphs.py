"""How long a paragraph may be: what has no end is parted, so that no rule has to look at more than a few pages at once."""

from collections.abc import Iterator

MAX_PARAGRAPH = 4_000
"""Characters; the longest paragraphs of policies have a thousand."""
_ENDS = "。！？；"


def source_lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The lines of text[start:end], each with where it starts.

    One that is longer than MAX_PARAGRAPH comes in parts: as a rule with no fewer than half as many characters, up to the end of a sentence.
    """
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        while stop - start > MAX_PARAGRAPH:
            half = start + MAX_PARAGRAPH // 2
            cut = max(text.rfind(mark, half, start + MAX_PARAGRAPH) for mark in _ENDS)
            part = cut + 1 if cut >= 0 else start + MAX_PARAGRAPH
            yield start, text[start:part]
            start = part
        yield start, text[start:stop]
        start = stop + 1
