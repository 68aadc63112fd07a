"""The lines and tables of a web page in reading order, as a browser would break them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.language.numbering import numbering_of
from ingest.readers.html_tree import Node
from ingest.readers.marked_table import MAX_WIDTH, Cell
from ingest.readers.numerals import numeral
from ingest.tables import is_column_heading

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr|"
    r"legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_HEADING = re.compile(r"h([1-6])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")
_BOLD = re.compile(r"font-weight:(?:bold|[6-9]00)")
_NOTE_MARK = re.compile(r"[\[(（〔]?\d{1,3}[\])）〕]?")
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?:([a-z-]+)")
LONG_CELL = 300
"""Characters of a cell with headings or many paragraphs from which a table lays out the page and is none for readers."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or line, the first `bold` characters of it bold; `is_broken` is set where the page breaks it by hand (<br>, <pre>)."""

    text: str
    heading: int = 0
    bold: int = 0
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table for readers; its caption is a line before it."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Line | Table


def blocks_of(root: Node) -> tuple[Block, ...]:
    """Every line and table below `root` in order; tables that only lay out the page are read cell by cell."""
    teller = _Teller()
    teller.tell(root)
    teller.end_line()
    return tuple(teller.blocks)


@dataclass(frozen=True, slots=True)
class _Context:
    heading: int = 0
    bold: bool = False
    preformatted: bool = False


class _Teller:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[tuple[str, bool]] = []
        self._number = ""

    def tell(self, node: Node, context: _Context = _Context()) -> None:
        """Read `node`, ending lines where blocks begin and end."""
        for child in node.children:
            if isinstance(child, str):
                self._add_text(child, context)
            elif child.tag == "br":
                self._break(context)
            elif child.tag == "table" and not is_layout(child):
                self._tell_table(child)
            elif child.tag == "sup" and _NOTE_MARK.fullmatch(child.text) and any(inner.tag == "a" for inner in child.elements()):
                continue
            elif _BLOCKS.fullmatch(child.tag):
                self._tell_block(child, context)
            else:
                self.tell(child, _within(child, context))

    def end_line(self, *, heading: int = 0, is_broken: bool = False) -> None:
        """What was read since the last line is one."""
        pieces, self._pieces = self._pieces, []
        text = _collapsed("".join(text for text, _ in pieces))
        if not text.strip():
            return
        plain = next((index for index, (piece, bold) in enumerate(pieces) if piece.strip() and not bold), len(pieces))
        bold = len(_collapsed("".join(piece for piece, _ in pieces[:plain])).rstrip())
        number, self._number = self._number, ""
        if number and not numbering_of(text.strip()):
            text = number + text.lstrip()
            bold = bold + len(number) if bold else 0
        self.blocks.append(Line(text, heading, bold, is_broken))

    def _add_text(self, text: str, context: _Context) -> None:
        if not context.preformatted:
            self._pieces.append((text, context.bold))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self.end_line(heading=context.heading, is_broken=True)
            self._pieces.append((line.replace(" ", "\xa0"), context.bold))

    def _break(self, context: _Context) -> None:
        if context.heading:
            self._pieces.append((" ", context.bold))
        else:
            self.end_line(is_broken=True)

    def _tell_block(self, node: Node, context: _Context) -> None:
        self.end_line(heading=context.heading)
        if node.tag in ("ol", "ul"):
            self._tell_list(node, context)
            return
        inner = _within(node, context)
        self.tell(node, inner)
        self.end_line(heading=inner.heading)

    def _tell_list(self, node: Node, context: _Context) -> None:
        count = _whole(node.attributes.get("start"), 1)
        for item in node.children:
            if isinstance(item, str):
                continue
            if item.tag != "li":
                self._tell_block(item, context)
                continue
            count = _whole(item.attributes.get("value"), count)
            self._number = _list_number(node, count)
            self._tell_block(item, context)
            self._number = ""
            count += 1

    def _tell_table(self, table: Node) -> None:
        self.end_line()
        for caption in (child for child in table.elements() if child.tag == "caption"):
            self._tell_block(caption, _Context())
        rows = tuple(tuple(_cell(cell) for cell in _cells(row)) for row in rows_of(table))
        if any(rows):
            self.blocks.append(Table(rows))


