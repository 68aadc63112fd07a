from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from ingest.layout import repair_layout
from ingest.readers.docx import read_docx
from tests.ingest.docx_file import STRICT, in_list, level, p, r, tbl, tc, write_docx

STYLES = (
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="公文一级"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Strong text"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="C1"><w:name w:val="toc 1"/></w:style>'
)


def read(tmp_path: Path, body: str, **parts: str) -> str:
    return read_docx(write_docx(tmp_path / "计划.docx", body, **parts), "计划.docx").text


def lines(tmp_path: Path, body: str, **parts: str) -> list[str]:
    return read(tmp_path, body, **parts).splitlines()


def rows(tmp_path: Path, body: str) -> list[list[str]]:
    source = read_docx(write_docx(tmp_path / "计划.docx", body), "计划.docx")
    return [[cell.text for cell in line.cells] for line in repair_layout(source) if line.is_row]


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def test_paragraphs_are_lines_in_order(tmp_path: Path) -> None:
    assert lines(tmp_path, p("　　到2026年底，") + p("") + p("建设𠮷林路泵站。")) == ["　　到2026年底，", "建设𠮷林路泵站。"]


def test_a_sentence_cut_into_runs_is_one(tmp_path: Path) -> None:
    assert lines(tmp_path, f"<w:p>{r('超过')}{r('20', '<w:b/>')}<w:proofErr/>{r('万只')}</w:p>") == ["超过20万只"]


def test_headings_are_told_by_style_chinese_style_base_style_and_outline_level(tmp_path: Path) -> None:
    body = (
        p("云川市水务计划", styled("T"))
        + p("总体要求", styled("H1"))
        + p("供水", styled("B2"))
        + p("主要任务", styled("Own"))
        + p("排水", '<w:outlineLvl w:val="1"/>')
        + p("正文", '<w:outlineLvl w:val="9"/>')
        + p("环", styled("Round"))
    )
    assert lines(tmp_path, body, styles=STYLES) == ["# 云川市水务计划", "## 总体要求", "### 供水", "## 主要任务", "### 排水", "正文", "环"]


def test_bold_openings_are_marked_whether_by_run_or_by_style(tmp_path: Path) -> None:
    body = (
        f"<w:p>{r('1.建设泵站。', '<w:b/>')}{r('新建3座。')}</w:p>"
        + p("主要目标：", styled("Strong"))
        + f"<w:p>{r('新建')}{r('3', '<w:b/>')}</w:p>"
    )
    plain = r("不粗", '<w:b w:val="0"/>')
    body += f"<w:p><w:pPr>{styled('Strong')}</w:pPr>{plain}</w:p>"
    assert lines(tmp_path, body, styles=STYLES) == ["**1.建设泵站。**新建3座。", "**主要目标：**", "新建3", "不粗"]


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCountingThousand", "%1、")}{level(1, "chineseCounting", "（%2）")}'
    f"{level(2, 'decimal', '%3.')}{level(3, 'decimal', '(%4)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "chineseCounting", "第%1章")}{level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def test_the_numbers_that_word_shows_are_read(tmp_path: Path) -> None:
    body = "".join(
        p(text, in_list(1, place))
        for text, place in (("目标", 0), ("任务", 0), ("供水", 1), ("建设", 2), ("改造", 2), ("细项", 3), ("排水", 1), ("清淤", 2))
    )
    assert lines(tmp_path, body, numbering=NUMBERING) == [
        "一、目标",
        "二、任务",
        "（一）供水",
        "1.建设",
        "2.改造",
        "(1)细项",
        "（二）排水",
        "1.清淤",
    ]


def test_bullets_show_no_number_and_an_empty_paragraph_counts_without_a_line(tmp_path: Path) -> None:
    body = p("甲", in_list(2)) + p("乙", in_list(1)) + p("", in_list(1)) + p("丙", in_list(1)) + p("丁", in_list(0))
    assert lines(tmp_path, body, numbering=NUMBERING) == ["甲", "一、乙", "三、丙", "丁"]


def test_levels_are_joined_and_a_chapter_is_set_apart(tmp_path: Path) -> None:
    body = p("总则", in_list(3)) + p("范围", in_list(3, 1)) + p("附则", in_list(3)) + p("施行", in_list(3, 1))
    assert lines(tmp_path, body, numbering=NUMBERING) == ["第一章 总则", "1.1 范围", "第二章 附则", "2.1 施行"]


