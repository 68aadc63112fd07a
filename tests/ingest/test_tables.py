import pytest

from ingest.canonical import CanonicalText
from ingest.tables import Table, is_column_heading, read_table
from tests.ingest.examples import canonical_of

PROJECTS = """类别
序号
项目名称
建设内容
牵头单位
供水类
1
智慧泵站
改造泵站12座，新建泵房。
市水务局
2
智慧管网
1、改造管网。
2、安装水表。
3、建立平台。
市水务局、市数据局、市住建局
排水类
3
雨水调蓄
建设调蓄池。
市住建局
"""
INDICATORS = """类别
指标
2027年目标
供水类
漏损率
9%
水质合格率
99.5%
排水类
雨污分流率
≥85%
"""


def read(text: str, index: int = 0) -> Table | None:
    return read_table(canonical_of(text).lines, index)


def cells(text: str) -> list[list[str]]:
    """The cells of every row of the table that `text` starts with."""
    canonical = canonical_of(text)
    table = read_table(canonical.lines, 0)
    assert table is not None
    return [[cell.of(canonical.text) for cell in row.cells] for row in table.rows]


def table_of(text: str) -> Table:
    table = read(text)
    assert table is not None
    return table


def test_rows_with_separators_are_a_table_headed_by_its_first_row() -> None:
    text = "序号\t名称\t单位\n1\t泵站\t市水务局\n2\t管网\t市住建局\n建设平台。\n"
    assert cells(text) == [["序号", "名称", "单位"], ["1", "泵站", "市水务局"], ["2", "管网", "市住建局"]]
    assert [row.header for row in table_of(text).rows] == [True, False, False]
    assert table_of(text).lines == 3


def test_a_first_row_that_names_no_columns_is_no_header() -> None:
    assert [row.header for row in table_of("1\t泵站\t市水务局\n2\t管网\t市住建局\n").rows] == [False, False]


def test_a_row_with_too_few_or_too_many_cells_keeps_those_it_has() -> None:
    assert cells("序号\t名称\t单位\n1\t泵站\n2\t管网\t市住建局\t备用\n")[1:] == [["1", "泵站"], ["2", "管网", "市住建局", "备用"]]


@pytest.mark.parametrize("heading", ["序号", "场景名称", "建设单位", "2027年目标", "2025", "目前进展", " 备注 ", "总投资（亿元）"])
def test_column_headings_are_recognized(heading: str) -> None:
    assert is_column_heading(heading)


@pytest.mark.parametrize(
    "text",
    ["", "重点项目表", "任务清单", "市水务局", "泵站", "数据汇聚共享，能力提升", "建设内容包括：", "推进水务数据资源汇聚共享和开发利用"],
)
def test_what_is_no_column_heading_is_not_taken_for_one(text: str) -> None:
    assert not is_column_heading(text)


def test_a_table_printed_one_cell_a_line_has_a_row_for_every_number() -> None:
    rows = cells(PROJECTS)
    assert [row[1] for row in rows] == ["序号", "1", "2", "3"]
    assert rows[1] == ["供水类", "1", "智慧泵站", "改造泵站12座，新建泵房。", "市水务局"]


def test_a_category_holds_until_the_next_one() -> None:
    assert [row[0] for row in cells(PROJECTS)[1:]] == ["供水类", "供水类", "排水类"]


def test_a_numbered_list_inside_a_cell_is_one_cell() -> None:
    assert cells(PROJECTS)[2][2:] == ["智慧管网", "1、改造管网。\n2、安装水表。\n3、建立平台。", "市水务局、市数据局、市住建局"]


def test_a_list_in_the_last_cell_of_the_last_row_is_one_cell() -> None:
    text = "序号\n项目名称\n建设内容\n1\n泵站\n改造泵站。\n2\n管网\n1、改造管网。\n2、安装水表。\n一、保障措施\n加强领导。\n"
    assert cells(text)[-1] == ["2", "管网", "1、改造管网。\n2、安装水表。"]


def test_a_number_in_a_cell_is_not_taken_for_the_next_record() -> None:
    text = "序号\n项目名称\n数量\n牵头单位\n1\n泵站\n2\n市水务局\n2\n管网\n3\n市住建局\n"
    assert cells(text)[1:] == [["1", "泵站", "2", "市水务局"], ["2", "管网", "3", "市住建局"]]


def test_a_column_whose_heading_is_unknown_is_a_column_all_the_same() -> None:
    assert cells("序号\n项目名称\n牵头单位\n服务人口\n1\n泵站\n市水务局\n30万\n2\n管网\n市住建局\n12万\n")[2] == [
        "2",
        "管网",
        "市住建局",
        "12万",
    ]


def test_a_table_ends_where_the_next_section_starts() -> None:
    table = table_of(PROJECTS + "二、保障措施\n加强领导。\n")
    assert table.lines == len(PROJECTS.splitlines())
    assert len(table.rows) == 4


