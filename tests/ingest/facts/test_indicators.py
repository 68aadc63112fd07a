import pytest

from corpus.model.facts import Target
from ingest.facts.targets import targets
from tests.ingest.examples import document_of


def read(table: str) -> list[Target]:
    return [
        target for target in targets(document_of(f"云川市水务行动计划（2025-2027年）\n\n一、指标\n\n{table}\n")) if target.subject != "x"
    ]


BOX = "> 类别｜指标｜2025年｜2027年｜属性\n>\n> 供水｜管网漏损率（%）｜9｜8.5｜约束性\n>\n> 供水｜新增管网（公里）｜—｜[1 200]｜预期性\n"


def test_each_value_has_the_year_of_its_column_and_the_unit_behind_the_name() -> None:
    found = [(target.subject, target.statement, target.value, target.unit, target.year) for target in read(BOX)]
    assert found[:2] == [
        ("管网漏损率", "管网漏损率9%", "9", "%", 2025),
        ("管网漏损率", "管网漏损率8.5%", "8.5", "%", 2027),
    ]


def test_a_value_in_square_brackets_is_a_total_and_an_empty_one_is_none() -> None:
    (target,) = read("指标｜2025年｜2027年\n新增管网（公里）｜—｜[320]\n")
    assert (target.statement, target.amount, target.unit, target.year, target.cumulative) == ("新增管网320公里", 320.0, "公里", 2027, True)


@pytest.mark.parametrize(
    ("name", "subject", "statement"),
    [
        ("集装箱运量（万标箱）", "集装箱运量", "集装箱运量9.5万标箱"),
        ("细颗粒物浓度（微克/立方米）", "细颗粒物浓度", "细颗粒物浓度9.5微克/立方米"),
        ("细颗粒物（PM2.5）", "细颗粒物（PM2.5）", "细颗粒物（PM2.5）9.5"),
        ("供水普及率（含农村）", "供水普及率（含农村）", "供水普及率（含农村）9.5"),
    ],
)
def test_only_a_unit_in_brackets_is_taken_off_the_name(name: str, subject: str, statement: str) -> None:
    (target,) = read(f"序号\t指标\t2027年\n1\t{name}\t9.5\n")
    assert (target.subject, target.statement) == (subject, statement)


def test_a_unit_column_goes_before_a_unit_behind_the_name() -> None:
    (target,) = read("指标\t单位\t2027年\n供水量（万吨）\t亿吨\t9.5\n")
    assert target.statement == "供水量9.5亿吨"


def test_a_unit_printed_with_the_value_is_not_doubled() -> None:
    (target,) = read("指标\t单位\t2027年\n合格率\t%\t≥99%\n")
    assert target.statement == "合格率≥99%"


@pytest.mark.parametrize(
    ("value", "statement", "amount", "comparator"),
    [
        ("≤11", "漏损率≤11%", 11.0, "at_most"),
        ("≦ 11", "漏损率≦11%", 11.0, "at_most"),
        ("<11", "漏损率<11%", 11.0, "less_than"),
        ("小于11", "漏损率小于11%", 11.0, "less_than"),
        ("不高于11", "漏损率不高于11%", 11.0, "at_most"),
        ("11以下", "漏损率11%以下", 11.0, "at_most"),
        ("11%以下", "漏损率11%以下", 11.0, "at_most"),
        ("＞11", "漏损率＞11%", 11.0, "more_than"),
        ("≥11", "漏损率≥11%", 11.0, "at_least"),
        ("[≥11]", "漏损率≥11%", 11.0, "at_least"),
        ("不得低于11", "漏损率不得低于11%", 11.0, "at_least"),
        ("11", "漏损率11%", 11.0, "equal"),
    ],
)
def test_a_bound_in_a_cell_is_a_bound(value: str, statement: str, amount: float, comparator: str) -> None:
    (target,) = read(f"指标\t单位\t2027年\n漏损率\t%\t{value}\n")
    assert (target.statement, target.amount, target.comparator) == (statement, amount, comparator)


@pytest.mark.parametrize(
    "row",
    ["漏损率\t91\t95\t98\t约束性", "漏损率\t%\t95\t约束性", "%\t91\t95\t98\t约束性", "漏损率\t%\t95\t98\t约束性\t备用", "漏损率\t%\t95"],
)
def test_a_row_whose_cells_are_shifted_states_nothing(row: str) -> None:
    assert read(f"指标\t单位\t2025年\t2027年\t属性\n{row}\n") == []


def test_a_missing_remark_takes_nothing_from_the_row() -> None:
    assert [target.value for target in read("指标\t单位\t2025年\t2027年\t备注\n漏损率\t%\t9\t8\n")] == ["9", "8"]


def test_columns_that_cannot_be_told_apart_state_nothing() -> None:
    assert read("指标\t2025年\t\t2027年\t\n\t上半年\t全年\t上半年\t全年\n客流\t100\t230\t120\t260\n") == []


def test_years_below_a_common_heading_are_the_years_of_the_columns() -> None:
    found = read("指标\t单位\t目标值\t\n\t\t2025年\t2027年\n漏损率\t%\t9\t8\n")
    assert [(target.value, target.year) for target in found] == [("9", 2025), ("8", 2027)]


def test_a_value_that_is_reached_is_not_of_the_last_year() -> None:
    found = read("指标\t单位\t现状值\t目标值\n漏损率\t%\t9\t8\n")
    assert [(target.value, target.year) for target in found] == [("9", None), ("8", 2027)]


def test_a_unit_behind_the_heading_of_the_column_is_that_of_its_values() -> None:
    found = read("指标\t2025年（亿元）\t2027年（亿元）\n软件业务收入\t120\t175\n")
    assert [target.statement for target in found] == ["软件业务收入120亿元", "软件业务收入175亿元"]
