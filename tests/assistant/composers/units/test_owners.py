"""Who answers for a task: every unit as printed and in order, lead apart from cooperating, inherited ones in a statement of their own."""

from pathlib import Path

import pytest

from assistant.composers.units.owners import compose_owner, doers_asked, names_duty, names_task, tells_doers
from assistant.draft import Draft
from tests.assistant.corpus_fixture import CARE, PORT, Reader
from tests.assistant.written_corpus import reading

HARBOUR = """# 岚江市渔港振兴行动计划（2025-2027年）

## 一、重点任务

### （一）提升渔港服务

改造卸货码头。实行渔获“码上办”，持证渔民可在线打印产地证明。

（责任单位：市海洋渔业局、市残联）

### （二）建设冰鲜仓储

支持岚江港务集团建设冰鲜仓储调度平台，于2026年6月30日前投入使用。

（责任单位：市商务局、市数据局）

### （三）培育渔家旅游

打造渔家乐精品线路。

（责任单位：市文旅局、望海区人民政府、听潮区人民政府、岚江港务集团）

### （四）整治渔港环境

清理渔港水面。对项目负责人组织培训。

（责任单位：市生态环境局）

## 二、保障

成立渔港振兴领导小组，由市政府主要领导任组长。领导小组办公室设在市海洋渔业局。
"""
FEES = """# 岚江市港口收费管理条例

## 第一章 总则

第一条 港口管理机构应当制定收费公示制度，报市人民政府批准后实施。

第二条 收费目录由市物价局会同市港航局负责编制。
"""


def composed(reader: Reader, question: str) -> Draft:
    draft = compose_owner(reader.evidence(question))
    assert draft is not None
    return draft


def quotes(reader: Reader, draft: Draft) -> list[str]:
    return [
        source.span.of(reader.knowledge.document(source.document_id).text) for statement in draft.statements for source in statement.sources
    ]


def test_units_are_complete_and_in_printed_order(reader: Reader) -> None:
    draft = composed(reader, "智慧港口计划里搭建数据共享平台由哪些部门负责？")
    (statement,) = draft.statements
    places = [statement.text.index(unit) for unit in ("市港航局", "市数据局", "市海关协调办")]
    assert places == sorted(places)
    assert draft.facts[0].values["units"] == ["市港航局", "市数据局", "市海关协调办"]
    assert "（责任单位：市港航局、市数据局、市海关协调办）" in quotes(reader, draft)


@pytest.mark.parametrize("asked", ["渔港振兴领导小组，组长由谁担任？", "渔港振兴领导小组由谁来当组长？"])
def test_who_heads_a_group_is_told_and_not_where_its_office_is(tmp_path: Path, asked: str) -> None:
    with reading(tmp_path, 渔港=HARBOUR) as harbour:
        assert "由市政府主要领导任组长" in composed(harbour, asked).statements[0].text
        assert "设在市海洋渔业局" in composed(harbour, "渔港振兴领导小组办公室设在哪个单位？").statements[0].text


def test_a_task_is_named_by_its_words_in_any_order() -> None:
    assert names_task("治理生态环境的那部分由谁负责", "推进数据要素×生态环境治理")
    assert names_task("搭建数据共享平台由谁负责", "搭建数据共享平台")
    assert not names_task("治理生态环境的那部分由谁负责", "推动数据要素×废弃资源利用")
    assert not names_task("环境好的小区由谁负责", "优化环境")


def test_lead_and_cooperating_units_are_told_apart(reader: Reader) -> None:
    draft = composed(reader, "冷链货物追溯系统由谁牵头，由谁配合？")
    text = draft.statements[0].text
    assert text.index("市商务局") < text.index("牵头") < text.index("市市场监管局") < text.index("市港航局")
    assert text.count("市商务局") == 1
    assert draft.facts[0].values["lead"] == ["市商务局"]


def test_inherited_units_stand_in_a_statement_of_their_own_with_their_own_source(reader: Reader) -> None:
    draft = composed(reader, "老旧拖轮更新由哪些部门负责？")
    named, inherited = draft.statements
    assert "岚江海事局" not in named.text
    assert "岚江海事局" in inherited.text
    assert "市交通运输局" not in inherited.text
    assert "岚江海事局" not in draft.facts[0].values["units"]
    assert quotes(reader, draft)[-1].startswith("以下均需岚江海事局")


def test_task_before_the_clause_does_not_inherit_its_units(reader: Reader) -> None:
    draft = composed(reader, "智慧港口计划里搭建数据共享平台由哪些部门负责？")
    assert not any("岚江海事局" in statement.text for statement in draft.statements)


def test_units_of_another_plan_do_not_inherit_either(reader: Reader) -> None:
    draft = composed(reader, "智慧养老计划的就医陪诊服务由哪些部门负责？")
    assert [statement.text.count("海事局") for statement in draft.statements] == [0]


