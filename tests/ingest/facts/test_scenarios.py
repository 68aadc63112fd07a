import pytest

from corpus.model.facts import Scenario
from ingest.facts.scenarios import column_headings, scenarios
from tests.ingest.examples import document_of

TABLE = """附表：云川市水务场景清单

序号\t场景 名称\t应用领域\t建设单位\t场景描述\t建设期限\t目前进展
1\t智慧泵站\t供水\t市水务局 市数据局\t监测\t2024年1月-2026年12月\t已完成
2\t智慧管网\t供水\t市住建局、\t\t2025年底\t

序号\t场景名称\t应用领域\t建设单位\t场景描述\t建设期限\t目前进展
3\t\t供水\t市住建局\t巡检\t长期\t无
4\t水表\t供水
5\t河道\t水利\t/\t巡查\t长期\t在建\t备用
"""


def read(text: str) -> list[Scenario]:
    document = document_of(f"# 云川市水务行动计划\n\n{text}\n")
    found = list(scenarios(document))
    for scenario in found:
        assert all(column.span.of(document.text) == column.text for column in scenario.columns)
        assert all(scenario.span.contains(column.span) for column in scenario.columns if column.heading != "类别")
    return found


def test_every_named_row_is_a_scenario_of_its_table_though_a_page_break_repeats_the_header() -> None:
    found = read(TABLE)
    assert [(scenario.ordinal, scenario.name) for scenario in found] == [(1, "智慧泵站"), (2, "智慧管网"), (3, "水表"), (4, "河道")]
    assert {scenario.table for scenario in found} == {"附表：云川市水务场景清单"}


def test_a_scenario_has_every_filled_column_under_its_heading() -> None:
    first, second, short, long = read(TABLE)
    assert [(column.heading, column.text) for column in first.columns] == [
        ("序号", "1"),
        ("场景名称", "智慧泵站"),
        ("应用领域", "供水"),
        ("建设单位", "市水务局 市数据局"),
        ("场景描述", "监测"),
        ("建设期限", "2024年1月-2026年12月"),
        ("目前进展", "已完成"),
    ]
    assert [column.heading for column in second.columns] == ["序号", "场景名称", "应用领域", "建设单位", "建设期限"]
    assert [column.text for column in short.columns] == ["4", "水表", "供水"]
    assert long.columns[-1].text == "在建"


def test_builders_are_read_out_of_their_column() -> None:
    assert [scenario.builders for scenario in read(TABLE)] == [("市水务局", "市数据局"), ("市住建局",), (), ()]


@pytest.mark.parametrize(
    ("period", "starts", "ends"),
    [
        ("2024年1月-2026年12月", "2024-01", "2026-12"),
        ("2024.3-2025.11", "2024-03", "2025-11"),
        ("2016-2018", "2016", "2018"),
        ("2024年-2026年", "2024", "2026"),
        ("2025年6月底前", None, "2025-06"),
        ("2018", "2018", "2018"),
        ("2018年", "2018", "2018"),
        ("长期", None, None),
        ("3个月", None, None),
    ],
)
def test_a_period_has_its_first_and_last_month_or_year(period: str, starts: str | None, ends: str | None) -> None:
    (scenario,) = read(f"附表\n\n序号\t项目名称\t牵头单位\t项目周期\n1\t泵站\t市水务局\t{period}\n")
    assert (scenario.starts, scenario.ends) == (starts, ends)


def test_a_single_year_by_which_something_is_due_is_no_period() -> None:
    (scenario,) = read("附表\n\n序号\t项目名称\t牵头单位\t完成时限\n1\t泵站\t市水务局\t2018年\n")
    assert (scenario.starts, scenario.ends) == (None, "2018")


def test_a_project_printed_one_cell_a_line_is_a_scenario_with_its_category() -> None:
    first, second = read("项目表\n类别\n序号\n项目名称\n牵头单位\n供水类\n1\n泵站\n市水务局\n2\n管网\n市住建局\n")
    assert (first.columns[0].heading, first.columns[0].text) == ("类别", "供水类")
    assert (second.columns[0].heading, second.columns[0].text) == ("类别", "供水类")
    assert (second.name, second.builders) == ("管网", ("市住建局",))


@pytest.mark.parametrize(
    "table",
    [
        "序号\t指标名称\t2025年目标\n1\t漏损率\t9%\n",
        "序号\t部门\t联系方式\n1\t市水务局\t12345\n",
        "项目名称\t单位\n泵站\t市水务局\n",
        "1\t泵站\t市水务局\n",
    ],
)
def test_a_table_that_names_no_things_has_no_scenarios(table: str) -> None:
    assert read(f"附表\n\n{table}") == []


