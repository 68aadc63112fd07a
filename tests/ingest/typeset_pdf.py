"""A PDF as a city's office makes it: repaired lines set in a Chinese font that needs no file, with running heads, page numbers and ruled tables."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Table

from corpus.language.numbering import numbering_of
from ingest.layout import Line

FONT = "STSong-Light"
MM = 72 / 25.4
_BODY = ParagraphStyle("body", fontName=FONT, fontSize=16, leading=28, firstLineIndent=32, wordWrap="CJK")
_PLAIN = ParagraphStyle("plain", parent=_BODY, firstLineIndent=0)
_TITLE = ParagraphStyle("title", parent=_PLAIN, fontSize=22, leading=36, alignment=TA_CENTER, spaceAfter=28)
_CELL = ParagraphStyle("cell", parent=_PLAIN, fontSize=10.5, leading=14)
PADDING = 8.0
SALUTATION = 8
"""Lines at the start of a document among which one that ends with a colon names who it is for, and is not set in."""
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def typeset(path: Path, lines: Sequence[Line], *, head: str = "", columns: int = 1, foot: str = "— {page} —") -> Path:
    """Write `lines` to `path`: headings and paragraphs indented by two characters, the first line as a title, rows as tables on pages turned sideways."""
    width, height = A4
    text = Frame(28 * MM, 35 * MM, width - 54 * MM, height - 72 * MM, 0, 0, 0, 0)
    beside = (width - 54 * MM - 24) / 2
    halves = [Frame(28 * MM + number * (beside + 24), 35 * MM, beside, height - 72 * MM, 0, 0, 0, 0) for number in range(2)]
    wide = Frame(25 * MM, 25 * MM, height - 50 * MM, width - 50 * MM, 0, 0, 0, 0)

    def dress(canvas: Canvas, _: object) -> None:
        across, down = canvas._pagesize
        canvas.setFont(FONT, 12)
        canvas.drawString(28 * MM, down - 20 * MM, head)
        canvas.drawCentredString(across / 2, 15 * MM, foot.format(page=canvas.getPageNumber()))

    document = BaseDocTemplate(str(path), pageCompression=1)
    document.addPageTemplates(
        [
            PageTemplate("text", [text] if columns == 1 else halves, onPage=dress, pagesize=A4),
            PageTemplate("wide", [wide], onPage=dress, pagesize=landscape(A4)),
        ]
    )
    document.build(list(_flowables(lines, 1 if columns == 1 else 0.6)))
    return path


def _flowables(lines: Sequence[Line], scale: float) -> Iterator[Flowable]:
    for is_row, group in groupby(lines, key=lambda line: line.is_row):
        run = list(group)
        if is_row:
            yield from (NextPageTemplate("wide"), PageBreak(), *_tables([[cell.text for cell in line.cells] for line in run]))
            yield from (NextPageTemplate("text"), PageBreak())
            continue
        for line in run:
            style = _style(line, lines.index(line))
            if scale != 1:
                style = ParagraphStyle("half", parent=style, fontSize=10.5, leading=16, firstLineIndent=style.firstLineIndent and 21)
            yield Paragraph(_escaped(line.text), style)


def _style(line: Line, number: int) -> ParagraphStyle:
    if not number or (line.hashes == 1 and not numbering_of(line.text)):
        return _TITLE
    return _PLAIN if number < SALUTATION and line.text.endswith(("：", ":")) else _BODY


def _tables(rows: Sequence[Sequence[str]]) -> Iterator[Flowable]:
    """One table a page, each with the heading; a row that has no room is cut, and ruled off on both pages."""
    across, down = A4[1] - 50 * MM, A4[0] - 50 * MM - 12
    longest = [max(3, *(min(len(row[index]), 60) if index < len(row) else 0 for row in rows)) for index in range(len(rows[0]))]
    widths = [length / sum(longest) * (across - 30 * len(longest)) + 30 for length in longest]
    head, *waiting = ([Paragraph("<br/>".join(map(_escaped, cell.split("\n"))), _CELL) for cell in row] for row in rows)
    page, room = [head], down - _height(head, widths)
    while waiting:
        row = waiting.pop(0)
        height = _height(row, widths)
        if height > room:
            cut = [cell.split(width - PADDING, room - PADDING) for cell, width in zip(row, widths, strict=True)]
            if room > 3 * _CELL.leading and all(cut):
                page.append([parts[0] for parts in cut])
                row = [parts[1] if len(parts) > 1 else Paragraph("", _CELL) for parts in cut]
            waiting.insert(0, row)
            yield from (_table(page, widths), PageBreak())
            page, room = [head], down - _height(head, widths)
        else:
            page.append(row)
            room -= height
    yield _table(page, widths)


def _height(row: Sequence[Paragraph], widths: Sequence[float]) -> float:
    return PADDING + max(cell.wrap(width - PADDING, 10_000)[1] for cell, width in zip(row, widths, strict=True))


def _table(rows: Sequence[Sequence[Paragraph]], widths: Sequence[float]) -> Table:
    table = Table(rows, colWidths=widths)
    padding = [(f"{side}PADDING", (0, 0), (-1, -1), PADDING / 2) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *padding])
    return table


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u3000", "&nbsp;&nbsp;")
