"""Sentences that differ from their passage in one thing: who does it, which of two figures is meant, how far it has come, what is left out."""

from datetime import date

import pytest

from assistant.grounding.check import check_sentence
from assistant.grounding.cited_passage import CitedPassage
from assistant.grounding.english_sentence import EnglishTerms
from assistant.units.directory import UnitDirectory

TITLE = "临川市智慧灌区建设行动计划（2024—2026年）"
DIRECTORY = UnitDirectory([], [])
ENGLISH = EnglishTerms(
    {"gate": ("水闸",), "irrigation": ("灌区",), "data": ("数据",), "open": ("开放",), "secret": ("涉密",), "public": ("社会",)}
)


def supported(said: str, *texts: str) -> bool:
    cited = [CitedPassage(text, TITLE, (), None, date(2024, 1, 5), (2024, 2026)) for text in texts]
    return check_sentence(said, cited, DIRECTORY, ENGLISH).supported


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("市水务局会同市财政局制定管理办法。", "管理办法由市水务局会同市财政局制定", True),
        ("市政府委托市水务局管理灌区闸站。", "灌区闸站由市政府委托市水务局管理", True),
        ("市政府委托市水务局管理灌区闸站。", "市水务局委托市政府管理灌区闸站", False),
        ("市水务局督促县水务局整改渗漏渠段。", "县水务局督促市水务局整改渗漏渠段", False),
        ("（责任单位：市水务局、市农业农村局）", "责任单位是市水务局和市农业农村局", True),
        ("（责任单位：市水务局、市农业农村局）", "智慧灌区建设由市水务局、农业银行临川分行负责", False),
        ("市水务局负责审核，县水务局负责受理。", "县水务局负责受理", True),
        ("市水务局负责审核，县水务局负责受理。", "申请由市水务局受理", False),
        ("由市水务局指导、临川水投公司运营。", "由临川水投公司运营，市水务局指导", True),
        ("由市水务局指导、临川水投公司运营。", "由临川水投公司指导、市水务局运营", False),
        ("办公室设在市城市管理局。", "办公室设在市应急管理局", False),
        ("报市水务局备案。", "要报市水务局备案", True),
        ("报市水务局备案。", "要报市水务局批准", False),
    ],
)
def test_a_task_stays_with_the_body_it_is_told_of(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("改造项目21个，已完工19个。", "21个改造项目已有19个完工", True),
        ("改造项目21个，已完工19个。", "19个改造项目已有21个完工", False),
        ("改造干渠80公里、支渠200公里，分别增长5%、9%。", "支渠改造200公里，增长9%", True),
        ("改造干渠80公里、支渠200公里，分别增长5%、9%。", "支渠改造200公里，增长5%", False),
        ("收获水稻30万亩，实现产值9亿元，分别增长4%、6%。", "产值9亿元，同比增长4%", False),
        ("新增供水能力3万吨/日。", "新增供水能力3万吨/年", False),
        ("安排资金，其中2024年3.2亿元、2025年3.8亿元。", "安排资金2024年3.2亿元，2025年3.8亿元", True),
        ("安排资金，其中2024年3.2亿元、2025年3.8亿元。", "其中2025年最多，为3.8亿元", True),
        ("安排资金，其中2024年3.2亿元、2025年3.8亿元。", "其中2024年最多，为3.2亿元", False),
        ("培训12.5万农户、3.2万基层管护人员。", "培训3.2万名基层管护人员", True),
        ("培训12.5万农户、3.2万基层管护人员。", "培训3.2万户基层管护人员", False),
        ("二期：新建闸站6座，其中提水闸站4座。", "二期要建6座闸站，其中4座用于提水", True),
        ("用水效率在全省12个灌区中排名第3，在全国排名第41。", "用水效率在全省灌区中排名第3", True),
        ("用水效率在全省12个灌区中排名第3，在全国排名第41。", "用水效率在全国排名第3", False),
        ("用水效率在全省12个灌区中排名第3，在全国排名第41。", "用水效率在全省12个灌区中排名第41", False),
        ("依据《节水条例》（临政发〔2023〕7号）制定。", "制定的依据是临政发〔2023〕7号文件", True),
        ("依据《节水条例》（临政发〔2023〕7号）制定。", "制定的依据是临政办发〔2023〕7号文件", False),
    ],
)
def test_a_figure_stays_with_its_thing_its_time_and_its_scope(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("谋划建设灌区调度中心。", "灌区调度中心还在谋划", True),
        ("谋划建设灌区调度中心。", "灌区调度中心已经建立", False),
        ("灌区条例已列入立法计划。", "灌区条例已列入立法计划", True),
        ("灌区条例已列入立法计划。", "灌区条例已经出台", False),
        ("灌区平台于6月上线，比计划推迟两个月。", "灌区平台没有按原计划上线，推迟了两个月", True),
        ("对吸烟、未系安全绳等行为实时报警。", "对吸烟等行为实时报警，保障安全", True),
        ("灌区数据接入省水利数据平台。", "灌区数据接入国家水利数据平台", False),
        ("除涉密工程外，监测数据向社会开放。", "除了涉密工程，监测数据都向社会开放", True),
        ("除涉密工程外，监测数据向社会开放。", "监测数据（包括涉密工程）向社会开放", False),
        ("除涉密工程外，监测数据向社会开放。", "监测数据向社会开放，涉密工程也不例外", False),
        ("成立灌溉协会，打造节水服务队伍。", "灌溉协会会打造节水服务队伍", True),
        ("成立灌溉协会，打造节水服务队伍。", "灌溉协会打造节水服务队伍并承担价格审核", False),
        ("除涉密数据外，灌区数据向社会开放。", "Irrigation data, excluding secret data, will be open to the public.", True),
        ("除涉密数据外，灌区数据向社会开放。", "Irrigation data, including secret data, will be open to the public.", False),
    ],
)
def test_what_has_come_and_what_is_left_out_stays_so(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine
