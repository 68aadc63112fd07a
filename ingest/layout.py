"""Layout repair: from a source's lines to the lines a reader would see on an unbroken page.

Page breaks cut sentences, owner lists and titles; running heads, page numbers and repeated table headers stand in between. What
decides is always the text around a break (an open bracket, a missing full stop, a number that starts a new item), never the document.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from corpus.language.numbering import PRINTED_QUESTION, numbering_of, numeral_value
from corpus.language.titles import ends_like_title
from ingest.broken_titles import continues_title
from ingest.fragment import Fragment, keep_cell, keep_text, quote_mark
from ingest.ideographs import plain_ideographs
from ingest.printed_paragraphs import MAX_PARAGRAPH, source_lines
from ingest.readers.source import Source
from ingest.spaced_tables import spaced_tables
from ingest.table_markup import MarkedTable, marked_tables
from ingest.wrapping import FULL, SHORT_LINE, TERMINATED, Printed, Wrapping, wrapping_of

_HASHES = re.compile(r"\s{0,3}(#{1,6})\s*")
_RULE = re.compile(r"[\s|:\t\-–—=]*-{3,}[\s|:\t\-–—=]*")
_PAGE_NUMBER = re.compile(r"\s*(?:[-—–－·]\s*\d{1,4}\s*[-—–－·]|第\s*\d{1,4}\s*页(?:\s*[共/]\s*\d{1,4}\s*页?)?)\s*")
_SENTENCE_END = re.compile(r"[。！？!?…][”’」』）)》】\"'\s]*$")
_INDENT = re.compile(r"\u3000|[ \u3000]{2}|\t")
_PAIRS = {"《": "》", "（": "）", "(": ")", "“": "”", "【": "】", "〈": "〉", "〔": "〕"}
_INNER_ITEM = re.compile(r"(?<=[）)。])\s*([0-9０-９]{1,2})[.．、](?=[\u4e00-\u9fff])")
_FOOT_LABEL = re.compile(r"(?:抄送|抄报|主送|联系人|联系电话|联系方式|附件?|注|备注|公开方式|签发人)\s*[：:]")
BARS = ("|", "｜")
MAX_HEADERS = 3
"""Rows that the heading of a table takes at the most."""
MIN_DRESSED = 0.1
"""The share of pages that have a running head or foot in common, at the least; fewer only begin or end with the same words."""
HEAD = 4
"""Lines at the start of a file among which a title may be broken in two."""

Style = Literal["blank", "line"] | Wrapping


@dataclass(frozen=True, slots=True)
class Line:
    """One repaired line: `cells` has one fragment for text, several for a table row. `hashes` counts heading marks, `bold` a bold start.

    Of a row, `opens` is set where the source starts a table with it, and `continued` are the columns in which the cell above goes on.
    """

    cells: tuple[Fragment, ...]
    is_row: bool = False
    hashes: int = 0
    bold: bool = False
    opens: bool = False
    continued: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The line's characters, cells separated by tabs."""
        return "\t".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Raw:
    line: Line
    blank_before: bool
    width: int
    indented: bool = False
    full: bool | None = None
    column: int = 0

    @property
    def printed(self) -> Printed:
        """The line as far as wrapping goes."""
        return Printed(self.line.text, self.indented, self.blank_before, self.full, self.column)


def repair_layout(source: Source) -> tuple[Line, ...]:
    """The lines of `source` with broken ones joined, page furniture left out and radicals read as ideographs, in reading order."""
    source = replace(source, text=plain_ideographs(source.text))
    raws = list(_read_lines(source))
    style = "line" if source.marked else _style_of(raws)
    full_width = _full_width(raws)
    lines: list[Line] = []
    headers: list[list[str]] = []
    previous: _Raw | None = None
    for raw in raws:
        if raw.line.is_row:
            in_table = bool(lines) and lines[-1].is_row
            names = ["".join(cell.text.split()) for cell in raw.line.cells]
            if in_table and names in headers:
                previous = raw
                continue
            cut = raw.line.opens or (previous is not None and previous.line.is_row and previous.line.text != lines[-1].text)
            if in_table and cut and headers and _goes_on(lines[-1], raw.line, headers[0][0]):
                lines[-1] = replace(lines[-1], cells=tuple(a + b for a, b in zip(lines[-1].cells, raw.line.cells, strict=True)))
            else:
                headers = _headers(headers if in_table else [], names, raw.line)
                lines.append(raw.line)
        elif previous and lines and not lines[-1].is_row and _continues(lines, previous, raw, style, full_width):
            last = lines[-1]
            lines[-1] = Line((last.cells[0] + raw.line.cells[0],), hashes=last.hashes, bold=last.bold)
        else:
            lines.append(raw.line)
        previous = raw
    return tuple(_split_inner_items(lines))


