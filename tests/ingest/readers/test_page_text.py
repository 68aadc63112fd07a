from ingest.readers.page_text import PageText, page_text, text_areas
from ingest.readers.printed_page import PrintedPage
from tests.ingest.drawn_pages import glyphs, grid, page_of

LINE = "推动全市水务数据汇聚共享和开发利用提升供水保障能力"
WIDE = (LINE, 50.0)


def lines_of(page: PrintedPage) -> list[str]:
    return page_text(page).text.splitlines()


def full_lines(text: PageText) -> list[str]:
    return [text.text[start:].split("\n")[0].strip() for start in text.full]


def prose(count: int, left: float = 50.0, top: float = 0.0) -> list[tuple[str, float, float]]:
    return [(LINE, left, top + 15 * number) for number in range(count)]


def test_an_indent_is_white_space() -> None:
    page = page_of([("　　", 0, 0), ("建设平台", 70, 0), *prose(3, top=15)])
    assert lines_of(page)[:2] == ["\u3000\u3000建设平台", LINE]


def test_a_wide_distance_is_a_blank_line() -> None:
    assert lines_of(page_of([*prose(4), *prose(2, top=90)])) == [LINE] * 4 + [""] + [LINE] * 2


def test_a_line_without_room_for_the_next_word_is_full() -> None:
    text = page_text(page_of([*prose(2), (LINE[:-4] + "。", 50, 30), *prose(1, top=45)]))
    assert full_lines(text) == [LINE, LINE, LINE]
    assert LINE[:-4] + "。" in text.text


def test_a_line_that_a_long_word_was_too_long_for_is_full() -> None:
    short = LINE[:-3]
    text = page_text(page_of([(LINE, 50, 0), (short, 50, 15), ("OpenDataPlatform", 50, 30), (LINE, 50, 45)]))
    assert short in full_lines(text)


def test_a_short_page_is_measured_by_the_others_of_its_width() -> None:
    page = page_of([("云川市水务局", 50, 0), ("二〇二五年三月", 50, 15)])
    areas = text_areas([page_of(prose(12)), page_of(prose(12)), page])
    assert full_lines(page_text(page, areas[600])) == []
    assert page_text(page_of([("建设平台", 70, 0)]), areas[600]).text == "\u3000\u3000建设平台\n"


def test_pages_of_another_width_have_an_area_of_their_own() -> None:
    areas = text_areas([page_of(prose(12)), page_of(prose(12, left=200), width=842)])
    assert (areas[600].left, areas[842].left) == (50, 200)


def test_two_columns_are_read_one_after_the_other_below_a_title_over_both() -> None:
    left = [(f"左栏第{number}行推动水务数据汇聚共享", 50.0, 40.0 + 15 * number) for number in range(5)]
    right = [(f"右栏第{number}行推动水务数据汇聚共享", 260.0, 44.0 + 15 * number) for number in range(5)]
    title = [("云川市推进水务数字化转型行动计划云川市推进水务数字化转型", 90.0, 0.0)]
    lines = [line.strip() for line in lines_of(page_of([*title, *right, *left])) if line]
    assert lines[1:] == [text for text, _, _ in (*left, *right)]


def test_dates_and_names_beside_each_other_are_no_columns() -> None:
    rows = [(f"项目{number}", 50.0, 15.0 * number) for number in range(6)] + [("完成", 400.0, 15.0 * number) for number in range(6)]
    assert [line.split() for line in lines_of(page_of(rows))] == [[f"项目{number}", "完成"] for number in range(6)]


def test_cells_without_lines_keep_their_places() -> None:
    rows = [
        ("序号", 50.0, 0.0),
        ("名称", 100.0, 0.0),
        ("单位", 300.0, 0.0),
        ("1", 50.0, 15.0),
        ("智慧泵站", 100.0, 15.0),
        ("市水务局", 300.0, 15.0),
    ]
    lines = lines_of(page_of(rows))
    assert [
        line.index(cell) + sum(c > "\u2000" for c in line[: line.index(cell)])
        for line, cell in zip(lines, ("单位", "市水务局"), strict=True)
    ] == [
        50,
        50,
    ]


