"""A figure is told with its year, its subject and its conditions, and every character told is quoted."""

import pytest

from assistant.composers.targets.statements import enumeration_of, joined_unit, target_statement
from assistant.evidence import Scored
from corpus.model.document import Document, Metadata, OffsetMap
from corpus.model.facts import Target
from corpus.model.span import Span


def scored(
    text: str, part: str, *, year: str = "", told: str = "", value: str | None = "5", unit: str | None = "个", due: int | None = None
) -> Scored[Target]:
    """The target that `part` of `text` states, whose year stands in the words `year`; `told` where it is put together from several places."""
    document = Document("d", "", "", Metadata("岚江市灌溉计划"), text, OffsetMap(()))
    span = Span(text.index(part), text.index(part) + len(part))
    time = Span(text.index(year), text.index(year) + len(year)) if year else None
    return Scored(Target("d", span, None, (), told or part, part, value, unit=unit, year=due, year_span=time), document, 1.0, 1.0)


def said(*group: Scored[Target]) -> str:
    return target_statement(group).text


def quoted(*group: Scored[Target]) -> list[str]:
    return [source.span.of(group[0].document.text) for source in target_statement(group).sources]


PONDS = "到2026年底，全市整修山塘水渠120条，疏浚灌溉沟渠80公里；新打机井60眼。"


def test_a_clause_is_told_with_its_year_and_quoted_from_it() -> None:
    target = scored(PONDS, "全市整修山塘水渠120条", year="到2026年底")
    assert said(target) == "到2026年底，全市整修山塘水渠120条。"
    assert quoted(target) == ["到2026年底，全市整修山塘水渠120条"]


def test_a_year_far_before_the_clause_is_quoted_with_the_clause_it_opens() -> None:
    target = scored(PONDS, "疏浚灌溉沟渠80公里", year="到2026年底")
    assert said(target) == "到2026年底，疏浚灌溉沟渠80公里。"
    assert quoted(target) == ["疏浚灌溉沟渠80公里", "到2026年底"]
    target = scored("2026年完成灌区改造，疏浚灌溉沟渠80公里。", "疏浚灌溉沟渠80公里", year="2026年")
    assert quoted(target) == ["疏浚灌溉沟渠80公里", "2026年完成灌区改造"]


@pytest.mark.parametrize("measure", ["面积", "数量", "规模", "覆盖率"])
def test_a_clause_that_begins_with_its_measure_is_told_with_the_clause_before_it(measure: str) -> None:
    text = f"2026年，节水灌溉覆盖全市80%农田，{measure}达到13.5万亩。"
    target = scored(text, f"{measure}达到13.5万亩", year="2026年")
    assert said(target) == f"2026年，节水灌溉覆盖全市80%农田，{measure}达到13.5万亩。"
    alone = scored("2026年，新建泵站30座，灌区面积达到13.5万亩。", "灌区面积达到13.5万亩", year="2026年")
    assert said(alone) == "2026年，灌区面积达到13.5万亩。"


@pytest.mark.parametrize(
    ("text", "part", "year", "told"),
    [
        ("2026年整修山塘水渠120条。", "整修山塘水渠120条", "2026年", "2026年整修山塘水渠120条。"),
        ("2026年，整修山塘水渠120条。", "整修山塘水渠120条", "2026年，", "2026年，整修山塘水渠120条。"),
        ("全市2026年整修山塘水渠120条。", "全市2026年整修山塘水渠120条", "2026年", "全市2026年整修山塘水渠120条。"),
        ("全市整修山塘水渠120条。", "全市整修山塘水渠120条", "", "全市整修山塘水渠120条。"),
    ],
)
def test_the_year_is_told_once_as_printed(text: str, part: str, year: str, told: str) -> None:
    assert said(scored(text, part, year=year)) == told


def test_a_year_inside_the_clause_does_not_cut_its_quote() -> None:
    text = "全市2026年整修山塘水渠120条。"
    assert quoted(scored(text, text.removesuffix("。"), year="2026年")) == [text.removesuffix("。")]


