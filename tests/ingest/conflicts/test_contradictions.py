from pathlib import Path

from tests.ingest.conflicts.examples import conflicts_in


def test_every_kind_of_conflict_is_found_in_one_reading_and_the_rest_left_alone(tmp_path: Path) -> None:
    text = """## 一、总体目标

到2026年，供水管网漏损率降至8%，建成供排水一体化调度平台，新建泵站12座。

## 二、重点任务

### （一）建设水质监测网络

到2026年，供水管网漏损率降至9%，新建泵站12座。（责任单位：市水务局）

### （二）建设供排水调度中心

到2025年，建成供排水一体化调度平台。（责任单位：市水务局）

## 三、任务分工

### 1.建设水质监测网络

推进建设。（责任单位：市气象局）
"""
    assert [(conflict.kind, conflict.differs) for conflict in conflicts_in(tmp_path, text)] == [
        ("target", "value"),
        ("target", "year"),
        ("responsibility", "units"),
    ]


def test_one_document_without_contradiction_has_none(tmp_path: Path) -> None:
    assert conflicts_in(tmp_path, "## 一、目标\n\n到2026年，供水管网漏损率降至8%。\n") == ()
