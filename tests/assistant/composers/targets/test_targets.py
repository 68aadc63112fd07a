"""Figures of the year asked for and of no other; a year outside says which there are; places that disagree are both given."""

from pathlib import Path

import pytest

from assistant.composers.targets.targets import compose_target
from assistant.draft import Draft
from tests.assistant.corpus_fixture import CARE, PORT, Reader
from tests.assistant.written_corpus import reading

BERTHS = {2025: "4", 2026: "7", 2027: "11"}
SHORE_POWER = {2025: "60", 2026: "75", 2027: "90"}


def composed(reader: Reader, question: str) -> Draft:
    draft = compose_target(reader.evidence(question))
    assert draft is not None
    return draft


def figures(draft: Draft) -> list[tuple[int | None, str]]:
    return [(fact.values["year"], fact.values["value"].rstrip("%")) for fact in draft.facts]


def text_of(draft: Draft) -> str:
    return "".join(statement.text for statement in draft.statements)


@pytest.mark.parametrize("year", BERTHS)
def test_year_asked_for_gives_its_figure_and_no_other(reader: Reader, year: int) -> None:
    draft = composed(reader, f"{year}年自动化泊位建成多少个？")
    assert figures(draft) == [(year, BERTHS[year])]
    assert f"{BERTHS[year]}个" in text_of(draft)
    assert not [other for other in BERTHS if other != year and str(other) in text_of(draft)]


@pytest.mark.parametrize("year", SHORE_POWER)
def test_clause_after_the_first_takes_the_year_its_sentence_opens_with(reader: Reader, year: int) -> None:
    draft = composed(reader, f"{year}年港口岸电覆盖率达到多少？")
    assert figures(draft) == [(year, SHORE_POWER[year])]
    assert str(year) in text_of(draft)
    assert f"{SHORE_POWER[year]}%" in text_of(draft)
    assert not [value for other, value in SHORE_POWER.items() if other != year and value in text_of(draft)]


def test_every_figure_and_year_said_stands_in_a_source(reader: Reader) -> None:
    draft = composed(reader, "2026年港口岸电覆盖率达到多少？")
    proof = "".join(
        source.span.of(reader.knowledge.document(source.document_id).text) for statement in draft.statements for source in statement.sources
    )
    assert "2026年" in proof
    assert "75%" in proof


@pytest.mark.parametrize("question", ["三年自动化泊位各建成多少个？", "自动化泊位逐年的目标分别是多少个？"])
def test_series_gives_every_year_once_in_order(reader: Reader, question: str) -> None:
    assert figures(composed(reader, question)) == list(BERTHS.items())


def test_two_years_asked_for_give_these_two(reader: Reader) -> None:
    assert figures(composed(reader, "2025年和2027年自动化泊位各建成多少个？")) == [(2025, "4"), (2027, "11")]


def test_two_indicators_of_one_year_are_given_for_that_year_alone(reader: Reader) -> None:
    draft = composed(reader, "到2026年，建成自动化泊位和港口岸电覆盖率分别是多少？")
    assert sorted(figures(draft)) == [(2026, "7"), (2026, "75")]


@pytest.mark.parametrize(("words", "year"), [("最后一年", 2027), ("第一年", 2025)])
def test_first_and_last_year_are_those_of_the_plan(reader: Reader, words: str, year: int) -> None:
    assert figures(composed(reader, f"智慧港口计划{words}自动化泊位建成多少个？"))[0] == (year, BERTHS[year])


@pytest.mark.parametrize("year", [2019, 2024, 2028, 2030])
def test_year_outside_is_refused_naming_the_years_there_are(reader: Reader, year: int) -> None:
    draft = composed(reader, f"{year}年自动化泊位建成多少个？")
    assert (draft.status, draft.reason) == ("not_found", "outside_period")
    assert all(str(known) in draft.statements[0].text for known in BERTHS)
    assert not any(f"{value}个" in draft.statements[0].text for value in BERTHS.values())
    assert draft.statements[0].sources
    assert draft.facts == ()


