"""A Word file says what the report says."""

import io

from docx import Document

from assistant.exports.docx_file import docx_file
from assistant.exports.report import Report, ReportEntry, ReportSource
from tests.assistant.examples import an_answer


def test_it_has_headings_paragraphs_and_quotes_and_no_character_that_xml_cannot_hold() -> None:
    entry = ReportEntry(
        "目标\n是多少？",
        "今天",
        an_answer(text="共2个：\n- 甲[1]\x07\n- 乙"),
        ("该规划期已过。",),
        (ReportSource(1, "《计划》，一、目标", "甲\x0b"),),
    )
    document = Document(io.BytesIO(docx_file(Report("问答记录", (entry,), "出处", "请核对"))))
    told = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    assert told == [
        ("Title", "问答记录"),
        ("Heading 1", "目标 是多少？"),
        ("Normal", "今天"),
        ("Normal", "共2个："),
        ("Normal", "- 甲[1]"),
        ("Normal", "- 乙"),
        ("Intense Quote", "该规划期已过。"),
        ("Heading 2", "出处"),
        ("Normal", "[1] 《计划》，一、目标"),
        ("Quote", "“甲”"),
        ("Normal", "请核对"),
    ]


def test_markdown_of_a_model_becomes_bold_words_lines_and_tables() -> None:
    text = "由**市数据局**负责[1]：\n\n1. 甲\n2. 乙\n\n| 年 | 数 |\n|---|---|\n| 2025 | **4** |"
    entry = ReportEntry("问", "今天", an_answer(text=text, answered_by="model"), (), ())
    document = Document(io.BytesIO(docx_file(Report("问答记录", (entry,), "出处", "请核对"))))
    lines = [paragraph for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == "Normal"][1:]
    assert [line.text for line in lines] == ["由市数据局负责[1]：", "1. 甲", "2. 乙", "", "请核对"]
    assert [run.text for run in lines[0].runs if run.bold] == ["市数据局"]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["年", "数"], ["2025", "4"]]
