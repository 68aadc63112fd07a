"""A figure answers a question only where it is of what the question wants counted."""

from pathlib import Path

import pytest

from assistant.checks.counted import counted_names, counts_what_is_asked
from assistant.draft import Draft, DraftFact, Source, Statement
from corpus.model.span import Span
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading


def told(text: str) -> Draft:
    return Draft((Statement(text),), 0.6)


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("有多少家互联网医院？", "工业互联网平台接入企业684家", False),
        ("要建多少座数据中心？", "培育2-5个数字城市", False),
        ("托位数奔着几个去？", "托位数达到4.8个", True),
        ("检测中心有多少名员工？", "检测中心服务企业900家", False),
        ("检测中心有多少名员工？", "检测中心员工达到120名", True),
        ("建议是几个代表联名提的？", "5G基站累计达到4万个", False),
        ("平台接了几家银行？", "接入12家银行", True),
        ("大模型有多少亿参数？", "首批接入高频事项200项", False),
        ("积分攒多少都能兑换吗？", "年度兑换上限为120枚", True),
        ("基地一年用多少度电？", "基地规模300P", False),
        ("“海川通”的下载量是多少？", "“海川通”融合15项功能", False),
        ("出租车的出租车起步价是多少元？", "出租车信贷投放超2200亿元", False),
        ("平台现在注册用户有多少万？", "平台初具规模，信息化率达到85%", False),
        ("平台现在注册用户有多少万？", "平台注册用户突破410万人", True),
        ("总投资和年度投资分别是多少亿元？", "总额198亿元", True),
        ("从事加工的企业至少得有多少家？", "加工类企业不少于30家", True),
        ("新院区加了多少张床？", "新增床位800张", True),
        ("一共换了多少块了？", "更换17万块燃气表", True),
        ("2026年想出口多少个亿？", "出口总额8亿元", True),
        ("互联网医院的建设数量是多少？", "建成35家互联网医院", True),
        ("到年底要换多少户智能水表？", "更换智能水表50万户", True),
        ("要弄出几个全面数字化的城市？", "培育2-5个全域转型城市", True),
        ("一次办好的事，一共有多少件可以这么办？", "611件一次办好的事上线运行", True),
    ],
)
def test_what_is_to_be_counted_is_named(reader: Reader, question: str, text: str, names: bool) -> None:
    assert counts_what_is_asked(reader.evidence(question), told(text), text) is names


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("对多少条国家级、省级示范商业街做改造？", None),
        ("2024年要装多少组物联网设备？", "物联网设备"),
        ("一共要接多少个感知终端进来？", "感知终端"),
        ("要安装多少个智能水表？", "智能水表"),
        ("要送多少名领军人物出境？", "领军"),
        ("每年要培训多少名家政服务员？", "家政服务员"),
        ("2025年底智能闸机要达到多少个？", "智能闸机"),
        ("智能闸机到2025年底要达到多少个？", "智能闸机"),
        ("智能闸机累计要有多少个？", "智能闸机"),
        ("那些老码头2026年要有多少家？", "老码头"),
        ("2026年全市智能路灯要改造多少盏？", "智能路灯"),
        ("泊位使用率要达到百分之几？", "泊位使用率"),
        ("明年的泊位租金会是多少？", "位租金"),
        ("数据采集主体的目标是多少？", "数据采集主体"),
        ("2025年底的目标是多少？", None),
        ("2026年岚江要建成多少个码头？", "码头"),
    ],
)
def test_what_is_counted_ends_where_its_name_does(question: str, named: str | None) -> None:
    assert list(counted_names(question)) == ([named] if named else [])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("要建成多少个数字展厅？", "建成便民生活圈150个，推出虚拟展厅等数字服务"),
        ("要建多少个智慧养老服务中心？", "加强党群服务中心建设；建成30家医院，智慧养老覆盖所有社区"),
        ("要新建多少个氢能加注站？", "新建充电站40个；推广氢能加注"),
    ],
)
def test_the_words_of_a_name_apart_from_the_figure_count_nothing(reader: Reader, question: str, text: str) -> None:
    assert not counts_what_is_asked(reader.evidence(question), told(text), text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("要建成多少个数字展厅？", "加快数字展厅建设，推出云展览，新建成12个"),
        ("要建成多少个数字展厅？", "展厅数字化改造后，建成12个"),
        ("要建成多少个数字展厅？", "数字展厅：2024年5个，2025年12个"),
    ],
)
def test_a_name_may_stand_in_the_clauses_before_its_figure(reader: Reader, question: str, text: str) -> None:
    assert counts_what_is_asked(reader.evidence(question), told(text), text)


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        ("明年的房价会是多少？", "建成住房保障等24个主题库", False),
        ("房价是多少？", "住房均价每平方米9000元，房价平稳", True),
        ("老年人照护覆盖率要达到多少？", "老年人照护床位800张", False),
        ("老年人照护覆盖率要达到多少？", "老年人照护覆盖85%的社区", True),
    ],
)
def test_a_price_and_a_rate_are_told_as_such(reader: Reader, question: str, text: str, says: bool) -> None:
    assert counts_what_is_asked(reader.evidence(question), told(text), text) is says


def test_a_target_is_told_by_what_stands_before_it_in_its_sentence(tmp_path: Path) -> None:
    plan = "# 岚江市渔港计划\n\n一、目标\n\n在码头加装可燃气体监测终端，2025年完成1.3万套，2026年完成0.9万套；新建灯塔8座。\n"
    with reading(tmp_path, 渔港=plan) as reader:
        (document,) = reader.knowledge.documents()
        text = reader.knowledge.text(document.id)
        start = text.index("2026年完成0.9万套")
        source = Source(document.id, Span(start, start + len("2026年完成0.9万套")))
        statement = Statement("2026年完成0.9万套。", (source,))
        evidence = reader.evidence("2026年新增多少套可燃气体监测终端？")
        assert counts_what_is_asked(evidence, Draft((statement,), 1.0, facts=(DraftFact({"kind": "target"}, (source,)),)), text)
        assert not counts_what_is_asked(evidence, Draft((statement,), 1.0), text)
        assert "0.9万套" in reader.ask("2026年新增多少套可燃气体监测终端？").text


def test_what_we_have_counted_ourselves_may_be_named_anywhere_around(reader: Reader) -> None:
    counted = Draft((Statement("共6项。"),), 1.0, facts=(DraftFact({"kind": "derived", "value": "6项"}, ()),))
    assert counts_what_is_asked(reader.evidence("要建几个基础数据库？"), counted, "建设下列基础数据库：共6项")
