"""The text of a printed page in the order in which it is read: columns one after the other, tables as markup, indents and gaps as white space.

Lines stay as they are printed, but for titles. Which of them go on with the one above is for layout repair to say, as for any text; it is
told which lines end for want of room.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from ingest.fragment import is_chinese
from ingest.readers.marked_table import Cell, table_markup
from ingest.readers.marked_text import unmarked
from ingest.readers.printed_lines import CLOSING, Piece, cell_lines, first_word, printed_pieces
from ingest.readers.printed_page import Glyph, PrintedPage
from ingest.readers.ruled_table import RuledTable, ruled_tables

APART = 1.55
"""The distance of two lines, in those of the page, from which on a blank line stands between them."""
GUTTERS = (0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56)
"""Where two columns of text may part, as shares of the width."""
MIN_COLUMN = 4
"""Lines that fill a column, below which texts beside each other are signatures, dates, or a table without lines."""
MIN_LAST_COLUMN = 2
"""Lines that fill the right column, which may end early on the last page."""
FILLED = 0.8
"""The share of a column that a line takes which fills it."""
TITLE = 1.2
"""The size of the characters of a title, in those of the text, at the least."""
CENTRED = 1.0
"""How far the middle of a title may be off that of the page, in characters of it."""
ENDS = "。！？；："
IDEOGRAPHIC_SPACE = "\u3000"
NEAR = 0.2
"""How far lines that touch may be apart, in the size of a character."""


_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class TextArea:
    """Where the lines of a file begin and end on its pages, and the size of its text."""

    left: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page, each with a line end; `full` are those that end for want of room, by where they start."""

    text: str = ""
    full: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands in one place of a page: a line in its pieces, or a table."""

    pieces: tuple[Piece, ...]
    box: _Box
    markup: str = ""

    @property
    def size(self) -> float:
        """What a Chinese character takes in it."""
        return self.pieces[0].size if self.pieces else 0.0

    @property
    def width(self) -> float:
        """From the left to the right."""
        return self.box[2] - self.box[0]


def text_areas(pages: Sequence[PrintedPage]) -> Mapping[int, TextArea]:
    """The area of text that most pages share, by the width of the paper; pages with few lines do not show it."""
    areas: dict[int, list[tuple[float, float, float]]] = {}
    for page in pages:
        pieces = printed_pieces(page.glyphs)
        if len({piece.line for piece in pieces}) > 2 * MIN_COLUMN:
            starts = sorted(piece.left for piece in pieces)
            ends = sorted(map(_end, pieces))
            area = (starts[len(starts) // 20], ends[-1 - len(ends) // 20], median(glyph.size for glyph in page.glyphs))
            areas.setdefault(round(page.width), []).append(area)
    return {width: TextArea(*(median(values) for values in zip(*shared, strict=True))) for width, shared in areas.items()}


def page_text(page: PrintedPage, area: TextArea | None = None) -> PageText:
    """The lines of `page`; `area` is that of the file, for what a page alone does not show."""
    if not page.glyphs:
        return PageText()
    size = median(glyph.size for glyph in page.glyphs)
    tables = [table for table in ruled_tables(page, NEAR * size) if _holds_text(table, page.glyphs)]
    blocks: list[_Block] = []
    *held, outside = _shared_out(page.glyphs, [table.box for table in tables])
    blocks.extend(_Block((), table.box, _markup(table, inside)) for table, inside in zip(tables, held, strict=True))
    blocks.extend(_Block((piece,), (piece.left, piece.top, piece.right, piece.bottom)) for piece in printed_pieces(outside))
    text, full = "", list[int]()
    for column, is_whole in _columns(sorted(blocks, key=lambda block: block.box[1])):
        lines = _joined(column)
        for line, is_full in _printed(lines, _area_of(lines, size, area if is_whole else None)):
            full.extend([len(text)] * is_full)
            text += line + "\n"
    return PageText(text, tuple(full))


def _holds_text(table: RuledTable, glyphs: Sequence[Glyph]) -> bool:
    """Whether two cells hold something: a frame around a text, or a line below a title, is no table."""
    filled = (cell for cell in table.cells if any(_is_in(glyph, cell.box) and not glyph.text.isspace() for glyph in glyphs))
    return next(filled, None) is not None and next(filled, None) is not None


def _is_in(glyph: Glyph, box: _Box) -> bool:
    return box[0] <= (glyph.left + glyph.right) / 2 < box[2] and box[1] <= glyph.middle < box[3]


def _shared_out(glyphs: Sequence[Glyph], boxes: Sequence[_Box]) -> list[list[Glyph]]:
    """The characters in each of `boxes`, and those in none; a mark stays with the character before it, though it may hang beyond the box."""
    shares: list[list[Glyph]] = [[] for _ in range(len(boxes) + 1)]
    before: tuple[Glyph, int] | None = None
    for glyph in glyphs:
        hangs = before is not None and glyph.text in CLOSING and _is_next(before[0], glyph)
        own = before[1] if before and hangs else next((index for index, box in enumerate(boxes) if _is_in(glyph, box)), -1)
        shares[own].append(glyph)
        before = (glyph, own)
    return shares


def _markup(table: RuledTable, glyphs: Sequence[Glyph]) -> str:
    *held, _ = _shared_out(glyphs, [cell.box for cell in table.cells])
    rows: list[list[Cell]] = [[] for _ in range(max(cell.row for cell in table.cells) + 1)]
    for cell, inside in zip(table.cells, held, strict=True):
        lines = cell_lines(inside, cell.box[2] - cell.box[0])
        rows[cell.row].append(Cell(tuple(map(unmarked, lines)), cell.columns, cell.rows))
    return table_markup(rows)


def _is_next(left: Glyph, right: Glyph) -> bool:
    """Whether `right` follows right behind `left`, perhaps beyond the margin: marks may hang there."""
    return abs(right.left - left.right) < NEAR * left.size and abs(right.middle - left.middle) < NEAR * left.size


def _columns(blocks: Sequence[_Block]) -> Iterator[tuple[list[_Block], bool]]:
    """`blocks` in reading order, and whether they take the whole width: on a page of two columns, what crosses the gutter parts the page into
    bands, and in each the left column goes first."""
    left, right = min(block.box[0] for block in blocks), max(block.box[2] for block in blocks)
    gutter = min((left + share * (right - left) for share in GUTTERS), key=lambda x: sum(_crosses(block, x) for block in blocks))
    beside = _sides([block for block in blocks if not _crosses(block, gutter)], gutter)
    if _filled(beside[0], gutter - left) < MIN_COLUMN or _filled(beside[1], right - gutter) < MIN_LAST_COLUMN:
        yield list(blocks), True
        return
    for crosses, band in groupby(blocks, key=lambda block: _crosses(block, gutter)):
        if crosses:
            yield list(band), True
        else:
            yield from ((side, False) for side in _sides(list(band), gutter) if side)


def _sides(blocks: Sequence[_Block], gutter: float) -> tuple[list[_Block], list[_Block]]:
    """What stands on the left and on the right."""
    return [block for block in blocks if block.box[2] <= gutter], [block for block in blocks if block.box[2] > gutter]


def _crosses(block: _Block, x: float) -> bool:
    return block.box[0] < x < block.box[2]


def _filled(blocks: Sequence[_Block], width: float) -> int:
    """How many of `blocks` fill a column of this `width`, as running text does."""
    return sum(block.width >= FILLED * width for block in blocks)


def _joined(blocks: Sequence[_Block]) -> list[_Block]:
    """Tables, and lines of all the pieces that stand in them, from top to bottom."""
    joined = [block for block in blocks if block.markup]
    ordered = sorted((piece for block in blocks for piece in block.pieces), key=lambda piece: (piece.line, piece.left))
    for _, line in groupby(ordered, key=lambda piece: piece.line):
        pieces = tuple(line)
        box = (pieces[0].left, min(piece.top for piece in pieces), pieces[-1].right, max(piece.bottom for piece in pieces))
        joined.append(_Block(pieces, box))
    return sorted(joined, key=lambda block: block.box[1])


def _end(piece: Piece) -> float:
    """Where `piece` ends without a mark that may hang beyond the margin."""
    return piece.right - piece.size * (piece.text[-1] in CLOSING)


def _area_of(lines: Sequence[_Block], size: float, area: TextArea | None) -> TextArea:
    """The area of these lines: that of the file where they fit into it."""
    pieces = [piece for line in lines for piece in line.pieces]
    own = TextArea(min((piece.left for piece in pieces), default=0.0), max(map(_end, pieces), default=0.0), size)
    fits = area is not None and own.left > area.left - 2 * area.size and own.right < area.right + 2 * area.size
    return TextArea(min(own.left, area.left), area.right, area.size) if area is not None and fits else own


def _printed(lines: Sequence[_Block], area: TextArea) -> Iterator[tuple[str, bool]]:
    """Each line with its indent, wide gaps and a blank line where there is one, and whether it ends for want of room."""
    pitches = [below.box[1] - above.box[1] for above, below in pairwise(lines) if above.pieces and below.pieces]
    pitch = median(pitches) if pitches else 0.0
    index = 0
    while index < len(lines):
        line = lines[index]
        above = lines[index - 1] if index else None
        if above and above.pieces and line.pieces and line.box[1] - above.box[1] > APART * max(pitch, 1.2 * line.size):
            yield "", False
        end = index + 1
        if line.markup:
            yield line.markup, False
        elif _is_title(line, area):
            while end < len(lines) and _is_title(lines[end], area) and abs(lines[end].size - line.size) < 0.1 * line.size:
                end += 1
            yield "# " + "".join(unmarked(_spaced(title.pieces, title.box[0], area.size)) for title in lines[index:end]), False
        else:
            below = lines[end] if end < len(lines) and lines[end].pieces else None
            text, full = unmarked(_spaced(line.pieces, area.left, area.size)), _is_full(line, below, area)
            goes_on = above is not None and above.pieces and above.pieces[-1].text[-1] not in ENDS and _is_full(above, line, area)
            yield text if full or goes_on else _emphasized(text, line), full
        index = end


def _is_title(line: _Block, area: TextArea) -> bool:
    """Whether a line is set like the title of a document: large, and in the middle."""
    if not line.pieces or not any(map(is_chinese, line.pieces[0].text)):
        return False
    off = (line.box[0] + line.box[2] - area.left - area.right) / 2
    return line.size >= TITLE * area.size and abs(off) <= CENTRED * line.size


def _emphasized(text: str, line: _Block) -> str:
    """`text` with marks around it where it stands alone and is bold, like the name of what follows."""
    words = text.lstrip()
    return f"{text[: len(text) - len(words)]}**{words}**" if all(piece.bold for piece in line.pieces) else text


def _is_full(line: _Block, below: _Block | None, area: TextArea) -> bool:
    """Whether the next word had no room in `line`."""
    word = first_word(below.pieces[0]) if below else line.size
    return area.right - line.box[2] < word + 0.5 * line.size


def _spaced(pieces: Sequence[Piece], left: float, size: float) -> str:
    """A line with white space for the places of its pieces, a Chinese character counting two, as in a text file."""
    text = ""
    taken = 0
    for number, piece in enumerate(pieces):
        column = round((piece.left - left) / (size / 2))
        gap = max(column - taken, 2 if number else 0)
        text += IDEOGRAPHIC_SPACE * (gap // 2) + " " * (gap % 2) + piece.text
        taken += gap + sum(2 if is_chinese(character) or character > "\u2000" else 1 for character in piece.text)
    return text