def _headers(headers: list[list[str]], names: list[str], line: Line) -> list[list[str]]:
    """The rows that head the table which `line` is a row of, once it is read: a later page repeats them."""
    if not headers or (line.opens and all(names) and not any(name.isdigit() for name in names)):
        return [names]
    return [*headers, names] if line.continued and len(headers) < MAX_HEADERS else headers


def _goes_on(row: Line, below: Line, first_heading: str) -> bool:
    """Whether the first row on a page ends the last one of the page before: in a numbered table it has no number and fills some cells only."""
    filled = [bool(cell.text) for cell in below.cells]
    return (
        first_heading == "序号"
        and row.cells[0].text.strip().isdigit()
        and len(row.cells) == len(below.cells)
        and not filled[0]
        and not all(filled[1:])
        and not re.search(r"[合总小]\s*计", below.text)
    )


def _read_lines(source: Source) -> Iterator[_Raw]:
    furniture = frozenset() if source.marked else _page_furniture(source)
    position = 0
    for table in sorted([*marked_tables(source.text), *spaced_tables(source.text)], key=lambda table: table.start):
        if table.start < position:
            continue
        yield from _read_text(source, position, table.start, furniture)
        yield from _read_rows(source, table)
        position = table.end
    yield from _read_text(source, position, len(source.text), furniture)


def _read_rows(source: Source, table: MarkedTable) -> Iterator[_Raw]:
    if table.caption:
        caption = Line((keep_text(source.text, *table.caption),))
        yield _Raw(caption, blank_before=True, width=len(caption.text))
    opens = True
    for row in table.rows:
        endless = [cell for cell in row.cells if cell and cell.end - cell.start > MAX_PARAGRAPH]
        for cell in endless:
            yield from _read_text(source, cell.start, cell.end, frozenset())
        if endless:
            continue
        cells = tuple(keep_cell(source.text, cell.start, cell.end) if cell else Fragment() for cell in row.cells)
        if any(cell.text for cell in cells):
            yield _Raw(Line(cells, is_row=True, opens=opens, continued=row.continued), blank_before=False, width=0)
            opens = False


def _read_text(source: Source, position: int, stop: int, furniture: frozenset[int]) -> Iterator[_Raw]:
    blank = in_table = dressed = False
    for start, text in source_lines(source.text, position, stop):
        quoted = quote_mark(text)
        if not text[quoted:].strip():
            blank = not dressed
            continue
        if _RULE.fullmatch(text) or _PAGE_NUMBER.fullmatch(text) or start in furniture:
            dressed = source.full is not None
            blank = blank and not dressed
            continue
        line = _line_of(source.text, start + quoted, start + len(text), in_table=in_table and not blank)
        if line.text.strip():
            full = None if source.full is None else start in source.full
            yield _Raw(line, blank, len(line.text), _INDENT.match(text) is not None, full, _column_of(text))
            blank, in_table, dressed = False, line.is_row, False


def _column_of(text: str) -> int:
    """Where the first character of `text` stands, a Chinese character counting two."""
    return sum(1 + (character == "\u3000") for character in text[: len(text) - len(text.lstrip())])


def _line_of(source: str, start: int, end: int, *, in_table: bool) -> Line:
    """The line at source[start:end]; inside a table one tab makes a row, as of one whose last cells are empty."""
    text = source[start:end]
    separator = next((bar for bar in BARS if text.count(bar) >= 2 and (bar == "｜" or text.lstrip().startswith(bar))), "\t")
    if text.count(separator) >= (1 if in_table and not numbering_of(text) else 2):
        return Line(tuple(_cells(source, start, end, separator)), is_row=True)
    match = _HASHES.match(text)
    hashes = len(match[1]) if match else 0
    offset = match.end() if match else 0
    return Line((keep_text(source, start + offset, end),), hashes=hashes, bold=text[offset:].lstrip().startswith("**"))


def _cells(source: str, start: int, end: int, separator: str) -> Iterator[Fragment]:
    if separator in BARS:
        text = source[start:end]
        start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        start += source.startswith(separator, start)
        end -= end > start and source[end - 1] == separator
    while True:
        cut = source.find(separator, start, end)
        yield keep_cell(source, start, end if cut < 0 else cut)
        if cut < 0:
            return
        start = cut + 1


