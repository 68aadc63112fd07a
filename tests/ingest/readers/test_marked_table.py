from ingest.readers.marked_table import Cell, even_rows, table_markup, width_of


def test_cells_are_written_with_their_spans_and_lines() -> None:
    rows = [[Cell(("甲", "乙"), columns=2)], [Cell(("丙",), rows=2), Cell(())]]
    assert table_markup(rows) == '<table>\n<tr><td colspan="2">甲<br>乙</td></tr>\n<tr><td rowspan="2">丙</td><td></td></tr>\n</table>'


def test_spans_end_where_the_table_does() -> None:
    assert even_rows([[Cell(("甲",), rows=9), Cell(("乙",), rows=0)], [Cell(("丙",))]]) == (
        (Cell(("甲",), rows=2), Cell(("乙",))),
        (Cell(("丙",)),),
    )


def test_a_row_in_which_no_cell_begins_is_taken_out_of_the_spans_over_it() -> None:
    assert even_rows([[Cell(("甲",), rows=3)], [], [Cell(("乙",))]]) == ((Cell(("甲",), rows=2),), (Cell(("乙",)),))


def test_a_table_is_as_wide_as_its_widest_row() -> None:
    assert width_of([[Cell(("甲",))], [Cell(("乙",), columns=2), Cell(("丙",))]]) == 3
    assert width_of([]) == 0
