import pytest

from corpus.model.facts import Target
from ingest.facts.targets import targets
from tests.ingest.examples import document_of


def read(text: str, head: str = "# 云川市水务行动计划") -> list[Target]:
    document = document_of(f"{head}\n\n{text}\n")
    found = list(targets(document))
    for target in found:
        assert target.statement == target.span.of(document.text) or document.blocks[-1].kind == "table" or "分别" in text
    return found


def years(text: str) -> list[tuple[str | None, int | None, bool]]:
    return [(target.value, target.year, target.deadline) for target in read(text)]


def test_each_clause_with_a_figure_is_a_target_of_its_year() -> None:
    assert years("一、任务\n\n到2025年，建成智能水表20万只，水质合格率达到99.5%；到2026年，建成智能水表35万只。") == [
        ("20万", 2025, True),
        ("99.5", 2025, True),
        ("35万", 2026, True),
    ]


def test_figure_unit_size_and_subject_are_told_apart() -> None:
    (target,) = read("一、任务\n\n到2025年，供水水质合格率达到99.5%以上。")
    assert (target.subject, target.value, target.unit) == ("供水水质合格率", "99.5", "%")
    assert (target.amount, target.comparator, target.statement) == (99.5, "at_least", "供水水质合格率达到99.5%以上")


def test_a_range_keeps_both_ends() -> None:
    (target,) = read("一、任务\n\n每年培育节水企业5-10家。")
    assert (target.value, target.amount, target.amount_to) == ("5-10", 5, 10)


def test_a_year_in_a_title_or_a_number_is_no_year_of_a_target() -> None:
    assert years("一、任务\n\n落实《水务规划（2021-2025年）》（云政发〔2022〕7号），新建泵站4座。") == [("4", None, False)]


@pytest.mark.parametrize("basis", ["在2023年的基础上新增泵站3座", "较2023年新增泵站3座", "比2023年新增泵站3座", "与2023年相比新增泵站3座"])
def test_a_year_that_is_only_compared_with_is_not_the_year_of_the_target(basis: str) -> None:
    assert years(f"一、任务\n\n到2026年，{basis}。") == [("3", 2026, True)]


def test_an_enumeration_of_years_gives_each_figure_its_own() -> None:
    assert years("一、任务\n\n节水企业分别达到2023年500家、2024年600家、2025年700家。")[1:] == [("600", 2024, False), ("700", 2025, False)]


def test_a_deadline_holds_on_in_its_paragraph_and_not_beyond() -> None:
    assert years("一、任务\n\n到2026年，建成平台。新建泵站4座。\n\n培训80人。") == [
        (None, 2026, True),
        ("4", 2026, True),
        ("80", None, False),
    ]


def test_a_year_that_is_no_deadline_ends_with_its_sentence() -> None:
    assert years("一、任务\n\n2024年新建泵站4座。培训80人。") == [("4", 2024, False), ("80", None, False)]


def test_a_year_in_a_heading_holds_for_what_stands_under_it() -> None:
    text = "一、2025年主要任务\n\n（一）供水\n\n新建泵站4座。培训80人。\n\n二、其他\n\n更换水表30只。"
    assert years(text) == [("4", 2025, False), ("80", 2025, False), ("30", None, False)]


def test_a_period_in_a_heading_sets_no_year() -> None:
    (target,) = read("一、2025-2027年任务\n\n新建泵站4座。")
    assert (target.year, target.years) == (None, None)


def test_a_state_to_be_reached_by_a_year_is_a_target_without_a_figure() -> None:
    (target,) = read("一、任务\n\n到2027年底，初步形成智慧水务体系。")
    assert (target.statement, target.value, target.amount, target.unit) == ("初步形成智慧水务体系", None, None, None)
    assert (target.year, target.deadline) == (2027, True)


def test_a_sentence_without_figure_or_deadline_is_no_target() -> None:
    assert read("一、任务\n\n完善制度，加强管理。2024年推进改造。") == []


@pytest.mark.parametrize("sentence", ["推广5G应用。", "建设4K频道。", "落实“1+2”行动。", "执行第12号令。"])
def test_numbers_that_are_no_figures_make_no_target(sentence: str) -> None:
    assert read(f"一、任务\n\n{sentence}") == []


def test_a_period_is_kept_as_one() -> None:
    (target,) = read("一、任务\n\n2025-2027年，年均改造管网120公里。")
    assert (target.year, target.years, target.comparator) == (None, (2025, 2027), "each_year")


