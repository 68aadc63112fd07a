"""A report as a Word document: the only place that uses python-docx."""

import io
import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.answer_blocks import Block, Words, answer_blocks
from assistant.exports.report import Report, ReportEntry

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LATIN, _CHINESE = "Calibri", "宋体"


def docx_file(report: Report) -> bytes:
    """`report` with a heading for each question, in a font that Chinese office programs have."""
    from docx import Document

    document = Document()
    _set_font(document)
    document.add_heading(_clean(report.title), level=0)
    for entry in report.entries:
        _add_entry(document, entry, report.sources_heading)
    document.add_paragraph(_clean(report.note)).runs[0].italic = True
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _set_font(document: "Document") -> None:
    from docx.oxml.ns import qn

    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = _LATIN
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _CHINESE)


def _add_entry(document: "Document", entry: ReportEntry, sources_heading: str) -> None:
    document.add_heading(_clean(" ".join(entry.question.split())), level=1)
    document.add_paragraph(_clean(entry.about)).runs[0].italic = True
    _add_blocks(document, answer_blocks(entry.answer))
    for notice in entry.notices:
        document.add_paragraph(_clean(notice), style="Intense Quote")
    if entry.sources:
        document.add_heading(_clean(sources_heading), level=2)
    for source in entry.sources:
        document.add_paragraph(_clean(f"[{source.marker}] {source.place}"))
        document.add_paragraph(_clean(f"“{source.quote}”"), style="Quote")


def _add_blocks(document: "Document", blocks: Sequence[Block]) -> None:
    for in_table, run in groupby(blocks, key=lambda block: block.in_table):
        if in_table:
            _add_table(document, list(run))
        else:
            for line in run:
                _add_words(document.add_paragraph(), line.cells[0])


def _add_table(document: "Document", rows: Sequence[Block]) -> None:
    table = document.add_table(len(rows), max(len(row.cells) for row in rows), style="Table Grid")
    for row, cells in zip(rows, table.rows, strict=True):
        for words, cell in zip(row.cells, cells.cells, strict=False):
            _add_words(cell.paragraphs[0], words)
    document.add_paragraph()


def _add_words(paragraph: "Paragraph", words: Sequence[Words]) -> None:
    for some in words:
        paragraph.add_run(_clean(some.text)).bold = some.bold or None


def _clean(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)
