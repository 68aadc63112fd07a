"""The section tree of a document, with its blocks in reading order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.language.numbering import numbering_of
from corpus.model.document import Block, Section
from corpus.model.span import Span
from ingest.canonical import CanonicalText, PlacedLine
from ingest.headings import Heading, HeadingReader
from ingest.tables import Table, read_table

MAX_FRONT = 40
"""Lines at the start of a document among which a table of contents may stand."""
_ANNEX = re.compile(r"附\s*[件录]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?")
MAX_ANNEX_TITLE = 40
"""The longest title of an annex that heads a list in characters."""


@dataclass(frozen=True, slots=True)
class Content:
    """Text or a table under one section: `section` is its ordinal (None above the first heading), `span` the text without its heading."""

    section: int | None
    span: Span
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """A document's blocks, sections and the content between headings."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    contents: tuple[Content, ...]


@dataclass(slots=True)
class _Open:
    ordinal: int
    level: int
    label: bool


def split_sections(canonical: CanonicalText, title: str) -> Structure:
    """Blocks, sections and contents of one document. The line that prints `title` first is its title block, what stands above it no section."""
    builder = _Builder(canonical)
    lines = canonical.lines
    title_line = _title_line(lines, title)
    index = 0
    contents_list = _contents_list(lines)
    while index < len(lines):
        if index in contents_list:
            builder.add_furniture(lines[index])
            index += 1
            continue
        table = read_table(lines, index)
        if table:
            builder.add_table(table)
            index += table.lines
        elif index <= title_line:
            builder.add_head(lines[index], is_title=index == title_line)
            index += 1
        else:
            is_caption = _table_below(lines, index) or _names_annex(lines, index)
            builder.add_line(lines[index], is_caption=is_caption)
            index += 1
    return builder.finish()


def _title_line(lines: Sequence[PlacedLine], title: str) -> int:
    """Which line above the first numbered heading prints `title`, the period below it aside; -1 when none does."""
    found, longest = -1, 3
    for index, line in enumerate(lines[:MAX_FRONT]):
        plain = "".join(line.text.split())
        if title.startswith(plain) and len(plain) > longest:
            found, longest = index, len(plain)
        if numbering_of(line.text):
            break
    return found


def _table_below(lines: Sequence[PlacedLine], index: int) -> bool:
    """Whether a table starts right below lines[index]; a caption in brackets (单位：亿元) may stand between."""
    below = index + 1
    if below < len(lines) and re.fullmatch(r"[（(].{2,30}[）)]", lines[below].text.strip()):
        below += 1
    return below < len(lines) and read_table(lines, below) is not None


def _names_annex(lines: Sequence[PlacedLine], index: int) -> bool:
    """Whether lines[index] is the title below 附件1, above the items of a list: 申报材料清单."""
    if not 0 < index < len(lines) - 1 or not _ANNEX.fullmatch(lines[index - 1].text.strip()):
        return False
    text, below = lines[index].text.strip(), numbering_of(lines[index + 1].text)
    return len(text) <= MAX_ANNEX_TITLE and not re.search(r"[：:！？]", text) and numbering_of(text) is None and below is not None


def _contents_list(lines: Sequence[PlacedLine]) -> range:
    """The lines of a printed table of contents: from 目录 to where its first heading comes again."""
    start = next((i for i, line in enumerate(lines[:MAX_FRONT]) if re.fullmatch(r"目\s*[录次]", line.text.strip())), None)
    if start is None or start + 2 >= len(lines):
        return range(0)
    first = _without_page(lines[start + 1].text)
    again = (i for i, line in enumerate(lines) if i > start + 1 and _without_page(line.text) == first)
    return range(start, next(again, start + 1))


def _without_page(entry: str) -> str:
    """A line of a table of contents as its heading reads: without the dots and the page behind it."""
    return re.sub(r"[.．…·⋯]{2,}\d{0,3}$|(?<=[^\d])\d{1,3}$", "", "".join(entry.split()))


