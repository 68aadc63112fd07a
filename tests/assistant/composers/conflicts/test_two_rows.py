"""A row that two lists have is set beside its twin, and a list beside its text; what one list alone has is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.conflicts.two_rows import compose_two_rows
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

TIDE = """# 岚江市潮汐能行动计划（2024-2026年）

## 一、重点任务

2024年，完成“一网观潮”平台开发工作。2025年，推广应用“一网观潮”平台。

## 二、岚江市潮汐能创新应用场景清单

| 序号 | 场景名称 | 建设单位 | 场景描述 | 建设期限 |
| --- | --- | --- | --- | --- |
| 1 | “一网观潮”应用场景 | 市海洋局 | 开发观潮平台，整合潮位、风浪、船舶数据，向渔民提供预报服务 | 2024年3月-2025年3月 |
| 2 | 海上急救能力提升 | 市卫健委 | 推进海岛医院与急救船信息互通共享，加快院前院内救援协同，共享急救船派船数据 | 2024年1月-2024年12月 |
"""

CITY = """# 岚江市城市治理行动计划（2024-2026年）

## 一、岚江市城市治理创新应用场景清单

| 序号 | 场景名称 | 建设单位 | 场景描述 | 建设期限 |
| --- | --- | --- | --- | --- |
| 1 | 海上救治能力提升 | 市卫健委 | 推进海岛医院与急救船信息互通共享，加快院前院内救援协调，共享急救船派船数据 | 2024年1月-2024年12月 |
| 2 | 码头照明巡查 | 市城管局 | 汇聚码头灯杆状态，自动派发维修工单，统计亮灯率 | 2024年1月-2025年6月 |
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("清单")), 潮汐=TIDE, 治理=CITY) as reader:
        yield reader


def _said(reader: Reader, question: str) -> str | None:
    draft = compose_two_rows(reader.evidence(question))
    return "".join(statement.text for statement in draft.statements) if draft else None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "海岛医院和急救船信息互通的场景，潮汐能清单和城市治理清单里叫的是同一个名字吗？",
            ("海上急救能力提升", "海上救治能力提升", "不一样"),
        ),
        ("海上急救能力提升场景，在城市治理场景清单里也叫这个名字吗？", ("海上急救能力提升", "海上救治能力提升", "不一样")),
        ("海上急救能力提升的建设期限，潮汐能清单和城市治理清单写的一样吗？", ("2024年1月-2024年12月", "一致")),
        ("“一网观潮”平台到底哪年做完？计划正文和后面的场景清单，时间好像不是一回事。", ("2024年，完成“一网观潮”", "2024年3月-2025年3月")),
        ("一网观潮什么时候建成？正文跟清单的期限不一致，分别是什么", ("2024年，完成“一网观潮”", "2024年3月-2025年3月")),
    ],
)
def test_both_places_are_told(lists: Reader, question: str, told: tuple[str, ...]) -> None:
    said = _said(lists, question)
    assert said is not None
    assert all(one in said for one in told), said


@pytest.mark.parametrize(
    "question",
    [
        "码头照明巡查，潮汐能清单和城市治理清单里叫的是同一个名字吗？",
        "海上急救能力提升的建设期限是什么？",
        "潮汐能清单和城市治理清单各有几个场景？",
        "码头照明巡查哪年做完？正文和清单写的一样吗",
    ],
)
def test_what_has_no_other_place_is_left_to_others(lists: Reader, question: str) -> None:
    assert _said(lists, question) is None
