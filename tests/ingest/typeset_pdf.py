"""A document as a PDF that an office makes: set in lines of 28 characters, with running heads, page numbers and ruled tables on wide pages."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Table

from tests.ingest.drawn_pages import FONT
from tests.ingest.renderings import Cell, Grid, Parts, Text

MM = 72 / 25.4
PADDING = 8.0
GAP = 24.0
SALUTATION = 8
"""Parts at the start of a document among which a line that ends with a colon names who it is for, and is not set in."""
BODY = ParagraphStyle("body", fontName=FONT, fontSize=16, leading=28, firstLineIndent=32, wordWrap="CJK")
PLAIN = ParagraphStyle("plain", parent=BODY, firstLineIndent=0)
TITLE = ParagraphStyle("title", parent=PLAIN, fontSize=22, leading=36, alignment=TA_CENTER, spaceAfter=28)
_SMALL = ParagraphStyle("small", parent=BODY, fontSize=10.5, leading=16, firstLineIndent=21)
_SMALL_TITLE = ParagraphStyle("small title", parent=TITLE, fontSize=14, leading=20, spaceAfter=10)
_SMALL_PLAIN = ParagraphStyle("small plain", parent=_SMALL, firstLineIndent=0)
_IN_COLUMNS = {"body": _SMALL, "title": _SMALL_TITLE, "plain": _SMALL_PLAIN}
_CELL = ParagraphStyle("cell", parent=PLAIN, fontSize=10.5, leading=14)


def write_pdf_of(path: Path, parts: Parts, *, head: str = "内部资料", foot: str = "— {page} —", columns: int = 1) -> Path:
    """`parts` as a PDF; with two `columns` its text is small and set in them."""
    return write_pdf(path, list(flowables(parts, small=columns > 1)), head=head, foot=foot, columns=columns)


def write_pdf(path: Path, flow: list[Flowable], *, head: str, foot: str = "— {page} —", columns: int = 1) -> Path:
    """What `flow` sets, on pages with a running head and a number."""
    width, height = A4
    across, down = width - 54 * MM, height - 72 * MM
    beside = (across - GAP * (columns - 1)) / columns
    frames = [Frame(28 * MM + number * (beside + GAP), 35 * MM, beside, down, 0, 0, 0, 0) for number in range(columns)]
    wide = Frame(25 * MM, 25 * MM, height - 50 * MM, width - 50 * MM, 0, 0, 0, 0)

    def dress(canvas: Canvas, _: object) -> None:
        paper = canvas._pagesize
        canvas.setFont(FONT, 12)
        canvas.drawString(28 * MM, paper[1] - 20 * MM, head)
        canvas.drawCentredString(paper[0] / 2, 15 * MM, foot.format(page=canvas.getPageNumber()))

    document = BaseDocTemplate(str(path))
    document.addPageTemplates(
        [
            PageTemplate("text", frames, onPage=dress, pagesize=A4),
            PageTemplate("wide", [wide], onPage=dress, pagesize=landscape(A4)),
        ]
    )
    document.build(flow)
    return path


class _Label(Flowable):
    """A line in bold, as text programs make it of a font that has none: with a stroke around each character."""

    def __init__(self, words: str, style: ParagraphStyle) -> None:
        super().__init__()
        self._words, self._style = words, style

    def wrap(self, available: float, _: float) -> tuple[float, float]:
        return available, self._style.leading

    def draw(self) -> None:
        text = self.canv.beginText(self._style.firstLineIndent, self._style.leading - self._style.fontSize)
        text.setFont(FONT, self._style.fontSize)
        text.setTextRenderMode(2)
        text.textOut(self._words)
        text.setTextRenderMode(0)
        self.canv.drawText(text)


def flowables(parts: Parts, *, small: bool = False) -> Iterator[Flowable]:
    """`parts` as reportlab sets them; tables on wide pages."""
    number = 0
    for is_table, group in groupby(parts, key=lambda part: isinstance(part, Grid)):
        for part in group:
            if isinstance(part, Grid):
                yield from (NextPageTemplate("wide"), PageBreak(), *_tables(part), NextPageTemplate("text"))
            else:
                style = _style(part, number)
                style = _IN_COLUMNS[style.name] if small else style
                yield _Label(part.words, style) if part.bold == len(part.words) else Paragraph(_escaped(part.words), style)
            number += 1
        if is_table:
            yield PageBreak()


def _style(part: Text, number: int) -> ParagraphStyle:
    if part.heading == 1:
        return TITLE
    return PLAIN if number < SALUTATION and part.words.endswith("：") else BODY


def _tables(grid: Grid) -> Iterator[Flowable]:
    """One table a page, each with the heading; a row that has no room is cut, and ruled off on both pages."""
    across, down = A4[1] - 50 * MM, A4[0] - 50 * MM - 12
    placed = [list(row) for row in _placed(grid)]
    widths = _widths(placed, across)
    heads = max(cell.rows for cell in grid.rows[0])
    if any(cell.rows > 1 or cell.columns > 1 for row in grid.rows for cell in row):
        yield _table(placed, widths)
        return
    head = [_paragraphs(row) for row in placed[:heads]]
    waiting = [_paragraphs(row) for row in placed[heads:]]
    page, room = list(head), down - sum(_height(row, widths) for row in head)
    while waiting:
        row = waiting.pop(0)
        height = _height(row, widths)
        if height <= room:
            page.append(row)
            room -= height
            continue
        cut = [cell.split(width - PADDING, room - PADDING) for cell, width in zip(row, widths, strict=True)]
        if room > 3 * _CELL.leading and all(cut):
            page.append([lines[0] for lines in cut])
            row = [lines[1] if len(lines) > 1 else Paragraph("", _CELL) for lines in cut]
        waiting.insert(0, row)
        yield from (_ruled(page, widths), PageBreak())
        page, room = list(head), down - sum(_height(row, widths) for row in head)
    yield _ruled(page, widths)


def _placed(grid: Grid) -> Iterator[list[Cell | None]]:
    """Each row with a cell for every column; None where a cell above or on the left goes on."""
    width = sum(cell.columns for cell in grid.rows[0])
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(grid.rows):
        cells: list[Cell | None] = [None] * width
        waiting = list(row)
        for column in range(width):
            if (number, column) not in taken and waiting:
                cell = waiting.pop(0)
                cells[column] = cell
                taken |= {(number + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
        yield cells


def _widths(rows: Sequence[Sequence[Cell | None]], across: float) -> list[float]:
    longest = [max(3, *(min(len(row[column].words), 60) if row[column] else 0 for row in rows)) for column in range(len(rows[0]))]
    return [length / sum(longest) * (across - 36 * len(longest)) + 36 for length in longest]


def _paragraphs(row: Sequence[Cell | None]) -> list[Paragraph]:
    return [Paragraph("<br/>".join(map(_escaped, cell.words.split("\n"))) if cell else "", _CELL) for cell in row]


def _height(row: Sequence[Paragraph], widths: Sequence[float]) -> float:
    return PADDING + max(cell.wrap(width - PADDING, 10_000)[1] for cell, width in zip(row, widths, strict=True))


def _table(rows: Sequence[Sequence[Cell | None]], widths: Sequence[float]) -> Table:
    table = _ruled([_paragraphs(row) for row in rows], widths)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell and (cell.rows > 1 or cell.columns > 1):
                table.setStyle([("SPAN", (column, number), (column + cell.columns - 1, number + cell.rows - 1))])
    return table


def _ruled(rows: Sequence[Sequence[Paragraph]], widths: Sequence[float]) -> Table:
    table = Table(rows, colWidths=widths)
    padding = [(f"{side}PADDING", (0, 0), (-1, -1), PADDING / 2) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *padding])
    return table


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u3000", "&nbsp;&nbsp;")
