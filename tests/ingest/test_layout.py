import pytest

from ingest.layout import repair_layout
from ingest.readers.source import Source
from tests.ingest.examples import lines_of

OPENING = "为全面提升城市供水保障能力，加快推动水务数据汇聚共享和开发利用，制定本计划。"
CLOSING = "各有关部门和单位要高度重视智慧水务工作，切实加强组织领导，确保各项任务落到实处。"


def spaced(*lines: str) -> list[str]:
    """The repaired lines of a text whose paragraphs are parted by blank lines, without its opening and closing."""
    return lines_of("\n\n".join((OPENING, *lines, CLOSING)))[1:-1]


def paged(*pages: list[str]) -> list[str]:
    """The repaired lines of a source with pages."""
    text, starts = "", []
    for page in pages:
        starts.append(len(text))
        text += "\n".join(page) + "\n"
    return lines_of(text, tuple(starts))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("完善数据流通规则，推动全市水务、燃气、供热等领域数据要素流通交", "易模式基本形成。"),
        ("到2027年底，", "全市智能水表超过20万只。"),
        ("汇聚取水、供水、", "排水数据。"),
        ("推进老旧供水管网分区计量改造，全市公共供水管网漏损率降低到", "9%以内。"),
        ("全市供水水质合格率达到99.5%，全面完成老旧小区供水设施改造任务，投资30.", "5亿元用于泵站建设。"),
        ("培训数据管理人员、运行维护人员和网络安全人员，全年累计达到1.", "2万人次。"),
    ],
)
def test_a_sentence_cut_by_a_page_break_is_joined(first: str, second: str) -> None:
    assert spaced(first, second) == [first + second]


def test_a_sentence_cut_twice_is_joined_twice() -> None:
    assert spaced("完善水务数据汇聚、共享、开放和授权运营的制度规", "则，推动全市水务、燃气、供热等重点领域数据要素流", "通。") == [
        "完善水务数据汇聚、共享、开放和授权运营的制度规则，推动全市水务、燃气、供热等重点领域数据要素流通。"
    ]


def test_a_finished_sentence_is_not_joined_with_the_next() -> None:
    lines = ["完善水务数据汇聚共享和授权运营的制度规则。", "推动水务数据流通。"]
    assert spaced(*lines) == lines


@pytest.mark.parametrize("item", ["二、主要任务", "（二）推进改造", "2.推进改造。", "（2）推进改造", "第三条 市水务局负责。", "①摸清底数"])
def test_a_line_that_starts_a_new_item_is_never_joined(item: str) -> None:
    first = "完善水务数据汇聚、共享、开放和授权运营的制度规则，推动水务数据流通"
    assert spaced(first, item) == [first, item]


def test_a_line_that_starts_with_a_decimal_starts_no_item() -> None:
    first = "全面完成城市老旧供水管网更新改造任务，市和区两级财政安排资金"
    assert spaced(first, "2.5亿元用于泵站建设。") == [first + "2.5亿元用于泵站建设。"]


def test_a_short_line_without_an_end_stands_alone() -> None:
    lines = ["云川市水务局", "2025年3月1日", "附件"]
    assert spaced(*lines) == lines


def test_a_heading_is_not_joined_with_the_text_below_it() -> None:
    lines = ["（一）完善水务数据汇聚共享和授权运营的制度规则", "制定水务数据目录。"]
    assert spaced(*lines) == lines


@pytest.mark.parametrize(
    ("pieces", "joined"),
    [
        (("（责任单位：市水务局、市数据局、", "云川水务集团）"), "（责任单位：市水务局、市数据局、云川水务集团）"),
        (("（责任单位：市水务局、市数", "据局）"), "（责任单位：市水务局、市数据局）"),
        (("（责任单位：市水务局、各区、县（市）", "人民政府）"), "（责任单位：市水务局、各区、县（市）人民政府）"),
        (("（责任单位：市水务局；", "1.配合单位：市数据局）"), "（责任单位：市水务局；1.配合单位：市数据局）"),
        (("落实《云川市供", "水条例》要求。"), "落实《云川市供水条例》要求。"),
        (("落实《云川市供水条例》《云川市节", "水条例》要求。"), "落实《云川市供水条例》《云川市节水条例》要求。"),
    ],
)
def test_what_stands_in_an_open_bracket_goes_on(pieces: tuple[str, ...], joined: str) -> None:
    assert spaced(*pieces) == [joined]


def test_a_title_cut_by_a_heading_mark_is_joined() -> None:
    assert spaced("落实《云川市供", "## 水条例（2023年）》要求。") == ["落实《云川市供水条例（2023年）》要求。"]


def test_a_bracket_left_open_in_an_earlier_sentence_joins_nothing() -> None:
    lines = ["建设平台（含水务。完成改造", "另行通知。"]
    assert spaced(*lines) == lines


def test_a_document_title_broken_in_two_is_joined() -> None:
    assert lines_of("# 云川市推进水务数字化转型\n\n智慧水务行动计划（2025-2027年）\n\n云川市水务局\n")[0] == (
        "云川市推进水务数字化转型智慧水务行动计划（2025-2027年）"
    )


def test_an_issuer_above_a_title_is_no_part_of_it() -> None:
    assert lines_of("云川市水务局\n\n云川市智慧水务行动计划\n\n2025年3月1日\n")[:2] == ["云川市水务局", "云川市智慧水务行动计划"]


def test_lines_wrapped_at_a_fixed_width_are_joined_to_paragraphs() -> None:
    text = (
        "为全面落实国家和省关于加快水务数字化转型的部署，推动水务数据\n汇聚共享，提升供水保障能力，结合我市实际情况制定本工作方案如\n"
        "下。到二〇二七年基本建成智慧水务体系，供水水质合格率达到九成\n九以上。\n各单位要高度重视。\n"
    )
    assert lines_of(text) == [
        "为全面落实国家和省关于加快水务数字化转型的部署，推动水务数据汇聚共享，提升供水保障能力，结合我市实际情况制定本工作方案如下。"
        "到二〇二七年基本建成智慧水务体系，供水水质合格率达到九成九以上。",
        "各单位要高度重视。",
    ]


def test_where_every_line_is_a_paragraph_no_line_is_joined() -> None:
    lines = [
        "第一条 为了规范供水活动，制定本条例。",
        "第二条 市水务局应当履行下列职责",
        "编制供水规划",
        OPENING * 3,
        "负责监督检查",
        CLOSING * 2,
    ]
    assert lines_of("\n".join(lines)) == lines


def test_cells_printed_one_a_line_are_not_taken_for_wrapped_text() -> None:
    cells = ["序号", "项目名称", "牵头单位", "1", "智慧泵站", "市水务局", "2", "智慧管网", "市住建局"]
    assert lines_of("\n".join(cells)) == cells


@pytest.mark.parametrize("number", ["- 3 -", "—3—", "－ 12 －", "· 3 ·", "第3页", "第 3 页 共 9 页", "第3页/9页"])
def test_a_page_number_between_two_halves_of_a_sentence_is_left_out(number: str) -> None:
    assert spaced("到2027年底，", number, "全市智能水表超过20万只。") == ["到2027年底，全市智能水表超过20万只。"]


def test_a_number_alone_is_kept_where_there_are_no_pages() -> None:
    assert lines_of("现状\n120\n目标\n") == ["现状", "120", "目标"]


def test_running_heads_and_page_numbers_of_pages_are_left_out() -> None:
    bodies = (
        ["建设平台。", "制定目录。", "完善制度。"],
        ["改造管网。", "培训人员。", "更新水表。"],
        ["巡查河道。", "公开水质。", "优化服务。"],
    )
    pages = [["云川市水务局文件", *body, f" {number} "] for number, body in enumerate(bodies, 9)]
    assert paged(*pages) == [line for body in bodies for line in body]


def test_a_sentence_goes_on_over_head_and_foot_of_a_page() -> None:
    line = "全面落实水务数字化转型部署要求，推动数据汇聚共享和开发利"
    assert paged(["文件", line, "1"], ["文件", line, "2"], ["文件", "用到位。", "3"]) == [line + line + "用到位。"]


def test_a_number_inside_a_page_is_no_page_number() -> None:
    pages = [["现状与目标", "120", "150", "完成情况", f"{number}"] for number in (1, 2)]
    assert paged(*pages) == ["现状与目标", "120", "150", "完成情况"] * 2


def test_a_line_in_the_middle_of_a_page_is_kept_though_it_reads_like_the_running_head() -> None:
    head, body = "云川市水务局", ["建设平台。", "完善制度。"]
    assert paged([head, *body, *body], [head, *body, head, *body], [head, *body, *body]).count(head) == 1


def test_where_places_are_told_what_both_pages_of_two_begin_or_end_with_is_a_running_head() -> None:
    pages = ("内部资料\n一、建设平台，由市水务局、市\n内部资料共享组 第1份\n", "内部资料\n数据局负责。\n内部资料共享组 第2份\n")
    text, starts = "".join(pages), (0, len(pages[0]))
    full = frozenset({text.index("一、")})
    assert [line.text for line in repair_layout(Source("计划.pdf", text, starts, full=full))] == [
        "一、建设平台，由市水务局、市数据局负责。"
    ]


def test_what_two_pages_have_in_common_is_no_running_head() -> None:
    assert paged(["云川市水务局", "建设平台。"], ["云川市水务局", "完善制度。"]).count("云川市水务局") == 2


