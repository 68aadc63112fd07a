import pytest

from assistant.composers.units.unit_tasks import named_unit, names_of
from corpus.model.facts import Unit
from tests.assistant.corpus_fixture import Reader

LISTED = (Unit("岚江市港航管理局", ("市港航局", "市海事办")),)


def test_a_unit_is_named_by_its_printed_name_the_longest_first() -> None:
    assert named_unit("市港航局协调办负责哪些任务？", ["市港航局", "市港航局协调办"]) == "市港航局协调办"


def test_a_unit_is_named_by_a_name_that_only_the_citys_own_list_knows() -> None:
    assert named_unit("市海事办负责哪些任务？", ["市民政局", "市港航局"], LISTED) == "市港航局"
    assert named_unit("市海事办负责哪些任务？", ["市民政局", "市港航局"]) is None


def test_a_unit_that_is_not_listed_has_its_own_name_only() -> None:
    assert names_of("市民政局", LISTED) == ("市民政局",)
    assert set(names_of("市海事办", LISTED)) == {"市海事办", "市港航局", "岚江市港航管理局"}


@pytest.mark.parametrize("question", ["火星局负责哪些任务？", "市体育局一共负责几项任务？", "市园林局牵头哪些工作？"])
def test_a_unit_that_no_task_names_gets_no_tasks_of_others(reader: Reader, question: str) -> None:
    answer = reader.ask(question)
    assert answer.status == "not_found"
    assert "市港航局" not in answer.text


def test_all_tasks_of_a_unit_are_counted_in_all_plans(reader: Reader) -> None:
    answer = reader.ask("市数据局负责哪些任务？")
    assert answer.status == "answered"
    assert "搭建数据共享平台" in answer.text


def test_two_units_that_are_asked_about_each_have_their_tasks(reader: Reader) -> None:
    answer = reader.ask("市民政局和市商务局分别负责什么？")
    assert "市民政局负责的任务" in answer.text
    assert "市商务局负责的任务" in answer.text


def test_rows_of_tables_that_are_asked_for_are_no_tasks(reader: Reader) -> None:
    assert "任务" not in reader.ask("市民政局负责哪些场景？").text


@pytest.mark.parametrize("question", ["市民政局牵头的任务有哪些？", "市民政局牵头哪些任务？", "市民政局2025年牵头的工作都有哪些？"])
def test_a_unit_that_leads_nothing_is_said_to_lead_nothing_beside_what_names_it(reader: Reader, question: str) -> None:
    answer = reader.ask(question)
    assert answer.text.startswith("没有任务写明由市民政局牵头")
    assert "负责的任务共" in answer.text


def test_a_unit_that_leads_is_given_only_what_it_leads(reader: Reader) -> None:
    led, named = reader.ask("市商务局牵头的任务有哪些？"), reader.ask("市商务局负责的任务有哪些？")
    assert "市商务局牵头的任务共" in led.text
    assert "市商务局负责的任务共" in named.text


def test_how_many_people_a_unit_has_is_no_question_for_its_tasks(reader: Reader) -> None:
    assert "任务共" not in reader.ask("市数据局有多少名工作人员？").text