def test_a_large_line_in_the_middle_is_a_title_and_one_broken_in_two_is_one() -> None:
    big = [*glyphs("云川市推进水务数字化", 105, 0, 16), *glyphs("转型行动计划", 137, 24, 16)]
    page = PrintedPage(600, (*big, *page_of(prose(6, top=60)).glyphs))
    assert lines_of(page)[0] == "# 云川市推进水务数字化转型行动计划"
    assert "#" not in page_text(page_of([("附件", 50, 0), *prose(6, top=60)])).text


def test_a_page_number_is_no_title_however_large() -> None:
    page = PrintedPage(600, (*page_of(prose(6)).glyphs, *glyphs("- 28 -", 160, 120, 16)))
    assert "#" not in page_text(page).text


def test_a_ruled_table_is_markup_between_the_lines_around_it() -> None:
    horizontal, vertical = grid((50, 100, 200), (30, 50, 70))
    cells = [("序号", 60.0, 35.0), ("名称", 120.0, 35.0), ("1", 60.0, 55.0), ("智慧泵站", 120.0, 55.0)]
    page = PrintedPage(600, page_of([(LINE, 50, 0), *cells, (LINE, 50, 90)]).glyphs, horizontal, vertical)
    assert lines_of(page) == [
        LINE,
        "<table>",
        "<tr><td>序号</td><td>名称</td></tr>",
        "<tr><td>1</td><td>智慧泵站</td></tr>",
        "</table>",
        LINE,
    ]


def test_a_mark_that_hangs_beyond_its_cell_stays_in_it() -> None:
    horizontal, vertical = grid((50, 91, 200), (30, 70))
    drawn = [*glyphs("市水务局、", 51, 35), *glyphs("市数据局", 51, 50), *glyphs("巡查", 120, 35)]
    page = PrintedPage(600, (*drawn, *page_of([(LINE, 50, 90)]).glyphs), horizontal, vertical)
    assert "<td>市水务局、市数据局</td><td>巡查</td>" in page_text(page).text


def test_a_frame_around_text_is_no_table() -> None:
    horizontal, vertical = grid((40, 320, 330), (-5, 60))
    page = PrintedPage(600, page_of(prose(3)).glyphs, horizontal, vertical)
    assert lines_of(page) == [LINE] * 3


def test_characters_that_read_like_marks_are_text() -> None:
    assert page_text(page_of([("#1泵站<b>改造", 50, 0)])).text == "    #1泵站< b>改造\n"


def bold(page: PrintedPage) -> PrintedPage:
    return PrintedPage(page.width, tuple(glyph._replace(bold=True) for glyph in page.glyphs))


def test_a_bold_line_that_stands_alone_is_marked() -> None:
    label = bold(page_of([("主要目标：", 70, 30)]))
    page = PrintedPage(600, (*page_of([*prose(1), ("建设平台。", 50, 15)]).glyphs, *label.glyphs, *page_of(prose(2, top=45)).glyphs))
    assert lines_of(page)[2] == "\u3000\u3000**主要目标：**"


def test_bold_lines_of_a_paragraph_and_words_within_a_line_are_not_marked() -> None:
    inside = PrintedPage(
        600, (*page_of(prose(2)).glyphs, *bold(page_of([("主要目标", 50, 30)])).glyphs, *page_of([("达到九成", 90, 30)]).glyphs)
    )
    assert "*" not in page_text(inside).text
    assert "*" not in page_text(bold(page_of([*prose(3), ("到位", 50, 45)]))).text


def test_two_columns_of_which_a_title_parts_the_upper_lines_are_read_band_by_band() -> None:
    def column(side: str, left: float, top: float, count: int) -> list[tuple[str, float, float]]:
        return [(f"{side}栏第{number}行推动水务数据汇聚共享和开发利用", left, top + 15 * number) for number in range(count)]

    parts = [
        column("甲", 50, 0, 2),
        column("乙", 280, 3, 2),
        [(LINE + LINE[:20], 45.0, 40.0)],
        column("丙", 50, 60, 4),
        column("丁", 280, 63, 4),
    ]
    lines = [line.strip() for line in lines_of(page_of([line for part in reversed(parts) for line in part])) if line.strip()]
    assert lines == [text for part in parts for text, _, _ in part]


def test_an_empty_page_has_no_lines() -> None:
    assert page_text(PrintedPage()) == PageText()
