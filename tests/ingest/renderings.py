"""One document in every format that is read: as Markdown, as a Word file with typed or automatic numbers, and as a web page."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))
_NUMBERS = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"（[一二三四五六七八九十]+）"),
    re.compile(r"\d+\."),
    re.compile(r"（\d+）"),
)


@dataclass(frozen=True)
class Text:
    """A paragraph; `heading` is 1 for the title, 2 for 一、 and so on, 0 for text whose first `bold` characters are bold."""

    words: str
    heading: int = 0
    bold: int = 0


@dataclass(frozen=True)
class Cell:
    """A cell over so many columns and rows; the lines of its words are paragraphs."""

    words: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Grid:
    """A table."""

    rows: tuple[tuple[Cell, ...], ...]


Parts = Sequence[Text | Grid]


def markdown(parts: Parts) -> str:
    """`parts` as Markdown, tables as HTML."""
    return "\n\n".join(_markdown(part) for part in parts) + "\n"


def page(parts: Parts, *, box: str = "") -> str:
    """`parts` as a page of a site, with navigation around it and the `box` of the site above."""
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("首页", "政务公开", "政务服务", "互动交流"))
    top = f'<div class="header"><ul class="nav">{links}</ul></div><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/x">政策文件</a></div>'
    foot = '<div class="footer"><p>网站标识码：2101000001 ICP备12345678号-1</p><p>联系我们</p></div>'
    body = "\n".join(_html(part) for part in parts)
    return f'<html><head><meta charset="gb2312"><script>var a="<p>1</p>";</script></head><body>{top}{box}<div class="TRS_Editor">{body}</div>{foot}</body></html>'


def write_word(path: Path, parts: Parts, *, automatic: bool) -> Path:
    """`parts` as a Word file; with `automatic` its headings and items have the numbers of a list instead of typed ones."""
    document = docx.Document()
    if automatic:
        _add_list(document)
    add_parts(document, parts, automatic=automatic)
    document.save(str(path))
    return path


def add_parts(document: Any, parts: Parts, *, automatic: bool = False) -> None:
    """`parts` at the end of a Word file."""
    for part in parts:
        if isinstance(part, Grid):
            _add_table(document, part)
        else:
            _add_text(document, part, automatic=automatic)


def _markdown(part: Text | Grid) -> str:
    if isinstance(part, Grid):
        return _table(part)
    mark = "#" * part.heading + " " if part.heading else ""
    return f"{mark}**{part.words[: part.bold]}**{part.words[part.bold :]}" if part.bold else mark + part.words


def _html(part: Text | Grid) -> str:
    if isinstance(part, Grid):
        return _table(part)
    if part.heading:
        return f"<h{min(part.heading, 6)}>{html.escape(part.words)}</h{min(part.heading, 6)}>"
    bold, rest = html.escape(part.words[: part.bold]), html.escape(part.words[part.bold :])
    return f"<p>　　<strong>{bold}</strong>{rest}</p>" if part.bold else f"<p>　　{rest}</p>"


def _table(grid: Grid) -> str:
    rows = (
        "".join(
            f'<td colspan="{cell.columns}" rowspan="{cell.rows}">{"<br>".join(map(html.escape, cell.words.split(chr(10))))}</td>'
            for cell in row
        )
        for row in grid.rows
    )
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def _add_text(document: Any, part: Text, *, automatic: bool) -> None:
    level = next((index for index, number in enumerate(_NUMBERS) if number.match(part.words)), None) if automatic else None
    typed = _NUMBERS[level].match(part.words) if level is not None else None
    words = part.words[typed.end() :] if typed else part.words
    bold = max(part.bold - (typed.end() if typed else 0), 0)
    if part.heading:
        paragraph = document.add_heading(words, level=part.heading if not automatic else part.heading - 1)
    else:
        paragraph = document.add_paragraph()
        if bold:
            paragraph.add_run(words[:bold]).bold = True
        paragraph.add_run(words[bold:])
    if level is not None:
        numbering = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="99"/></w:numPr>')
        paragraph._p.get_or_add_pPr().append(numbering)


def _add_list(document: Any) -> None:
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(_LEVELS)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))


def _add_table(document: Any, grid: Grid) -> None:
    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, Cell]] = []
    for row, cells in enumerate(grid.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            placed.append((row, column, cell))
            taken |= {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
    table = document.add_table(len(grid.rows), 1 + max(column for _, column in taken))
    for row, column, cell in placed:
        target = table.cell(row, column)
        if cell.columns > 1 or cell.rows > 1:
            target = target.merge(table.cell(row + cell.rows - 1, column + cell.columns - 1))
        target.text = ""
        for number, line in enumerate(cell.words.split("\n")):
            (target.paragraphs[0] if not number else target.add_paragraph()).add_run(line)
    for properties in table._tbl.iter(qn("w:tblPr")):
        properties.append(parse_xml(f"<w:tblOverlap {nsdecls('w')} w:val='never'/>"))