class _Builder:
    def __init__(self, canonical: CanonicalText) -> None:
        self._canonical = canonical
        self._reader = HeadingReader(canonical.lines)
        self._blocks: list[Block] = []
        self._contents: list[Content] = []
        self._headings: list[tuple[Heading, int | None, int, Span]] = []
        self._ends: dict[int, int] = {}
        self._items: dict[int, Span] = {}
        self._stack: list[_Open] = []

    def add_furniture(self, line: PlacedLine) -> None:
        self._add_block(Block("paragraph", line.span))

    def add_head(self, line: PlacedLine, *, is_title: bool) -> None:
        self._add_block(Block("title" if is_title else "paragraph", line.span))
        if not is_title:
            self._contents.append(Content(None, line.span))

    def add_table(self, table: Table) -> None:
        self._add_block(Block("table", table.span, rows=table.rows))
        self._contents.append(Content(self._section(), table.span, table))

    def add_line(self, line: PlacedLine, *, is_caption: bool) -> None:
        heading = self._reader.read(line, is_caption=is_caption)
        if heading is None:
            self._add_block(Block("paragraph", line.span))
            self._contents.append(Content(self._section(), line.span))
            return
        self._open(heading, Span(line.span.start, line.span.start + heading.title_end))
        own_line = heading.body_start >= len(line.span) and not (heading.label and line.text.endswith(("：", ":")))
        depth = len(self._stack)
        self._add_block(Block("heading" if own_line else "paragraph", line.span, level=depth if own_line else None))
        if own_line and heading.number and heading.title:
            start = line.span.start + line.text.rindex(heading.title)
            self._items[len(self._headings) - 1] = Span(start, line.span.end)
        if heading.body_start < len(line.span):
            self._contents.append(Content(self._section(), Span(line.span.start + heading.body_start, line.span.end)))

    def finish(self) -> Structure:
        self._close(0, self._canonical.lines[-1].span.end if self._canonical.lines else 0)
        sections: list[Section] = []
        for ordinal, (heading, parent, level, span) in enumerate(self._headings):
            both_digits = heading.number[-1:].isdigit() and heading.title[:1].isdigit()
            name = span.of(self._canonical.text) if both_digits else heading.number + heading.title
            path = (*sections[parent].path, name) if parent is not None else (name,)
            end = max(self._ends[ordinal], span.end)
            sections.append(Section(ordinal, parent, level, heading.number, heading.title, path, span, Span(span.start, end)))
        return Structure(tuple(self._blocks), tuple(sections), self._with_items())

    def _with_items(self) -> tuple[Content, ...]:
        """The contents in reading order; a numbered heading with nothing below it is an item of a list and says all itself."""
        filled = {content.section for content in self._contents} | {parent for _, parent, _, _ in self._headings}
        items = [Content(ordinal, span) for ordinal, span in self._items.items() if ordinal not in filled]
        return tuple(sorted([*self._contents, *items], key=lambda content: content.span.start))

    def _section(self) -> int | None:
        return self._stack[-1].ordinal if self._stack else None

    def _add_block(self, block: Block) -> None:
        page = self._canonical.offsets.page(block.span.start)
        self._blocks.append(Block(block.kind, block.span, block.level, block.rows, page))

    def _open(self, heading: Heading, span: Span) -> None:
        level = self._label_level() if heading.label else heading.level
        self._close(level, max(span.start - 1, 0))
        parent = self._section()
        ordinal = len(self._headings)
        self._headings.append((heading, parent, len(self._stack) + 1, span))
        self._stack.append(_Open(ordinal, level, heading.label))

    def _label_level(self) -> int:
        """A label is a sibling of the labels before it under the same heading, else one half level below the innermost heading."""
        for entry in reversed(self._stack):
            if entry.label:
                return entry.level
        return self._stack[-1].level + 1 if self._stack else 2

    def _close(self, level: int, end: int) -> None:
        while self._stack and self._stack[-1].level >= level:
            self._ends[self._stack.pop().ordinal] = end
