"""What a question wants to know of a thing must be said by its answer."""

import pytest

from assistant.attributes import names_as_many, names_counted, says_attribute


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        ("“惠渔贷”的年利率是多少？", "与银行联合推出“惠渔贷”等产品12个", False),
        ("“惠渔贷”的年利率是多少？", "“惠渔贷”年利率不高于3.85%", True),
        ("算力中心建在哪条路上？", "算力中心二期投入使用，规模300P", False),
        ("算力中心建在哪条路上？", "算力中心位于滨海大道18号", True),
        ("下雨的时候哪条街淹水，能提前知道吗？", "发布城市内涝预警", True),
        ("大赛的报名网址是什么？", "举办创新大赛", False),
        ("平台是哪家公司开发的？", "由市数据局负责", False),
        ("平台是哪家公司开发的？", "由海川数据科技有限公司开发", True),
        ("公共数据地址库由谁建？", "由市数据局负责", True),
        ("海洋站在哪个广场？", "举办促消费活动120场", False),
        ("海洋站在哪个广场？", "海洋站设在星海广场", True),
        ("预报服务怎么收费？", "制作旅游定制化服务产品", False),
        ("70岁坐公交免费吗？", "优化公交线路60条", False),
        ("70岁坐公交免费吗？", "70周岁以上免费乘坐", True),
        ("公交卡丢了上哪补", "公交卡、电费卡功能未集成", False),
        ("我家狗丢了被收走，几天内去领", "告知五日内认领", True),
        ("市里有多少人口？", "常住人口信息化率85%", False),
        ("测试道路起点在哪条路？", "测试道路达到22公里", False),
        ("书房几点关门？", "2024年建设20个城市书房", False),
        ("书房几点关门？", "开放至21时", True),
        ("提出了几点要求？", "明确三项要求", True),
        ("每台设备补贴多少元？", "政府补贴资金超过1000万元", False),
        ("每台设备补贴多少元？", "每台补贴500元", True),
        ("燃气表是谁供应的？", "更换17万块燃气表", False),
        ("每部电梯政府补贴多少钱？", "每月享受600元补贴", False),
        ("条例哪天开始施行？", "1月10日表决通过了条例草案", False),
        ("条例哪天开始施行？", "自5月1日起施行", True),
        ("这笔贷款最多能贷多少万？", "已为2家企业提供580万元贷款", False),
        ("这笔贷款最多能贷多少万？", "单户不超过500万元", True),
        ("平台运维费一年多少？", "平台建设3个子系统", False),
        ("消费多少？", "社会消费品零售总额增长5%", True),
        ("为什么把数据局改了名？", "由市数据局牵头", False),
        ("为什么项目还没动工？", "因资金未到位，尚未开工", True),
        ("电梯坏了打哪个电话？", "加装电梯150部", False),
        ("电梯坏了打哪个电话？", "拨打12345", True),
        ("师傅边开车边打电话有人管没", "接打电话的产生报警", True),
        ("大模型由哪家企业研发？", "支持龙头企业研发大模型", False),
        ("大模型由哪家企业研发？", "由海川数据科技有限公司研发", True),
        ("平台日活用户有多少？", "平台实名用户突破395万", False),
        ("大桥全长多少米？", "大桥建成通车，新建公路540公里", False),
        ("大桥全长多少米？", "大桥全长1200米", True),
        ("茶园分别在哪些村？", "建成智慧茶园8个", False),
        ("茶园分别在哪些村？", "茶园设在石桥村、上塘村", True),
        ("救援站分别在哪些乡镇？", "建成乡镇救援站48个", False),
        ("筛查在哪几家医院做？", "提供免费筛查", False),
        ("查询档案要带哪些证件？", "推进电子档案向个人开放", False),
        ("查询档案要带哪些证件？", "凭居民身份证办理", True),
    ],
)
def test_what_has_words_of_its_own_is_said_in_them(question: str, text: str, says: bool) -> None:
    assert says_attribute(question, text, figure="多少" in question) is says


def test_sums_have_their_words_only_where_a_figure_is_asked_for() -> None:
    question = "按实缴注册资本1%奖励企业，这一条由哪几个单位负责？"
    assert says_attribute(question, "由市财政局负责", figure=False)
    assert not says_attribute("企业的注册资本是多少？", "年产值5亿元", figure=True)


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("检测中心有多少名员工？", "检测中心服务企业900家", False),
        ("检测中心有多少名员工？", "检测中心员工达到120名", True),
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
    ],
)
def test_what_is_to_be_counted_is_named(question: str, text: str, names: bool) -> None:
    assert names_counted(question, lambda noun: any(noun[i : i + 2] in text for i in range(max(1, len(noun) - 1)))) is names


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("以20条街区为重点，具体是哪20条街？", "以20条示范街区为重点，年培育150个以上场景", False),
        ("“新政24条”里24条分别是什么？", "出台“新政24条”、《奖励细则》等", False),
        ("150个场景分别叫什么名字？", "年培育150个以上场景", False),
        ("8个茶园分别落在哪几个区？", "智慧茶园（累计）8个", False),
        ("把签约的79家客户名单给我", "签约客户79家，覆盖甲大学、乙公司", False),
        ("要建成的三个平台分别是什么？", "检验监测、信用监管、信息化溯源3个平台", True),
        ("2024年要办的实事都是什么？", "办好实事", True),
        ("产值突破2400亿元的三大主导产业都是什么？", "船舶、化工、食品三大主导产业产值突破2400亿元", True),
        ("产值突破2400亿元的三大主导产业都是什么？", "三大主导产业产值突破2400亿元", False),
    ],
)
def test_names_of_as_many_things_as_asked_need_room(question: str, text: str, holds: bool) -> None:
    assert names_as_many(question, text) is holds
