"""Canonical text: the repaired lines of one document as one string, with the offset map back to the source."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model.document import OffsetMap, Run
from corpus.model.span import Span
from ingest.fragment import INSERTED
from ingest.layout import Line


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its place in canonical text; `cells` are the spans of its cells (one for text)."""

    line: Line
    span: Span
    cells: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The line's characters."""
        return self.line.text


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """The text of one document and where each line stands in it."""

    text: str
    offsets: OffsetMap
    lines: tuple[PlacedLine, ...]


def write_canonical(lines: Sequence[Line], pages: tuple[int, ...]) -> CanonicalText:
    """Lines separated by newlines, cells by tabs, lines of a cell by newlines; every other character is the source's own, an ideograph in its plain form."""
    pieces: list[str] = []
    runs: list[Run] = []
    placed: list[PlacedLine] = []
    position = 0
    for line in lines:
        start = position
        cells = []
        for number, cell in enumerate(line.cells):
            if number:
                pieces.append("\t")
                position += 1
            cells.append(Span(position, position + len(cell.text)))
            pieces.append(cell.text)
            _extend_runs(runs, position, cell.offsets)
            position += len(cell.text)
        placed.append(PlacedLine(line, Span(start, position), tuple(cells)))
        pieces.append("\n")
        position += 1
    return CanonicalText("".join(pieces), OffsetMap(tuple(runs), pages), tuple(placed))


def _extend_runs(runs: list[Run], position: int, offsets: Sequence[int]) -> None:
    for index, source in enumerate(offsets):
        if source == INSERTED:
            continue
        last = runs[-1] if runs else None
        if last and last.start + last.length == position + index and last.source + last.length == source:
            runs[-1] = Run(last.start, last.source, last.length + 1)
        else:
            runs.append(Run(position + index, source, 1))
