from pathlib import Path

import pytest

from tests.ingest.conflicts.examples import OTHER_PLAN, conflicts_in


def goal_and_task(goal: str, task: str) -> str:
    return f"## 一、总体目标\n\n{goal}\n\n## 二、重点任务\n\n### （一）完善供水管网\n\n{task}\n"


def test_one_state_completed_in_two_years_is_a_conflict_in_whatever_order_it_is_worded(tmp_path: Path) -> None:
    text = goal_and_task("到2026年底，建设完成供排水一体化调度平台。", "到2025年底，完成供排水一体化调度平台建设。")
    (conflict,) = conflicts_in(tmp_path, text)
    assert (conflict.kind, conflict.differs, conflict.year) == ("target", "year", None)
    assert [party.value for party in conflict.parties] == ["2026年", "2025年"]


@pytest.mark.parametrize(
    ("goal", "task", "why"),
    [
        ("到2026年底，供排水一体化调度能力显著提升。", "到2025年底，供排水一体化调度能力显著提升。", "what grows may grow in both years"),
        ("到2026年底，实现供排水一体化智能调度。", "到2025年底，基本实现供排水一体化智能调度。", "a first stage"),
        ("到2026年底，逐步实现供水管网在线监测。", "到2025年底，逐步实现供水管网在线监测。", "a step in both"),
        ("到2026年底，建成供排水一体化调度平台。", "到2026年底，建成供排水一体化调度平台。", "the same year"),
        ("到2026年底，建成投用。", "到2025年底，建成投用。", "nothing is named"),
        ("完成整治。", "2024年，实现供水管网在线监测运行。2025年，实现供水管网在线监测运行。", "years of one section"),
    ],
)
def test_steps_and_growth_are_no_conflict(tmp_path: Path, goal: str, task: str, why: str) -> None:
    assert conflicts_in(tmp_path, goal_and_task(goal, task)) == (), why


def test_two_plans_may_reach_one_state_in_their_own_time(tmp_path: Path) -> None:
    other = f"# {OTHER_PLAN}\n\n## 一、目标\n\n到2025年底，建成供排水一体化调度平台。\n"
    assert conflicts_in(tmp_path, goal_and_task("到2026年底，建成供排水一体化调度平台。", "优化管网。"), other) == ()
