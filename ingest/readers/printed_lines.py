"""Lines of print: from characters with their places to pieces of text that stand in one line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.fragment import is_chinese
from ingest.readers.printed_page import Glyph

CLOSING = "，。、；：！？）》”’】〕"
"""Marks that begin no line; for want of room they may hang beyond the margin."""
_FIRST_WORD = re.compile(rf"(?:[!-~]+|.)[{CLOSING}]*")
_BODY = re.compile(r"(?:局|委|办|厅|部|院|会|社|府|集团|公司|中心)$")
_NEXT_BODY = re.compile(r"[市省区县各]")
"""How the next name in a list of public bodies begins; between those that stand below each other in a cell there is often no mark."""
LEVEL = 0.5
"""How far from the middle of a line, in its height, the middle of a character of it may be."""
GAP = 1.25
"""The width of a gap (Chinese characters) that parts a line into pieces."""
WORD_GAP = 0.2
"""The width of a gap that parts Latin words, and of a space between any others."""
WIDE_GAP = 0.8
"""The width of a gap that parts words without a space."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a wide gap in the line that counts `line` from the top; `size` is what a Chinese character takes in it.

    `bold` is set where all of it is.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    line: int = 0
    bold: bool = False


def printed_pieces(glyphs: Sequence[Glyph]) -> list[Piece]:
    """The pieces of text that `glyphs` make up, from top to bottom and from left to right."""
    pieces: list[Piece] = []
    for number, line in enumerate(_lines(glyphs)):
        size = median(glyph.size for glyph in line)
        pieces.extend(_piece(part, number) for part in _parts(line, GAP * size))
    return [piece for piece in pieces if piece.text]


def cell_lines(glyphs: Sequence[Glyph], width: float) -> tuple[str, ...]:
    """The lines of a cell that is `width` wide; where the next word had no room, its line was wrapped and goes on."""
    lines = [_piece(line, 0) for line in _lines(glyphs)]
    joined: list[str] = []
    above: Piece | None = None
    for line in (line for line in lines if line.text):
        listed = above is not None and _BODY.search(above.text) is not None and _NEXT_BODY.match(line.text) is not None
        if above is not None and not listed and width - (above.right - above.left) < first_word(line) + 2 * above.size:
            joined[-1] += (" " if re.search("[A-Za-z]$", joined[-1]) and re.match("[A-Za-z]", line.text) else "") + line.text
        else:
            joined.append(line.text)
        above = line
    return tuple(joined)


def first_word(piece: Piece) -> float:
    """The width of what stands in `piece` before it could be wrapped: a Latin word, or a character, with the marks that begin no line."""
    match = _FIRST_WORD.match(piece.text)
    word = match[0] if match else ""
    return piece.size * sum(0.5 if _is_latin(character) else 1 for character in word)


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The characters of each line from left to right."""
    line: list[Glyph] = []
    middle = height = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.middle):
        if line and glyph.middle - middle > LEVEL * min(height, glyph.bottom - glyph.top):
            yield sorted(line, key=lambda glyph: glyph.left)
            line = []
        line.append(glyph)
        middle += (glyph.middle - middle) / len(line)
        height += (glyph.bottom - glyph.top - height) / len(line)
    if line:
        yield sorted(line, key=lambda glyph: glyph.left)


def _parts(line: Sequence[Glyph], gap: float) -> Iterator[list[Glyph]]:
    part: list[Glyph] = []
    end = 0.0
    for glyph in line:
        if not glyph.text.isspace():
            if part and glyph.left - end > gap:
                yield part
                part = []
            end = glyph.right
        part.append(glyph)
    yield part


def _piece(line: Sequence[Glyph], number: int) -> Piece:
    size = median(glyph.size for glyph in line)
    printed = [(glyph, index and line[index - 1].text.isspace()) for index, glyph in enumerate(line) if not glyph.text.isspace()]
    if not printed:
        return Piece("", 0, 0, 0, 0, size, number)
    text = printed[0][0].text
    for (left, _), (right, spaced) in pairwise(printed):
        latin = _is_latin(left.text) and _is_latin(right.text)
        gap = WORD_GAP if spaced or latin else WIDE_GAP
        text += (" " if right.left - left.right > gap * size else "") + right.text
    edges = (
        min(glyph.left for glyph, _ in printed),
        min(glyph.top for glyph, _ in printed),
        max(glyph.right for glyph, _ in printed),
        max(glyph.bottom for glyph, _ in printed),
    )
    return Piece(text, *edges, size, number, all(glyph.bold for glyph, _ in printed))


def _is_latin(character: str) -> bool:
    return character.isascii() and not is_chinese(character)
