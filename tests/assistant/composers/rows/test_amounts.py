"""Rows are chosen by the figure in a column, in the unit of its heading; what only looks like a condition chooses none."""

import pytest

from assistant.composers.rows.amounts import amount_conditions
from corpus.model.facts import Column, Scenario
from corpus.model.span import Span

HEADINGS = ("项目名称", "总投资（万元）", "覆盖率", "单位", "建设期限")
CELLS = (
    ("甲", "12 000", "100", "%", "2024年1月-2024年12月"),
    ("乙", "1900", "80", "%", "2024年3月-2025年12月"),
    ("丙", "10000", "100", "%", "2025年1月-2025年12月"),
    ("丁", "—", "65", "%", "2025年6月-2026年6月"),
)


def row(number: int, cells: tuple[str, ...]) -> Scenario:
    columns = tuple(Column(heading, Span(0, 1), text) for heading, text in zip(HEADINGS, cells, strict=True))
    return Scenario("文", Span(0, 1), None, (), "岚江项目表", number, cells[0], columns, (), None, None)


TABLE = tuple(row(number, cells) for number, cells in enumerate(CELLS, 1))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("总投资超过1亿元的项目有几个", "甲"),
        ("总投资不低于1亿元的项目有几个", "甲丙"),
        ("总投资1亿元以上的有哪些", "甲丙"),
        ("投资在5000万元以下的有几个", "乙"),
        ("总投资最大的是哪个", "甲"),
        ("投资最少的是哪个", "乙"),
        ("总投资排第一的是哪个", "甲"),
        ("覆盖率定为100%的有几项", "甲丙"),
    ],
)
def test_rows_that_meet_the_figure_are_chosen(question: str, names: str) -> None:
    conditions = list(amount_conditions(question, TABLE))
    assert conditions
    assert all(said in question for said, _ in conditions)
    assert "".join(row.name for row in TABLE if all(holds(row) for _, holds in conditions)) == names


@pytest.mark.parametrize("question", ["总投资是多少", "建设期限到2025年12月的有几个", "投资多少，一共5个项目吗", "项目有几个"])
def test_what_sets_no_figure_for_a_column_chooses_no_rows(question: str) -> None:
    assert list(amount_conditions(question, TABLE)) == []


def test_a_column_without_a_unit_has_that_of_the_line_above_the_table() -> None:
    table = tuple(
        Scenario("文", Span(0, 1), None, (), "岚江项目表", number, name, (Column("总投资", Span(0, 1), cell),), (), None, None)
        for number, (name, cell) in enumerate((("甲", "18.6"), ("乙", "32")), 1)
    )
    ((_, holds),) = amount_conditions("总投资超过20亿元的有哪几个", table, lambda row, heading: "亿元")
    assert [row.name for row in table if holds(row)] == ["乙"]
    ((_, bare),) = amount_conditions("总投资超过20亿元的有哪几个", table)
    assert not any(map(bare, table))
