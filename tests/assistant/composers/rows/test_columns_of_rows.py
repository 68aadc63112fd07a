"""What is asked of every row of a list is told of every row, each value once; what names something else is not asked of the rows."""

import pytest

from assistant.composers.rows.columns_of_rows import compose_columns_of_rows
from tests.assistant.corpus_fixture import Reader

BUILDERS = [
    "银龄呼叫一键达的建设单位：市民政局。",
    "床位余缺一张图的建设单位：市民政局、市数据局。",
    "助餐刷脸结算的建设单位：岚江银发服务公司。",
    "跌倒预警守护的建设单位：市卫生健康委。",
]


def told(reader: Reader, question: str) -> list[str]:
    draft = compose_columns_of_rows(reader.evidence(question))
    assert draft is not None, question
    return [statement.text for statement in draft.statements]


@pytest.mark.parametrize(
    "question",
    [
        "智慧养老场景清单的4个场景都是谁建设的？",
        "智慧养老计划里每个场景由谁建设？",
        "智慧养老场景清单的各个场景分别由哪家建设？",
        "智慧养老计划有哪些场景，都是谁负责建的？",
        "智慧养老场景清单列了哪些场景，建设单位分别是谁？",
        "列出智慧养老场景清单的所有场景和建设单位",
        "智慧养老场景清单的场景挨个说说由谁建设？",
    ],
)
def test_column_asked_of_all_rows_is_given_for_each_value_once(reader: Reader, question: str) -> None:
    assert told(reader, question) == BUILDERS


@pytest.mark.parametrize("question", ["智慧养老计划有几个场景，分别谁建？", "智慧养老场景清单一共多少个场景？各由哪个单位建设？"])
def test_number_asked_before_is_told_first(reader: Reader, question: str) -> None:
    assert told(reader, question) == ["一共4个。", *BUILDERS]


def test_rows_that_meet_a_condition_are_told_and_no_others(reader: Reader) -> None:
    (period,) = told(reader, "智慧养老场景清单里2024年11月完成的场景有哪些，分别由谁建设？")[1:]
    assert period == BUILDERS[2]


@pytest.mark.parametrize(
    "question",
    [
        "智慧养老计划有几个场景，分别叫什么？",
        "智慧养老计划有几个场景，分别覆盖多少社区食堂？",
        "智慧养老场景清单里跌倒预警守护场景分别由谁建设？",
        "智慧养老计划的每个场景最高补助多少？",
        "智慧养老场景清单里助餐和跌倒预警两个场景分别由谁建设？",
    ],
)
def test_what_is_no_column_of_the_rows_is_not_asked_of_them(reader: Reader, question: str) -> None:
    assert compose_columns_of_rows(reader.evidence(question)) is None
