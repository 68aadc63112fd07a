"""Word files (.docx, .docm): what Word shows of the text, in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from corpus.errors import UnreadableFileError
from ingest.progress import Progress, unheard
from ingest.readers.docx_numbering import ListNumbers
from ingest.readers.docx_package import WordParts, read_parts
from ingest.readers.docx_paragraph import Paragraph, ParagraphReader
from ingest.readers.docx_styles import Styles, is_on
from ingest.readers.docx_titles import TitleSizes
from ingest.readers.marked_table import Cell
from ingest.readers.marked_text import MarkedText
from ingest.readers.source import Source

_AROUND_BLOCKS = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice")


def read_docx(path: Path, name: str, _progress: Progress = unheard) -> Source:
    """The text of a Word file with its headings, lists, tables, notes and text boxes; without headers, comments, and what was deleted or hidden.

    Pages are told where Word stored where each begins and as many as it counted. Raises UnreadableFileError.
    """
    parts = read_parts(path, name)
    body = parts.document.find("body")
    reader = _BodyReader(parts)
    reader.read(body if body is not None else ())
    source = reader.text.source(name)
    if not source.text.strip():
        raise UnreadableFileError(f"{name} holds no text (pictures only, or nothing). Provide a document with text and ingest again.")
    return source


class _BodyReader:
    def __init__(self, parts: WordParts) -> None:
        self.text = MarkedText()
        styles = Styles(parts.styles)
        breaks = sum(1 for _ in parts.document.iter("lastRenderedPageBreak"))
        self._paragraphs = ParagraphReader(styles, has_pages=breaks > 0 and parts.pages == breaks + 1)
        self._numbers = ListNumbers(parts.numbering, styles)
        self._notes = {
            (kind, note.get("id", "")): note
            for kind, part in (("footnote", parts.footnotes), ("endnote", parts.endnotes))
            for note in (part if part is not None else ())
        }
        self._unended: Paragraph | None = None
        self._titles = TitleSizes(parts.document, styles)
        self._title: tuple[str, int] | None = None
        """The lines of a title so far, and their size."""

    def read(self, elements: Sequence[Element] | Element) -> None:
        """Tell the blocks among `elements` in order."""
        for block in _blocks(elements):
            if block.tag == "tbl":
                self._tell_title()
                self._read_table(block)
            else:
                paragraph = self._paragraph(block)
                self._tell(paragraph, 0 if paragraph.heading or paragraph.is_title else self._titles.size_of(block, paragraph.text))
        self._tell_title()

    def _paragraph(self, element: Element, *, in_cell: bool = False) -> Paragraph:
        paragraph = self._paragraphs.read(element)
        number = ""
        if paragraph.number and not paragraph.is_contents:
            number = self._numbers.next(*paragraph.number, paragraph.style_id)
        if self._unended:
            paragraph = self._unended.joined(paragraph)
            self._unended = None
        if number and (in_cell or paragraph.text.strip()):
            paragraph = paragraph.numbered(number)
        return paragraph

    def _tell(self, paragraph: Paragraph, title: int) -> None:
        """The paragraph, with what is tied to it; the lines of one size that a `title` is set in are one."""
        if paragraph.is_unended:
            self._unended = paragraph
            return
        if title and not paragraph.boxes and not paragraph.notes:
            lines = "".join(paragraph.text.split("\n"))
            if self._title and self._title[1] == title:
                lines = self._title[0] + lines
            else:
                self._tell_title()
            self._title = lines, title
            return
        self._tell_title()
        if not paragraph.is_contents:
            self.text.add_line(paragraph.text, heading=paragraph.heading, bold=paragraph.bold, is_title=paragraph.is_title)
        for box in paragraph.boxes:
            self.read(box)
        self._tell_notes(paragraph)

    def _tell_title(self) -> None:
        if self._title:
            self.text.add_line(self._title[0], is_title=True)
            self._title = None

    def _tell_notes(self, paragraph: Paragraph) -> None:
        """The notes of a paragraph stand right behind it; the small number that leads to one is left out: behind a figure it would be one more digit."""
        for reference in paragraph.notes:
            note = self._notes.pop(reference, None)
            if note is not None:
                self.read(note)

    def _read_table(self, table: Element) -> None:
        rows = [row for row in _children(table, "tr") if row.find("trPr/del") is None]
        cells = [[cell for cell in _children(row, "tc") if cell.find("tcPr/cellDel") is None] for row in rows]
        if all(len(row) <= 1 for row in cells):
            for cell in (cell for row in cells for cell in row):
                self.read(cell)
            return
        noted: list[Paragraph] = []
        merged = _MergedRows()
        for row, elements in zip(rows, cells, strict=True):
            merged.start_row(_whole(row.find("trPr/gridBefore"), 0))
            for element in elements:
                columns = _whole(element.find("tcPr/gridSpan"), 1)
                if not merged.continues(element.find("tcPr/vMerge"), columns):
                    merged.add(Cell(tuple(self._lines(element, noted)), columns), element.find("tcPr/vMerge"))
        self.text.add_table(merged.rows)
        for paragraph in noted:
            self._tell_notes(paragraph)

    def _lines(self, cell: Element, noted: list[Paragraph]) -> Iterator[str]:
        """The lines of a cell; a table inside it gives a line a row. What it holds of notes goes to `noted`."""
        for block in _blocks(cell):
            if block.tag == "tbl":
                for row in _children(block, "tr"):
                    yield " ".join(line for inner in _children(row, "tc") for line in self._lines(inner, noted))
                continue
            paragraph = self._paragraph(block, in_cell=True)
            if paragraph.is_unended:
                self._unended = paragraph
                continue
            noted.append(paragraph)
            yield from filter(str.strip, paragraph.text.replace("\t", " ").split("\n"))
            for box in paragraph.boxes:
                yield from self._lines(box, noted)


class _MergedRows:
    """Rows of cells in which a cell that goes on below (vMerge) is one cell over several rows."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self._open: dict[int, tuple[int, int]] = {}
        self._column = 0

    def start_row(self, empty_columns: int) -> None:
        """Begin a row; so many columns at its start are empty."""
        self.rows.append([Cell(())] * empty_columns)
        self._column = empty_columns

    def continues(self, merge: Element | None, columns: int) -> bool:
        """Whether the next cell of the row is the rest of the one above, which then takes one row more."""
        origin = self._open.get(self._column)
        if merge is None or merge.get("val") == "restart" or origin is None:
            return False
        row, place = origin
        above = self.rows[row][place]
        if above.columns != columns:
            return False
        self.rows[row][place] = replace(above, rows=len(self.rows) - row)
        self._column += columns
        return True

    def add(self, cell: Cell, merge: Element | None) -> None:
        """The next cell of the row; with `merge` it may go on below."""
        self.rows[-1].append(cell)
        self._open.pop(self._column, None)
        if merge is not None:
            self._open[self._column] = (len(self.rows) - 1, len(self.rows[-1]) - 1)
        self._column += cell.columns


def _blocks(elements: Sequence[Element] | Element) -> Iterator[Element]:
    """Paragraphs and tables, also those inside content controls and insertions; of two forms of one thing the newer."""
    for element in elements:
        if element.tag in ("p", "tbl"):
            yield element
        elif element.tag in _AROUND_BLOCKS:
            yield from _blocks(element)


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those inside content controls and insertions."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _AROUND_BLOCKS:
            yield from _children(element, tag)


def _whole(setting: Element | None, default: int) -> int:
    value = setting.get("val", "") if setting is not None and is_on(setting) else ""
    return min(int(value), 1000) if value.isdecimal() else default
