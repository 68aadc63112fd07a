from pathlib import Path

from tests.ingest.conflicts.examples import conflicts_in, values

LISTS = """## 七、实施步骤

（一）基础阶段。2024年底之前先期启动的项目如下：

基础设施类包括智慧管网项目、“水务云”项目。

（二）提升阶段。重点推进应用系统建设。2025年开始启动的项目如下：

民生服务类包括{listed}。

## 附件 重点项目表

| 序号 | 项目名称 | 项目内容 | 项目周期 | 牵头单位 |
| --- | --- | --- | --- | --- |
| 1 | 智慧管网项目 | 改造供水管网并加装感知设备 | 2023-2024 | 市水务局 |
| 2 | “水务云”项目 | 建设统一的水务云平台 | 2024-2026 | 市水务局 |
| 3 | “水费通”项目 | 建设统一的缴费入口 | 2024-2026 | 市水务局 |
"""


def test_a_project_listed_under_another_year_than_its_row_begins_in_is_a_conflict(tmp_path: Path) -> None:
    (conflict,) = conflicts_in(tmp_path, LISTS.format(listed="水费通项目、节水宣传项目"))
    assert (conflict.kind, conflict.column, conflict.subject) == ("scenario", "项目周期", "“水费通”项目")
    assert values((conflict,)) == [["2025年开始启动", "2024-2026"]]
    listed, row = conflict.parties
    assert listed.fact_id is None
    assert listed.time_span
    assert row.fact_id


def test_a_part_of_a_project_may_begin_later_and_a_deadline_takes_any_year_before(tmp_path: Path) -> None:
    assert conflicts_in(tmp_path, LISTS.format(listed="水费通项目（手机缴费部分）、节水宣传项目")) == ()


def test_the_right_year_is_no_conflict(tmp_path: Path) -> None:
    text = LISTS.format(listed="水费通项目").replace("| 建设统一的缴费入口 | 2024-2026", "| 建设统一的缴费入口 | 2025-2026")
    assert conflicts_in(tmp_path, text) == ()
