from ingest.readers import ruled_table
from ingest.readers.printed_page import PrintedPage, Rule
from ingest.readers.ruled_table import RuledTable, ruled_tables
from tests.ingest.drawn_pages import grid

XS, YS = (0.0, 50.0, 120.0, 200.0), (0.0, 20.0, 40.0, 60.0)


def tables(horizontal: tuple[Rule, ...], vertical: tuple[Rule, ...]) -> list[RuledTable]:
    return list(ruled_tables(PrintedPage(600, (), horizontal, vertical), 2.0))


def places(table: RuledTable) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]


def test_a_grid_has_a_cell_a_mesh() -> None:
    (table,) = tables(*grid(XS, YS))
    assert places(table) == [(row, column, 1, 1) for row in range(3) for column in range(3)]
    assert table.cells[4].box == (50, 20, 120, 40)


def test_lines_drawn_in_pieces_and_twice_are_one() -> None:
    horizontal, vertical = grid(XS, YS)
    pieces = [Rule(rule.place + off, start, start + 30) for rule in vertical for off in (0, 0.7) for start in (0.0, 30.5)]
    (table,) = tables(horizontal, tuple(pieces))
    assert len(table.cells) == 9


def test_a_cell_over_several_rows_and_one_over_several_columns() -> None:
    horizontal, vertical = grid(XS, YS)
    upper = [replace_start(horizontal[1], 50), *horizontal[:1], *horizontal[2:]]
    right = [replace_start(vertical[2], 20), *vertical[:2], vertical[3]]
    (table,) = tables(tuple(upper), tuple(right))
    assert places(table)[:4] == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


def replace_start(rule: Rule, start: float) -> Rule:
    return rule._replace(start=start)


def test_a_table_without_lines_at_its_sides_has_its_outer_columns() -> None:
    horizontal, vertical = grid(XS, YS)
    (table,) = tables(horizontal, vertical[1:-1])
    assert len(table.cells) == 9


def test_a_table_that_the_page_cuts_has_its_last_row_though_no_line_closes_it() -> None:
    horizontal, vertical = grid(XS, YS)
    (table,) = tables(horizontal[:-1], vertical)
    assert len(table.cells) == 9


def test_two_tables_on_a_page_are_two() -> None:
    first, second = grid(XS, YS), grid(XS, (100, 120, 140))
    assert [len(table.cells) for table in tables(first[0] + second[0], first[1] + second[1])] == [9, 6]


def test_a_line_below_a_heading_and_a_frame_are_no_tables() -> None:
    assert tables((Rule(10, 0, 500),), ()) == []
    assert tables(*grid((0, 200), (0, 100))) == []


def test_a_drawing_of_very_many_lines_is_no_table() -> None:
    lines = tuple(Rule(float(place * 5), 0, 10_000) for place in range(ruled_table.MAX_RULES + 1))
    assert tables(lines, lines) == []


def test_a_grid_of_very_many_meshes_is_no_table() -> None:
    lines = tuple(Rule(float(place * 5), 0, 4_000) for place in range(500))
    assert tables(lines, lines) == []


def test_every_mesh_belongs_to_one_cell_whatever_lines_are_missing() -> None:
    horizontal, vertical = grid((0, 30, 60, 90, 120), (0, 20, 40, 60, 80))
    cut = tuple(replace_start(rule, 20.0 * number) for number, rule in enumerate(vertical[1:-1]))
    (table,) = tables(horizontal, (vertical[0], *cut, vertical[-1]))
    covered = [(cell.row + i, cell.column + j) for cell in table.cells for i in range(cell.rows) for j in range(cell.columns)]
    assert sorted(covered) == [(row, column) for row in range(4) for column in range(4)]
