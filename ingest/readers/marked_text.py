"""A text written line by line by the readers of formats that tell what is a heading, a paragraph and a table."""

import re
from dataclasses import dataclass, replace
from itertools import accumulate

from corpus.language.numbering import numbering_of
from corpus.language.titles import ends_like_title
from ingest.readers.marked_table import Rows, even_rows, table_markup, width_of
from ingest.readers.source import Source

_TAG_OPENS = re.compile(r"<(?=[A-Za-z/!?])")
_STARS = re.compile(r"\*(?=\*)")
_LINE_MARK = re.compile(r"^\s{0,3}(?=[#>])")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0d-\x1f\x7f\u200b\u200e\u200f\u2060\ufeff\ufffc\ufffe\uffff]")
PAGE_BREAK = "\f"
_BLANKS = " \t\u3000\xa0"
MAX_HEADING = 90
"""The longest line (characters) that is a heading because the file says so; of longer ones it says so by mistake."""
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """`heading` is the level that the file gives the line, 0 for none; `bold` how many characters at its start are bold."""

    text: str
    heading: int = 0
    bold: int = 0
    is_title: bool = False


class MarkedText:
    """Collects the lines of a file in reading order; `source` gives them as one text."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []
        self._breaks = ""

    def add_line(self, text: str, *, heading: int = 0, bold: int = 0, is_title: bool = False) -> None:
        """One paragraph; line breaks in it part lines, but not those of a heading. What is blank is left out."""
        if heading or is_title:
            text = " ".join(text.split("\n"))
        for line in text.split("\n"):
            plain = unmarked(line)
            if not plain.strip():
                self._breaks += PAGE_BREAK * plain.count(PAGE_BREAK)
            else:
                is_heading = len(plain) <= MAX_HEADING and not plain.rstrip().endswith(("。", "；"))
                bold_end = len(self._breaks) + bold if bold and plain == line else 0
                self._lines.append(_Line(self._breaks + plain, heading if is_heading else 0, bold_end, is_title and is_heading))
                self._breaks = ""
            bold = 0

    def add_table(self, rows: Rows) -> None:
        """One table: a first row that is a single cell over all columns is its caption, a table of one column is a box around its lines."""
        even = even_rows(rows)
        if len(even) > 1 and len(even[0]) == 1 and width_of(even) > 1 and even[0][0].rows == 1:
            self._add_lines(even[0][0].lines)
            even = even[1:]
        if width_of(even) <= 1:
            for row in even:
                for cell in row:
                    self._add_lines(cell.lines)
        elif any(line.strip() for row in even for cell in row for line in cell.lines):
            plain = [[replace(cell, lines=tuple(map(unmarked, cell.lines))) for cell in row] for row in even]
            self._lines.append(_Line(table_markup(plain)))

    def source(self, name: str, *, marked: bool = True) -> Source:
        """The text with heading marks; a PAGE_BREAK in a line is no part of it but starts a page, and without any there are no pages."""
        top = self._top_level()
        pieces = "".join(_written(line, top) + "\n" for line in self._lines).split(PAGE_BREAK)
        starts = tuple(accumulate(map(len, pieces[:-1]), initial=0))
        return Source(name, "".join(pieces), starts if len(starts) > 1 else (), marked=marked)

    def _add_lines(self, lines: tuple[str, ...]) -> None:
        for line in lines:
            self.add_line(line)

    def _top_level(self) -> int:
        """The level of heading that takes one mark: that of the first heading where it reads like the title of a document, else none."""
        headings = [line for line in self._lines if line.heading]
        highest = min((line.heading for line in headings), default=1)
        titled = any(line.is_title and not line.heading for line in self._lines)
        first = headings[0] if headings else None
        is_title = first is not None and first.heading == highest and ends_like_title(first.text) and not numbering_of(first.text)
        return highest if is_title and not titled else highest - 1


def _written(line: _Line, top: int) -> str:
    if line.is_title:
        return f"# {line.text.strip(_BLANKS)}"
    if line.heading:
        return f"{'#' * min(line.heading - top + 1, DEEPEST)} {line.text.strip(_BLANKS)}"
    if not line.bold:
        return line.text
    indent = len(line.text) - len(line.text.lstrip())
    return f"{line.text[:indent]}**{line.text[indent : line.bold]}**{line.text[line.bold :]}" if line.bold > indent else line.text


def unmarked(text: str) -> str:
    """`text` with white space where it would read as markup: a<b, 张**, #1 at the start of a line."""
    text = _TAG_OPENS.sub("< ", _NOT_TEXT.sub("", text))
    return _LINE_MARK.sub("    ", _STARS.sub("* ", text))
