"""Asked for the units of a plan, the answer holds those of all its tasks once; asked for a task, it holds that task's alone."""

import pytest

from assistant.composers.units.plan_units import compose_plan_units
from tests.assistant.corpus_fixture import CARE, PORT, Reader

PORT_UNITS = ["市港航局", "市数据局", "市海关协调办", "市商务局", "市市场监管局", "市交通运输局", "市生态环境局"]


@pytest.mark.parametrize(
    "question",
    [
        "智慧港口计划的责任单位有哪些？",
        "智慧港口行动计划的责任单位是谁？",
        "智慧港口计划由哪些部门负责？",
        "智慧港口计划涉及哪些责任单位？",
    ],
)
def test_units_of_all_tasks_are_given_once_in_order(reader: Reader, question: str) -> None:
    answer = reader.ask(question)
    assert "、".join(PORT_UNITS) in answer.text
    assert f"共{len(PORT_UNITS)}个" in answer.text
    assert PORT in answer.text
    assert len(answer.citations) == 3


def test_units_of_the_other_plan_are_left_out(reader: Reader) -> None:
    answer = reader.ask("智慧养老计划的责任部门有哪些？")
    assert "市民政局、市卫生健康委、市医疗保障局" in answer.text
    assert CARE in answer.text
    assert "市港航局" not in answer.text


def test_those_that_lead_are_given_apart(reader: Reader) -> None:
    answer = reader.ask("智慧港口计划的牵头单位有哪些？")
    assert "牵头单位共1个：市商务局" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "智慧港口计划中冷链货物追溯系统由哪些部门负责？",
        "智慧港口计划里老旧拖轮更新的责任单位有哪些？",
        "落实港口拖轮更新计划的责任单位有哪些？",
        "数据共享平台的责任单位有哪些？",
        "古树名木保护条例的责任单位有哪些？",
        "机场计划的责任单位有哪些？",
    ],
)
def test_a_task_or_a_document_without_tasks_has_no_units_of_a_plan(reader: Reader, question: str) -> None:
    assert compose_plan_units(reader.evidence(question)) is None
