"""Two names mean the same body exactly when level, place and department agree."""

import pytest

from corpus.language.unit_names import parse_unit, same_unit

SAME = """
市工信局 沈阳市工业和信息化局
市工信局 市工业和信息化局
工信局 市工信局
省工信厅 辽宁省工业和信息化厅
市发改委 市发展改革委
发改委 某某市发展和改革委员会
国家发改委 国家发展改革委
市卫健委 杭州市卫生健康委员会
市人社局 市人力资源和社会保障局
市人社局 市人力资源社会保障局
市交通局 沈阳市交通运输局
市市场监管局 市场监督管理局
市市监局 济南市市场监督管理局
市大数据局 市大数据管理局
市应急局 沈阳市应急管理局
市城管执法局 市城市管理综合行政执法局
市委网信办 中共沈阳市委网络安全和信息化委员会办公室
市网信办 市委网信办
市委金融办 中共沈阳市委金融委员会办公室
市组织部 市委组织部
浑南区政府 浑南区人民政府
市政府 济南市人民政府
市政府办公厅 市人民政府办公厅
市国资委 市人民政府国有资产监督管理委员会
市国安局 市国家安全局
沈阳数据局 沈阳市数据局
山东省大数据局 省大数据局
辽宁省沈阳市数据局 市数据局
市经信委 市经济和信息化委
市建委 市城乡建设委员会
市住建局 市住房城乡建设局
市残联 市残疾人联合会
市妇联 市妇女联合会
市科技局 苏州市科学技术局
市公安局 沈阳市公安局
国家税务总局沈阳市税务局 市税务局
市营商局 市营商环境建设局
市医保局 市医疗保障局
市文旅局 市文化和旅游局
市文旅局 市文化广电旅游局
市档案局 市档案管理局
市环保局 市环境保护局
市 民政局 市民政局
高新区管委会 高新区管理委员会
燃气集团 燃气集团有限公司
"""

DIFFERENT = """
市大数据局 市数据局
市数据局 省数据局
市数据局 国家数据局
发改委 国家发展改革委
市发改委 省发改委
浑南区政府 和平区政府
区政府 浑南区政府
沈阳市数据局 大连市数据局
市农业农村局 浑南区农业农村局
农业农村局 浑南区农业农村局
市水务局 市水利局
市工信局 市信访局
市国安局 市公安局
市教育局 市教育体育局
市公安局 市公安交通管理局
市民政局 市民族和宗教事务局
市城管局 市城管执法局
市卫健委 市卫计委
市政府 市政府办公厅
市委办公厅 市政府办公厅
市商务局 市服务业委
市工商局 市工商联
市数据局 市数据中心
市委组织部 市委宣传部
市自然资源局 市自然资源和规划局
市科技局 市科协
市财政局 市审计局
市环保局 市生态环境局
市气象局 市地震局
盛京银行 盛京征信
"""


@pytest.mark.parametrize("pair", SAME.strip().splitlines())
def test_spellings_of_one_body_are_the_same(pair: str) -> None:
    first, second = pair.rsplit(" ", 1)
    assert same_unit(first, second)
    assert same_unit(second, first)


@pytest.mark.parametrize("pair", DIFFERENT.strip().splitlines())
def test_different_bodies_are_never_taken_for_one(pair: str) -> None:
    first, second = pair.split()
    assert not same_unit(first, second)
    assert not same_unit(second, first)


@pytest.mark.parametrize("name", ["市场监管局", "城市管理局", "社区卫生服务中心", "开发区", "国家安全局", "市政公用局"])
def test_a_word_that_only_looks_like_a_place_is_not_cut_off(name: str) -> None:
    assert parse_unit(name).level == ""


@pytest.mark.parametrize("name", ["", "局", "市", "   ", "某", "A公司", "市数据局" * 50])
def test_odd_names_are_taken_as_they_are(name: str) -> None:
    assert same_unit(name, name)
