"""Invented official documents with all parts that GB/T 9704-2012 names, from one description in every format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Paragraph, Table

from tests.ingest.drawn_pages import FONT
from tests.ingest.renderings import Grid, Parts, Text, add_parts, markdown, page
from tests.ingest.typeset_pdf import BODY, MM, PLAIN, TITLE, flowables, write_pdf

_MARK = ParagraphStyle(
    "mark", fontName=FONT, fontSize=36, leading=48, textColor=colors.red, alignment=TA_CENTER, spaceBefore=40, spaceAfter=36
)
_LINE = ParagraphStyle("line", parent=PLAIN, spaceAfter=6)
_CENTRED = ParagraphStyle("centred", parent=_LINE, alignment=TA_CENTER)
_RIGHT = ParagraphStyle("right", parent=PLAIN, alignment=TA_RIGHT, rightIndent=64)
_FIRST_ATTACHMENT = ParagraphStyle("first attachment", parent=BODY, leftIndent=96, firstLineIndent=-64, spaceBefore=28)
_NEXT_ATTACHMENT = ParagraphStyle("next attachment", parent=BODY, leftIndent=96, firstLineIndent=-16)
_IMPRINT = ParagraphStyle("imprint", parent=PLAIN, fontSize=14, leading=24)
_WIDE = " " * 20


@dataclass(frozen=True)
class Paper:
    """An official document; `title` in the lines in which it is printed, `enclosed` what it puts in force or sends along, `box` what a site prints above it."""

    mark: str
    number: str
    title: tuple[str, ...]
    body: Parts
    signed: tuple[str, ...]
    dated: str
    signatory: str = ""
    addressee: str = ""
    attachments: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    enclosed: Parts = ()
    copied: str = ""
    printed: tuple[str, str] | None = None
    box: tuple[tuple[str, str], ...] = ()

    @property
    def attached(self) -> tuple[str, ...]:
        """The lines that name the attachments: 附件：1.… and 2.…; one alone has no number."""
        if len(self.attachments) == 1:
            return (f"附件：{self.attachments[0]}",)
        return tuple(("附件：" if number == 1 else "") + f"{number}.{name}" for number, name in enumerate(self.attachments, 1))


def paper_markdown(paper: Paper) -> str:
    """As Markdown, as converters write it: the title with its mark, the rest as paragraphs."""
    head = [paper.mark, paper.number, *([f"签发人：{paper.signatory}"] if paper.signatory else [])]
    text = [Text(line) for line in head if line]
    text += [Text("".join(paper.title), heading=1), *([Text(paper.addressee)] if paper.addressee else []), *paper.body]
    text += [Text(line) for line in (*paper.attached, *paper.signed, paper.dated, *paper.remarks)]
    return markdown([*text, *paper.enclosed, *map(Text, _imprint(paper))])


def paper_text(paper: Paper) -> str:
    """As a text file typed by hand: the title in its lines, paragraphs and signature set in, the signatory on the right of the number."""
    number = paper.number + (f"{_WIDE}签发人：{paper.signatory}" if paper.signatory else "")
    lines = [paper.mark, "", *([number] if number.strip() else []), "", *(f"{'　' * 6}{line}" for line in paper.title), ""]
    lines += [paper.addressee] if paper.addressee else []
    lines += [_typed(part) for part in paper.body]
    lines += ["", *("　　" + ("　　　" if number else "") + line for number, line in enumerate(paper.attached)), ""]
    lines += [*(f"{'　' * 16}{line}" for line in (*paper.signed, paper.dated)), *(f"　　{line}" for line in paper.remarks), ""]
    lines += [_typed(part) for part in paper.enclosed]
    return "\n".join([*lines, "", *_imprint(paper)]) + "\n"


def paper_page(paper: Paper) -> bytes:
    """As a page of a government's site, which prints its box above the title, in GB 18030."""
    parts = [Text(line) for line in (paper.mark, paper.number, f"签发人：{paper.signatory}" if paper.signatory else "") if line]
    parts += [Text("".join(paper.title), heading=1), *([Text(paper.addressee)] if paper.addressee else []), *paper.body]
    parts += [Text(line) for line in (*paper.attached, *paper.signed, paper.dated, *paper.remarks)]
    pairs = [f"<td><b>{label}：</b></td><td>{escape(value)}</td>" for label, value in paper.box]
    rows = "".join(f"<tr>{''.join(pairs[start : start + 2])}</tr>" for start in range(0, len(pairs), 2))
    box = f'<table class="xxgk">{rows}</table>' if rows else ""
    return page([*parts, *paper.enclosed, *map(Text, _imprint(paper))], box=box).encode("gb18030")


