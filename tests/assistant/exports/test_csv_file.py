"""A CSV file opens in a spreadsheet program as it is meant, and nothing in it runs."""

import csv
import io

import pytest

from assistant.exports.csv_file import csv_file
from assistant.exports.table import Table


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_byte_order_mark_and_line_ends_are_those_that_spreadsheet_programs_expect() -> None:
    content = csv_file(Table("t", ["名称", "数"], [["甲", 1]]))
    assert content == b"\xef\xbb\xbf" + "名称,数\r\n甲,1\r\n".encode()


@pytest.mark.parametrize("text", ["甲,乙", '称"甲"者', "一\n二", "一\r\n二", "列\t列", "𠮷林路", "", " 甲 "])
def test_text_comes_back_as_it_was(text: str) -> None:
    assert rows(csv_file(Table("t", ["名称", "数"], [[text, 1]])))[1] == [text, "1"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u3000="])
def test_text_that_could_run_does_not(start: str) -> None:
    text = f'{start}HYPERLINK("http://x","甲")'
    assert rows(csv_file(Table("t", [text], [[text]]))) == [[f"'{text}"], [f"'{text}"]]


def test_numbers_stay_numbers_and_what_is_not_there_is_empty() -> None:
    assert rows(csv_file(Table("t", ["a"] * 5, [[-1.5, 45000.0, 3, None, False]])))[1] == ["-1.5", "45000.0", "3", "", "FALSE"]


def test_without_rows_there_are_headings() -> None:
    assert rows(csv_file(Table("t", ["甲", "乙"], []))) == [["甲", "乙"]]