@pytest.mark.parametrize(
    ("question", "title", "value"),
    [
        ("智慧港口计划要培训数据管理员多少人，2026年的？", PORT, "150"),
        ("智慧养老计划要培训数据管理员多少人？", CARE, "500"),
    ],
)
def test_same_indicator_has_the_figure_of_the_plan_that_is_named(reader: Reader, question: str, title: str, value: str) -> None:
    draft = composed(reader, question)
    assert draft.facts[0].values["value"] == value
    assert {source.document_id for statement in draft.statements for source in statement.sources} == {reader.document_id(title)}


@pytest.mark.parametrize(("year", "value"), [(2024, "500"), (2027, "260")])
def test_year_tells_which_plan_is_meant(reader: Reader, year: int, value: str) -> None:
    assert figures(composed(reader, f"{year}年培训数据管理员多少人？")) == [(year, value)]


@pytest.mark.parametrize("question", ["2026年自动化泊位建成多少个？", "2026年港口岸电覆盖率达到多少？", "三年自动化泊位各建成多少个？"])
def test_figures_of_different_years_or_things_are_no_conflict(reader: Reader, question: str) -> None:
    assert composed(reader, question).notices == ()


def test_nothing_is_made_of_a_question_without_targets(reader: Reader) -> None:
    assert compose_target(reader.evidence("量子卫星发射窗口多少个？")) is None


REACHED = """# 2025年岚江市政府工作报告

——2025年1月8日在岚江市第九届人民代表大会第三次会议上

## 一、2024年工作回顾

民营经济增加值占海洋生产总值比重达到61%。海洋生产总值321亿元。引进资金41亿元。证照种类达到252种。

## 二、2025年重点工作

实施新一轮引进资金攻坚，力争引进资金50亿元。
"""
AIMS = """# 岚江市数字政府行动计划（2023-2025年）

## 一、总体目标

到2023年底，证照种类达到180种；到2024年底，证照种类达到260种；到2025年底，证照种类达到320种。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("岚江2024年海洋生产总值是多少？", ["321亿"]),
        ("岚江民营经济增加值占海洋生产总值比重是多少？", ["61"]),
        ("岚江证照种类的目标，2024年比2023年多几种？", ["180", "260"]),
        ("岚江证照种类2023年、2024年各要达到多少种？", ["180", "260"]),
        ("岚江2024年证照种类实际达到多少种？", ["252"]),
    ],
)
def test_a_share_an_aim_and_a_result_are_told_apart(tmp_path: Path, question: str, told: list[str]) -> None:
    with reading(tmp_path, 报告=REACHED, 计划=AIMS) as reader:
        assert figures_of(reader, question) == told


@pytest.mark.parametrize(
    "question",
    [
        "2025年自动化泊位已经建成多少个？",
        "2026年自动化泊位建成7个实现了吗？",
        "2025年自动化泊位实际建成多少个？",
        "2025年有多少个自动化泊位建成了？",
    ],
)
def test_aim_is_not_passed_off_as_what_was_reached(reader: Reader, question: str) -> None:
    assert "不是实际完成情况" in text_of(composed(reader, question))


@pytest.mark.parametrize("question", ["2025年自动化泊位建成多少个？", "2025年港口岸电覆盖率要达到多少？"])
def test_aim_that_is_asked_for_as_one_needs_no_word_on_results(reader: Reader, question: str) -> None:
    assert "实际完成" not in text_of(composed(reader, question))


def test_unit_asked_for_decides_between_figures_of_one_year(reader: Reader) -> None:
    assert figures(composed(reader, "智慧港口计划2026年建成多少个？")) == [(2026, "7")]


def test_a_year_the_indicator_has_no_figure_for_is_not_answered_with_another_indicator(tmp_path: Path) -> None:
    plan = "# 岚江市环保计划（2025-2026年）\n\n一、目标\n\n到2025年，智能环保小屋覆盖率达到38%。\n\n到2026年底，公交站点覆盖率达到70%。\n"
    with reading(tmp_path, 环保计划=plan) as reader:
        answer = reader.ask("智能环保小屋覆盖率到2026年的目标是多少？")
        assert (answer.status, answer.reason) == ("not_found", "outside_period")
        assert "70" not in answer.text


def test_what_was_reached_by_the_day_of_signing_does_not_answer_for_another_year(tmp_path: Path) -> None:
    plan = """# 岚江市医疗行动计划（2024-2026年）

岚江市卫生健康委员会

