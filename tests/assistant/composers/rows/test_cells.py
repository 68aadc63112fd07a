"""What a question says of a cell is told from what only names the table, another column, or a word that all rows share."""

import pytest

from assistant.composers.rows.cells import cell_conditions, is_of_builders
from corpus.model.facts import Column, Scenario
from corpus.model.span import Span

HEADINGS = ("项目名称", "所属领域", "单位", "牵头单位", "服务部门", "建设地点", "目前进展", "使用数据", "数据来源")
CELLS = (
    ("甲号工程", "农业", "个", "市水务局", "市科技局", "石坞区", "尚未启动", "雨量数据、企业数据", "水文站"),
    ("乙号工程", "农业", "个", "市水务局", "市教育局", "青溪区 石坞区", "正在招标", "客流数据", "景区闸机 企业数据"),
    ("丙号工程", "交通", "%", "市商务局", "市科技局", "青溪区", "方案编制中，等待批复立项", "电子病历数据", "水文站"),
    ("丁号工程", "气象", "%", "市商务局", "市商务局", "全市", "尚未启动", "企业数据", "税务系统"),
)


def row(number: int, cells: tuple[str, ...]) -> Scenario:
    columns = tuple(Column(heading, Span(0, 1), text) for heading, text in zip(HEADINGS, cells, strict=True))
    return Scenario("文", Span(0, 1), None, (), "岚江企业数据应用项目表", number, cells[0], columns, (cells[3],))


TABLE = tuple(row(number, cells) for number, cells in enumerate(CELLS, 1))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("进展写着“尚未启动”的有哪几个", "甲丁"),
        ("目前进展写“等待批复立项”的项目有几个", "丙"),
        ("“目前进展”写着“尚未启动”的一共多少个", "甲丁"),
        ("还没启动的项目有几个", "甲丁"),
        ("没有启动的是哪些", "甲丁"),
        ("使用数据里有“电子病历”的项目有哪些", "丙"),
        ("用“客流数据”的有几个", "乙"),
        ("建设地点在石坞区的有哪些", "甲乙"),
        ("青溪区的项目有几个", "乙丙"),
        ("服务部门写市科技局的项目有几个", "甲丙"),
        ("数据来源填水文站的是哪几个", "甲丙"),
        ("所属领域写农业的有哪些", "甲乙"),
        ("使用数据只写了“企业数据”的有哪些", "丁"),
        ("使用数据写了“企业数据”的有哪些", "甲丁"),
        ("数据来源一栏只有景区闸机的是哪个", ""),
        ("进展是正在招标的有哪些", "乙"),
    ],
)
def test_rows_are_chosen_by_the_value_however_it_is_said(question: str, names: str) -> None:
    conditions = cell_conditions(question, TABLE)
    assert conditions
    assert all(any(said in question for said in one.said) for one in conditions)
    assert "".join(row.name[0] for row in TABLE if all(one.holds(row) for one in conditions)) == names


@pytest.mark.parametrize(
    "question",
    [
        "重点应用场景清单里，由两家建设的有几个",
        "企业数据应用项目表里一共有几个",
        "甲号工程的目前进展怎么样",
        "由市水务局牵头的有几个",
        "“甲号工程”的数据来源是什么",
    ],
)
def test_names_measure_words_and_units_that_build_set_no_condition_for_a_cell(question: str) -> None:
    assert cell_conditions(question, TABLE) == ()


def test_a_column_of_units_that_mostly_build_nothing_is_not_one_of_builders() -> None:
    assert is_of_builders("牵头单位", TABLE)
    assert not is_of_builders("服务部门", TABLE)


def test_a_deadline_in_a_cell_is_said_with_what_is_to_be_done_by_then() -> None:
    months = ("9月底", "12月底", "9月底")
    columns = [
        (Column("事项", Span(0, 1), f"{name}号"), Column("完成时限", Span(0, 1), due)) for name, due in zip("甲乙丙", months, strict=True)
    ]
    table = [Scenario("文", Span(0, 1), None, (), "民生实事", number, cells[0].text, cells) for number, cells in enumerate(columns, 1)]
    (condition,) = cell_conditions("要求9月底前完成的是哪几件", table)
    assert condition.said == ("9月底前完成",)
    assert [condition.holds(row) for row in table] == [True, False, True]
    (other,) = cell_conditions("12月底办完的有哪些", table)
    assert [other.holds(row) for row in table] == [False, True, False]
    assert cell_conditions("2月底前完成的有哪些", table) == ()


def test_a_value_that_stands_in_a_cell_is_not_found_in_one_that_holds_most_of_it() -> None:
    modes = ("企业自建自营", "政府自建自营、政府企业共同建设", "企业自建自营、政府补助")
    columns = [
        (Column("项目名称", Span(0, 1), f"{name}号"), Column("建设运营模式建议", Span(0, 1), mode))
        for name, mode in zip("甲乙丙", modes, strict=True)
    ]
    table = [Scenario("文", Span(0, 1), None, (), "岚江项目表", number, two[0].text, two) for number, two in enumerate(columns, 1)]
    for question in ("运营模式写企业自建自营的项目有几个", "运营模式是企业自建自营的有哪些", "建设运营模式为企业自建自营的有几个"):
        conditions = cell_conditions(question, table)
        assert [row.name for row in table if all(one.holds(row) for one in conditions)] == ["甲号", "丙号"]
