from pathlib import Path

import pytest

from corpus.index.entry import Entry
from corpus.manifest import Manifest
from ingest.assembly import Reading, read_documents
from ingest.entries import MAX_TASK, make_entries

PLAN = """# 云川市智慧水务行动计划

## 一、总体目标

节水企业分别达到2025年500家、2026年600家。到2027年，供水水质合格率达到99.5%以上。

## 二、主要任务

### （一）建设平台

汇聚取水、供水、排水数据。（责任单位：市水务局、市数据局）

政策保障：《云川市供水条例》（云人发〔2023〕4号）。

第三章 附则

第一条 本计划自发布之日起施行。

## 附表：水务场景

场景名称\t应用领域\t建设单位
智慧泵站\t供水\t市水务集团
"""


@pytest.fixture
def readings(tmp_path: Path) -> tuple[Reading, ...]:
    (tmp_path / "计划.md").write_text(PLAN, encoding="utf-8")
    return read_documents(tmp_path / "计划.md", "计划.md", Manifest())


def of_kind(readings: tuple[Reading, ...], kind: str) -> list[Entry]:
    return [entry for entry in make_entries(readings) if entry.kind == kind]


def test_entries_are_numbered_from_zero_over_all_documents(readings: tuple[Reading, ...]) -> None:
    entries = make_entries((*readings, *readings))
    assert [entry.id for entry in entries] == list(range(len(entries)))


def test_every_passage_titled_section_and_fact_has_one_entry(readings: tuple[Reading, ...]) -> None:
    (reading,) = readings
    document = reading.document
    assert [entry.ref for entry in of_kind(readings, "passage")] == [passage.id for passage in document.passages]
    titled = [section for section in document.sections if section.title]
    assert len(titled) < len(document.sections)
    assert [entry.ref for entry in of_kind(readings, "section")] == [f"{document.id}:section:{section.ordinal}" for section in titled]
    assert len(make_entries(readings)) == len(document.passages) + len(titled) + len(reading.facts)


def test_facts_are_named_by_their_place_among_those_of_their_kind(readings: tuple[Reading, ...]) -> None:
    document_id = readings[0].document.id
    assert [entry.ref for entry in of_kind(readings, "target")] == [f"{document_id}:target:{number}" for number in range(3)]
    assert [entry.ref for entry in of_kind(readings, "scenario")] == [f"{document_id}:scenario:0"]


def test_a_passage_is_found_by_its_text_and_less_by_the_headings_above_it(readings: tuple[Reading, ...]) -> None:
    entry = of_kind(readings, "passage")[1]
    assert entry.text == "汇聚取水、供水、排水数据。（责任单位：市水务局、市数据局）"
    assert entry.context == "云川市智慧水务行动计划 二、主要任务 （一）建设平台"


def test_a_responsibility_is_found_by_its_task_and_not_by_its_units(readings: tuple[Reading, ...]) -> None:
    (entry,) = of_kind(readings, "responsibility")
    assert "建设平台" in entry.text
    assert "汇聚取水" in entry.text
    assert "市数据局" not in entry.text


def test_a_long_task_is_found_by_its_beginning(tmp_path: Path) -> None:
    task = "汇聚取水、供水、排水数据，" * 300
    (tmp_path / "a.md").write_text(f"# 云川市水务计划\n\n一、建设平台\n\n{task}提升能力。（责任单位：市水务局）\n", encoding="utf-8")
    (entry,) = of_kind(read_documents(tmp_path / "a.md", "a.md", Manifest()), "responsibility")
    assert MAX_TASK <= len(entry.text) <= MAX_TASK + len("建设平台 ")


def test_a_target_is_found_by_its_clause(readings: tuple[Reading, ...]) -> None:
    entry = of_kind(readings, "target")[-1]
    assert entry.text == "供水水质合格率达到99.5%以上"
    assert "到2027年" in entry.context


def test_a_clause_too_short_to_name_its_subject_is_found_by_its_segment(readings: tuple[Reading, ...]) -> None:
    entry = of_kind(readings, "target")[1]
    assert "节水企业" in entry.text
    assert "600家" in entry.text


def test_a_scenario_is_found_by_its_cells_and_less_by_the_name_of_its_table(readings: tuple[Reading, ...]) -> None:
    (entry,) = of_kind(readings, "scenario")
    assert entry.text == "智慧泵站\n供水\n市水务集团"
    assert entry.context.endswith("附表：水务场景")


def test_a_policy_is_found_by_its_title_and_number(readings: tuple[Reading, ...]) -> None:
    (entry,) = of_kind(readings, "policy")
    assert entry.text == "云川市供水条例 云人发〔2023〕4号"


def test_no_documents_make_no_entries() -> None:
    assert make_entries(()) == ()


def test_a_short_clause_is_found_by_what_it_goes_on_from_and_not_by_its_neighbours(tmp_path: Path) -> None:
    text = "# 云川市水务行动计划\n\n一、任务\n\n节水改造已全部核验完毕，实施面积361万亩，验收面积264万亩，使用水表3375台。\n"
    (tmp_path / "计划.md").write_text(text, encoding="utf-8")
    entries = make_entries(read_documents(tmp_path / "计划.md", "计划.md", Manifest()))
    found = [entry.text for entry in entries if entry.kind == "target"]
    assert found == [
        "节水改造已全部核验完毕，实施面积361万亩",
        "节水改造已全部核验完毕，验收面积264万亩",
        "节水改造已全部核验完毕，使用水表3375台",
    ]
