"""Tables on a page by the lines that they are ruled with."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.printed_page import PrintedPage, Rule

MAX_RULES = 1_000
"""Lines of one direction on a page, from which on they are a drawing."""
MAX_CELLS = 20_000
"""Meshes of the grid of one table, from which on it is a drawing."""


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell that begins in mesh (`row`, `column`) and takes so many `rows` and `columns`; `box` is left, top, right, bottom."""

    row: int
    column: int
    rows: int
    columns: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """The cells of one table in reading order, and the box around it."""

    cells: tuple[RuledCell, ...]
    box: tuple[float, float, float, float]


def ruled_tables(page: PrintedPage, near: float) -> Iterator[RuledTable]:
    """Every table of `page` that lines divide into cells; lines less than `near` apart touch one another."""
    horizontal, vertical = _joined(page.horizontal, near), _joined(page.vertical, near)
    if max(len(horizontal), len(vertical)) > MAX_RULES:
        return
    for rows, columns in _crossing(horizontal, vertical, near):
        table = _table(rows, columns, near)
        if table is not None and len(table.cells) > 1:
            yield table


def _joined(rules: Sequence[Rule], near: float) -> list[Rule]:
    """Lines drawn in pieces as whole ones: borders are drawn cell by cell, and twice where cells meet."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.place - levels[-1][0].place <= near:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    joined: list[Rule] = []
    for level in levels:
        place = sum(rule.place for rule in level) / len(level)
        start, end = level[0].start, level[0].start
        for rule in sorted(level, key=lambda rule: rule.start):
            if rule.start > end + near:
                joined.append(Rule(place, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        joined.append(Rule(place, start, end))
    return joined


def _crossing(horizontal: Sequence[Rule], vertical: Sequence[Rule], near: float) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines that hang together, table by table."""
    left = set(range(len(vertical)))
    waiting = set(range(len(horizontal)))
    while waiting:
        rows, columns, reached = set[int](), set[int](), {min(waiting)}
        while reached:
            rows |= reached
            found = {i for i in left for j in reached if _touch(horizontal[j], vertical[i], near)}
            columns |= found
            left -= found
            reached = {j for j in waiting - rows for i in found if _touch(horizontal[j], vertical[i], near)}
        waiting -= rows
        if len(rows) > 1 and columns:
            yield [horizontal[index] for index in sorted(rows)], [vertical[index] for index in sorted(columns)]


def _touch(row: Rule, column: Rule, near: float) -> bool:
    return row.start - near <= column.place <= row.end + near and column.start - near <= row.place <= column.end + near


def _table(rows: Sequence[Rule], columns: Sequence[Rule], near: float) -> RuledTable | None:
    ys = _places([*(row.place for row in rows), *_ends(columns)], near)
    xs = _places([*(column.place for column in columns), *_ends(rows)], near)
    if (len(xs) - 1) * (len(ys) - 1) > MAX_CELLS or (len(xs) < 3 and len(ys) < 3):
        return None
    sides = [*columns, Rule(xs[0], ys[0], ys[-1]), Rule(xs[-1], ys[0], ys[-1])]
    right = _walls(sides, xs, ys, near)
    below = _walls([*rows, Rule(ys[0], xs[0], xs[-1]), Rule(ys[-1], xs[0], xs[-1])], ys, xs, near)
    return RuledTable(tuple(_cells(xs, ys, right, below)), (xs[0], ys[0], xs[-1], ys[-1]))


def _ends(rules: Sequence[Rule]) -> tuple[float, float]:
    """Where lines begin and end: the edge of a table that has no line on that side, as of one that the page cuts."""
    return min(rule.start for rule in rules), max(rule.end for rule in rules)


def _places(values: Sequence[float], near: float) -> list[float]:
    """The distinct places among `values`: a line that is less than `near` beside another is the same."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > 2 * near:
            places.append(value)
    return places


def _walls(rules: Sequence[Rule], places: Sequence[float], across: Sequence[float], near: float) -> set[tuple[int, int]]:
    """Which (place, mesh across) a line closes, as it covers the middle of the mesh."""
    walls: set[tuple[int, int]] = set()
    for rule in rules:
        place = bisect_right(places, rule.place + near / 2) - 1
        for mesh, (start, end) in enumerate(pairwise(across)):
            if rule.start <= (start + end) / 2 <= rule.end:
                walls.add((place, mesh))
    return walls


def _cells(xs: Sequence[float], ys: Sequence[float], right: set[tuple[int, int]], below: set[tuple[int, int]]) -> Iterator[RuledCell]:
    """The cells that meshes without a line between them make up, each as wide and high as its first row and column of meshes."""
    taken: set[tuple[int, int]] = set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            last, low = column, row
            while last + 2 < len(xs) and (last + 1, row) not in right and (row, last + 1) not in taken:
                last += 1
            while low + 2 < len(ys) and all((low + 1, mesh) not in below for mesh in range(column, last + 1)):
                low += 1
            taken.update((i, j) for i in range(row, low + 1) for j in range(column, last + 1))
            yield RuledCell(row, column, low - row + 1, last - column + 1, (xs[column], ys[row], xs[last + 1], ys[low + 1]))
