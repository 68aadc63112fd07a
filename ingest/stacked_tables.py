"""Tables of figures printed one cell a line without numbers: rows where the lines leave no doubt, and what stays unread between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.language.titles import ends_like_title
from corpus.model.document import Row
from corpus.model.span import Span
from ingest.canonical import PlacedLine
from ingest.row_alignment import align, is_empty, is_value, is_value_heading

_KIND = re.compile(r"类别|类型|领域|维度|一级指标|方面$")
_CAPTION = re.compile(r"(?:附?[表件]|续表)\s*(?:[\d一二三四五六七八九十]+|$)|.*[（(]续[)）]$")
_NOTE = re.compile(r"[*※]?\s*(?:注|说明|备注|资料来源|数据来源)\s*\d?\s*[：:]")
_SUBJECT = re.compile(r"(?:一级|二级|三级)?指标(?:名称|类别)?|序号|类别|类型|领域|维度")
MIN_ROWS = 2
MIN_READ = 0.5
"""Share of the lines from the heading to the last row that rows must hold: else it is no table, or not one that can be read."""
MAX_LINES = 1200
"""Lines that one table takes at the most."""


@dataclass(frozen=True, slots=True)
class StackedRows:
    """The heading and the rows below it, over so many `lines`; what belongs to no row for certain is a row of one cell.
    It is `whole` where there is nothing of the kind."""

    rows: tuple[Row, ...]
    lines: int
    whole: bool


def is_caption(text: str, following: str) -> bool:
    """Whether a line that reads like a heading of a column is the title of the table: 表1 主要指标, above 指标名称."""
    return _CAPTION.match(text) is not None or (
        text.endswith("指标") and not _SUBJECT.fullmatch(text) and bool(_SUBJECT.fullmatch(following))
    )


def stacked_rows(headings: Sequence[PlacedLine], below: Sequence[PlacedLine]) -> StackedRows | None:
    """The rows that `below` holds under `headings`; None where they cannot be told."""
    names = [line.text.strip() for line in headings]
    kinds = _KIND.search(names[0]) is not None
    columns = names[kinds:]
    if not any(map(is_value_heading, columns)):
        return None
    positions = tuple(cell_lines(below, names))
    alignment = align(columns, [below[position].text.strip() for position in positions])
    starts = tuple(_together(alignment.starts, alignment.width))
    if len(starts) < MIN_ROWS:
        return None
    rows, read = _rows([below[position] for position in positions], starts, alignment.width, kinds=kinds)
    end = starts[-1] + alignment.width
    table = StackedRows((header_row(headings), *rows), len(headings) + positions[end - 1] + 1, read == end)
    return table if read >= MIN_READ * end else None


def _rows(lines: Sequence[PlacedLine], starts: Sequence[int], width: int, *, kinds: bool) -> tuple[list[Row], int]:
    """The rows at `starts`, what stands between them, and how many lines are cells; `kinds` of rows may be printed above the first of each."""
    rows: list[Row] = []
    category: Span | None = None
    taken = read = 0
    ends = (0, *(start + width for start in starts))
    no_names = {lines[start - 1].text.strip() for start, end in zip(starts, ends, strict=False) if start - 1 == end}
    no_names |= {line.text.strip() for start in starts for line in lines[start + 1 : start + width]}
    for start in starts:
        between = lines[taken:start]
        is_kind = len(between) == 1 and kinds and _is_category(between[0].text)
        category = between[0].span if is_kind else category if not between else None
        if between and not is_kind:
            rows.append(unread(between))
        row = lines[start : start + width]
        cells = tuple(line.span for line in row)
        leading = (category or Span(cells[0].start, cells[0].start),) if kinds else ()
        is_row = row[0].text.strip() not in no_names
        rows.append(Row(Span(cells[0].start, cells[-1].end), (*leading, *cells)) if is_row else unread(row))
        read += (width if is_row else 0) + is_kind
        taken = start + width
    return rows, read


def cell_lines(below: Sequence[PlacedLine], names: Sequence[str]) -> Iterator[int]:
    """The lines of the table that are cells, up to its end: without the headings that every page repeats."""
    position = 0
    while position < min(len(below), MAX_LINES):
        text = below[position].text.strip()
        repeated = _repeated(below, position, names)
        if repeated or (_CAPTION.match(text) and _repeated(below, position + 1, names)):
            position += repeated or 1
        elif below[position].line.hashes or below[position].line.is_row or _NOTE.match(text) or _CAPTION.match(text):
            return
        else:
            yield position
            position += 1


def _repeated(below: Sequence[PlacedLine], position: int, names: Sequence[str]) -> int:
    """How many lines from `position` on repeat the headings `names`; 0 where they do not."""
    lines = below[position : position + len(names)]
    return len(names) if [line.text.strip() for line in lines] == list(names) else 0


def _together(starts: Sequence[int], width: int) -> Iterator[int]:
    """The first rows of `starts` that no more than what two rows take sets apart."""
    end = 0
    for start in starts:
        if start - end > 2 * width:
            return
        yield start
        end = start + width


def _is_category(text: str) -> bool:
    return not (is_value(text) or is_empty(text) or ends_like_title(text))


def header_row(headings: Sequence[PlacedLine]) -> Row:
    """The row that the lines `headings` are."""
    return Row(Span(headings[0].span.start, headings[-1].span.end), tuple(line.span for line in headings), header=True)


def unread(lines: Sequence[PlacedLine]) -> Row:
    """A row of one cell: what these lines are cells of cannot be told."""
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Row(span, (span,))