def test_shared_duties_are_told(reader: Reader) -> None:
    draft = composed(reader, "老旧拖轮更新由哪些部门负责？")
    assert draft.facts[0].values["shared"] is True
    assert "按职责分工" in draft.statements[0].text
    assert composed(reader, "冷链货物追溯系统由哪些部门负责？").facts[0].values["shared"] is False


@pytest.mark.parametrize(
    ("plan", "title", "units"),
    [("智慧港口", PORT, ["市港航局", "市数据局", "市海关协调办"]), ("智慧养老", CARE, ["市民政局", "市卫生健康委"])],
)
def test_same_task_has_the_units_of_the_plan_that_is_named(reader: Reader, plan: str, title: str, units: list[str]) -> None:
    draft = composed(reader, f"{plan}计划里搭建数据共享平台由哪些部门负责？")
    assert draft.facts[0].values["units"] == units
    assert {source.document_id for statement in draft.statements for source in statement.sources} == {reader.document_id(title)}


def test_duty_told_in_a_sentence_is_given_as_the_sentence(reader: Reader) -> None:
    draft = composed(reader, "城市建成区内古树名木的保护工作由谁负责？")
    assert quotes(reader, draft) == [statement.text for statement in draft.statements]
    assert "市园林绿化局负责" in draft.statements[0].text


def test_english_question_gets_the_units_as_printed(reader: Reader) -> None:
    draft = composed(reader, "Which departments are responsible for the data sharing platform in the elderly care plan?")
    assert all(unit in draft.statements[0].text for unit in ("市民政局", "市卫生健康委"))
    assert "负责" not in draft.statements[0].text


def test_task_described_by_one_of_its_sentences_is_answered_with_its_units(tmp_path: Path) -> None:
    with reading(tmp_path, 渔港=HARBOUR) as reader:
        draft = composed(reader, "渔获“码上办”、持证渔民打印产地证明由谁负责？")
        assert draft.facts[0].values["units"] == ["市海洋渔业局", "市残联"]
        assert quotes(reader, draft) == ["（责任单位：市海洋渔业局、市残联）", "实行渔获“码上办”，持证渔民可在线打印产地证明。"]


def test_sentence_is_not_cited_where_the_name_of_the_task_says_it_all(tmp_path: Path) -> None:
    with reading(tmp_path, 渔港=HARBOUR) as reader:
        assert quotes(reader, composed(reader, "整治渔港环境由谁负责？")) == ["（责任单位：市生态环境局）"]


def test_units_the_question_names_show_which_list_is_meant(tmp_path: Path) -> None:
    with reading(tmp_path, 渔港=HARBOUR) as reader:
        draft = composed(reader, "旅游那项任务里，跟市文旅局和岚江港务集团一起负责的是哪两个区政府？")
        assert draft.facts[0].values["units"][1:3] == ["望海区人民政府", "听潮区人民政府"]


def test_builder_named_in_a_sentence_goes_before_the_units_of_the_task(tmp_path: Path) -> None:
    with reading(tmp_path, 渔港=HARBOUR) as reader:
        assert "支持岚江港务集团建设" in composed(reader, "冰鲜仓储调度平台由谁建设？").statements[0].text
        assert composed(reader, "建设冰鲜仓储由谁负责？").facts[0].values["units"] == ["市商务局", "市数据局"]


def test_seat_of_an_office_is_an_owner_told_in_a_sentence(tmp_path: Path) -> None:
    with reading(tmp_path, 渔港=HARBOUR) as reader:
        assert "办公室设在市海洋渔业局" in composed(reader, "渔港振兴领导小组的办公室归哪个单位？").statements[0].text


def test_body_that_a_regulation_obliges_is_an_owner(tmp_path: Path) -> None:
    with reading(tmp_path, 收费=FEES) as reader:
        assert "港口管理机构应当制定" in composed(reader, "收费公示制度由谁制定、报谁批准？").statements[0].text
        assert "市物价局会同市港航局" in composed(reader, "收费目录由谁负责？").statements[0].text


def test_figure_in_the_name_of_a_task_is_proved(tmp_path: Path) -> None:
    plan = "# 岚江市节水计划\n\n## （一）为前500名大用户换表\n\n更换水表。（责任单位：市水务局）\n"
    with reading(tmp_path, 节水=plan) as reader:
        draft = composed(reader, "为前500名大用户换表由谁负责？")
        assert any("500" in quote for quote in quotes(reader, draft))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("由市渔业局牵头建设渔港平台。", True),
        ("市渔业局负责渔港平台。", True),
        ("市渔业部门应当公布目录。", True),
        ("制定了《第三方服务机构工作指南》。", False),
        ("渔港平台接入企业12家。", False),
    ],
)
def test_duty_is_said_of_a_body_and_not_by_naming_one(text: str, says: bool) -> None:
    assert names_duty(text) is says


