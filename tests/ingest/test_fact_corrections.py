"""A wrong fact is put right as long as its words stand, and only by words that hold what is said instead."""

from dataclasses import replace
from typing import Any

import pytest

from corpus.amendments import FactCorrection
from corpus.errors import CorrectionError
from corpus.model.facts import Fact, Responsibility, Target
from ingest.assembly import Reading, extract_facts
from ingest.fact_corrections import correct_facts, corrected_fact, stated_fields
from tests.ingest.examples import document_of

PLAN = """# 云川市智慧水务行动计划（2025-2027年）

## 一、总体目标

到2025年，建成智能水表20万只，其中一户一表18万只；到2026年，建成智能水表35万只。

## 二、主要任务

（一）建设平台。汇聚取水、供水数据，建设统一的水务平台。（责任单位：市水务局、市数据局）
"""


def reading_of(text: str = PLAN) -> Reading:
    document = document_of(text)
    return Reading(document, extract_facts(document))


def of_kind(reading: Reading, kind: type[Fact]) -> list[Any]:
    return [fact for fact in reading.facts if isinstance(fact, kind)]


def correction(reading: Reading, fact: Fact, fields: dict[str, Any], evidence: str = "") -> FactCorrection:
    kind = "target" if isinstance(fact, Target) else "responsibility"
    return FactCorrection("c1", "a.md", kind, fact.span.of(reading.document.text), stated_fields(fact), fields, evidence)


def made(reading: Reading, *corrections: FactCorrection) -> tuple[Reading, tuple[str, ...]]:
    (corrected,), unapplied = correct_facts([reading], corrections)
    return corrected, unapplied


@pytest.fixture
def target() -> tuple[Reading, Target]:
    reading = reading_of()
    return reading, next(target for target in of_kind(reading, Target) if target.value == "20万")


def test_a_corrected_figure_is_told_in_the_words_that_hold_it(target: tuple[Reading, Target]) -> None:
    reading, wrong = target
    right = correction(reading, wrong, {"value": "35万", "year": 2026}, "到2026年，建成智能水表35万只")
    corrected, unapplied = made(reading, right)
    assert unapplied == ()
    (changed,) = [fact for fact in of_kind(corrected, Target) if fact not in reading.facts]
    assert (changed.value, changed.amount, changed.unit, changed.year) == ("35万", 350_000, "只", 2026)
    text = corrected.document.text
    assert changed.span.of(text) == changed.statement == "到2026年，建成智能水表35万只"
    assert changed.year_span
    assert changed.year_span.of(text) in "到2026年"
    assert wrong not in corrected.facts
    assert len(corrected.facts) == len(reading.facts)


@pytest.mark.parametrize(
    ("fields", "evidence", "says"),
    [
        ({"value": "5万"}, "", "“5万” does not stand"),
        ({"value": "3万"}, "到2026年，建成智能水表35万只", "“3万” does not stand"),
        ({"value": "0万"}, "", "“0万” does not stand"),
        ({"value": "35万"}, "", "“35万” does not stand"),
        ({"value": "40万"}, "到2026年，建成智能水表40万只", "do not stand in"),
        ({"value": "很多"}, "", "is not a figure"),
        ({"year": 2031}, "", "“2031” does not stand"),
        ({"subject": "泵站"}, "", "“泵站” does not stand"),
        ({"comparator": "huge"}, "", "comparator"),
        ({"amount": 3}, "", "no field amount"),
        ({"document_id": "x"}, "", "no field document_id"),
    ],
)
def test_what_its_source_does_not_hold_is_no_correction(
    target: tuple[Reading, Target], fields: dict[str, Any], evidence: str, says: str
) -> None:
    reading, wrong = target
    with pytest.raises(CorrectionError, match=says):
        corrected_fact(reading.document, wrong, correction(reading, wrong, fields, evidence))
    corrected, unapplied = made(reading, correction(reading, wrong, fields, evidence))
    assert corrected == reading
    assert "no longer applies" in unapplied[0]


def test_what_is_no_fact_is_left_out(target: tuple[Reading, Target]) -> None:
    reading, wrong = target
    corrected, unapplied = made(reading, correction(reading, wrong, {}))
    assert [fact for fact in reading.facts if fact not in corrected.facts] == [wrong]
    assert unapplied == ()


def test_a_fact_is_found_again_under_another_number_and_with_another_break(target: tuple[Reading, Target]) -> None:
    reading, wrong = target
    right = correction(reading, wrong, {"comparator": "at_least"})
    moved = reading_of(
        PLAN.replace("## 一、总体目标", "## 一、现状\n\n已建成智能水表3万只。\n\n## 二、总体目标").replace("二、主要", "三、主要")
    )
    corrected, unapplied = made(moved, right)
    assert unapplied == ()
    assert [fact.comparator for fact in of_kind(corrected, Target) if fact.value == "20万"] == ["at_least"]


def test_a_correction_whose_words_are_gone_is_named_and_changes_nothing(target: tuple[Reading, Target]) -> None:
    reading, wrong = target
    later = reading_of(PLAN.replace("20万只", "25万只"))
    corrected, unapplied = made(later, correction(reading, wrong, {"comparator": "at_least"}))
    assert corrected == later
    assert unapplied == (f"a.md: the corrected target “{wrong.span.of(reading.document.text)}” no longer applies.",)


def test_the_same_words_elsewhere_are_another_fact() -> None:
    twice = (
        "# 云川市计划（2025-2027年）\n\n## 一、城区目标\n\n到2026年，建成充电桩50个。\n\n## 二、郊区目标\n\n到2026年，建成充电桩50个。\n"
    )
    reading = reading_of(twice)
    first, second = of_kind(reading, Target)
    corrected, _ = made(reading, correction(reading, second, {}))
    assert of_kind(corrected, Target) == [first]


def test_units_are_corrected_by_names_as_printed() -> None:
    reading = reading_of()
    (owners,) = of_kind(reading, Responsibility)
    one = correction(reading, owners, {"units": ["市水务局"], "lead": ["市水务局"]})
    (changed,) = of_kind(made(reading, one)[0], Responsibility)
    assert (changed.units, changed.lead) == (("市水务局",), ("市水务局",))
    assert changed.span == owners.span
    with pytest.raises(CorrectionError, match="“市财政局” does not stand"):
        corrected_fact(reading.document, owners, correction(reading, owners, {"units": ["市财政局"]}))


def test_a_second_correction_goes_on_from_the_first(target: tuple[Reading, Target]) -> None:
    reading, wrong = target
    first = correction(reading, wrong, {"comparator": "at_least"})
    once, _ = made(reading, first)
    (between,) = [fact for fact in of_kind(once, Target) if fact.value == "20万"]
    second = replace(correction(once, between, {"cumulative": True}), id="c2")
    twice, unapplied = made(reading, first, second)
    assert unapplied == ()
    (last,) = [fact for fact in of_kind(twice, Target) if fact.value == "20万"]
    assert (last.comparator, last.cumulative) == ("at_least", True)
