from pathlib import Path

import pytest

from tests.ingest.conflicts.examples import OTHER_PLAN, conflicts_in, values

HEAD = "| 序号 | 场景名称 | 应用领域 | 建设单位 | 场景描述 | 建设期限 | 目前进展 | 使用数据 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
ROW = {
    "name": "城市供水管网漏损预警",
    "field": "水务",
    "builder": "市水务局、各相关部门",
    "text": "利用声波报警器数据构建供水管线漏损预警分析场景，防控供水管线暗漏风险。",
    "period": "2024年1月-2025年12月",
    "progress": "已完成漏损数据梳理，正在建设分析模型。",
    "data": "声波报警器数据、企业数据",
}


def table(title: str, number: int = 1, **changed: str) -> str:
    cells = {**ROW, **changed}
    columns = (str(number), *(cells[name] for name in ("name", "field", "builder", "text", "period", "progress", "data")))
    return f"# {title}\n\n## 一、任务\n\n推进建设。\n\n## 附表 重点应用场景清单\n\n{HEAD}| {' | '.join(columns)} |\n"


def between(folder: Path, **changed: str) -> list[list[str]]:
    return values(conflicts_in(folder, table("云川市智慧水务行动计划（2024—2026年）"), table(OTHER_PLAN, 7, **changed)))


def test_a_row_that_stands_in_two_tables_conflicts_in_the_columns_that_differ(tmp_path: Path) -> None:
    found = conflicts_in(
        tmp_path,
        table("云川市智慧水务行动计划（2024—2026年）"),
        table(OTHER_PLAN, builder="市水务局、市供电公司", period="2024年1月-2026年12月"),
    )
    assert [(conflict.kind, conflict.differs, conflict.column, conflict.subject) for conflict in found] == [
        ("scenario", "column", "建设单位", "城市供水管网漏损预警"),
        ("scenario", "column", "建设期限", "城市供水管网漏损预警"),
    ]
    assert values(found)[1] == ["2024年1月-2025年12月", "2024年1月-2026年12月"]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"field": "城市治理"},
        {"builder": "市水务局、市相关部门"},
        {"builder": "云川市水务局"},
        {"text": "利用声波报警器数据构建供水管线漏损预警场景，防控供水管线暗漏风险。"},
        {"period": "2024.1—2025.12"},
        {"progress": "已完成漏损数据梳理，正在进一步建设分析模型。"},
        {"data": "企业各类数据、声波报警器"},
    ],
)
def test_number_field_and_wording_are_no_conflict(tmp_path: Path, changed: dict[str, str]) -> None:
    assert between(tmp_path, **changed) == []


def test_another_state_of_progress_is_a_conflict(tmp_path: Path) -> None:
    assert between(tmp_path, progress="已上线试运行。") == [[ROW["progress"], "已上线试运行。"]]
    assert between(tmp_path, progress="已完成漏损数据梳理30%，正在建设分析模型。")


def test_data_that_one_place_leaves_out_are_a_conflict(tmp_path: Path) -> None:
    assert between(tmp_path, data="声波报警器数据、企业数据、气象数据")


def test_a_slip_in_the_name_is_still_one_row_and_another_subject_is_not(tmp_path: Path) -> None:
    assert between(tmp_path, name="城市供水管网漏损予警", builder="市供电公司")
    other = "依托企业信用数据为小微企业匹配贷款产品，缩短审批时间，降低融资成本。"
    assert between(tmp_path, name="城市供水管网漏损予警", builder="市供电公司", text=other) == []


def test_two_rows_of_one_table_are_two_things(tmp_path: Path) -> None:
    text = table("云川市智慧水务行动计划（2024—2026年）")
    second = text.splitlines()[-1].replace("| 1 |", "| 2 |").replace("市水务局", "市供电公司")
    assert conflicts_in(tmp_path, f"{text}{second}\n") == ()