def test_company_asked_for_is_the_one_that_a_sentence_names(tmp_path: Path) -> None:
    plan = (
        "# 岚江市数据行动计划\n\n一、任务\n\n1.开展数据授权运营。推进公共数据授权运营。（责任单位：市数据局、岚江控股集团）\n\n"
        "2.健全机制。拟授权岚江数字产业发展有限公司开展公共数据授权运营工作。充分发挥市委科创委的核心领导作用，统筹各项工作。\n"
    )
    with reading(tmp_path, 数据=plan) as reader:
        assert "数字产业发展有限公司" in reader.ask("公共数据授权运营授权给哪家公司来做？").text
        assert "市数据局" in reader.ask("开展数据授权运营由谁负责？").text
        assert "科创委" in reader.ask("发挥核心领导作用的是哪个机构？").text


def test_duty_of_a_body_may_be_told_with_its_occasion() -> None:
    assert names_duty("规划行政主管部门在编制国土空间规划时，应当规划停车场用地")
    assert not names_duty("规划部门在会上，停车场用地紧张")


def test_anything_a_body_did_tells_who_did_it_but_not_who_is_in_charge(tmp_path: Path) -> None:
    text = HARBOUR.replace("清理渔港水面。", "清理渔港水面。“渔安心”平台由市渔政局于2023年建成，注册渔民3000人。")
    with reading(tmp_path, 渔港=text) as reader:
        assert "市渔政局" in reader.ask("“渔安心”平台谁建的？").text
    assert names_duty("“渔安心”平台由市渔政局于2023年建成")
    assert not names_duty("由市政府主要领导任组长")
    assert not names_duty("平台自由办理")


def test_task_called_by_its_name_goes_before_one_that_holds_the_words(tmp_path: Path) -> None:
    text = HARBOUR.replace("打造渔家乐精品线路。", "对建设冰鲜仓储的企业给予补助。").replace(
        "支持岚江港务集团建设冰鲜仓储调度平台，于2026年6月30日前投入使用。", "仓储库容达到两万吨。"
    )
    with reading(tmp_path, 渔港=text) as reader:
        assert "市商务局" in composed(reader, "建设冰鲜仓储谁负责？").statements[0].text


def test_the_body_in_charge_goes_before_the_government_that_leads(tmp_path: Path) -> None:
    rules = (
        "# 岚江市航标管理条例\n\n第一条 市、区人民政府应当加强对航标管理工作的领导。\n\n"
        "第二条 市航务机关是航标的主管部门，负责航标的监督管理。\n\n第三条 居民委员会应当协助做好航标管理工作。\n"
    )
    with reading(tmp_path, 航标=rules) as reader:
        assert "市航务机关" in composed(reader, "航标归哪个部门管？").statements[0].text


def test_leader_asked_for_is_the_person_and_not_the_units_beside(tmp_path: Path) -> None:
    report = """# 岚江市政府工作报告（2025年）

## 三、重点工作

### （一）整治渔港环境

清理渔港水面12处。

（责任领导：陆知微；牵头单位：市生态环境局、市水利局）

### （二）发展渔家旅游

打造渔家乐精品线路8条。

（责任领导：苏景行；牵头单位：市文旅局）
"""
    with reading(tmp_path, 渔港报告=report) as reader:
        draft = compose_owner(reader.evidence("整治渔港环境的责任领导是谁？"))
        assert draft is not None
        assert [statement.text for statement in draft.statements] == ["责任领导：陆知微。"]
        units = compose_owner(reader.evidence("整治渔港环境由谁牵头？"))
        assert units is not None
        assert "市生态环境局" in units.statements[0].text


PLATFORM = """# 岚江市渔港平台建设方案

## 一、平台

### （一）搭建“渔港通”平台

“渔港通”平台由市海洋渔业局主管、岚江数字集团承建，总投资860万元。

（责任单位：市数据局、市财政局）
"""


def test_who_hosts_and_who_builds_are_told_apart_from_who_is_responsible(tmp_path: Path) -> None:
    with reading(tmp_path, 方案=PLATFORM) as reader:
        answer = reader.ask("“渔港通”平台谁主管、谁承建？")
        assert "市海洋渔业局主管" in answer.text
        assert "岚江数字集团承建" in answer.text
        assert "市数据局" in reader.ask("“渔港通”平台由哪个部门负责？").text


def test_a_deed_needs_a_body_right_before_it() -> None:
    assert doers_asked("平台谁主管、由哪家公司承建？") == ("主管", "承建")
    assert tells_doers(("主管", "承建"), "由市民政局主管、市数字集团承建")
    assert not tells_doers(("承建",), "由市民政局主管，承建单位另行公布")
    assert doers_asked("平台由哪个部门负责？") == ()
