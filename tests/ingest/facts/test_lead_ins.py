import pytest

from ingest.facts.lead_ins import LeadIn, issuer_before, lead_in


@pytest.mark.parametrize(
    ("before", "after", "verb"),
    [
        ("为深入贯彻落实", "，", "贯彻落实"),
        ("落实国家水务局等部门印发的", "，", "落实"),
        ("按照国家水务局关于印发", "的通知精神", "按照"),
        ("2020年印发的", "同时废止", "印发"),
        ("按照规定制定了", "。", "制定"),
        ("按照规定制定的", "，", "制定"),
        ("根据新修订的", "，", "根据"),
        ("落实市水务局制定的", "，", "落实"),
        ("新修订的", "已经审议通过", "修订"),
        ("关于转发市水务局", "的通知", "转发"),
        ("制定实施", "。", "制定"),
        ("为加快推动", "落实落地", "推动"),
        ("现将", "印发给你们", "印发"),
        ("将", "修订为", "修订"),
        ("先后编制完成了", "。", "编制"),
        ("会议审议通过了", "。", "通过"),
        ("按照职责推进改造，水表更换见", "。", None),
        ("与", "相匹配", None),
        ("依据实施方案和标准，参考", "。", None),
        ("本实施方案与", "一致", None),
        ("现将有关情况报告如下，", "已印发", None),
    ],
)
def test_the_verb_that_governs_the_title_leads_it_in(before: str, after: str, verb: str | None) -> None:
    assert lead_in(before, after, None).verb == verb


@pytest.mark.parametrize(
    ("before", "issuer"),
    [
        ("落实国家水务局等12部门联合印发的", "国家水务局等12部门"),
        ("按照岚江省水务厅", "岚江省水务厅"),
        ("政策保障：国家水务局 国家税务总局 国务院", "国家水务局 国家税务总局 国务院"),
        ("国务院日前印发", "国务院"),
        ("中共中央、国务院印发", "中共中央、国务院"),
        ("省财政厅、省水务厅", "省财政厅、省水务厅"),
        ("要求，市水务局于2月27日印发", "市水务局"),
        ("市水务局会同市财政局已于2024年2月联合印发了", "市水务局会同市财政局"),
        ("1.国家水务局信息化领导小组办公室关于印发", "国家水务局信息化领导小组办公室"),
        ("2018年6月12日市人民政府公布的", "市人民政府"),
        ("按照市委、市政府", "市委、市政府"),
        ("关于转发市水务局", "市水务局"),
        ("由市政府办公厅出台", "市政府办公厅"),
        ("报请市政府印发实施", "市政府"),
        ("城市更新推进办", "城市更新推进办"),
        ("市委组织部", "市委组织部"),
        ("市水务局对2022年出台的", None),
        ("市水务局制定了", None),
        ("市水务局组织开展检查，落实", None),
        ("推动", None),
        ("", None),
    ],
)
def test_the_issuer_is_who_stands_before_the_title_or_before_the_verb_of_issuing(before: str, issuer: str | None) -> None:
    assert issuer_before(before) == issuer


def test_a_title_that_only_a_joint_parts_from_the_one_before_shares_its_verb_and_has_its_own_issuer() -> None:
    first = LeadIn("依据", "国务院")
    assert lead_in("、", "", first) == LeadIn("依据", None)
    assert lead_in("等有关规定以及省水务厅", "", first) == LeadIn("依据", "省水务厅")
    assert lead_in("、规范性文件", "", first) == LeadIn("依据", None)
    assert lead_in("及其实施条例和", "", first) == LeadIn("依据", None)
    assert lead_in("，省水务厅", "", first) == LeadIn("依据", "省水务厅")
    assert lead_in("要求，省水务厅印发", "", first) == LeadIn("印发", "省水务厅")
    assert lead_in("，", "", first) == LeadIn(None, None)