2024年8月19日

一、目标

已建成互联网医院30家，正在推进互联互通。到2025年底，建成35家互联网医院。
"""
    with reading(tmp_path, 医疗=plan) as reader:
        assert figures_of(reader, "2025年建成多少家互联网医院？") == ["35"]
        assert figures_of(reader, "现在建成多少家互联网医院？") == ["30"]


def figures_of(reader: Reader, question: str) -> list[str]:
    return [str(fact["value"]) for fact in reader.ask(question).facts if fact["kind"] == "target"]


def test_an_indicator_called_by_its_whole_name_is_not_answered_by_another_of_the_year(tmp_path: Path) -> None:
    plan = "# 岚江市数据计划（2024-2026年）\n\n一、目标\n\n到2025年底，数据交易额达到6亿元。\n\n到2026年，年网络交易额超百亿元的企业1个。\n"
    with reading(tmp_path, 数据=plan) as reader:
        assert reader.ask("2026年数据交易额目标是多少？").status == "not_found"
        assert "6亿元" in reader.ask("2025年数据交易额目标是多少？").text


REPORT = """# 2025年云川市政府工作报告

## 一、2024年工作回顾

全市地区生产总值3862亿元，增长5.8%；外贸进出口总额1126亿元，增长8.8%，其中出口784亿元。政务服务全程网办事项占比提升至99.4%，即办事项占比达70.3%。

水源林改造已核验完毕，实施面积361万亩，验收合格面积264万亩。

## 二、2025年工作安排

地区生产总值增长5.5%左右。新建供水监测站8个，总数达到50个。
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2024年云川地区生产总值是多少？", "3862亿"),
        ("2024年地区生产总值涨了几个点？", "5.8"),
        ("2025年地区生产总值增长目标是多少？", "5.5"),
        ("2024年即办事项占比是多少？", "70.3"),
        ("政务服务全程网办事项占比是多少？", "99.4"),
        ("水源林改造验收合格的面积有多少万亩？", "264万"),
        ("水源林改造实施面积有多少？", "361万"),
        ("2025年供水监测站要有多少个？", "50"),
        ("2025年新建供水监测站多少个？", "8"),
    ],
)
def test_the_noun_of_the_question_tells_neighbours_of_a_sentence_apart(tmp_path: Path, question: str, value: str) -> None:
    with reading(tmp_path, 报告=REPORT) as reader:
        draft = composed(reader, question)
        assert draft.facts[0].values["value"] == value


def test_the_year_that_a_figure_was_set_for_is_told_by_the_figure(tmp_path: Path) -> None:
    plan = "# 云川市数据行动计划（2024-2025年）\n\n## 一、目标\n\n到2024年底，数据交易额突破1亿元。到2025年底，数据交易额达到6亿元。\n"
    with reading(tmp_path, 计划=plan) as reader:
        assert composed(reader, "数据交易额啥时候要突破一个亿？").facts[0].values["year"] == 2024
        assert composed(reader, "数据交易额哪年达到6亿元？").facts[0].values["year"] == 2025


def test_the_number_of_an_item_is_no_part_of_what_it_says(tmp_path: Path) -> None:
    report = "# 2025年云川市政府工作报告\n\n## 二、2025年民生实事\n\n1.新建公园25个、步道60公里。（市城管局牵头）\n\n2.加装电梯150部。（市住建局牵头）\n"
    with reading(tmp_path, 报告=report) as reader:
        text = text_of(composed(reader, "2025年建多少公里步道？"))
        assert "60公里" in text
        assert "1." not in text
        assert "150部" in text_of(composed(reader, "2025年加装电梯多少部？"))