def test_what_is_reached_in_sum_is_told_from_what_is_reached_each_year() -> None:
    cumulative, yearly = read("一、任务\n\n到2027年，累计更换水表1.5万只，每年培训80人。")
    assert (cumulative.cumulative, yearly.cumulative) == (True, False)
    assert yearly.comparator == "each_year"


def test_the_words_of_the_year_are_quoted_where_they_stand_outside_the_clause() -> None:
    document = document_of("# 云川市水务行动计划\n\n一、任务\n\n到2025年，建成智能水表20万只。\n")
    (target,) = targets(document)
    assert target.year_span is not None
    assert target.year_span.of(document.text) == "到2025年"
    assert target.span.of(document.text) == "建成智能水表20万只"


def test_owners_beside_a_figure_are_no_target() -> None:
    assert read("一、任务\n\n（一）建设平台\n\n到2026年建成。\n\n市水务局牵头，市数据局配合。")[1:] == []


@pytest.mark.parametrize(
    "owners",
    [
        "（责任单位：市水务局、市数据局）",
        "（市水务局牵头，市数据局、市商务局配合）",
        "（市水务局、市数据局按职责分工负责）",
        "（责任单位：市水务局，以下均需各区政府，不再列出）",
    ],
)
@pytest.mark.parametrize("end", ["", "。"])
def test_no_statement_holds_who_is_responsible(owners: str, end: str) -> None:
    found = read(f"一、建设平台\n\n到2026年，改造泵站4座{end}{owners}更换水表30只（含远传水表10只）。{owners}")
    assert [(target.statement, target.value) for target in found] == [("改造泵站4座", "4"), ("更换水表30只（含远传水表10只）", "30")]


def test_a_label_of_owners_ends_a_statement_in_a_cell_too() -> None:
    found = read("附表\n\n序号\t任务\t内容\n1\t泵站\t改造泵站4座，责任单位：市水务局2处\n")
    assert [target.statement for target in found] == ["改造泵站4座"]


def test_an_indicator_table_has_a_target_for_every_row_and_year() -> None:
    found = read("附表\n\n指标\t单位\t2025年\t2027年目标\t备注\n漏损率\t%\t9\t≤8\t5项\n水表\t万只\t20\t50\t无\n")
    assert [(target.subject, target.value, target.unit, target.year) for target in found] == [
        ("漏损率", "9", "%", 2025),
        ("漏损率", "8", "%", 2027),
        ("水表", "20万", "只", 2025),
        ("水表", "50万", "只", 2027),
    ]


def test_a_cell_of_an_indicator_table_is_one_target_and_a_remark_beside_it_another() -> None:
    found = read("附表\n\n指标\t2025年\t备注\n年供水总量\t35.5亿吨\t其中再生水占比达到20%\n")
    assert [(target.subject, target.value, target.year) for target in found] == [
        ("再生水占比", "20", None),
        ("年供水总量", "35.5亿", 2025),
    ]


def test_the_target_of_a_cell_is_proved_by_its_row_from_the_name_to_the_figure() -> None:
    document = document_of("# 云川市水务行动计划\n\n附表\n\n指标\t2025年\t2027年目标\n漏损率\t9%\t8%\n")
    assert [target.span.of(document.text) for target in targets(document)] == ["漏损率\t9%", "漏损率\t9%\t8%"]


def test_a_column_without_a_year_means_the_end_of_the_plans_period() -> None:
    found = read("附表\n\n类别\t指标\t目标值\n供水\t漏损率\t8%\n", "# 云川市水务行动计划（2025-2027年）")
    assert [(target.value, target.year) for target in found] == [("8", 2027)]


def test_a_table_of_named_things_is_no_indicator_table() -> None:
    assert not [target for target in read("附表\n\n序号\t项目名称\t指标\t2025年\n1\t泵站\t座数\t4\n") if target.year == 2025]


def test_a_reply_says_this_year_and_last_year_by_its_own_date() -> None:
    text = "云水建议〔2025〕3号\n\n今年以来，新建泵站4座。去年改造管网120公里。明年将建成泵站8座。"
    found = read(text, "# 关于加强节水的建议（第12号）的答复")
    assert [(target.value, target.year) for target in found] == [("4", 2025), ("120", 2024), ("8", 2026)]


def test_a_plan_that_says_this_year_sets_no_year() -> None:
    assert years("一、任务\n\n今年新建泵站4座。") == [("4", None, False)]


def test_every_part_of_an_enumeration_is_a_target_of_its_own_and_in_sum_where_the_clause_is() -> None:
    found = read("一、任务\n\n2025年，累计建成泵站30座、水厂15座。")
    assert [(target.subject, target.value, target.year, target.cumulative) for target in found] == [
        ("泵站", "30", 2025, True),
        ("水厂", "15", 2025, True),
    ]


