"""What is said of one platform is no answer to what another one is that no document names."""

from collections.abc import Iterator

import pytest

from assistant.checks.unheard_names import names_unheard_thing
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市渔港计划

一、平台

建设渔港综合管理平台，具备船位监控、气象提醒、油料预约三项功能。推出“渔易贷”产品，面向渔船船东发放贷款。

建设市民云平台，提供一键挪车、停车缴费等功能。

二、基地

建设海产检测中心，为企业提供检测服务。
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("plan"), 渔港=PLAN) as reader:
        yield reader


@pytest.mark.parametrize(
    "question",
    [
        "“校易通”APP是干啥的？",
        "“渔农宝”是什么？",
        "岚江“校易贷”产品面向什么人？",
        "岚江市智慧校车管理平台能做哪些事？",
        "请介绍一下岚江市殡葬服务平台的主要功能",
        "岚江市宠物管理系统有哪些模块？",
    ],
)
def test_a_thing_that_no_document_names_is_said_not_to_be_found(plan: Reader, question: str) -> None:
    assert names_unheard_thing(plan.evidence(question))
    assert plan.ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("“渔易贷”是什么？", "渔船船东"),
        ("渔港管理平台有哪些功能？", "船位监控"),
        ("岚江市渔港智慧管理平台能做什么？", "船位监控"),
        ("渔港的平台有哪些功能？", "船位监控"),
        ("海产检测中心提供什么服务？", "检测服务"),
        ("市民云平台有哪些功能？", "一键挪车"),
    ],
)
def test_a_thing_that_documents_name_is_found_in_nearly_its_words(plan: Reader, question: str, said: str) -> None:
    assert not names_unheard_thing(plan.evidence(question))
    assert said in plan.ask(question).text


def test_who_builds_an_unheard_thing_and_how_many_there_are_is_left_to_other_checks(plan: Reader) -> None:
    assert not names_unheard_thing(plan.evidence("“校易通”平台由谁建设？"))
    assert not names_unheard_thing(plan.evidence("校车管理平台有多少个？"))
