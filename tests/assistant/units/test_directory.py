"""A body is found by any of its names, and is there once."""

import tomllib
from importlib import resources

import pytest

from assistant.units.directory import UnitDirectory, unit_directory
from corpus.errors import NotFoundError
from corpus.language.unit_names import same_unit
from corpus.model.facts import Unit
from tests.assistant.corpus_fixture import Reader

LISTED = (Unit("岚江市工业和信息化局", ("经信委",)), Unit("岚江市数据局"), Unit("岚江市金融办", ("市金融局",)))


@pytest.mark.parametrize("name", ["岚江市工业和信息化局", "经信委", "市工信局", "工信局", "岚江市工信局", "岚江工信局", " 市工信局 "])
def test_body_is_found_by_listed_names_and_by_those_a_rule_derives(name: str) -> None:
    found = UnitDirectory(LISTED, ["市工信局"]).find(name)
    assert found is not None
    assert found.name == "岚江市工业和信息化局"


def test_name_that_is_no_body_is_not_found() -> None:
    directory = UnitDirectory(LISTED, ["市工信局"])
    assert [directory.find(name) for name in ("", "工信", "省数据局", "火星局")] == [None] * 4


def test_name_of_no_body_is_refused_with_the_names_near_it() -> None:
    directory = UnitDirectory(LISTED, ["市工信局"])
    assert directory.named("经信委").name == "岚江市工业和信息化局"
    with pytest.raises(NotFoundError, match="市工信局"):
        directory.named("市工局")
    with pytest.raises(NotFoundError, match="no name is near"):
        directory.named("xyz")


def test_printed_names_join_the_body_they_mean_and_others_are_bodies_of_their_own() -> None:
    directory = UnitDirectory(LISTED, ["市工信局", "港航集团", "工业和信息化局", "市金融局", "省数据局"])
    assert [(unit.name, unit.printed, unit.listed) for unit in directory.units] == [
        ("岚江市工业和信息化局", ("市工信局", "工业和信息化局"), True),
        ("岚江市数据局", (), True),
        ("岚江市金融办", ("市金融局",), True),
        ("港航集团", ("港航集团",), False),
        ("省数据局", ("省数据局",), False),
    ]


def test_body_that_is_not_listed_is_called_by_its_longest_name() -> None:
    (unit,) = UnitDirectory((), ["市水务局", "岚江市水务局", "水务局"]).units
    assert (unit.name, unit.aliases) == ("岚江市水务局", ("市水务局", "水务局"))


def test_listed_name_goes_before_the_rules() -> None:
    listed = (Unit("岚江市交通运输局"), Unit("岚江港务局", ("市交通局",)))
    directory = UnitDirectory(listed, ["市交通局"])
    assert [unit.printed for unit in directory.units] == [(), ("市交通局",)]
    assert directory.printed_for("岚江港务局") == {"市交通局"}


def test_name_with_another_place_is_not_the_body_that_goes_without_one() -> None:
    directory = UnitDirectory((Unit("岚江市数据局", ("数据局",)),), ["省数据局", "数据局"])
    assert [unit.printed for unit in directory.units] == [("数据局",), ("省数据局",)]
    assert directory.printed_for("海州市数据局") == directory.printed_for("海州区数据局") == frozenset()
    assert directory.printed_for("市数据局") == {"数据局"}


def test_near_names_hold_the_name_or_look_like_it() -> None:
    directory = UnitDirectory(LISTED, ["市工信局"])
    assert directory.near("工信")[0] == "市工信局"
    assert "岚江市数据局" in directory.near("岚江市数椐局")
    assert directory.near("") == directory.near("xyz") == []


def test_no_pair_of_names_is_lost_by_not_comparing_all() -> None:
    text = resources.files("corpus.language").joinpath("departments.toml").read_text(encoding="utf-8")
    bodies = [(entry["name"], short, entry.get("ending", "局")) for entry in tomllib.loads(text)["departments"] for short in entry["short"]]
    for full, short, ending in bodies:
        long = f"岚江市{full}{ending}"
        for name in (f"市{short}{ending}", f"{short}{ending}", f"岚江{short}{ending}", f"岚江市{short}{ending}"):
            if same_unit(name, long):
                assert len(UnitDirectory((), [name, long]).units) == len(UnitDirectory((Unit(long),), [name]).units) == 1, (name, long)


def test_directory_of_documents_holds_units_of_tasks_and_of_table_rows(reader: Reader) -> None:
    directory = unit_directory(reader.knowledge)
    printed = [name for unit in directory.units for name in unit.printed]
    assert {"市港航局", "岚江海事局", "岚江银发服务公司"} <= set(printed)
    assert len(printed) == len(set(printed))
    assert unit_directory(reader.knowledge) is directory
