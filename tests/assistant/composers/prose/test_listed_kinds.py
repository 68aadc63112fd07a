"""Things of one kind are told from the sentence that lists as many of them as the question asks for, not from one that lists others."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.listed_kinds import compose_listed_kind
from assistant.draft import Draft
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市智慧渔业发展规划（2025-2030年）

## 一、总体要求

实现渔业“管理精细化、服务便捷化、产品品牌化”，让渔民得实惠。渔业数据采集不规范，无法保障渔获数据的准确性、真实性和实时性。

## 二、重点任务

整合渔业数据，汇聚渔船数据、渔港数据、渔获数据、市场数据，建立全市统一的渔业数据资源目录、需求目录和共享目录。

为出海渔船安装烟感、水浸、定位、油量四类传感器，2026年装2000艘。

推动渔业协会、水产学校和科研院所合作，研究制定渔业的产业政策、人才政策、融资政策等。

在港区建设冷链平台（仓储管理平台；运输平台、交易平台），完善“一港两平台”（两平台：指挥平台、共享平台）格局。

### 打造“渔业强市”

发展深远海养殖。

### 打造“品牌名市”

培育水产品牌。

持续归集渔港安全、渔船安全、渔具安全三大领域数据，形成风险底图。

## 三、保障措施

由市渔业局、市港航局、市商务局联合推进。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("harbour"), 规划=PLAN) as reader:
        yield reader


def said(draft: Draft | None) -> str:
    assert draft is not None
    return "".join(statement.text for statement in draft.statements)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("渔业要实现哪三个“化”？", "管理精细化、服务便捷化、产品品牌化"),
        ("渔业到2030年要达到的那几个“化”分别是？", "管理精细化、服务便捷化、产品品牌化"),
        ("渔业的三化是哪三化？", "管理精细化、服务便捷化、产品品牌化"),
        ("渔获数据的哪几性没法保障？", "准确性、真实性和实时性"),
        ("渔业数据要建哪三套数据目录？", "资源目录、需求目录和共享目录"),
        ("渔业要汇聚哪四类数据？", "渔船数据、渔港数据、渔获数据、市场数据"),
        ("出海渔船安装的四种传感器是什么？", "烟感、水浸、定位、油量四类传感器"),
        ("渔业要持续归集哪三个方面的安全数据？", "渔港安全、渔船安全、渔具安全三大领域"),
        ("渔业风险底图的数据，持续归集自哪三个方向？", "渔港安全、渔船安全、渔具安全三大领域"),
        ("研究制定渔业的哪几类政策？", "产业政策、人才政策、融资政策"),
        ("“一港两平台”的两平台指哪两个平台？", "（两平台：指挥平台、共享平台）"),
    ],
)
def test_as_many_things_of_the_kind_as_are_asked_for_are_told(harbour: Reader, question: str, told: str) -> None:
    assert told in said(compose_listed_kind(harbour.evidence(question)))


@pytest.mark.parametrize(
    "question",
    [
        "渔业要实现哪五个“化”？",
        "哪三个局联合推进渔业发展？",
        "渔业数据平台哪三年建成？",
        "除了资源目录，还要建哪三套渔业目录？",
        "渔业人才政策和产业政策这几项政策，2026年投入多少？",
    ],
)
def test_nothing_is_told_where_other_numbers_doers_years_or_figures_are_asked_for(harbour: Reader, question: str) -> None:
    assert compose_listed_kind(harbour.evidence(question)) is None


def test_headings_that_are_called_so_go_before_a_sentence_where_no_number_is_given(harbour: Reader) -> None:
    assert compose_listed_kind(harbour.evidence("岚江智慧渔业发展规划要打造哪几个“市”？")) is None
