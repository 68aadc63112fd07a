"""Numbered tables printed one cell a line: a record starts at the line that is the next number."""

import re
from collections.abc import Sequence

from corpus.language.numbering import numbering_of
from corpus.model.document import Row
from corpus.model.span import Span
from ingest.canonical import PlacedLine
from ingest.row_alignment import is_number, may_stand_below, places
from ingest.stacked_tables import StackedRows, cell_lines, header_row, unread

_ITEM = re.compile(r"\d{1,2}[、.．)）]")
MAX_CATEGORY = 14
"""The longest line that groups records."""
MAX_LONGER = 12
"""Times that a record may be as long as its columns are many: a cell may be a list."""


def numbered_rows(headings: Sequence[PlacedLine], below: Sequence[PlacedLine]) -> StackedRows | None:
    """The records of `below`; a category printed once stands before the number of its first record."""
    names = [line.text.strip() for line in headings]
    number = names.index("序号")
    columns = names[number + 1 :]
    positions = tuple(cell_lines(below, names))
    lines = [below[position] for position in positions]
    starts = _record_starts(lines, columns)
    if not starts or not columns:
        return None
    category = lines[starts[0] - 1].span if starts[0] else None
    ending = lines[starts[0] - 1].text[-1:] if category else ""
    end = _record_end(lines, starts[-1], columns)
    rows = [header_row(headings)]
    for start, following in zip(starts, [*starts[1:], end], strict=True):
        record = list(lines[start + 1 : following])
        if following in starts and record and _ends_table(record[-1]):
            record.pop()
        next_category = None
        if following in starts and category and len(record) > len(columns) and _is_category(record[-1].text, ending):
            next_category = record.pop().span
        leading = (category or Span(lines[start].span.start, lines[start].span.start),) if number == 1 else ()
        is_cut = following == end and len(rows[-1].cells) == 1
        rows.append(unread([lines[start], *record]) if is_cut else _row(columns, leading, lines[start], record))
        category = next_category or category
    return StackedRows(tuple(rows), len(headings) + positions[end - 1] + 1, whole=True)


def _is_category(text: str, ending: str) -> bool:
    return text.endswith(ending) and len(text) <= MAX_CATEGORY


def _row(columns: Sequence[str], leading: Sequence[Span], number: PlacedLine, record: Sequence[PlacedLine]) -> Row:
    cells = _fill_columns(columns, record)
    if cells is None:
        return unread([number, *record])
    return Row(Span(number.span.start, record[-1].span.end if record else number.span.end), (*leading, number.span, *cells))


def _record_starts(lines: Sequence[PlacedLine], columns: Sequence[str]) -> list[int]:
    first = next((at for at, line in enumerate(lines) if line.text.strip() == "1" or line.text.endswith("。") or _ends_table(line)), None)
    while first is not None and _groups(lines, first, "1"):
        first += 1
    if first is None or lines[first].text.strip() != "1":
        return []
    starts = [first]
    while (following := _next_start(lines, starts[-1], columns, len(starts) + 1)) is not None:
        starts.append(following)
    return starts


def _next_start(lines: Sequence[PlacedLine], start: int, headings: Sequence[str], number: int) -> int | None:
    """Where the record `number` starts: behind a full record before it, else behind a longer or a shorter one."""
    found = []
    columns = len(headings)
    for at in range(start + 2, min(start + MAX_LONGER * (columns + 1), len(lines))):
        if lines[at].text.strip() == str(number):
            found.append(at)
        elif _ends_table(lines[at]) and not _groups(lines, at, str(number)):
            break
    full = next((at for at in found if start + columns < at <= start + columns + 2), None)
    if full is not None:
        return full
    longer = next((at for at in found if at > start + columns), None)
    fits = all(may_stand_below(heading, line.text.strip()) for heading, line in zip(headings, lines[start + 1 :], strict=False))
    shorter = next((at for at in reversed(found) if at <= start + columns and not fits), None)
    if longer is None or shorter is None:
        return longer or shorter
    goes_on = any(line.text.strip() == str(number + 1) for line in lines[shorter + columns + 1 : shorter + columns + 3])
    return shorter if goes_on else longer


def _ends_table(line: PlacedLine) -> bool:
    """Whether no table goes on at `line`, the number of a section."""
    numbering = numbering_of(line.text)
    return numbering is not None and numbering.level <= 2


def _groups(lines: Sequence[PlacedLine], at: int, number: str) -> bool:
    """Whether a short numbered line right before the next record groups the records after it."""
    following = at + 1 < len(lines) and lines[at + 1].text.strip() == number
    return following and len(lines[at].text) <= MAX_CATEGORY and _ends_table(lines[at])


def _record_end(lines: Sequence[PlacedLine], start: int, columns: Sequence[str]) -> int:
    """Where the last record ends: after its columns, and the further lines of a cell that is itself a numbered list."""
    stop = next((at for at in range(start + 1, len(lines)) if _ends_table(lines[at])), len(lines))
    end = min(start + 1 + len(columns), stop)
    if any(_ITEM.match(line.text) for line in lines[start + 1 : end]):
        return min(stop, start + MAX_LONGER * len(columns) + 1)
    return end if may_stand_below(columns[-1], lines[end - 1].text.strip()) else end - 1


def _fill_columns(headings: Sequence[str], record: Sequence[PlacedLine]) -> tuple[Span, ...] | None:
    """One span a column, an empty one where it cannot be told which line stands there; of more lines than columns, a run of list items is
    one cell, else the longest run of lines. None where that would fuse figures."""
    columns = len(headings)
    end = record[-1].span.end if record else 0
    if len(record) < columns:
        found = places(headings, [line.text.strip() for line in record])
        return tuple(Span(end, end) if place is None else record[place].span for place in found)
    extra = len(record) - columns
    runs = [record[column : column + extra + 1] for column in range(columns)]
    longest = max(range(columns), key=lambda i: (all(_ITEM.match(line.text) for line in runs[i]), sum(len(line.text) for line in runs[i])))
    if extra and any(is_number(line.text) for line in runs[longest]):
        return None
    spans = [line.span for line in record[:longest]]
    spans.append(Span(record[longest].span.start, record[longest + extra].span.end))
    spans.extend(line.span for line in record[longest + extra + 1 :])
    return tuple(spans)