def write_paper_docx(path: Path, paper: Paper) -> Path:
    """As a Word file: the mark in a text box, titles large and without a style, the signatory behind a tab, running head and page number, the imprint as a table."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料 注意保存"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    document.add_paragraph()._p.append(_text_box(paper.mark))
    number = document.add_paragraph(paper.number + (f"\t签发人：{paper.signatory}" if paper.signatory else ""))
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_title(document, paper.title)
    add_parts(document, [*([Text(paper.addressee)] if paper.addressee else []), *paper.body, *map(Text, paper.attached)])
    for line in (*paper.signed, paper.dated):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add_parts(document, [*map(Text, paper.remarks)])
    for part in paper.enclosed:
        if isinstance(part, Text) and part.heading == 1:
            _add_title(document, [part.words])
        else:
            add_parts(document, [part])
    if paper.printed:
        table = document.add_table(2 if paper.copied else 1, 2)
        if paper.copied:
            table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = paper.copied
        for cell, words in zip(table.rows[-1].cells, paper.printed, strict=True):
            cell.text = words
    document.save(str(path))
    return path


def _add_title(document: Any, lines: Sequence[str]) -> None:
    """A title without a style, large and in the middle."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for index, line in enumerate(lines):
        run = paragraph.add_run(line)
        run.font.size = Pt(22)
        if index + 1 < len(lines):
            run.add_break()


def write_paper_pdf(path: Path, paper: Paper) -> Path:
    """As a PDF: the mark large and red above a red line, the signatory on the right, the signature on the right, the imprint between lines."""
    return write_pdf(path, list(_set(paper)), head="")


def _set(paper: Paper) -> Iterator[Flowable]:
    across = 210 * MM - 54 * MM
    yield Paragraph(paper.mark, _MARK)
    if paper.signatory:
        yield Table([[Paragraph(paper.number, _LINE), Paragraph(f"签发人：{paper.signatory}", _RIGHT)]], colWidths=[across / 2] * 2)
    elif paper.number:
        yield Paragraph(paper.number, _CENTRED)
    yield HRFlowable(width="100%", thickness=2, color=colors.red, spaceAfter=40)
    yield Paragraph("<br/>".join(paper.title), TITLE)
    yield from flowables([*([Text(paper.addressee)] if paper.addressee else []), *paper.body])
    for number, line in enumerate(paper.attached):
        yield Paragraph(line, _NEXT_ATTACHMENT if number else _FIRST_ATTACHMENT)
    yield Paragraph("<br/>".join(("", "", *paper.signed, paper.dated)), _RIGHT)
    yield from (Paragraph(line, BODY) for line in paper.remarks)
    if paper.enclosed:
        yield PageBreak()
        yield from flowables(paper.enclosed)
    if paper.printed:
        yield HRFlowable(width="100%", thickness=1, color=colors.black, spaceBefore=80, spaceAfter=4)
        if paper.copied:
            yield Paragraph(paper.copied, _IMPRINT)
            yield HRFlowable(width="100%", thickness=0.7, color=colors.black, spaceBefore=2, spaceAfter=4)
        sides = [
            Paragraph(paper.printed[0], _IMPRINT),
            Paragraph(paper.printed[1], ParagraphStyle("date", parent=_IMPRINT, alignment=TA_RIGHT)),
        ]
        yield Table([sides], colWidths=[across * 0.6, across * 0.4])
        yield HRFlowable(width="100%", thickness=1, color=colors.black)


def _typed(part: Text | Grid) -> str:
    if isinstance(part, Grid):
        return markdown([part])
    return f"\n\n{'　' * 6}{part.words}\n" if part.heading == 1 else f"　　{part.words}"


def _text_box(words: str) -> Any:
    box = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    return parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'
    )


def _imprint(paper: Paper) -> list[str]:
    return [paper.copied] * bool(paper.copied) + ([_WIDE.join(paper.printed)] if paper.printed else [])