def _page_furniture(source: Source) -> frozenset[int]:
    """Where lines start that only dress a page: numbers at its very ends, and what the ends of three pages or more have in common.

    Where the file tells places, what both pages of two begin or end with is enough.
    """
    pages = [_printed_lines(source.text, start, end) for start, end in pairwise([*source.pages, len(source.text)])]
    ends = [dict([*page[:2], *page[-2:]]) for page in pages]
    counts = Counter(key for page in ends for key in set(page.values()) if key)
    least = max(3, len(pages) * MIN_DRESSED)
    if source.full is not None and len(pages) == 2:
        edges = [dict([*page[:1], *page[-1:]]) for page in pages]
        ends, least = [{start: key for start, key in edge.items() if not key.startswith("<")} for edge in edges], 2
    numbers = (start for page in pages for start, key in (*page[:1], *page[-1:]) if not key)
    return frozenset((*numbers, *(start for page in ends for start, key in page.items() if counts[key] >= least)))


def _printed_lines(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where each line of text[start:end] that is not blank starts, and its characters without figures and white space."""
    matches = re.finditer(r"^.*\S.*$", text[start:end], re.MULTILINE)
    return [(start + match.start(), re.sub(r"[\d\s]+", "", match[0])) for match in matches]


def _style_of(raws: Sequence[_Raw]) -> Style:
    """How the file marks paragraphs: by a blank line, by a line end, or not at all (lines wrapped at a fixed width)."""
    texts = [raw for raw in raws if not raw.line.is_row]
    if not texts:
        return "line"
    wrapping = wrapping_of([raw.printed for raw in texts])
    return wrapping or ("blank" if sum(raw.blank_before for raw in texts) >= 0.5 * len(texts) else "line")


def _full_width(raws: Sequence[_Raw]) -> int:
    widths = sorted(raw.width for raw in raws if not raw.line.is_row)
    return widths[int(len(widths) * 0.9)] if widths else 0


def _continues(lines: Sequence[Line], previous: _Raw, raw: _Raw, style: Style, full_width: int) -> bool:
    """Whether `raw` goes on with the last of `lines`."""
    before, after = lines[-1].text, raw.line.text
    if len(before) + len(after) > MAX_PARAGRAPH:
        return False
    terminated = TERMINATED.search(before) is not None and not before.endswith(("，", "、"))
    if PRINTED_QUESTION.match(after):
        return False
    if not _SENTENCE_END.search(before) and _has_open_bracket(before):
        return True
    if len(lines) <= HEAD and not raw.line.hashes and not terminated and continues_title(before, after, apart=raw.blank_before):
        return True
    if _FOOT_LABEL.match(after):
        return False
    if raw.line.hashes or lines[-1].hashes or raw.line.bold:
        return False
    if isinstance(style, Wrapping):
        return style.goes_on(before, previous.printed, raw.printed)
    if terminated or numbering_of(after) or _is_title(before, after):
        return False
    if len(lines) > 1 and numbering_of(before) and numbering_of(lines[-2].text) and lines[-2].text.endswith(("；", ";")):
        return style == "blank" or previous.width >= FULL * full_width
    if numbering_of(before) and len(before) <= 2 * SHORT_LINE and "。" not in before and not before.endswith(("，", "、")):
        return False
    if before.endswith(("，", "、")):
        return style != "line" or after[:1] not in "“《"
    return style == "blank" and len(before) >= SHORT_LINE


def _is_title(before: str, after: str) -> bool:
    return ends_like_title(before) and len(before) <= 3 * SHORT_LINE and not re.search(r"[，。；]", before) and after[:1] not in "（("


def _has_open_bracket(text: str) -> bool:
    """Whether a bracket or quotation mark of the last sentence is still open at its end."""
    tail = text[text.rfind("。") + 1 :]
    return any(tail.count(opening) > tail.count(_PAIRS[opening]) for opening in _PAIRS if opening not in "“（(") or (
        tail.count("（") + tail.count("(") > tail.count("）") + tail.count(")")
    )


def _split_inner_items(lines: Sequence[Line]) -> Iterator[Line]:
    """Part a line where the next item of a numbered list was set without a line break: "…负责）10.大力…" after item 9."""
    last_number = 0
    for line in lines:
        rest = line
        while not rest.is_row:
            match = re.match(r"([0-9０-９]{1,2})[.．、]", rest.text)
            last_number = numeral_value(match[1]) or 0 if match else last_number
            cut = next((m for m in _INNER_ITEM.finditer(rest.text) if numeral_value(m[1]) == last_number + 1), None)
            if cut is None:
                break
            yield Line((rest.cells[0].cut(0, cut.start()),), hashes=rest.hashes, bold=rest.bold)
            rest = Line((rest.cells[0].cut(cut.start(1)),))
        yield rest
