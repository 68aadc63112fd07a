import pytest

from corpus.model.facts import Responsibility
from ingest.facts.responsibilities import names_only_units, owner_spans, responsibilities
from tests.ingest.examples import document_of


def read(text: str) -> list[Responsibility]:
    document = document_of(f"# 云川市水务行动计划\n\n{text}\n")
    found = list(responsibilities(document))
    for item in found:
        assert all(unit in item.span.of(document.text) for unit in item.units)
        assert item.task in item.task_span.of(document.text) or item.task == ""
        assert item.inherited_span is None or all(unit in item.inherited_span.of(document.text) for unit in item.inherited)
    return found


def only(text: str) -> Responsibility:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    "owners",
    [
        "（责任单位：市水务局、市数据局）",
        "(责任单位:市水务局、市数据局)",
        "（责任部门：市水务局、市数据局）",
        "（主责单位：市水务局、市数据局）",
        "（责任单位：市水务局，市数据局）",
        "（责任单位：市水务局 市数据局）",
        "（责任单位：市水务局、市数据局按职责分工负责）",
        "（市水务局、市数据局按职责分工负责）",
        "（市水务局、市数据局负责）",
        "（责任单位：市水务局、市数\n\n据局）",
    ],
)
def test_the_owners_of_a_task_are_read_however_they_are_printed(owners: str) -> None:
    found = only(f"## 一、任务\n\n### （一）建设平台\n\n汇聚取水数据。\n\n{owners}")
    assert found.units == ("市水务局", "市数据局")
    assert (found.task, found.scope, found.path) == ("建设平台", "task", ("一、任务", "（一）建设平台"))


def test_the_quote_is_the_list_with_its_label_and_its_brackets() -> None:
    document = document_of(
        "# 云川市水务行动计划\n\n一、建设平台\n\n汇聚取水、供水数据。（责任单位：市水务局、各区、县（市）人民政府）其他。\n"
    )
    (found,) = responsibilities(document)
    assert found.span.of(document.text) == "（责任单位：市水务局、各区、县（市）人民政府）"
    assert found.task_span.of(document.text) == "一、建设平台\n汇聚取水、供水数据。"


@pytest.mark.parametrize(
    ("owners", "units"),
    [
        ("（责任单位：市城管局（执法局）、市数据局）", ("市城管局（执法局）", "市数据局")),
        ("（责任单位：市水务局，各区、县（市）人民政府）", ("市水务局", "各区、县（市）人民政府")),
        ("（责任单位：市水务局、各县（市、区）人民政府）", ("市水务局", "各县（市、区）人民政府")),
        ("（责任单位：市水务局等相关单位）", ("市水务局", "相关单位")),
        ("（责任单位：市委宣传部等12部门）", ("市委宣传部等12部门",)),
        ("责任单位：市水务局、市数据局。", ("市水务局", "市数据局")),
    ],
)
def test_brackets_districts_and_groups_stay_in_their_names(owners: str, units: tuple[str, ...]) -> None:
    assert only(f"一、建设平台\n\n汇聚数据。{owners}").units == units


def test_a_list_without_brackets_ends_with_its_line() -> None:
    found = only("一、建设平台\n\n汇聚数据。\n\n**牵头单位：**市水务局\n\n二、其他\n\n市数据局做好配套工作，建设平台。")
    assert found.units == ("市水务局",)


def test_lead_and_cooperating_units_are_told_apart() -> None:
    for owners in ("（市水务局牵头，市数据局、市商务局配合）", "（牵头单位：市水务局；配合单位：市数据局、市商务局）"):
        found = only(f"一、建设平台\n\n汇聚数据。{owners}")
        assert found.units == ("市水务局", "市数据局", "市商务局")
        assert (found.lead, found.cooperating) == (("市水务局",), ("市数据局", "市商务局"))


def test_a_lead_beside_units_that_share_the_work() -> None:
    found = only("一、建设平台\n\n汇聚数据。（市水务局牵头，市数据局、市商务局按职责分工负责）")
    assert found.lead == ("市水务局",)
    assert found.shared
    assert found.units == ("市水务局", "市数据局", "市商务局")


def test_work_is_shared_only_where_the_text_says_so() -> None:
    assert only("一、建设平台\n\n汇聚数据。（市水务局、市数据局按职责分工负责）").shared
    assert not only("一、建设平台\n\n汇聚数据。（责任单位：市水务局、市数据局）").shared