def test_a_list_with_a_start_of_its_own_begins_anew_once(tmp_path: Path) -> None:
    body = "".join(p(text, in_list(number, 2)) for text, number in (("甲", 1), ("乙", 1), ("丙", 4), ("丁", 4)))
    assert lines(tmp_path, body, numbering=NUMBERING) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_numbers_of_headings_come_from_their_styles(tmp_path: Path) -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、", styled("H"))}{level(1, "chineseCounting", "（%2）", styled("I"))}'
    numbering += '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="heading {place}"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        for name, place in (("H", 1), ("I", 2))
    )
    body = p("目标", styled("H")) + p("供水", styled("I")) + p("任务", styled("H")) + p("总结", styled("H") + in_list(0))
    assert lines(tmp_path, body, numbering=numbering, styles=styles) == ["## 一、目标", "### （一）供水", "## 二、任务", "## 总结"]


def test_a_number_in_a_cell_that_holds_nothing_else_is_its_text(tmp_path: Path) -> None:
    body = tbl(tc("序号") + tc("名称"), *(tc(p("", in_list(1, 2))) + tc(name) for name in ("泵站", "管网")))
    text = read(tmp_path, body, numbering=NUMBERING)
    assert "<td>1.</td><td>泵站</td>" in text
    assert "<td>2.</td><td>管网</td>" in text


def test_merged_cells_go_on_below_and_to_the_right(tmp_path: Path) -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tc("类别", start) + tc("目标值", '<w:gridSpan w:val="2"/>'),
        tc("", on) + tc("2025年") + tc("2026年"),
        tc("供水", start) + tc("1座") + tc("2座"),
        tc("", on) + tc("3座") + tc("4座"),
        tc("排水") + tc("5座") + tc("6座"),
    )
    assert rows(tmp_path, table) == [
        ["类别", "目标值", ""],
        ["", "2025年", "2026年"],
        ["供水", "1座", "2座"],
        ["", "3座", "4座"],
        ["排水", "5座", "6座"],
    ]


def test_a_merge_without_a_beginning_is_a_cell_of_its_own(tmp_path: Path) -> None:
    assert rows(tmp_path, tbl(tc("甲", "<w:vMerge/>") + tc("乙"), tc("丙") + tc("丁"))) == [["甲", "乙"], ["丙", "丁"]]


def test_paragraphs_of_a_cell_and_a_table_in_it_stay_in_the_cell(tmp_path: Path) -> None:
    inner = tbl(tc("东山") + tc("3座"), tc("西山") + tc("5座"))
    text = read(tmp_path, tbl(tc(p("一") + p("二")) + tc(p("明细：") + inner + p("")), tc("丙") + tc("丁")))
    assert "<td>一<br>二</td><td>明细：<br>东山 3座<br>西山 5座</td>" in text
    assert text.count("<table>") == 1


def test_a_box_drawn_as_a_table_of_one_cell_is_read_as_paragraphs(tmp_path: Path) -> None:
    box = tbl(tc(p("专栏1 泵站") + f"<w:p>{r('新建：', '<w:b/>')}{r('3座')}</w:p>" + tbl(tc("甲") + tc("乙"), tc("丙") + tc("丁"))))
    assert lines(tmp_path, box)[:2] == ["专栏1 泵站", "**新建：**3座"]
    assert rows(tmp_path, box) == [["甲", "乙"], ["丙", "丁"]]


def test_rows_that_start_further_right_leave_cells_empty(tmp_path: Path) -> None:
    row = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("乙") + "</w:tr>"
    assert rows(tmp_path, "<w:tbl><w:tr>" + tc("序号") + tc("名称") + "</w:tr>" + row + "</w:tbl>") == [["序号", "名称"], ["", "乙"]]


def test_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    body = f"<w:p>{r('新建')}<w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins>{r('5')}</w:ins>{r('座')}</w:p>"
    body += f"<w:p><w:moveFrom>{r('移走')}</w:moveFrom><w:moveTo>{r('移来')}</w:moveTo></w:p><w:ins>{p('整段')}</w:ins>"
    table = "<w:tbl><w:tr>" + tc("甲") + tc("乙") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + tc("丙") + tc("丁") + "</w:tr></w:tbl>"
    assert lines(tmp_path, body) == ["新建5座", "移来", "整段"]
    assert rows(tmp_path, table) == [["甲", "乙"]]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    assert lines(tmp_path, p("超过", "<w:rPr><w:del/></w:rPr>") + p("20万只。")) == ["超过20万只。"]


def test_hidden_words_are_not_read(tmp_path: Path) -> None:
    shown = r("的", '<w:vanish w:val="false"/>')
    body = f"<w:p>{r('公开')}{r('不公开', '<w:vanish/>')}{shown}</w:p>"
    assert lines(tmp_path, body) == ["公开的"]


