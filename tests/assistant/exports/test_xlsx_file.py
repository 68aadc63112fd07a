"""A workbook has frozen headings, a filter, widths to read by, numbers as numbers and texts as printed."""

from itertools import repeat

import pytest

from assistant.exports.table import Table
from assistant.exports.xlsx_file import LONGEST_TEXT, MOST_ROWS, TooManyRowsError, xlsx_file
from tests.assistant.exports.workbook import read_workbook


def test_headings_are_frozen_and_filtered() -> None:
    book = read_workbook(xlsx_file(Table("t", ["名称", "数"], [["甲", 1], ["乙", 2]])))
    assert book.rows[0] == ["名称", "数"]
    assert (book.frozen_at, book.filtered) == ("A2", "A1:B3")


def test_cells_have_their_types() -> None:
    book = read_workbook(xlsx_file(Table("t", ["a", "b", "c", "d", "e"], [["1.50", -1.5, 45000, None, True]])))
    assert book.rows[1][:3] == ["1.50", -1.5, 45000.0]
    assert book.rows[1][4] is True


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x")',
        "+1",
        "-1",
        "@SUM(1)",
        "{=1+1}",
        "http://x.cn",
        "mailto:a@b.cn",
        "𠮷林路",
        "一\n二",
        "\t甲",
        "_x0041_",
        " 甲",
    ],
)
def test_text_is_text_as_printed(text: str) -> None:
    book = read_workbook(xlsx_file(Table("t", [text], [[text]])))
    assert book.formulas == 0
    assert [[str(cell).replace("_x005F_x0041_", "_x0041_") for cell in row] for row in book.rows] == [[text], [text]]


def test_widths_follow_what_is_in_the_columns_within_bounds() -> None:
    book = read_workbook(xlsx_file(Table("t", ["a", "b", "c"], [["甲" * 10, 1, "乙" * 500], ["甲", 1, ""]])))
    named, narrow, wide = book.widths
    assert 20 <= named <= 25
    assert 8 <= narrow <= 10
    assert 55 <= wide <= 62


def test_text_too_long_for_a_cell_is_cut_where_it_can_be_and_says_so() -> None:
    (_, (text,)) = read_workbook(xlsx_file(Table("t", ["a"], [["甲" + "𠮷" * LONGEST_TEXT]]))).rows
    assert isinstance(text, str)
    assert len(text.encode("utf-16-le")) <= 2 * LONGEST_TEXT
    assert text.strip("甲𠮷") == "…"


def test_without_rows_there_are_headings() -> None:
    book = read_workbook(xlsx_file(Table("t", ["甲", "乙"], [])))
    assert (book.rows, book.frozen_at, book.filtered) == ([["甲", "乙"]], "A2", "A1:B1")


def test_more_rows_than_a_sheet_holds_are_refused_with_a_way_out() -> None:
    with pytest.raises(TooManyRowsError, match="csv"):
        xlsx_file(Table("t", ["a"], list(repeat([1], MOST_ROWS + 1))))


@pytest.mark.parametrize("name", ["a/b:c*d?[e]'f\\", "名" * 40])
def test_any_name_does_for_a_sheet(name: str) -> None:
    assert read_workbook(xlsx_file(Table(name, ["a"], []))).rows == [["a"]]
