import random

import pytest

from ingest.readers.printed_lines import Piece, cell_lines, first_word, printed_pieces
from ingest.readers.printed_page import Glyph
from tests.ingest.drawn_pages import glyphs


def texts(*lines: list[Glyph]) -> list[str]:
    return [piece.text for piece in printed_pieces([glyph for line in lines for glyph in line])]


def test_lines_are_read_from_the_top_whatever_order_the_file_draws_them_in() -> None:
    drawn = [*glyphs("建设平台。", 0, 0), *glyphs("制定目录。", 0, 15), *glyphs("完善制度。", 0, 30)]
    random.Random(3).shuffle(drawn)
    assert texts(drawn) == ["建设平台。", "制定目录。", "完善制度。"]


def test_a_small_raised_character_stays_in_its_line() -> None:
    assert texts(glyphs("面积3", 0, 0), glyphs("2", 25.1, -1, 6), glyphs("公里", 29, 0)) == ["面积32公里"]


def test_a_wide_gap_parts_a_line_and_a_narrow_one_does_not() -> None:
    pieces = printed_pieces([*glyphs("签发人", 0, 0), *glyphs("张三", 32, 0), *glyphs("李四", 90, 0)])
    assert [(piece.text, piece.line) for piece in pieces] == [("签发人张三", 0), ("李四", 0)]


@pytest.mark.parametrize(
    ("words", "left", "text"),
    [(("Open", "data"), 23, "Open data"), (("Open", "data"), 20.5, "Opendata"), (("市水务局", "市数据局"), 50, "市水务局 市数据局")],
)
def test_a_gap_between_words_is_a_space(words: tuple[str, str], left: float, text: str) -> None:
    assert texts(glyphs(words[0], 0, 0), glyphs(words[1], left, 0)) == [text]


def test_a_printed_space_between_chinese_words_is_kept_and_one_of_no_width_is_not() -> None:
    assert texts(glyphs("市水务局 市数据局", 0, 0)) == ["市水务局 市数据局"]
    assert texts([*glyphs("水务", 0, 0), Glyph(" ", 20, 0, 21, 10), *glyphs("局", 21, 0)]) == ["水务局"]


def test_nothing_but_white_space_is_no_piece() -> None:
    assert texts(glyphs("   ", 0, 0)) == []


def test_a_cell_goes_on_where_its_line_was_full() -> None:
    lines = [*glyphs("改造老旧", 0, 0), *glyphs("供水管网", 0, 12), *glyphs("12公里", 0, 24)]
    assert cell_lines(lines, 50) == ("改造老旧供水管网12公里",)


def test_a_figure_broken_over_two_lines_of_a_cell_is_whole() -> None:
    assert cell_lines([*glyphs("20", 0, 0), *glyphs("25年", 0, 12)], 20) == ("2025年",)


def test_lines_of_a_cell_that_had_room_stay_apart() -> None:
    assert cell_lines([*glyphs("市水务局", 0, 0), *glyphs("市数据局", 0, 12)], 150) == ("市水务局", "市数据局")


@pytest.mark.parametrize(
    ("upper", "lower", "lines"),
    [
        ("市数据局", "市水务局", ("市数据局", "市水务局")),
        ("市公安局", "东山分局", ("市公安局东山分局",)),
        ("市公安", "局分局", ("市公安局分局",)),
    ],
)
def test_bodies_below_each_other_are_two_though_the_cell_is_narrow(upper: str, lower: str, lines: tuple[str, ...]) -> None:
    assert cell_lines([*glyphs(upper, 0, 0), *glyphs(lower, 0, 12)], 50) == lines


def test_texts_of_two_sizes_beside_each_other_keep_their_sizes() -> None:
    pieces = printed_pieces([*glyphs("行动计划", 0, 0, 14), *glyphs("推动汇聚共享和开发利用", 100, 2, 10)])
    assert [(piece.text, piece.size) for piece in pieces] == [("行动计划", 14), ("推动汇聚共享和开发利用", 10)]


def test_a_word_that_had_no_room_went_to_the_next_line_of_the_cell() -> None:
    assert cell_lines([*glyphs("接入平台", 0, 0), *glyphs("OpenData", 0, 12)], 85) == ("接入平台OpenData",)


@pytest.mark.parametrize(("text", "width"), [("建设", 10), ("建。设", 20), ("2025年", 20), ("5G、", 20), ("", 0)])
def test_the_first_word_is_what_is_wrapped_whole(text: str, width: float) -> None:
    assert first_word(Piece(text, 0, 0, 0, 0, 10)) == width
