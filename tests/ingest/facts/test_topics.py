import pytest

from ingest.facts.targets import targets
from ingest.facts.topics import owner_named
from tests.ingest.examples import document_of


def subjects(text: str, label: str = "一、任务\n\n") -> list[str]:
    return [target.subject for target in targets(document_of(f"# 云川市水务行动计划\n\n{label}{text}\n")) if target.value]


def test_what_a_platform_has_carries_its_name_through_the_sentence() -> None:
    assert subjects("到2025年，智慧水务平台新增1类数据源，合作机构数量突破25家，水费查询量达到3万次。") == [
        "智慧水务平台新增数据源",
        "智慧水务平台合作机构数量",
        "智慧水务平台水费查询量",
    ]


def test_goals_go_on_speaking_of_it_and_measures_do_not() -> None:
    text = "到2025年，智慧水务平台新增1类数据源。到2026年，合作机构数量突破27家。"
    assert subjects(text, "一、任务\n\n（一）供水\n\n主要目标：")[1] == "智慧水务平台合作机构数量"
    assert subjects(text)[1] == "合作机构数量"


def test_what_stands_by_itself_or_belongs_to_another_carries_no_name() -> None:
    assert subjects("智慧水务平台新增1类数据源，供水总量达到5亿吨。")[1] == "供水总量"
    assert subjects("智慧水务平台新增1类数据源，全市各区建成泵站4座，接入企业5家。")[2] == "接入企业"


def test_the_name_that_a_clause_begins_with_stays_with_what_it_counts_at_its_end() -> None:
    assert subjects("“水费通”APP初步完成缴费码、用水码等15项功能。") == ["“水费通”APP功能"]


@pytest.mark.parametrize(
    "clause", ["推进智慧水务平台新增数据", "建成智慧水务平台", "各类平台接入数据", "611件“一件事”上线", "可为平台提供服务"]
)
def test_a_clause_that_begins_with_something_else_names_no_owner(clause: str) -> None:
    assert owner_named(clause) is None
