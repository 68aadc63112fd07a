import pytest

from ingest.facts.targets import targets
from tests.ingest.examples import document_of

HEAD = "# 云川市水务行动计划（2024-2026年）\n\n一、总体要求\n\n（一）主要目标\n\n"


def times(text: str, head: str = HEAD) -> dict[str, tuple[int | tuple[int, int] | None, bool]]:
    found = targets(document_of(f"{head}{text}\n"))
    return {target.value: (target.year or target.years, target.deadline) for target in found if target.value}


def test_the_deadline_that_goals_open_with_holds_for_the_goals_listed_below() -> None:
    text = "到2026年，初步形成智慧水务体系。\n\n1.供水。建成泵站4座。\n\n2.排水。漏损率降低到8%。\n\n二、其他\n\n更换水表30只。"
    assert times(text) == {"4": (2026, True), "8": (2026, True), "30": (None, False)}


def test_a_state_below_goals_is_none_by_their_deadline_alone() -> None:
    text = "到2026年，建成泵站4座。\n\n1.供水。推进节水。"
    assert [target.statement for target in targets(document_of(HEAD + text))] == ["建成泵站4座"]


@pytest.mark.parametrize(
    "opening", ["到2025年，建成泵站4座。到2026年，建成泵站6座。", "水务建设全面推进。到2026年，建成泵站6座。", "2026年，建成泵站6座。"]
)
def test_goals_with_several_deadlines_or_another_opening_hand_none_down(opening: str) -> None:
    assert times(f"{opening}\n\n1.供水。更换水表30只。")["30"] == (None, False)


def test_another_deadline_further_down_has_its_own() -> None:
    text = "到2026年，建成泵站4座。\n\n1.供水。到2025年，更换水表30只。"
    assert times(text) == {"4": (2026, True), "30": (2025, True)}


def test_a_total_of_the_plans_years_is_of_its_period_and_not_of_the_year_before() -> None:
    text = "2025年，更换水表30只。2026年，更换水表40只。三年改造泵站9座，建成水厂2家。"
    assert times(text) == {"30": (2025, False), "40": (2026, False), "9": ((2024, 2026), False), "2": ((2024, 2026), False)}


@pytest.mark.parametrize("opening", ["五年改造泵站9座", "三年来改造泵站9座", "三年行动改造泵站9座"])
def test_a_span_that_is_not_the_plans_is_no_total_of_it(opening: str) -> None:
    assert times(f"{opening}。") == {"9": (None, False)}


@pytest.mark.parametrize(
    ("heading", "year"), [("一、过去一年工作", 2024), ("一、去年工作回顾", 2024), ("二、今年主要任务", 2025), ("三、结语", None)]
)
def test_the_year_a_reports_heading_counts_from_its_own_holds_below_it(heading: str, year: int | None) -> None:
    head = f"# 云川市政府工作报告\n\n（2025年1月8日在云川市第十六届人民代表大会第五次会议上）\n\n{heading}\n\n"
    assert times("全市泵站达到30座。", head)["30"] == (year, False)


def test_in_a_plan_no_year_is_this_year() -> None:
    assert times("全市泵站达到30座。", "# 云川市水务行动计划\n\n2025年3月1日\n\n一、去年工作回顾\n\n")["30"] == (None, False)
