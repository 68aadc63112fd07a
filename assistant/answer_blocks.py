"""An answer taken apart into lines and table rows, for what shows neither HTML nor Markdown: a Word file, the clipboard, a stream."""

from dataclasses import dataclass
from html.parser import HTMLParser

from assistant.answer import Answer
from assistant.answer_html import answer_html

_LINES = frozenset(["p", "h3", "h4", "blockquote", "ul", "ol", "table", "tr"])
_CELLS = frozenset(["td", "th"])
_BOLD = frozenset(["strong", "h3", "h4", "th"])
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a line, all bold or none."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A line, which has one cell, or a row of a table; a line of a list begins with its sign or number."""

    cells: tuple[tuple[Words, ...], ...]
    in_table: bool = False

    @property
    def text(self) -> str:
        """The words of all cells, with a tab between two cells."""
        return "\t".join("".join(words.text for words in cell) for cell in self.cells)


def answer_blocks(answer: Answer) -> tuple[Block, ...]:
    """What `answer` says, in order: Markdown is read where a model wrote it, in any other answer its lines stand as they are."""
    html = answer_html(answer.text) if answer.by_model else None
    if html is None:
        return tuple(Block(((Words(line.strip()),),)) for line in answer.text.splitlines() if line.strip())
    reading = _Reading()
    reading.feed(html)
    reading.close()
    return tuple(reading.blocks)


def plain_answer(answer: Answer) -> str | None:
    """The text of `answer` without the signs of Markdown; None where it is plain already, which is where no model wrote it."""
    return "\n".join(block.text for block in answer_blocks(answer)) if answer.by_model else None


class _Reading(HTMLParser):
    """Reads the HTML of an answer into blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._cells: list[list[Words]] = []
        self._lists: list[int | None] = []
        """The number of the present item of each list that is open, None where it is not numbered."""
        self._sign = ""
        self._bold = self._code = 0
        self._in_row = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a line, an item, a row or a cell."""
        if tag in _LINES or tag == "li" or (tag == "br" and not self._in_row):
            self._end_block()
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li" and self._lists:
            self._sign = self._next_sign()
        elif tag in _CELLS:
            self._cells.append([])
        elif tag == "br" and self._in_row:
            self._add(" ")
        self._in_row = self._in_row or tag == "tr"
        self._bold += tag in _BOLD
        self._code += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        if tag in _LINES or tag == "li":
            self._end_block()
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        self._bold -= tag in _BOLD
        self._code -= tag == "code"

    def handle_data(self, data: str) -> None:
        """Add words; a line ends within code only, elsewhere at a tag."""
        first, *others = data.split("\n") if self._code else [data.replace("\n", "")]
        self._add(first)
        for line in others:
            self._end_block()
            self._add(line)

    def _next_sign(self) -> str:
        number = self._lists[-1]
        if number is not None:
            self._lists[-1] = number = number + 1
        return _INDENT * (len(self._lists) - 1) + ("- " if number is None else f"{number}. ")

    def _add(self, text: str) -> None:
        if not text:
            return
        if not self._cells:
            self._cells.append([])
        self._cells[-1].append(Words(text, self._bold > 0))

    def _end_block(self) -> None:
        cells = self._cells
        if any(cells):
            if self._sign:
                cells[0].insert(0, Words(self._sign))
            self.blocks.append(Block(tuple(tuple(cell) for cell in cells), self._in_row))
            self._sign = ""
        self._cells, self._in_row = [], False