def test_column_headings_have_no_white_space() -> None:
    document = document_of(TABLE)
    (table,) = [block for block in document.blocks if block.kind == "table"]
    assert column_headings(document, table)[1] == "场景名称"


@pytest.mark.parametrize("heading", ["建设期限", "项目周期", "建设年限", "实施时限", "建设时间", "起止年月"])
def test_period_stands_under_any_heading_that_tells_time(heading: str) -> None:
    (scenario,) = read(f"附表\n\n序号\t项目名称\t牵头单位\t{heading}\n1\t泵站\t市水务局\t2023—2025\n")
    assert (scenario.starts, scenario.ends) == ("2023", "2025")


GROUPED = "泵站项目表\n\n序号\t名称\t单位\n一、供水\t\t\n1\t东山\t市水务局\n二、排水\t\t\n2\t西山\t市水务局\n3\t南山\t市水务局\n"


def test_a_row_over_the_whole_width_groups_those_below_it_and_is_none_itself() -> None:
    document = document_of(GROUPED)
    found = scenarios(document)
    assert [(row.ordinal, row.name, row.columns[0].heading, row.columns[0].text) for row in found] == [
        (1, "东山", "类别", "供水"),
        (2, "西山", "类别", "排水"),
        (3, "南山", "类别", "排水"),
    ]
    assert [row.columns[0].span.of(document.text) for row in found] == ["供水", "排水", "排水"]


def test_a_group_is_no_named_row_where_the_name_stands_first() -> None:
    found = read("泵站项目表\n\n项目名称\t内容\t单位\n（一）供水\t\t\n东山\t改造\t市水务局\n")
    assert [row.name for row in found] == ["东山"]


def test_a_row_without_a_number_that_fills_one_cell_groups_nothing() -> None:
    found = read("泵站项目表\n\n项目名称\t内容\t单位\n西山\t\t\n东山\t改造\t市水务局\n")
    assert [(row.name, row.columns[0].heading) for row in found] == [("西山", "项目名称"), ("东山", "项目名称")]


def test_a_table_with_a_column_of_its_own_for_the_category_keeps_it() -> None:
    found = read("泵站项目表\n\n类别\t名称\t单位\n一、供水\t\t\n新建\t东山\t市水务局\n")
    assert [[(column.heading, column.text) for column in row.columns[:2]] for row in found] == [[("类别", "新建"), ("名称", "东山")]]


def test_a_table_of_items_without_names_is_named_by_what_they_are() -> None:
    (first, second) = read("类别\t项目内容\t数量\t责任单位\n养老\t建设老年食堂\t85个\t市民政局\n\t安装传感器\t900户\t市民政局\n")
    assert (first.name, second.name) == ("建设老年食堂", "安装传感器")


def test_of_a_name_and_its_content_the_name_names_the_row() -> None:
    (only,) = read("序号\t项目内容\t项目名称\t责任单位\n1\t更换水泵\t智慧泵站\t市水务局\n")
    assert only.name == "智慧泵站"


@pytest.mark.parametrize(
    ("head", "rows", "names"),
    [
        ("序号\t实事\t内容\t牵头单位", ["1\t安全充电\t新建接口\t市住建局", "2\t老楼加梯\t装电梯\t市住建局"], ["安全充电", "老楼加梯"]),
        (
            "条款\t支持事项\t标准\t受理部门",
            ["第一条\t首购补助\t12%\t市工信局", "第二条\t研发补助\t20%\t市科技局"],
            ["首购补助", "研发补助"],
        ),
        ("领域\t一件事\t主办单位", ["个人\t退休一件事\t市人社局", "个人\t身后一件事\t市民政局"], ["退休一件事", "身后一件事"]),
        ("指标\t单位\t数量", ["机井\t眼\t12", "泵站\t座\t9"], []),
        ("年份\t数量\t金额", ["2024年\t12\t3", "2025年\t14\t5"], []),
        ("类别\t标准\t备注", ["甲类\t每人12元\t按季度", "乙类\t每人9元\t按季度"], []),
        ("领域\t方式\t时间", ["供水\t线上办理\t2025年", "供热\t线上办理\t2026年"], []),
    ],
)
def test_rows_are_named_by_the_first_column_that_tells_them_apart_by_words(head: str, rows: list[str], names: list[str]) -> None:
    assert [row.name for row in read("\n".join(["附表", "", head, *rows]))] == names


@pytest.mark.parametrize("heading", ["业主单位", "受理部门", "主办单位", "责任主体"])
def test_whoever_a_column_puts_in_charge_is_the_builder(heading: str) -> None:
    (row,) = read(f"附表\n\n序号\t项目名称\t{heading}\t上线时间\n1\t泵站\t市水务局\t2026年4月\n")
    assert (row.builders, row.ends) == (("市水务局",), "2026-04")