def test_cells_stay_apart_and_empty_cells_stay() -> None:
    assert lines_of("序号\t名称\t单位\n1\t智慧泵站\t\n2\t\t市水务局\n") == ["序号\t名称\t单位", "1\t智慧泵站\t", "2\t\t市水务局"]


def test_a_table_drawn_with_bars_is_a_table_and_its_rule_is_left_out() -> None:
    assert lines_of("| 序号 | 名称 |\n|:---:|------|\n| 1 | 智慧泵站 |\n| 2 |  |\n") == ["序号\t名称", "1\t智慧泵站", "2\t"]


def test_a_header_repeated_after_a_page_break_is_left_out() -> None:
    text = "序号\t名称\t单位\n1\t泵站\t市水务局\n\n- 4 -\n\n序 号\t名称\t单位\n2\t管网\t市住建局\n---\t---\t---\n"
    assert lines_of(text) == ["序号\t名称\t单位", "1\t泵站\t市水务局", "2\t管网\t市住建局"]


def test_the_header_of_another_table_is_kept() -> None:
    text = "序号\t名称\t单位\n1\t泵站\t市水务局\n附表二\n序号\t名称\t单位\n1\t管网\t市住建局\n"
    assert lines_of(text).count("序号\t名称\t单位") == 2


def test_a_row_whose_last_cells_are_missing_stays_a_row() -> None:
    assert lines_of("序号\t名称\t单位\n1\t泵站\n2\t管网\t市住建局\n") == ["序号\t名称\t单位", "1\t泵站", "2\t管网\t市住建局"]


def test_a_numbered_line_with_a_tab_after_a_table_is_no_row() -> None:
    assert lines_of("序号\t名称\t单位\n1\t泵站\t市水务局\n二、\t保障措施\n")[-1] == "二、保障措施"


def test_a_row_is_not_joined_with_the_text_around_it() -> None:
    text = "到2027年，\n序号\t名称\t单位\n1\t泵站\t市水务局、\n市数据局协助完成。"
    assert lines_of(text) == ["到2027年，", "序号\t名称\t单位", "1\t泵站\t市水务局、", "市数据局协助完成。"]


def test_an_item_set_in_the_line_of_the_one_before_is_parted_from_it() -> None:
    assert lines_of("9.推进改造。改造管网（市水务局负责）10.大力培训。培训80人。\n11.其他\n") == [
        "9.推进改造。改造管网（市水务局负责）",
        "10.大力培训。培训80人。",
        "11.其他",
    ]


def test_only_the_next_number_parts_an_item() -> None:
    line = "9.推进改造（市水务局负责）12.其他。建设平台。5.开展培训。"
    assert lines_of(line) == [line]


def test_heading_marks_are_counted_and_left_out() -> None:
    lines = repair_layout(Source("计划.md", "# 标题\n\n### 一、目标\n\n**二、任务**\n\n正文。\n"))
    assert [(line.text, line.hashes, line.bold) for line in lines] == [
        ("标题", 1, False),
        ("一、目标", 3, False),
        ("二、任务", 0, True),
        ("正文。", 0, False),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "---\n", "- 1 -\n"])
def test_a_text_without_words_has_no_lines(text: str) -> None:
    assert lines_of(text) == []


HTML = """<table><tr><th>序号</th><th>名称</th><th>单位</th></tr>
<tr><td colspan="3">一、泵站</td></tr>
<tr><td>1</td><td>东 山泵站</td><td>市水务局<br>松山县人民政府</td></tr></table>

— 6 —

<table><tr><th>序号</th><th>名称</th><th>单位</th></tr><tr><td>2</td><td>西山泵站</td><td></td></tr></table>
"""


def test_a_table_written_as_html_and_cut_by_a_page_is_one_table() -> None:
    assert lines_of(HTML) == ["序号\t名称\t单位", "一、泵站\t\t", "1\t东山泵站\t市水务局\n松山县人民政府", "2\t西山泵站\t"]


def test_two_rows_of_headings_are_left_out_where_a_page_repeats_them() -> None:
    head = "<tr><td rowspan=2>名称</td><td colspan=2>目标</td></tr><tr><td>2025年</td><td>2027年</td></tr>"
    rows = [f"<table>{head}<tr><td>泵站{name}</td><td>3座</td><td>5座</td></tr></table>" for name in "甲乙"]
    assert lines_of("\n\n".join(rows)) == ["名称\t目标\t", "\t2025年\t2027年", "泵站甲\t3座\t5座", "泵站乙\t3座\t5座"]