@pytest.mark.parametrize("means", ["通过智慧水务建设", "以高水平应用为主线", "在供水、排水等领域", "水厂通过数据治理", "平台建成后"])
def test_a_clause_that_says_by_what_means_or_where_is_no_state_to_be_reached(means: str) -> None:
    assert [target.statement for target in read(f"一、任务\n\n到2025年底，{means}，形成智慧水务体系。")] == ["形成智慧水务体系"]


@pytest.mark.parametrize("result", ["通过治理实现水质达标", "依托平台打造智慧水务", "全面推进节水"])
def test_a_clause_with_means_and_result_is_one(result: str) -> None:
    assert [target.statement for target in read(f"一、任务\n\n到2025年底，{result}，形成智慧水务体系。")] == [result, "形成智慧水务体系"]


def test_a_year_after_which_something_counts_is_no_year_of_a_target() -> None:
    assert years("一、任务\n\n对2023年1月1日后新建的泵站，给予每座5万元补贴。") == [("5万", None, False)]


def test_what_stood_at_a_date_does_not_hold_for_the_next_item() -> None:
    assert years("一、任务\n\n一是改造管网。截至2024年6月，新建泵站4座。二是更换水表30只。") == [("4", 2024, True), ("30", None, False)]


def test_a_column_of_what_was_reached_sets_no_deadline() -> None:
    found = read("附表\n\n指标\t2022年完成值\t2025年目标\n漏损率\t9%\t8%\n")
    assert [(target.year, target.deadline) for target in found] == [(2022, False), (2025, True)]


def test_a_deadline_of_one_clause_sets_no_state_beyond_its_semicolon() -> None:
    assert [target.statement for target in read("一、任务\n\n2024年6月底前完成改造工程；推广节水器具。")] == ["完成改造工程"]


def test_a_deadline_inside_an_item_ends_with_the_item() -> None:
    assert years("一、任务\n\n一是改造管网，到2025年底改造泵站4座。二是更换水表30只。") == [("4", 2025, True), ("30", None, False)]


def test_a_cap_in_front_of_the_verb_is_one() -> None:
    assert [target.comparator for target in read("一、任务\n\n对节水企业，最高给予20万元奖励，每家资助10万元。")] == ["at_most", "equal"]


def test_minutes_are_no_points() -> None:
    (target,) = read("一、任务\n\n漏水抢修响应时间不超过30分钟。")
    assert (target.value, target.unit, target.comparator) == ("30", "分钟", "at_most")


@pytest.mark.parametrize(
    "fragment",
    [
        "成为高质量发展的保障",
        "为节水提供有力支撑",
        "在供水保障等方面发挥重要作用",
        "与省级平台的互联互通",
        "以平台为引擎",
        "覆盖各类企业",
    ],
)
def test_a_clause_whose_subject_or_verb_stands_before_it_is_no_state_by_itself(fragment: str) -> None:
    assert [target.statement for target in read(f"一、任务\n\n到2025年底，形成智慧水务体系，{fragment}。")] == ["形成智慧水务体系"]


@pytest.mark.parametrize("state", ["水质监测达到国家一级标准", "为居民提供线上服务", "供水服务成为城市名片", "平台覆盖各类企业"])
def test_a_state_that_stands_by_itself_is_one(state: str) -> None:
    assert [target.statement for target in read(f"一、任务\n\n到2025年底，{state}。")] == [state]


@pytest.mark.parametrize(
    "basis",
    [
        "依托20座水质站数据、50个断面数据",
        "基于5大平台和2类数据形成的数据集",
        "依据3类标准",
        "从4类需求出发",
        "在39个人才培育基地、78个工作室基础之上",
    ],
)
def test_figures_of_what_a_measure_rests_on_are_no_targets(basis: str) -> None:
    assert years(f"一、任务\n\n{basis}，建成泵站6座。") == [("6", None, False)]


@pytest.mark.parametrize("result", ["依托平台建成泵站6座", "基于评估结果更换水表30只"])
def test_a_figure_reached_by_such_a_basis_is_one(result: str) -> None:
    assert len(read(f"一、任务\n\n{result}，提升能力。")) == 1


def test_what_is_to_be_exceeded_for_a_grant_is_no_target() -> None:
    assert [
        target.value for target in read("一、任务\n\n对节水机构，年度成交额超过5000万元，给予最高20万元奖励。年度成交额超过8000万元。")
    ] == [
        "20万",
        "8000万",
    ]


