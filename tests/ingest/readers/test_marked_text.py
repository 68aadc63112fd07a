import pytest

from ingest.layout import repair_layout
from ingest.readers.marked_table import Cell
from ingest.readers.marked_text import PAGE_BREAK, MarkedText


def written(*lines: str, heading: int = 0, bold: int = 0) -> str:
    text = MarkedText()
    for line in lines:
        text.add_line(line, heading=heading, bold=bold)
    return text.source("a.docx").text


def cells(*rows: tuple[str, ...]) -> list[list[Cell]]:
    return [[Cell((word,)) for word in row] for row in rows]


def test_a_paragraph_is_a_line_and_what_is_blank_is_none() -> None:
    assert written("　　建设泵站。", "", " \u3000", "改造管网。") == "　　建设泵站。\n改造管网。\n"


def test_line_breaks_part_lines_but_not_those_of_a_heading() -> None:
    assert written("第一行\n第二行") == "第一行\n第二行\n"
    assert written("一、主要\n目标", heading=1) == "## 一、主要 目标\n"


def test_headings_stand_below_the_title() -> None:
    text = MarkedText()
    text.add_line("云川市水务计划", is_title=True)
    text.add_line("一、目标", heading=1)
    text.add_line("（一）供水", heading=2)
    assert text.source("a.docx").text == "# 云川市水务计划\n## 一、目标\n### （一）供水\n"


def test_the_first_heading_of_the_highest_level_is_the_title_where_it_reads_like_one() -> None:
    text = MarkedText()
    for level, line in ((2, "云川市水务计划"), (3, "一、目标"), (2, "云川市节水方案")):
        text.add_line(line, heading=level)
    assert text.source("a.html").text == "# 云川市水务计划\n## 一、目标\n# 云川市节水方案\n"


def test_a_heading_among_others_is_no_title_though_it_ends_like_one() -> None:
    text = MarkedText()
    for line in ("总体要求", "重点任务清单"):
        text.add_line(line, heading=1)
    assert text.source("a.docx").text == "## 总体要求\n## 重点任务清单\n"


@pytest.mark.parametrize("line", ["建设泵站，改造管网，到2026年底完成。", "一" * 100])
def test_a_sentence_is_no_heading_whatever_the_file_says(line: str) -> None:
    assert written(line, heading=1) == line + "\n"


def test_bold_words_at_the_start_are_marked() -> None:
    assert written("　　1.建设泵站。新建3座。", bold=9) == "　　**1.建设泵站。**新建3座。\n"
    assert written("建设泵站。", bold=0) == "建设泵站。\n"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("氨氮<5，总磷<b", "氨氮<5，总磷<b"),
        ("<table><tr><td>甲", "<table><tr><td>甲"),
        ("姓名：张**", "姓名：张* *"),
        ("#1机组", "#1机组"),
        ("> 引文", ">引文"),
        ("含\x00控\u200b制\ufeff符\x1f", "含控制符"),
    ],
)
def test_what_would_read_as_markup_stays_text(line: str, kept: str) -> None:
    text = MarkedText()
    text.add_line(line)
    (read,) = repair_layout(text.source("a.docx"))
    assert (read.text, read.hashes, read.is_row) == (kept, 0, False)


def test_a_page_break_is_no_character_but_starts_a_page() -> None:
    text = MarkedText()
    for line in (f"甲{PAGE_BREAK}乙", PAGE_BREAK, "丙"):
        text.add_line(line)
    text.add_line(f"{PAGE_BREAK}一、丁", heading=1)
    source = text.source("a.docx")
    assert source.text == "甲乙\n丙\n## 一、丁\n"
    assert source.pages == (0, 1, 3, source.text.index("一、"))


def test_without_page_breaks_there_are_no_pages() -> None:
    text = MarkedText()
    text.add_line("甲")
    assert text.source("a.docx").pages == ()


def test_a_table_keeps_merged_cells() -> None:
    text = MarkedText()
    text.add_table([[Cell(("供水",), rows=2), Cell(("甲",))], [Cell(("乙", "丙"))]])
    rows = [line for line in repair_layout(text.source("a.docx")) if line.is_row]
    assert [row.text for row in rows] == ["供水\t甲", "\t乙丙"]
    assert rows[1].continued == (0,)


def test_a_first_row_over_all_columns_is_the_caption_of_the_table() -> None:
    text = MarkedText()
    text.add_table([[Cell(("附表 泵站",), columns=2)], *cells(("序号", "名称"), ("1", "东山泵站"))])
    assert [(line.text, line.is_row) for line in repair_layout(text.source("a.docx"))] == [
        ("附表 泵站", False),
        ("序号\t名称", True),
        ("1\t东山泵站", True),
    ]


def test_a_table_of_one_column_is_a_box_around_lines() -> None:
    text = MarkedText()
    text.add_table([[Cell(("专栏1 泵站", "新建3座。"))], [Cell(("改造2座。",))]])
    assert text.source("a.docx").text == "专栏1 泵站\n新建3座。\n改造2座。\n"


def test_a_row_that_is_all_rest_of_the_row_above_is_none() -> None:
    text = MarkedText()
    text.add_table([[Cell(("甲",), rows=2), Cell(("乙",), rows=2)], [], [Cell(("丙",)), Cell(("丁",))]])
    rows = [line for line in repair_layout(text.source("a.docx")) if line.is_row]
    assert [(row.text, row.continued) for row in rows] == [("甲\t乙", ()), ("丙\t丁", ())]


def test_a_cell_over_very_many_rows_goes_on_to_the_last() -> None:
    text = MarkedText()
    text.add_table([[Cell(("供水",), rows=99), Cell(("0",))], *([Cell((str(number),))] for number in range(1, 99))])
    rows = [line for line in repair_layout(text.source("a.docx")) if line.is_row]
    assert [row.cells[1].text for row in rows] == [str(number) for number in range(99)]


def test_spans_without_end_take_no_time() -> None:
    text = MarkedText()
    text.add_table([[Cell(("甲",), columns=10**9, rows=10**9), Cell(("乙",), rows=-5)] for _ in range(500)])
    assert text.source("a.html").text.count("<tr>") == 500


def test_whole_paragraphs_are_never_taken_for_wrapped_lines() -> None:
    text = MarkedText()
    lines = ["推进全市老旧供水管网分区计量改造和智慧泵站建设工程" for _ in range(40)]
    for line in lines:
        text.add_line(line)
    assert [line.text for line in repair_layout(text.source("a.docx"))] == lines
    assert len(repair_layout(text.source("a.html", marked=False))) < len(lines)


def test_what_stands_at_the_end_of_every_page_is_text_where_the_file_keeps_page_furniture_apart() -> None:
    text = MarkedText()
    for number in range(4):
        text.add_line(f"{PAGE_BREAK if number else ''}{number + 1}.建设泵站{number}。")
        text.add_line("（责任单位：市水务局）")
    lines = [line.text for line in repair_layout(text.source("a.docx"))]
    assert sum("责任单位" in line for line in lines) == 4