def test_clauses_of_one_year_share_it() -> None:
    first, second = (scored(PONDS, part, year="到2026年底") for part in ("全市整修山塘水渠120条", "疏浚灌溉沟渠80公里"))
    assert said(first, second) == "到2026年底，全市整修山塘水渠120条；疏浚灌溉沟渠80公里。"
    assert quoted(first, second) == ["到2026年底，全市整修山塘水渠120条", "疏浚灌溉沟渠80公里"]
    assert said(first, first) == said(first)


def test_a_clause_inside_another_is_not_told_twice() -> None:
    text = "全市整修山塘水渠120条，达到规划数的80%。"
    whole, part = scored(text, "全市整修山塘水渠120条"), scored(text, "达到规划数的80%")
    assert said(whole, part) == said(part, whole) == "全市整修山塘水渠120条，达到规划数的80%。"


def test_what_is_put_together_from_cells_is_told_as_put_together_and_quoted_as_printed() -> None:
    target = scored("机井数量\t眼\t60\n", "机井数量\t眼\t60", told="机井数量60眼")
    assert said(target) == "机井数量60眼。"
    assert quoted(target) == ["机井数量\t眼\t60"]
    target = scored("整修泵站和水厂，分别整修30座、15座。", "分别整修30座、15座", told="整修泵站30座")
    assert said(target) == "整修泵站30座。"
    assert quoted(target) == ["分别整修30座、15座"]


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("整修山塘水渠120条，占规划总数的一大半即80%。", "占规划总数的一大半即80%", "整修山塘水渠120条，占规划总数的一大半即80%。"),
        ("灌溉水有效利用，增长到八成左右即80%。", "增长到八成左右即80%", "灌溉水有效利用，增长到八成左右即80%。"),
        ("村村通渠工程，建成通水5条。", "建成通水5条", "村村通渠工程，建成通水5条。"),  # too short to have a subject
        ("整修山塘水渠120条，疏浚灌溉沟渠80公里。", "疏浚灌溉沟渠80公里", "疏浚灌溉沟渠80公里。"),
        ("整修山塘水渠120条，按期完成灌区配套60项。", "按期完成灌区配套60项", "按期完成灌区配套60项。"),
        ("整修山塘水渠120条，按比例配套灌区闸门60座。", "按比例配套灌区闸门60座", "整修山塘水渠120条，按比例配套灌区闸门60座。"),
        ("整修山塘水渠120条；占规划总数的一大半即80%。", "占规划总数的一大半即80%", "占规划总数的一大半即80%。"),  # another segment
        ("整修山塘水渠120条。\n占规划总数的一大半即80%。", "占规划总数的一大半即80%", "占规划总数的一大半即80%。"),
        ("占规划总数的一大半即80%。", "占规划总数的一大半即80%", "占规划总数的一大半即80%。"),
        ("新建机井，整修水渠，每家每户出工不少于80天。", "每家每户出工不少于80天", "新建机井，整修水渠，每家每户出工不少于80天。"),
    ],
)
def test_a_clause_without_a_subject_is_told_with_what_it_goes_on_from(text: str, part: str, told: str) -> None:
    target = scored(text, part)
    assert said(target) == told
    assert quoted(target) == [told.removesuffix("。")]


def test_of_a_long_segment_only_the_clause_before_is_told() -> None:
    long = "、".join(f"{name}河灌区" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")
    target = scored(f"在{long}等处，整修山塘水渠120条，占规划总数的一大半即80%。", "占规划总数的一大半即80%")
    assert said(target) == "整修山塘水渠120条，占规划总数的一大半即80%。"


def test_the_clause_before_is_left_out_where_it_is_of_another_year() -> None:
    text = "2025年整修水渠120条，增长到八成左右即80%。"
    assert said(scored(text, "增长到八成左右即80%", due=2026)) == "增长到八成左右即80%。"
    assert said(scored(text, "增长到八成左右即80%", due=2025)) == "2025年整修水渠120条，增长到八成左右即80%。"


def test_the_year_inside_what_is_gone_on_from_is_told_at_its_head() -> None:
    text = "2026年，整修山塘水渠120条，占规划总数的一大半即80%。"
    told = said(scored(text, "占规划总数的一大半即80%", year="2026年", due=2026))
    assert told == "2026年，整修山塘水渠120条，占规划总数的一大半即80%。"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        *(
            (f"验收合格的合作社，每一亩给予200元{kind}。", f"每一亩给予200元{kind}")
            for kind in ("奖励", "补助", "补贴", "资助", "支持", "扶持")
        ),
        ("验收合格的合作社，单户可得补贴最高10万元。", "单户可得补贴最高10万元"),
        ("擅自取水的，由市水务局处2万元罚款，情节严重的吊销许可证。", "由市水务局处2万元罚款"),
        ("购置水泵的农户，可申领补贴，最高不超过3000元。", "最高不超过3000元"),
    ],
)
def test_a_grant_or_a_fine_is_told_with_its_whole_sentence(text: str, part: str) -> None:
    before = "整修山塘水渠120条。"
    assert said(scored(f"{before}{text}", part)) == text
    assert quoted(scored(f"{before}{text}", part)) == [text.removesuffix("。")]


