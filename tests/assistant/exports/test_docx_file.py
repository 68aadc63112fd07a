"""A Word file says what the report says."""

import io

from docx import Document

from assistant.exports.docx_file import docx_file
from assistant.exports.report import Report, ReportEntry, ReportSource


def test_it_has_headings_paragraphs_and_quotes_and_no_character_that_xml_cannot_hold() -> None:
    entry = ReportEntry(
        "目标\n是多少？", "今天", "共2个：\n- 甲[1]\x07\n- 乙", ("该规划期已过。",), (ReportSource(1, "《计划》，一、目标", "甲\x0b"),)
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
