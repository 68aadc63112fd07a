"""A unit's sheet holds its tasks with its part in each, and the scenarios it builds."""

import pytest

from assistant.units.directory import unit_directory
from assistant.units.sheet import UnitSheet, unit_sheet, unit_sheets
from corpus.errors import NotFoundError
from tests.assistant.corpus_fixture import CARE, PORT, Reader


def sheet(reader: Reader, name: str) -> UnitSheet:
    return unit_sheet(name, reader.knowledge, unit_directory(reader.knowledge))


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("市商务局", ["lead"]),
        ("市市场监管局", ["cooperating"]),
        ("岚江海事局", ["inherited", "inherited"]),
        ("市生态环境局", ["shared"]),
        ("岚江市港航局", ["responsible", "cooperating"]),
    ],
)
def test_tasks_have_the_part_that_the_text_gives(reader: Reader, name: str, roles: list[str]) -> None:
    assert [task.role for task in sheet(reader, name).tasks] == roles


def test_counts_are_those_of_tasks_targets_and_scenarios_of_all_documents(reader: Reader) -> None:
    found = sheet(reader, "数据局")
    assert found.counts == {"tasks": 1, "responsible": 1, "targets": 0, "scenarios": 1}
    assert [row.fact.name for row in found.scenarios] == ["床位余缺一张图"]


def test_unknown_name_is_told_the_near_ones(reader: Reader) -> None:
    with pytest.raises(NotFoundError, match="市港航局"):
        sheet(reader, "市航港局")


def test_sheets_of_one_document_are_of_the_bodies_it_names(reader: Reader) -> None:
    directory = unit_directory(reader.knowledge)
    port = unit_sheets(reader.knowledge, directory, reader.document_id(PORT))
    care = unit_sheets(reader.knowledge, directory, reader.document_id(CARE))
    assert "岚江海事局" in port
    assert "岚江海事局" not in care
    assert (port["市数据局"].counts["scenarios"], care["市数据局"].counts["tasks"]) == (0, 0)


def test_targets_are_those_that_the_words_of_the_tasks_state(reader: Reader) -> None:
    (target,) = sheet(reader, "市生态环境局").targets
    assert (target.role, target.stated.fact.value) == ("shared", "25")
    assert {target.role for target in sheet(reader, "岚江海事局").targets} <= {"inherited"}
    assert sheet(reader, "岚江市港航局").targets == ()


def test_targets_stand_in_reading_order_under_the_greatest_part_of_the_unit(reader: Reader) -> None:
    for found in unit_sheets(reader.knowledge, unit_directory(reader.knowledge)).values():
        order = [document.id for document in reader.knowledge.documents()]
        placed = [(order.index(target.stated.document.id), target.stated.fact.span.start) for target in found.targets]
        assert placed == sorted(placed)
