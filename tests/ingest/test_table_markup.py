import pytest

from ingest.table_markup import marked_tables


def rows_of(text: str) -> list[list[str | None]]:
    """What stands in each cell of the first table; None where another cell goes on."""
    table = next(iter(marked_tables(text)))
    return [[text[cell.start : cell.end] if cell else None for cell in row.cells] for row in table.rows]


def continued_in(text: str) -> list[tuple[int, ...]]:
    return [row.continued for row in next(iter(marked_tables(text))).rows]


def test_a_table_has_its_rows_and_cells_by_their_places_in_the_text() -> None:
    text = "泵站表\n<table>\n<thead><tr><th>序号</th><th>名称</th></tr></thead>\n<tbody><tr><td>1</td><td>东山泵站</td></tr></tbody></table>\n完"
    assert rows_of(text) == [["序号", "名称"], ["1", "东山泵站"]]
    (table,) = marked_tables(text)
    assert text[table.start : table.start + 7] == "<table>"
    assert text[table.end :] == "\n完"


def test_a_cell_over_several_columns_leaves_the_others_empty() -> None:
    text = '<table><tr><td colspan="3">一、泵站</td></tr><tr><td>1</td><td>甲</td><td></td></tr></table>'
    assert rows_of(text) == [["一、泵站", None, None], ["1", "甲", ""]]


def test_a_cell_over_several_rows_goes_on_below_itself_and_pushes_the_others_to_the_right() -> None:
    text = "<table><tr><td rowspan=2>供水</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td>排水</td><td>丙</td></tr></table>"
    assert rows_of(text) == [["供水", "甲"], [None, "乙"], ["排水", "丙"]]
    assert continued_in(text) == [(), (0,), ()]


def test_a_cell_that_goes_on_at_the_end_of_a_row_counts_too() -> None:
    text = '<table><tr><td>甲</td><td rowspan="2">市水务局</td></tr><tr><td>乙</td></tr></table>'
    assert rows_of(text) == [["甲", "市水务局"], ["乙", None]]
    assert continued_in(text) == [(), (1,)]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>",
        "<TABLE border=1><TR><TD>甲</TD><TD>乙</TD></TR><TR><TD>丙</TD><TD>丁</TD></TR></TABLE>",
        "<table><tr><td>甲</td><td>乙</td></tr><tr></tr><tr><td>丙</td><td>丁</td></tr>",
        "<table><tr><td\n class='x'>甲</td><td>乙</td></tr>\n\n<tr><td>丙</td><td>丁</td></tr>\n正文。",
        '<table><tr><td colspan="x">甲</td><td rowspan="0">乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
    ],
)
def test_careless_markup_gives_the_same_rows(text: str) -> None:
    assert rows_of(text) == [["甲", "乙"], ["丙", "丁"]]


def test_a_table_that_is_never_closed_ends_with_its_last_cell() -> None:
    text = "<table><tr><td>甲</td></tr>\n正文。<table><tr><td>乙</td></tr></table>"
    assert [text[table.start : table.end] for table in marked_tables(text)] == [
        "<table><tr><td>甲</td></tr>",
        "<table><tr><td>乙</td></tr></table>",
    ]


def test_a_cell_may_span_more_rows_than_columns() -> None:
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(2, 90))
    text = f'<table><tr><td rowspan="89" colspan="89">甲</td><td>1</td></tr>{rows}</table>'
    (table,) = marked_tables(text)
    assert [len(row.continued) for row in table.rows] == [0, *[64] * 88]


def test_a_table_inside_a_cell_is_part_of_the_cell() -> None:
    text = "<table><tr><td>甲<table><tr><td>内</td></tr></table></td><td>乙</td></tr></table>"
    assert rows_of(text) == [["甲<table><tr><td>内</td></tr></table>", "乙"]]


def test_a_caption_is_found() -> None:
    text = "<table><caption>表2 泵站</caption><tr><td>甲</td></tr></table>"
    (table,) = marked_tables(text)
    assert table.caption
    assert text[slice(*table.caption)] == "表2 泵站"


@pytest.mark.parametrize(
    "text", ["", "水位<5米", "<table>", "<table></table>", "<table><tr></tr></table>", "</table>", "<tablet>甲</tablet>"]
)
def test_a_text_without_rows_has_no_table(text: str) -> None:
    assert list(marked_tables(text)) == []