CLAIMED = """# 岚江市数字渔业行动计划（2025-2027年）

## 一、工作目标

2026年，深远海智慧化养殖覆盖全市60%网箱。2027年，深远海智慧化养殖覆盖全市80%网箱，面积达到13.5万亩。

## 二、数据流通

到2026年底，形成一批产品，交易额突破1亿元。到2027年底，渔业数据交易额力争达到6亿元。

## 三、数据归集

到2026年底，渔船感知数据增长至80亿条。2027年底，打造渔船监测预警应用场景20个，渔船感知数据增长至100亿条。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("深远海智慧化养殖面积2027年要达到80万亩，对吧？", "13.5万亩"),
        ("是不是渔船感知数据2026年就要到100亿条？", "80亿条"),
    ],
)
def test_a_claim_is_set_right_by_the_figure_in_its_unit(tmp_path: Path, question: str, told: str) -> None:
    with reading(tmp_path, 计划=CLAIMED) as reader:
        assert told in reader.ask(question).text


def test_an_indicator_may_be_called_by_the_end_of_its_name_in_another_year_of_its_task(tmp_path: Path) -> None:
    with reading(tmp_path, 计划=CLAIMED) as reader:
        assert figures_of(reader, "渔业数据交易额2026年和2027年各要多少？") == ["1亿", "6亿"]


def test_a_year_told_without_a_figure_in_the_same_line_is_not_missing(tmp_path: Path) -> None:
    text = "# 岚江市2026年政府工作报告\n\n2026年，开工建设轻轨3号线；轻轨3号线全长24.6公里，计划2030年底建成。\n"
    with reading(tmp_path, 报告=text) as reader:
        assert "2030年底建成" in reader.ask("轻轨3号线2028年底就建成，对吧？").text
    with reading(tmp_path / "b", 报告=text.replace("，计划2030年底建成", "")) as reader:
        assert "没有给出2028年" in reader.ask("轻轨3号线2028年全长多少公里？").text


def test_a_sum_over_years_is_not_told_for_one_year_whose_share_stands_behind_it(tmp_path: Path) -> None:
    plan = (
        "# 甲川市诊断服务行动计划（2025—2027年）\n\n## 一、开展免费诊断\n\n"
        "三年内为1800家工业企业提供免费诊断，其中2025年完成700家、2026年完成600家、2027年完成500家。\n"
    )
    with reading(tmp_path, 计划=plan) as reader:
        one, whole = (reader.ask(f"{years}为多少家工业企业提供免费诊断？").text for years in ("2026年", "三年内"))
        assert "600家" in one
        assert "1800" not in one
        assert "1800家" in whole


BUILT = """# 岚江市数字渔业行动计划（2025-2027年）

## 一、工作目标

2025年，完成渔港大数据平台开发建设。2026年，在各渔场推广应用渔港大数据平台。
"""


@pytest.mark.parametrize(("question", "year"), [("渔港大数据平台哪年建成？", 2025), ("渔港大数据平台哪年开始推广使用？", 2026)])
def test_the_event_asked_for_is_told_with_its_year_also_in_other_words(tmp_path: Path, question: str, year: int) -> None:
    with reading(tmp_path, 计划=BUILT) as reader:
        assert [fact.values["year"] for fact in composed(reader, question).facts] == [year]


NOTED = """# 岚江市低空经济行动计划（2026-2028年）

## 一、指标

指标\t单位\t2026年\t2028年\t属性
起降点数量\t个\t120\t250\t预期性
冷库总库容\t万立方米\t54\t75\t预期性

注：起降点数量含临时起降点；冷库总库容不含企业自用冷库。
"""


@pytest.mark.parametrize("question", ["起降点数量含不含临时起降点？", "起降点数量的统计口径是什么？", "起降点数量这个数统计的是哪些点？"])
def test_what_a_figure_counts_is_told_by_the_note_below_its_table(tmp_path: Path, question: str) -> None:
    with reading(tmp_path, 低空计划=NOTED) as reader:
        assert compose_target(reader.evidence(question)) is None
        assert "临时起降点" in reader.ask(question).text
        assert "250个" in reader.ask("2028年起降点数量是多少个？").text


@pytest.mark.parametrize("joined", ["，还有", "，连同", "，加上", "和"])
def test_an_indicator_named_beside_another_is_told_with_it(tmp_path: Path, joined: str) -> None:
    text = "# 岚江市卫生行动计划（2025-2027年）\n\n一、目标\n\n到2026年，家庭医生签约服务覆盖率达到45%，每千人口执业医师达到3.3人。\n"
    with reading(tmp_path, 卫生行动计划=text) as reader:
        answer = reader.ask(f"2026年家庭医生签约服务覆盖率{joined}每千人口执业医师的目标")
        assert "45%" in answer.text
        assert "3.3人" in answer.text
