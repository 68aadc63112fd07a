"""Facts of two versions of a document are compared by what they are about, not by their number."""

from assistant.publishing.fact_changes import FactChange, compare_facts
from ingest.assembly import extract_facts
from tests.ingest.examples import document_of

PLAN = """# 云川市智慧水务行动计划（2025-2027年）

## 一、总体目标

到2025年，建成智能水表20万只；到2026年，建成智能水表35万只。

## 二、主要任务

（一）建设水务平台。汇聚取水、供水数据，建设统一的水务平台。（责任单位：市水务局、市数据局）

（二）改造管网。改造老旧供水管网。（责任单位：市住建局）
"""


def changes(former: str, present: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(change.kind, change.change, change.name, change.differs) for change in compared(former, present)]


def compared(former: str, present: str) -> tuple[FactChange, ...]:
    before, after = document_of(former), document_of(present)
    return compare_facts(before, extract_facts(before), after, extract_facts(after))


def test_the_same_text_has_no_changes() -> None:
    assert changes(PLAN, PLAN) == []


def test_a_chapter_put_before_changes_nothing_but_what_it_says_itself() -> None:
    later = PLAN.replace("## 二、主要", "## 三、主要").replace("## 一、总体目标", "## 一、现状\n\n已建成智能水表3万只。\n\n## 二、总体目标")
    assert {change for _, change, _, _ in changes(PLAN, later)} <= {"added"}


def test_another_figure_and_another_year_are_told_apart() -> None:
    assert changes(PLAN, PLAN.replace("20万只", "25万只")) == [("target", "changed", "智能水表", ("value",))]
    assert changes(PLAN, PLAN.replace("到2026年，建成", "到2027年，建成")) == [("target", "changed", "智能水表", ("year",))]
    (change,) = compared(PLAN, PLAN.replace("建成智能水表20万只", "建成智能水表不少于20万只"))
    assert change.differs == ("comparator",)
    assert change.before == "建成智能水表20万只"
    assert change.after == "建成智能水表不少于20万只"


def test_a_target_added_in_the_middle_leaves_the_others_as_they_were() -> None:
    later = PLAN.replace("；到2026年", "，建成泵站5座；到2026年")
    assert changes(PLAN, later) == [("target", "added", "泵站", ())]
    assert changes(later, PLAN) == [("target", "gone", "泵站", ())]


def test_other_units_of_a_task_are_a_change_of_that_task() -> None:
    (change,) = compared(PLAN, PLAN.replace("市水务局、市数据局", "市水务局、市财政局"))
    assert (change.kind, change.change, change.differs) == ("responsibility", "changed", ("units",))
    assert "建设水务平台" in change.name


def test_tasks_that_change_places_are_the_same() -> None:
    first, second = PLAN.split("（一）")[1].split("（二）")
    swapped = PLAN.split("（一）", maxsplit=1)[0] + "（一）" + second.strip() + "\n\n（二）" + first.strip() + "\n"
    assert changes(PLAN, swapped) == []


def test_a_renamed_task_is_a_change_and_not_one_gone_and_one_added() -> None:
    later = PLAN.replace("（一）建设水务平台。", "（一）建设水务大数据平台。")
    assert [(change, differs) for _, change, _, differs in changes(PLAN, later)] == [("changed", ("task",))]