def rows_of(table: Node) -> Iterator[Node]:
    """The rows of a table, not those of tables inside it."""
    for child in table.children:
        if isinstance(child, Node):
            if child.tag == "tr":
                yield child
            elif child.tag in ("thead", "tbody", "tfoot"):
                yield from rows_of(child)


def is_layout(table: Node) -> bool:
    """Whether a table only lays out the page: it says so, it holds another one that says more, or a cell is a text of its own."""
    if table.attributes.get("role") == "presentation":
        return True
    rows = [list(_cells(row)) for row in rows_of(table)]
    width = max(map(len, rows), default=0)
    inner = [node for node in table.elements() if node.tag == "table"]
    if width <= 1 or (inner and sum(len(node.text) for node in inner) * 2 > len(table.text)):
        return True
    if any(_HEADING.fullmatch(node.tag) for node in table.elements()):
        return True
    if rows and all(is_column_heading(cell.text) for cell in rows[0]):
        return False
    longest = max((cell for row in rows for cell in row), key=lambda cell: len(cell.text))
    return width <= 3 and len(longest.text) > LONG_CELL and 10 * len(longest.text) > 8 * len(table.text)


def _cells(row: Node) -> Iterator[Node]:
    return (child for child in row.children if isinstance(child, Node) and child.tag in ("td", "th"))


def _cell(node: Node) -> Cell:
    lines = [line for block in blocks_of(Node("div", {}, node.children)) for line in _lines(block)]
    columns, rows = node.attributes.get("colspan"), node.attributes.get("rowspan")
    return Cell(tuple(lines), _whole(columns, 1) or 1, _whole(rows, 1) if rows != "0" else 65534)


def _lines(block: Block) -> Sequence[str]:
    """A line, or the rows of a table inside a cell, each as a line."""
    if isinstance(block, Line):
        return (block.text.strip(),)
    return [" ".join(line for cell in row for line in cell.lines) for row in block.rows]


def _within(node: Node, context: _Context) -> _Context:
    heading = _HEADING.fullmatch(node.tag)
    style = "".join((node.attributes.get("style") or "").lower().split())
    bold = node.tag in ("b", "strong") or _BOLD.search(style) is not None or (context.bold and "font-weight:normal" not in style)
    return _Context(
        int(heading[1]) if heading else context.heading, bold, context.preformatted or node.tag == "pre" or "white-space:pre" in style
    )


def _collapsed(text: str) -> str:
    """White space as a page shows it: one space, none where a line of the source ends between Chinese characters."""
    text = text.strip(" \t\r\n\f")

    def space(match: re.Match[str]) -> str:
        joined = "\n" in match[0] and _WIDE.match(text[match.start() - 1]) and _WIDE.match(text[match.end()])
        return "" if joined else " "

    return _SPACE.sub(space, text)


def _list_number(node: Node, count: int) -> str:
    """The number that a page shows before an item; none for bullets and lists that hide it."""
    style = _LIST_STYLE.search("".join((node.attributes.get("style") or "").lower().split()))
    if node.tag == "ul" or (style and style[1] in ("none", "disc", "circle", "square")):
        return ""
    form = _STYLES.get(style[1], "decimal") if style else _FORMATS.get(node.attributes.get("type") or "", "decimal")
    return numeral(count, form) + ("、" if form == "chineseCounting" else ".")


def _whole(value: str | None, default: int) -> int:
    value = (value or "").strip()
    return min(int(value), 65534) if value.isdecimal() and len(value) <= MAX_WIDTH else default