def test_a_place_behind_a_year_makes_it_no_year_that_is_compared_with() -> None:
    assert years("一、任务\n\n2024年6月底前在全市112个水厂推开。") == [("112", 2024, True)]


def test_a_condition_goes_on_over_the_rate_of_the_grant() -> None:
    assert read("一、任务\n\n登记的驻市企业，成交额超过5000万元，按照不超过交易额的一定比例，给予最高20万元奖励。") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("到2024年底，开放数据集800个；2025年底，1300个；2026年底，2000个。", [("800", 2024), ("1300", 2025), ("2000", 2026)]),
        ("到2024年底，累计建成开放数据集800个；到2025年底，累计建成1300个。", [("800", 2024), ("1300", 2025)]),
    ],
)
def test_a_figure_that_stands_alone_behind_its_year_goes_on_with_the_series(text: str, told: list[tuple[str, int]]) -> None:
    found = targets(document_of(f"# 云川市数据行动计划（2024-2026年）\n\n一、任务\n\n{text}\n"))
    assert [(target.value, target.year) for target in found] == told
    assert {target.subject for target in found} == {"开放数据集"}


def test_a_figure_in_another_unit_does_not_go_on_with_it() -> None:
    found = targets(document_of("# 云川市数据行动计划（2024-2026年）\n\n一、任务\n\n到2024年底，开放数据集800个；2025年底，60%。\n"))
    assert [target.value for target in found] == ["800"]


@pytest.mark.parametrize(
    ("text", "unit", "comparator"),
    [
        ("PM2.5平均浓度控制在32微克/立方米以内", "微克/立方米", "at_most"),
        ("生化需氧量平均浓度提高到100毫克/升以上", "毫克/升", "at_least"),
        ("PM2.5年均浓度19微克/立方米", "微克/立方米", "equal"),
    ],
)
def test_a_concentration_is_a_figure_in_its_unit(text: str, unit: str, comparator: str) -> None:
    (target,) = targets(document_of(f"# 云川市环保行动计划（2024-2026年）\n\n一、任务\n\n2025年，{text}。\n"))
    assert (target.unit, target.comparator) == (unit, comparator)


@pytest.mark.parametrize(
    ("text", "subject", "comparator"),
    [
        ("氨氮浓度小于0.5毫克/升", "氨氮浓度", "less_than"),
        ("漏损率≤9%", "漏损率", "at_most"),
        ("平均响应时间不得超过5分钟", "平均响应时间", "at_most"),
        ("平均响应不超过5分钟", "平均响应", "at_most"),
        ("水质合格率应不低于99%", "水质合格率", "at_least"),
        ("管网漏损率不超9%", "管网漏损率", "at_most"),
    ],
)
def test_a_bound_belongs_to_the_figure_and_not_to_what_it_counts(text: str, subject: str, comparator: str) -> None:
    (target,) = targets(document_of(f"# 云川市水务行动计划（2024-2026年）\n\n一、任务\n\n到2025年，{text}。\n"))
    assert (target.subject, target.comparator) == (subject, comparator)


def test_a_rate_of_what_is_done_in_time_is_a_figure_and_no_means() -> None:
    found = targets(
        document_of("# 云川市水务行动计划（2024-2026年）\n\n一、任务\n\n2025年，受理诉求4万件，按期办结率99.2%，满意率96.1%。\n")
    )
    assert ("按期办结率", "99.2") in [(target.subject, target.value) for target in found]


def test_what_there_is_already_is_told_of_the_basis_that_a_measure_sets_out_from() -> None:
    assert years("一、任务\n\n在全市已安装的93套水位计（其中水库28套）基础上，新装水位计485套。") == [
        ("93", None, False),
        ("485", None, False),
    ]


def test_a_clause_that_says_how_and_then_what_is_done_has_its_figure() -> None:
    assert [t.value for t in read("一、任务\n\n通过自主研发、揭榜挂帅等方式组织实施147项攻关项目，攻克178个问题。")] == ["147", "178"]


def test_a_figure_before_the_year_is_kept_with_it() -> None:
    found = read("一、任务\n\n分两期建设，一期600P于2025年9月投运，二期1200P于2026年11月投运。")
    assert [(target.subject, target.value, target.year) for target in found] == [("一期", "600", 2025), ("二期", "1200", 2026)]


def test_a_share_is_of_what_the_sum_was_set_aside_for() -> None:
    assert [t.subject for t in read("一、任务\n\n2021—2025年市级财政安排水务建设资金12亿元，其中2022年安排2亿元。")][
        1
    ] == "安排水务建设资金"