@pytest.mark.parametrize("sentence", ["市水务局牵头，市数据局配合。", "由市水务局牵头负责，市数据局配合。", "市水务局牵头，市数据局配合"])
def test_a_sentence_of_nothing_but_owners_names_them(sentence: str) -> None:
    found = only(f"一、建设平台\n\n汇聚数据。\n\n{sentence}\n\n二、其他\n\n完善制度。")
    assert found.units == ("市水务局", "市数据局")
    assert (found.lead, found.cooperating) == (("市水务局",), ("市数据局",))


@pytest.mark.parametrize(
    "text",
    [
        "市水务局负责制定水务数据目录，完善配套制度。",
        "建设平台（含取水、供水、排水）。",
        "按照（一）（二）项规定，谁建设谁负责。",
        "本市实行河长负责制（每月巡查）。",
        "责任单位要加强领导。",
        "汇聚取水、供水数据。（责任单位：）",
        "坚持党委领导、政府负责。",
    ],
)
def test_a_sentence_that_says_more_than_who_is_no_owner_list(text: str) -> None:
    assert read(f"一、建设平台\n\n{text}") == []


def test_two_lists_in_one_section_belong_to_the_text_each_closes() -> None:
    first, second = read("一、抓好节水\n\n推广节水器具、水表。（责任单位：市商务局）建设节水城市，开展宣传。（责任单位：市水务局）")
    assert (first.task, first.units) == ("抓好节水", ("市商务局",))
    assert (second.task, second.units) == ("建设节水城市", ("市水务局",))


def test_a_list_on_a_line_of_its_own_holds_for_the_section_above() -> None:
    found = only("一、数据供给\n\n（一）建设平台\n\n汇聚数据。\n\n**责任单位：**市水务局、市数据局")
    assert (found.task, found.scope) == ("建设平台", "section")


def test_a_list_above_the_first_heading_holds_for_the_document() -> None:
    assert only("（责任单位：市水务局）\n\n一、建设平台\n\n汇聚数据。").scope == "document"


def test_units_that_further_tasks_need_are_inherited_and_proved_where_they_are_said() -> None:
    before, here, after = read(
        "一、规划\n\n编制规划。（责任单位：市发改委）\n\n二、建设平台\n\n汇聚数据。（责任单位：市数据局，以下均需市财政局参与，不再列出）\n\n"
        "三、公开水质\n\n公开数据。（责任单位：市水务局）"
    )
    assert (before.units, before.inherited) == (("市发改委",), ())
    assert (here.units, here.inherited) == (("市数据局",), ("市财政局",))
    assert (after.units, after.inherited) == (("市水务局",), ("市财政局",))
    assert after.inherited_span == here.inherited_span


def test_tables_state_their_owners_in_their_rows() -> None:
    assert read("附表\n\n序号\t任务\t责任单位：市级\n1\t泵站\t责任单位：市水务局\n") == []


def test_owners_come_in_reading_order() -> None:
    text = "一、甲项\n\n完成甲项。（市水务局负责）\n\n二、乙项\n\n完成乙项。\n\n责任单位：市数据局\n\n三、丙项\n\n市商务局牵头。"
    assert [found.units for found in read(text)] == [("市水务局",), ("市数据局",), ("市商务局",)]


@pytest.mark.parametrize(
    ("sentence", "only_units"), [("市水务局负责。", True), ("由市水务局牵头。", True), ("市水务局负责供水。", False), ("建设平台。", False)]
)
def test_whether_a_sentence_names_only_units(sentence: str, only_units: bool) -> None:
    assert names_only_units(sentence) is only_units


def test_the_places_of_all_owner_lists_are_known_in_reading_order() -> None:
    document = document_of(
        "# 云川市水务行动计划\n\n一、甲项\n\n完成甲项（市水务局负责）。\n\n责任单位：市数据局\n\n二、乙项\n\n市商务局牵头。"
    )
    assert [span.of(document.text) for span in owner_spans(document)] == ["（市水务局负责）", "责任单位：市数据局", "市商务局牵头。"]


def test_a_list_under_a_label_belongs_to_the_item_that_the_label_is_part_of() -> None:
    first, second = read(
        "一、数据\n\n（一）建设平台\n\n主要任务：汇聚取水数据，建设底座。（责任单位：市水务局）\n\n（二）开放数据\n\n工作举措：开放水质。（责任单位：市数据局）"
    )
    assert (first.task, first.units) == ("建设平台", ("市水务局",))
    assert (second.task, second.units) == ("开放数据", ("市数据局",))


def test_a_list_in_a_heading_is_no_part_of_the_tasks_name() -> None:
    first, second = read("（一）建设平台（责任单位：市水务局）\n\n汇聚数据，建设底座。\n\n（二）开放数据（市数据局负责）\n\n开放水质。")
    assert (first.task, first.units) == ("建设平台", ("市水务局",))
    assert (second.task, second.units) == ("开放数据", ("市数据局",))