def test_text_around_a_table_written_as_html_stays_text() -> None:
    assert lines_of("泵站见表。<table><caption>表1 泵站</caption><tr><td>甲</td><td>乙</td></tr></table>完。") == [
        "泵站见表。",
        "表1泵站",
        "甲\t乙",
        "完。",
    ]


def test_a_block_quote_is_read_without_its_marks_and_its_bars_make_rows() -> None:
    assert lines_of("> 专栏1　主要指标\n>\n> 指标｜2025年｜属性\n>\n> 漏损率（%）｜9｜约束性\n") == [
        "专栏1主要指标",
        "指标\t2025年\t属性",
        "漏损率（%）\t9\t约束性",
    ]


def test_the_last_cell_of_a_row_without_a_closing_bar_is_kept() -> None:
    assert lines_of("| 序号 | 名称 | 单位\n| 1 | 泵站 | 市水务局\n") == ["序号\t名称\t单位", "1\t泵站\t市水务局"]


def test_an_item_cut_by_a_page_goes_on_where_the_one_before_ends_in_a_semicolon() -> None:
    assert spaced("（一）学校、医院；", "（二）商场、农贸市场、旅", "游景区；") == [
        "（一）学校、医院；",
        "（二）商场、农贸市场、旅游景区；",
    ]


@pytest.mark.parametrize("foot", ["抄送：市政府办公室。", "联系人：李四", "附件：1.指标表", "注：供水量为预测数。"])
def test_the_foot_of_a_document_goes_on_with_nothing(foot: str) -> None:
    first = "联系电话：024-12345678，邮箱见市水务局网站首页左下角公布栏"
    assert spaced(first, foot) == [first, foot]


CUT = "<table><tr><th>序号</th><th>名称</th><th>单位</th></tr><tr><td>1</td><td>东山泵</td><td>市水务局</td></tr></table>\n\n— 6 —\n\n"


def test_a_row_cut_by_a_page_is_one_row() -> None:
    text = CUT + "<table><tr><td></td><td>站改造</td><td></td></tr><tr><td>2</td><td>西山泵站</td><td>市水务局</td></tr></table>"
    assert lines_of(text)[1:] == ["1\t东山泵站改造\t市水务局", "2\t西山泵站\t市水务局"]


def test_a_row_cut_by_a_page_is_one_row_below_a_repeated_header_too() -> None:
    head = "| 序号 | 名称 | 单位 |\n|---|---|---|\n"
    assert lines_of(f"{head}| 1 | 东山泵 | 市水务局 |\n\n- 6 -\n\n{head}| | 站 | |\n| 2 | 西山 | 市水务局 |\n| | 备用 | |\n")[1:] == [
        "1\t东山泵站\t市水务局",
        "2\t西山\t市水务局",
        "\t备用\t",
    ]


@pytest.mark.parametrize("row", ["<td></td><td>合计</td><td></td>", "<td></td><td>西山</td><td>市水务局</td>", "<td></td><td>西山</td>"])
def test_a_sum_or_a_whole_row_at_the_top_of_a_page_is_a_row_of_its_own(row: str) -> None:
    assert lines_of(f"{CUT}<table><tr>{row}</tr></table>")[1] == "1\t东山泵\t市水务局"


def measured(*pages: list[str]) -> list[str]:
    """The repaired lines of a source that tells which lines are full: those that end with |."""
    text, starts, full = "", [], []
    for page in pages:
        starts.append(len(text))
        for line in page:
            full.extend([len(text)] * line.endswith("|"))
            text += line.removesuffix("|") + "\n"
    return [line.text for line in repair_layout(Source("计划.pdf", text, tuple(starts), full=frozenset(full)))]


BODY = ["　　制定本计划。", "　　完善制度。", "　　培训人员。"]


def test_a_line_that_was_full_goes_on_over_the_end_of_a_page_with_its_number_and_head() -> None:
    pages = [
        ["内部资料", "", f"　　{words}计划。", *BODY, f"　　{words}平台。|", "", f"　　　— {number} —"]
        for number, words in enumerate("甲乙丙", 1)
    ]
    pages.append(["内部资料", "", "推动共享。", "", "　　　— 4 —"])
    assert measured(*pages)[-1] == "丙平台。推动共享。"
    assert not [line for line in measured(*pages) if "内部" in line or "—" in line]


def test_what_few_of_many_pages_begin_with_is_text() -> None:
    pages = [[f"　　{words}", *BODY] for words in ["主要目标：", *"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"] * 3]
    assert measured(*pages).count("主要目标：") == 3


def test_a_figure_cut_by_the_margin_is_whole() -> None:
    assert (
        measured([*BODY, "　　到2025年，建成水表4|", ".5万只；到20|", "27年，建成6万只。"])[-1]
        == "到2025年，建成水表4.5万只；到2027年，建成6万只。"
    )
