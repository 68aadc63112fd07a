"""Wrapped text: lines that end where the page was full, not where a sentence or a paragraph does, as of mail and old text files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.language.numbering import numbering_of
from corpus.language.titles import ends_like_title

TERMINATED = re.compile(r"[。！？；：!?;:…][”’」』）)》】\"'\s]*$|[）)》】]$")
_SENTENCE_END = re.compile(r"[。！？!?][”’」』）)\s]*$")
_WORD = re.compile(r"[0-9A-Za-z.,%+-]*")
_CITED = re.compile(
    r"第(?:[一二三四五六七八九十百零〇]+|\d+)[条章节](?=第|规定|所|的|、|和|或|及|与|至|，)|"
    r"[（(][一二三四五六七八九十]+[）)]\s*(?:项|目|、|和|或|至)"
)
"""An article or item that a sentence speaks of; one that begins is followed by its own words."""
_REMARK = re.compile(r"(?:^|[。；])[（(][^（）()]*[）)]$")
SHORT_LINE = 20
"""A line below this many characters that ends without punctuation stands alone (an issuer, a heading), it was not cut off."""
MAX_WIDTH = 60
"""The most characters of a line that was wrapped; longer lines are paragraphs."""
FULL = 0.85
"""From this share of the width on a line is taken as full: a word, a figure or a mark of punctuation may go to the next line whole."""
TIGHT = 0.93
"""The share from which on even a line that reads like a heading is taken as cut."""
ROUGH = 0.6
"""The share from which on a sentence is taken as cut, where lines are broken by hand and not at one width."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as the file has it: its characters, whether it is set in from the margin, and whether a blank line stands above.

    `full` tells whether it ends for want of room; None where the file does not tell the places of characters. `column` is where its first
    character stands, a Chinese character counting two.
    """

    text: str
    indented: bool = False
    blank_before: bool = False
    full: bool | None = None
    column: int = 0


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The `width` at which a file breaks its lines, and whether it sets in the first line of a paragraph."""

    width: int
    indents: bool

    def goes_on(self, paragraph: str, above: Printed, below: Printed) -> bool:
        """Whether `below` goes on with `paragraph`, the last line of which is `above`."""
        if above.full is not None:
            return self._goes_on_measured(paragraph, above, below, full=above.full)
        if below.blank_before or (self.indents and below.indented):
            return (
                not below.indented and TERMINATED.search(paragraph) is None and self._is_full(above, below) and _is_plain(paragraph, below)
            )
        terminated = TERMINATED.search(paragraph) is not None and not (paragraph.endswith("》") and _is_prose(paragraph))
        if numbering_of(below.text) and not (_CITED.match(below.text) and not terminated):
            return False
        if terminated:
            return self._goes_on_behind_mark(paragraph, above)
        if ends_like_title(paragraph) and not _is_prose(paragraph):
            return False
        share = len(above.text) / self.width
        if self.indents or _is_prose(paragraph):
            return self._is_full(above, below) or share >= ROUGH
        return share >= TIGHT if numbering_of(paragraph) else self._is_full(above, below)

    def _goes_on_measured(self, paragraph: str, above: Printed, below: Printed, *, full: bool) -> bool:
        """Whether `below` goes on with a line of which is known whether it ends for want of room; the rest of an item may hang below its words."""
        if full and above.indented and below.column > above.column and not (below.blank_before or numbering_of(below.text)):
            return TERMINATED.search(paragraph) is None
        if below.blank_before or (self.indents and below.indented):
            return False
        ended = TERMINATED.search(paragraph) is not None
        if numbering_of(below.text) and ended:
            return False
        if not full:
            return self.indents and not ended and not numbering_of(below.text) and _is_prose(paragraph)
        return self.indents or _SENTENCE_END.search(paragraph) is None

    def _is_full(self, above: Printed, below: Printed) -> bool:
        word = _WORD.match(below.text)
        return len(above.text) + (word.end() if word else 0) >= FULL * self.width

    def _goes_on_behind_mark(self, paragraph: str, above: Printed) -> bool:
        """Behind a mark at the end of a line only the margin, or a line without any room left, tells that the paragraph goes on."""
        if paragraph.endswith(("：", ":")) or _REMARK.search(paragraph):
            return False
        if self.indents:
            return len(above.text) + 2 * above.indented >= 0.7 * self.width
        return _SENTENCE_END.search(paragraph) is None and len(above.text) >= TIGHT * self.width


def wrapping_of(lines: Sequence[Printed]) -> Wrapping | None:
    """How `lines` are wrapped; None where a line is a whole paragraph, a heading or a cell, and nothing tells where the page was full."""
    widths = sorted(len(line.text) for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    measured = any(line.full is not None for line in lines)
    if not measured and not SHORT_LINE <= width <= MAX_WIDTH:
        return None
    pairs = list(pairwise(lines))
    first = [below.indented for above, below in pairs if _SENTENCE_END.search(above.text) or below.blank_before]
    indents = sum(first) >= 0.4 * max(1, len(first))
    if measured:
        return Wrapping(width, indents)
    full = [(above, below) for above, below in pairs if FULL * width <= len(above.text) <= 1.15 * width]
    cut = sum(_is_cut(above, below, indents=indents) for above, below in full)
    ended = sum(_SENTENCE_END.search(line.text) is not None for line in lines)
    longer = sum(len(line.text) > 1.15 * width for line in lines)
    is_cut = cut >= 0.5 * len(full) >= 0.08 * len(lines) and ended >= 0.1 * len(lines) and longer <= 0.05 * len(lines)
    is_even = len(full) >= 0.4 * len(lines) and sum(line.blank_before for line in lines) < 0.5 * len(lines)
    return Wrapping(width, indents) if is_cut or is_even else None


def _is_cut(above: Printed, below: Printed, *, indents: bool) -> bool:
    """Whether a full line seems to end in the midst of a paragraph: without a mark, or above a line that is not set in where others are."""
    return TERMINATED.search(above.text) is None or (indents and not below.indented and not below.blank_before)


def _is_prose(paragraph: str) -> bool:
    """Whether it is no heading: what has punctuation is none, and an article is text from its first word on."""
    return re.search(r"[，；。]", paragraph) is not None or re.match(r"第[^章节编]{1,6}条", paragraph) is not None


def _is_plain(paragraph: str, below: Printed) -> bool:
    return numbering_of(paragraph) is None and numbering_of(below.text) is None and not ends_like_title(paragraph)