def test_what_is_no_grant_or_a_very_long_one_is_told_by_its_clause() -> None:
    assert said(scored("水库按照计划蓄水，库区水位最高8米以上。", "库区水位最高8米以上")) == "库区水位最高8米以上。"
    long = f"对{'连片种植水稻的农户和' * 16}合作社，验收以后每一亩给予200元补助。"
    assert said(scored(long, "验收以后每一亩给予200元补助")) == "验收以后每一亩给予200元补助。"


@pytest.mark.parametrize(
    ("text", "part", "year", "whole"),
    [
        ("整修泵站30座、水厂15座，疏浚沟渠。", "水厂15座", "", "整修泵站30座、水厂15座"),
        ("整修泵站30座和水厂15座，疏浚沟渠。", "整修泵站30座", "", "整修泵站30座和水厂15座"),
        ("整修泵站共30座，疏浚沟渠。", "30座", "", "30座"),  # what is around is no part of an enumeration
        ("3.整修泵站30座、水厂15座。", "水厂15座", "", "整修泵站30座、水厂15座"),
        ("沟渠疏浚。\n（二）整修泵站30座、水厂15座。", "水厂15座", "", "整修泵站30座、水厂15座"),
        ("疏浚3.5公里、水厂15座。", "水厂15座", "", "疏浚3.5公里、水厂15座"),
        ("2026年整修泵站30座、水厂15座。", "水厂15座", "2026年", "整修泵站30座、水厂15座"),
        ("2026年整修灌区，新建泵站30座、水厂15座。", "水厂15座", "2026年", "新建泵站30座、水厂15座"),
        ("沟渠疏浚，二、三期泵站30座、水厂15座。", "水厂15座", "", "二、三期泵站30座、水厂15座"),  # no number of an item
        ("整修泵站30座、2026年建成水厂15座。", "建成水厂15座", "2026年", "建成水厂15座"),
        (f"整修泵站30座、{'甲乙丙丁戊己庚辛' * 9}、水厂15座。", "水厂15座", "", "水厂15座"),  # too long
    ],
)
def test_an_enumeration_is_given_whole_up_to_its_length(text: str, part: str, year: str, whole: str) -> None:
    target = scored(text, part, year=year)
    assert enumeration_of(target.document, target.item).of(text) == whole


def test_the_parts_of_an_enumeration_are_told_once() -> None:
    text = "整修泵站30座、水厂15座。"
    assert said(scored(text, "整修泵站30座"), scored(text, "水厂15座")) == "整修泵站30座、水厂15座。"


ROW = "机井数量\t眼\t60\n"


def test_a_figure_whose_unit_stands_apart_is_a_derived_fact() -> None:
    (fact,) = joined_unit(scored(ROW, "机井数量\t眼\t60", value="60", unit="眼"))
    assert fact.values == {"kind": "derived", "value": "60眼", "expression": "60 × 眼"}
    assert [source.span for source in fact.sources] == [Span(0, len(ROW) - 1)]


@pytest.mark.parametrize(
    ("part", "value", "unit"),
    [
        ("新打机井60眼", "60", "眼"),  # printed together
        ("机井数量\t眼\t60", None, "眼"),
        ("机井数量\t眼\t60", "60", None),
        ("通水率\t%\t60%", "60%", "%"),
        ("通水率\t%\t60％", "60％", "%"),
    ],
)
def test_nothing_is_derived_where_nothing_was_joined(part: str, value: str | None, unit: str | None) -> None:
    assert joined_unit(scored(f"{part}\n", part, value=value, unit=unit)) == ()
