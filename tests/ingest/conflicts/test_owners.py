from pathlib import Path

import pytest

from ingest.conflicts.owners import same_units
from tests.ingest.conflicts.examples import conflicts_in, values

BODY = "## 二、重点任务\n\n### （一）建设水质监测网络\n\n布设水质自动站。（责任单位：市水务局、市生态环境局）\n\n### （二）{other}\n\n做好相关工作。（责任单位：{units}）\n"


def test_a_task_given_to_different_units_in_two_places_is_a_conflict(tmp_path: Path) -> None:
    text = (
        BODY.format(other="优化服务", units="市财政局")
        + "\n## 三、任务分工\n\n### 1.建设水质监测网络\n\n推进建设。（责任单位：市水务局、市气象局）\n"
    )
    (conflict,) = conflicts_in(tmp_path, text)
    assert (conflict.kind, conflict.differs) == ("responsibility", "units")
    assert values((conflict,)) == [["市水务局、市生态环境局", "市水务局、市气象局"]]


@pytest.mark.parametrize(
    ("task", "units"),
    [
        ("建设水质监测网络", "市生态环境局、市水务局"),
        ("建设水质监测网络", "市水务局、云川市生态环境局、各有关部门"),
        ("建设雨量监测网络", "市水务局、市气象局"),
    ],
)
def test_order_other_forms_of_a_name_and_other_tasks_are_no_conflict(tmp_path: Path, task: str, units: str) -> None:
    text = BODY.format(other="优化服务", units="市财政局") + f"\n## 三、任务分工\n\n### 1.{task}\n\n推进建设。（责任单位：{units}）\n"
    assert conflicts_in(tmp_path, text) == ()


def test_support_measures_bear_one_name_in_every_plan_and_are_each_plans_own(tmp_path: Path) -> None:
    one = BODY.format(other="强化组织领导保障", units="市水务局")
    other = "# 云川市停车设施行动计划（2024—2026年）\n\n## 一、措施\n\n### （一）强化组织领导保障\n\n做好工作。（责任单位：市公安局）\n"
    assert conflicts_in(tmp_path, one, other) == ()


def test_two_plans_name_one_task_only_where_they_describe_it_alike(tmp_path: Path) -> None:
    head = "# 云川市停车设施行动计划（2024—2026年）\n\n## 一、任务\n\n### （一）建设水质监测网络\n\n"
    alike = f"{head}布设水质自动站。（责任单位：市城市管理局）\n"
    assert len(conflicts_in(tmp_path, BODY.format(other="优化服务", units="市财政局"), alike)) == 1
    other = f"{head}对停车场洗车点的排水水质进行抽检并公布结果。（责任单位：市城市管理局）\n"
    assert conflicts_in(tmp_path, BODY.format(other="优化服务", units="市财政局"), other) == ()


def test_relevant_departments_are_nobody_by_name() -> None:
    assert same_units(("市应急管理局", "各相关行业部门"), ("市应急管理局", "相关部门"))
    assert not same_units(("市应急管理局", "市相关部门"), ("市应急管理局", "市供电公司"))
