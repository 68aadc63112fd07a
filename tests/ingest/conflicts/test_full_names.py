"""The end of an indicator's name stands for the whole where the place says the rest, and only there."""

from pathlib import Path

import pytest

from tests.ingest.conflicts.examples import conflicts_in, values

TABLE = "附件\n\n主要指标表\n\n序号\t指标名称\t单位\t2025年\t2026年\t2027年\n1\t智慧水务产业规模\t亿元\t20\t30\t45\n"


def plan(goal: str) -> str:
    return f"## 一、总体目标\n\n{goal}\n\n## 二、重点任务\n\n优化服务流程。\n\n## {TABLE}"


def test_a_series_that_goes_on_with_the_end_of_its_name_is_set_against_the_table(tmp_path: Path) -> None:
    (conflict,) = conflicts_in(tmp_path, plan("到2026年，智慧水务产业规模达到30亿元。到2027年，产业规模达到40亿元。"))
    assert {party.value for party in conflict.parties} == {"40亿元", "45亿元"}
    assert "智慧水务产业规模" in conflict.subject


@pytest.mark.parametrize(
    "goal",
    [
        "到2026年，智慧水务产业规模达到30亿元。到2027年，产业规模达到45亿元。",
        "到2027年，产业规模达到40亿元。",
        "到2027年，装备制造产业规模达到40亿元。",
    ],
)
def test_the_same_figure_and_what_may_be_of_something_else_are_no_conflict(tmp_path: Path, goal: str) -> None:
    assert values(conflicts_in(tmp_path, plan(goal))) == []