def test_an_indicator_table_has_a_row_for_every_value() -> None:
    assert cells(INDICATORS) == [
        ["类别", "指标", "2027年目标"],
        ["供水类", "漏损率", "9%"],
        ["供水类", "水质合格率", "99.5%"],
        ["排水类", "雨污分流率", "≥85%"],
    ]


def test_text_after_an_indicator_table_is_no_part_of_it() -> None:
    assert table_of(INDICATORS + "本表由市水务局解释。\n").lines == len(INDICATORS.splitlines())


def test_columns_after_the_value_belong_to_the_row() -> None:
    text = "指标\n2025年目标\n计量单位\n漏损率\n9\n%\n水质合格率\n99.5\n%\n"
    assert cells(text)[1:] == [["漏损率", "9", "%"], ["水质合格率", "99.5", "%"]]


@pytest.mark.parametrize(
    "text",
    [
        "责任单位\n市水务局\n项目\n建设平台。\n",
        "项目名称\n建设内容\n完成时间\n正文开始，这是正文。\n",
        "类别\n指标\n2027年目标\n本计划自发布之日起施行。\n",
        "序号\n项目名称\n牵头单位\n本表略。\n",
        "建设平台。\n",
    ],
)
def test_lines_that_only_look_like_headings_start_no_table(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", [PROJECTS, INDICATORS, "序号\t名称\t单位\n1\t泵站\t市水务局\n"])
def test_rows_follow_one_another_and_cells_of_a_row_its_order(text: str) -> None:
    table = table_of(text)
    for row, following in zip(table.rows, table.rows[1:], strict=False):
        assert row.span.end <= following.span.start
    own = [cell for row in table.rows for cell in row.cells if row.span.contains(cell)]
    assert own == sorted(own)
    assert all(table.span.contains(row.span) for row in table.rows)


def test_a_cell_over_several_rows_belongs_to_each_of_them() -> None:
    text = (
        "<table><tr><td>类别</td><td>指标</td><td>2025年</td></tr><tr><td rowspan=2>供水</td><td>漏损率</td><td>9%</td></tr>"
        "<tr><td>合格率</td><td>99%</td></tr></table>"
    )
    canonical, table = html_table(text)
    assert [[cell.of(canonical.text) for cell in row.cells] for row in table.rows] == [
        ["类别", "指标", "2025年"],
        ["供水", "漏损率", "9%"],
        ["供水", "合格率", "99%"],
    ]


def test_two_rows_of_headings_are_one_with_the_innermost() -> None:
    text = (
        "<table><tr><td rowspan=2>指标</td><td colspan=2>目标值</td></tr><tr><td>2025年</td><td>2027年</td></tr>"
        "<tr><td>漏损率</td><td>9%</td><td>8%</td></tr></table>"
    )
    canonical, table = html_table(text)
    assert [row.header for row in table.rows] == [True, False]
    assert [cell.of(canonical.text) for cell in table.rows[0].cells] == ["指标", "2025年", "2027年"]


def test_a_table_with_other_headings_right_below_is_another_table() -> None:
    rows = ["<table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>甲</td></tr></table>"]
    other = "<table><tr><td>指标</td><td>目标值</td></tr><tr><td>漏损率</td><td>9%</td></tr></table>"
    canonical, table = html_table(rows[0] + other)
    assert len(table.rows) == 2
    following = read_table(canonical.lines, table.lines)
    assert following is not None
    assert following.rows[0].header


def test_rows_go_on_in_the_next_piece_of_a_table_whatever_they_hold() -> None:
    first = "<table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>甲</td></tr></table>"
    assert len(html_table(first + "<table><tr><td>2</td><td>数据平台</td></tr></table>")[1].rows) == 3


def html_table(text: str) -> tuple[CanonicalText, Table]:
    canonical = canonical_of(text)
    table = read_table(canonical.lines, 0)
    assert table is not None
    return canonical, table


def test_a_number_and_a_kind_printed_once_hold_for_the_rows_below() -> None:
    text = "| 序号 | 类别 | 内容 | 责任单位 |\n|---|---|---|---|\n| 1 | 出行 | 架桥 | 市交通局 |\n|  |  | 修路 | 市住建局 |\n| 2 | 饮水 | 换管 |  |\n"
    assert cells(text)[1:] == [["1", "出行", "架桥", "市交通局"], ["1", "出行", "修路", "市住建局"], ["2", "饮水", "换管", ""]]


@pytest.mark.parametrize("row", ["|  |  | 合计 | 12 |", "|  |  |  | 市住建局 |"])
def test_a_sum_or_a_single_cell_takes_nothing_from_the_row_above(row: str) -> None:
    text = f"| 序号 | 类别 | 内容 | 责任单位 |\n|---|---|---|---|\n| 1 | 出行 | 架桥 | 市交通局 |\n{row}\n"
    assert cells(text)[2][:2] == ["", ""]


def test_a_table_of_grants_has_a_head() -> None:
    assert table_of("条款\t支持事项\t标准\t最高额度\t受理部门\t兑付时间\n第1条\t首购补助\t12%\t600万元\t市工信局\t按季度\n").rows[0].header