def test_of_a_field_the_result_is_read_and_not_the_code(tmp_path: Path) -> None:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    nested = f"{begin}<w:r><w:instrText>IF </w:instrText></w:r>{begin}{r('码')}{middle}{r('内')}{end}{r('不读')}{middle}{r('2026年')}{end}"
    assert lines(tmp_path, f"<w:p>{r('到')}{nested}{r('底')}</w:p>") == ["到2026年底"]
    assert lines(tmp_path, f"<w:p>{begin}{r('码')}</w:p>" + p("下一段")) == ["下一段"]
    assert lines(tmp_path, f"<w:p><w:fldSimple w:instr='DATE'>{r('今日')}</w:fldSimple><w:hyperlink>{r('链接')}</w:hyperlink></w:p>") == [
        "今日链接"
    ]


def test_notes_stand_behind_their_paragraph_and_their_mark_is_no_digit(tmp_path: Path) -> None:
    notes = '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">' + p("不含农村。") + "</w:footnote>"
    ends = '<w:endnote w:id="2">' + p("按常住人口计。") + "</w:endnote>"
    body = f"<w:p>{r('超过20')}<w:r><w:footnoteReference w:id='2'/></w:r>{r('万只')}<w:r><w:endnoteReference w:id='2'/></w:r></w:p>" + p(
        "下一段"
    )
    assert lines(tmp_path, body, footnotes=notes, endnotes=ends) == ["超过20万只", "不含农村。", "按常住人口计。", "下一段"]
    table = tbl(tc("甲") + tc("<w:p>" + r("乙") + "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"), tc("丙") + tc("丁"))
    assert lines(tmp_path, table, footnotes=notes)[-1] == "不含农村。"


def test_a_text_box_is_read_once_behind_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('云川市人民政府文件')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
    both += "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    old = f"<w:pict><v:textbox>{box}</v:textbox></w:pict>"
    for form in (both, old):
        assert lines(tmp_path, f"<w:p>{r('前')}<w:r>{form}</w:r>{r('后')}</w:p>{p('下一段')}") == ["前后", "云川市人民政府文件", "下一段"]


def test_soft_breaks_part_lines_tabs_set_words_apart_and_page_breaks_are_nothing(tmp_path: Path) -> None:
    body = f"<w:p>{r('甲')}<w:r><w:br/></w:r>{r('乙')}<w:r><w:br w:type='page'/></w:r>{r('丙')}</w:p>"
    body += f"<w:p><w:r><w:tab/><w:tab/></w:r>{r('签发人：张三')}<w:r><w:tab/></w:r>{r('电话')}</w:p><w:p>{r('5')}<w:r><w:noBreakHyphen/></w:r>{r('6月')}</w:p>"
    assert lines(tmp_path, body) == ["甲", "乙丙", "签发人：张三 电话", "5-6月"]


def test_a_fraction_is_not_read_as_one_number(tmp_path: Path) -> None:
    fraction = "<m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>"
    assert lines(tmp_path, f"<w:p>{r('完成')}<m:oMath>{fraction}</m:oMath></w:p>") == ["完成3/4"]


def test_contents_lists_placeholders_and_readings_of_characters_are_not_read_but_content_controls_are(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('一、目标 1', styled('C1'))}{p('控件')}</w:sdtContent></w:sdt>"
    held = f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>{r('文')}</w:p>"
    ruby = f"<w:p><w:r><w:ruby><w:rt>{r('chuān')}</w:rt><w:rubyBase>{r('川')}</w:rubyBase></w:ruby></w:r></w:p>"
    assert lines(tmp_path, control + held + ruby, styles=STYLES) == ["控件", "文", "川"]


@pytest.mark.parametrize(("counted", "pages"), [("3", (0, 2, 6)), ("2", ()), ("x", ())])
def test_pages_are_told_where_word_stored_as_many_as_it_counted(tmp_path: Path, counted: str, pages: tuple[int, ...]) -> None:
    body = (
        f"<w:p>{r('甲乙')}<w:r><w:lastRenderedPageBreak/></w:r>{r('丙')}</w:p>"
        + p("丁")
        + f"<w:p><w:r><w:lastRenderedPageBreak/></w:r>{r('戊')}</w:p>"
    )
    properties = f"<Properties><Pages>{counted}</Pages></Properties>"
    source = read_docx(write_docx(tmp_path / "a.docx", body, files={"docProps/app.xml": properties}), "a.docx")
    assert (source.text, source.pages) == ("甲乙丙\n丁\n戊\n", pages)


def test_the_strict_form_and_files_with_macros_are_read_alike(tmp_path: Path) -> None:
    assert read_docx(write_docx(tmp_path / "a.docm", p("甲"), namespace=STRICT), "a.docm").text == "甲\n"


@pytest.mark.parametrize("body", ["", p(""), "<w:p><w:r><w:drawing/></w:r></w:p>"])
def test_a_file_without_text_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"计划\.docx holds no text.*ingest again"):
        read(tmp_path, body)
