"""分别 pairs names with figures; each pair is one statement, and what does not pair is left alone."""

import pytest

from ingest.facts.targets import targets
from tests.ingest.examples import document_of


def read(text: str) -> list[tuple[str, str, str | None]]:
    found = targets(document_of(f"# 云川市水务若干措施\n\n一、任务\n\n{text}\n"))
    return [(target.statement, target.subject, target.value) for target in found]


def test_thresholds_pair_with_sums_and_keep_the_words_around_them() -> None:
    assert read("对首次营业收入突破10亿元、5亿元、1亿元的水务企业，分别给予200万元、100万元、30万元的一次性奖励。") == [
        ("对首次营业收入突破10亿元的水务企业，给予200万元的一次性奖励", "首次营业收入突破10亿元的水务企业奖励", "200万"),
        ("对首次营业收入突破5亿元的水务企业，给予100万元的一次性奖励", "首次营业收入突破5亿元的水务企业奖励", "100万"),
        ("对首次营业收入突破1亿元的水务企业，给予30万元的一次性奖励", "首次营业收入突破1亿元的水务企业奖励", "30万"),
    ]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("对列入国家级、省级、市级节水示范项目的，分别给予30万元、20万元、10万元奖励。", ["列入国家级节水示范项目的奖励", "列入省级节水示范项目的奖励", "列入市级节水示范项目的奖励"]),
        ("对新认定的全国、全省“节水之星”企业，一次性分别奖励20万元、10万元。", ["新认定的全国“节水之星”企业奖励", "新认定的全省“节水之星”企业奖励"]),
        ("对新认定的省、市级节水企业，分别一次性奖励30万元、10万元。", ["新认定的省级节水企业奖励", "新认定的市级节水企业奖励"]),
        ("对入选“世界水务”“中国水务”的企业，分别给予20万元、5万元的奖励。", ["入选“世界水务”的企业奖励", "入选“中国水务”的企业奖励"]),
        ("城镇、农村供水普及率分别提高5.1%和7.2%。", ["城镇供水普及率提高", "农村供水普及率提高"]),
        ("壮大渔业、水运、涉水旅游产业，全产业链产值分别达到85亿元、60亿元和32亿元。", ["渔业全产业链产值", "水运全产业链产值", "涉水旅游产业全产业链产值"]),
        ("居民用水量、工业用水量增速分别达到10%以上。", ["居民用水量增速", "工业用水量增速"]),
    ],
)  # fmt: skip
def test_what_the_names_share_belongs_to_each(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject, _ in read(text)] == subjects


def test_what_was_spoken_of_is_taken_up_in_its_order() -> None:
    text = "2024年，城市漏损率控制在9%以内，农村漏损率控制在16%以内，换表15万户；2025年，上述两项漏损率分别控制在8%、14%以内；2026年，分别控制在7%、12%以内。"
    found = targets(document_of(f"# 云川市水务若干措施\n\n一、任务\n\n{text}\n"))
    assert [(target.year, target.subject, target.value, target.comparator) for target in found if target.unit == "%"] == [
        (2024, "城市漏损率", "9", "at_most"),
        (2024, "农村漏损率", "16", "at_most"),
        (2025, "城市漏损率", "8", "at_most"),
        (2025, "农村漏损率", "14", "at_most"),
        (2026, "城市漏损率", "7", "at_most"),
        (2026, "农村漏损率", "12", "at_most"),
    ]


def test_every_figure_of_a_statement_stands_in_its_span() -> None:
    document = document_of("# 云川市水务若干措施\n\n一、任务\n\n对突破10亿元、5亿元的水务企业，分别给予200万元、100万元奖励。\n")
    for target in targets(document):
        assert target.span.of(document.text) == "对突破10亿元、5亿元的水务企业，分别给予200万元、100万元奖励"


@pytest.mark.parametrize(
    "text",
    [
        "泵站、水厂、水库分别达到30座、15座。",
        "系统分别接入平台。",
        "泵站、水厂分别接入“智慧水务”平台。",
        "对大中型泵站，分别给予30万元、15万元奖励。",
    ],
)
def test_names_and_figures_that_do_not_pair_make_no_series(text: str) -> None:
    assert len(read(text)) <= 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("泵站数量2025年、2026年分别达到4座、6座。", [("泵站数量达到4座", "泵站数量", 2025), ("泵站数量达到6座", "泵站数量", 2026)]),
        ("到2024年、2025年、2026年底，分别建成泵站4座、6座、8座。", [(f"建成泵站{n}座", "泵站", year) for n, year in ((4, 2024), (6, 2025), (8, 2026))]),
        ("2025年和2026年分别新增企业30家和50家。", [("新增企业30家", "企业", 2025), ("新增企业50家", "企业", 2026)]),
    ],
)  # fmt: skip
def test_years_that_are_listed_have_a_figure_each(text: str, told: list[tuple[str, str, int]]) -> None:
    found = targets(document_of(f"# 云川市水务行动计划（2024-2026年）\n\n一、任务\n\n{text}\n"))
    assert [(target.statement, target.subject.replace("新增", ""), target.year) for target in found] == told


def test_years_and_figures_that_do_not_pair_are_no_series() -> None:
    found = targets(document_of("# 云川市水务行动计划（2024-2026年）\n\n一、任务\n\n泵站数量2025年、2026年分别达到4座。\n"))
    assert [target.year for target in found if target.value == "4"] in ([2026], [])


def test_a_sum_broken_inside_is_no_series() -> None:
    assert all("给予2 100" not in statement for statement, _, _ in read("对新获评国家级、省级节水企业的，分别给予2 00万元、100万元奖励。"))


def test_a_second_series_goes_on_from_the_one_right_before_it() -> None:
    text = "城镇、农村居民人均用水支出分别为560元、280元，分别增长4.8%、6.7%。"
    assert [(subject, value) for _, subject, value in read(text)][2:] == [
        ("城镇居民人均用水支出增长", "4.8"),
        ("农村居民人均用水支出增长", "6.7"),
    ]