@pytest.mark.parametrize("due", ["；完成时限：2025年12月", "，完成时间：2025年底前", "；时限：长期坚持、持续推进"])
def test_when_a_task_is_due_is_no_unit(due: str) -> None:
    assert only(f"一、建设平台\n\n汇聚数据。（责任单位：市水务局、市数据局{due}）").units == ("市水务局", "市数据局")


def test_labels_inside_one_bracket_tell_who_leads_and_who_answers_too() -> None:
    (fact,) = responsibilities(
        document_of(
            "一、任务\n\n（一）改造泵站。改造泵站4座。（牵头单位：市水务局；责任单位：市财政局、东山区人民政府；配合单位：市数据局）\n"
        )
    )
    assert fact.units == ("市水务局", "市财政局", "东山区人民政府", "市数据局")
    assert (fact.lead, fact.cooperating) == (("市水务局",), ("市数据局",))


def test_a_leading_unit_may_be_named_after_those_that_answer() -> None:
    (fact,) = responsibilities(document_of("一、任务\n\n（一）改造泵站。改造泵站4座。（责任单位：市财政局。牵头部门：市水务局）\n"))
    assert (fact.units, fact.lead) == (("市财政局", "市水务局"), ("市水务局",))


def test_a_task_numbered_with_a_word_is_named_without_its_number() -> None:
    (fact,) = responsibilities(document_of("一、任务\n\n**任务 11　12345热线提质。**整合热线。（牵头单位：市水务局）\n"))
    assert fact.task == "12345热线提质"


def owners(bracket: str) -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Units, leading and cooperating units of each owner list of one task that ends in `bracket`."""
    document = document_of(
        f"云川市水务行动计划\n\n一、任务\n\n（一）改造泵站。改造泵站4座，新建泵站3座。{bracket}\n\n（二）更新管网。更换管道。\n"
    )
    return [(fact.units, fact.lead, fact.cooperating) for fact in responsibilities(document)]


@pytest.mark.parametrize(
    "bracket",
    [
        "（牵头：市水务局；配合：市财政局、市数据局）",
        "（由市水务局牵头，会同市财政局、市数据局）",
        "【牵头单位：市水务局；配合单位：市财政局、市数据局】",
        "\n\n主办单位：市水务局\n\n协办单位：市财政局、市数据局\n\n完成时限：2025年底",
        "（责任单位：市水务局（牵头）、市财政局、市数据局）",
    ],
)
def test_who_leads_and_who_helps_may_be_printed_in_many_ways(bracket: str) -> None:
    assert owners(bracket) == [(("市水务局", "市财政局", "市数据局"), ("市水务局",), ("市财政局", "市数据局"))]


def test_labels_on_lines_of_their_own_make_one_list() -> None:
    assert owners("\n\n牵头单位：市水务局\n\n责任部门（单位）：市财政局、市数据局") == [
        (("市水务局", "市财政局", "市数据局"), ("市水务局",), ())
    ]


@pytest.mark.parametrize("remark", ["，排名第一的为牵头单位", "；列首位的单位为牵头单位，下同"])
def test_a_remark_that_the_first_unit_leads_names_no_unit(remark: str) -> None:
    assert owners(f"（责任单位：市水务局、市财政局{remark}）") == [(("市水务局", "市财政局"), ("市水务局",), ())]


def test_a_bracket_of_nothing_but_units_behind_a_task_says_who_does_it() -> None:
    assert owners("（市水务局、各区县政府）") == [(("市水务局", "各区县政府"), (), ())]


@pytest.mark.parametrize("bracket", ["（泵站、管网）", "（市、区）", "（市水务局，电话见附件）", "（含市水务局）另行通知。"])
def test_a_bracket_that_says_something_else_names_no_owner(bracket: str) -> None:
    assert owners(bracket) == []


@pytest.mark.parametrize("opening", ["本节任务由", "本节任务，由", "以上任务均由", "本章各项工作统一由", "上述三项任务由"])
def test_units_that_are_named_once_for_a_section_answer_for_all_of_it(opening: str) -> None:
    found = only(f"## 一、任务\n\n{opening}市水务局牵头，市数据局、云川海关按职责分工负责。\n\n### （一）建设平台\n\n汇聚取水数据。")
    assert (found.task, found.lead, found.scope) == ("任务", ("市水务局",), "section")
    assert found.units == ("市水务局", "市数据局", "云川海关")
    assert found.task_span.end > found.span.end + 10


def test_what_only_begins_like_it_names_no_units_of_a_section() -> None:
    assert read("## 一、任务\n\n本节任务由市水务局牵头制定方案，明确时间表。") == []
