"""What an answer must hold to be one."""

import pytest

from assistant.checks.answer_type import holds_what_is_asked, names_nobody
from assistant.understanding.asks import Ask


@pytest.mark.parametrize(
    "question",
    [
        "企业的法人代表都是谁？",
        "市数据局局长是谁？",
        "平台由哪家公司中标？",
        "设备是哪家供货的？",
        "哪几位医生可以远程会诊？",
        "平台是谁中标开发的？",
        "中标的是哪家？",
    ],
)
def test_office_holders_and_contractors_are_named_nowhere(question: str) -> None:
    assert names_nobody(question)


@pytest.mark.parametrize(
    "question",
    ["这件事授权给哪家公司来做？", "平台由谁负责？", "法定代表人变更由哪个部门办理？", "建议是哪几位代表提的？", "开发商一房二卖怎么罚？"],
)
def test_duties_are_asked_of_units(question: str) -> None:
    assert not names_nobody(question)


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("县乡公路是什么路？", "县乡公路是指连接乡间3公里以上的公共道路", True),
        ("主席团一般几个人？", "主席团一般由五人至九人组成", True),
        ("小鱼的比例最多能占多少？", "幼鱼比例不得超过百分之五", True),
        ("投入的钱要占总投资的多少？", "投入的资金达到总投资的百分之二十五以上", True),
        ("扶持多少家企业？", "实施“百人计划”，引进人才", False),
        ("2026年净利润达到多少？", "最快3天放款", False),
        ("要建多少个应用基地？", "作业面积达到80万亩，打造4.0智能系统", False),
        ("要建多少个应用基地？", "建成1,320个应用基地", True),
        ("托位有多少个？", "每千人口托位数4.8个", True),
        ("算力规模做到多少P？", "培育2至5个转型城市", False),
        ("算力规模做到多少P？", "算力规模超600P", True),
        ("交易了多少立方米？", "每立方米0.15元回购", False),
        ("交易了多少立方米？", "节水61万立方米", True),
        ("一年用多少度电？", "地震预警终端485套", False),
        ("接了多少份申报？", "提供四项服务", False),
        ("吞吐量多少万吨？", "吞吐量达到20万吨", True),
        ("吞吐量多少万吨？", "吞吐量看20万吨级航道", False),
        ("放了多少亿？", "出台新政24条", False),
        ("放了多少亿？", "放款320亿元", True),
        ("服务器有几台？", "新建床位2200张", False),
        ("服务器有几台？", "服务器46台（套）", True),
        ("今年建的40个里有几个能洗澡？", "新建服务点40个", False),
        ("今年建的40个里有几个能洗澡？", "新建服务点40个，其中12个能洗澡", True),
        ("一户能养几条狗？", "每一户限养一只", True),
        ("2020年要达到多快？", "2020年达到120Mbps", True),
        ("保额最低多少？", "每处保额不低于二百万元", True),
        ("起拍价是多少？", "单面面积在五平方米以上的，价格由市场确定", False),
        ("这几项余额增速是多少？", "余额增速达到9.5%以上", True),
        ("收录了多少家饭馆？", "打造街巷美食等十项核心功能、五个文旅专栏", False),
        ("有多少家饭馆？", "服务三十家饭馆", True),
        ("有几家参与？", "由两个牵头单位参与", True),
        ("多少户企业参与？", "为300多个农业企业服务", True),
        ("多少户企业参与？", "打造300多个场景", False),
        ("2020年宽带能力是多少？", "2020年宽带能力120Mbps", True),
        ("2026年净利润达到多少？", "净利润达到5亿元", True),
        ("项目花了多少钱？", "贷款余额达到5亿元", False),
        ("基地一年能交多少税？", "经济规模突破60亿元", False),
        ("基地一年能交多少税？", "年缴税2亿元", True),
        ("最快几天放款？", "发放贷款5亿元", False),
        ("最快几天放款？", "最快3天放款", True),
        ("供热公司多长时间要来测温？", "申请户数达到50%", False),
        ("供热公司多长时间要来测温？", "二十四小时内完成检测", True),
        ("集团的注册资本是多少？", "总投资1860万元", False),
        ("泊位每小时收几块钱？", "罚款20元", False),
        ("泊位每小时收几块钱？", "每小时收费3元", True),
        ("项目花了多少钱？", "总投资5亿元", True),
        ("接入多少艘渔船？", "2026年建成平台", False),
        ("研发经费占GDP的比重提到多高？", "比重提高到2.5%以上", True),
        ("合格证开出了多少张？", "实时上传巡检数据", False),
        ("满意率达到多少？", "受理诉求7.9万件", False),
        ("满意率达到多少？", "满意率94.2%", True),
        ("城里有多少人口？", "建成30家互联网医院", False),
        ("城里有多少人口？", "常住人口920万人", True),
        ("院区占地多少亩？", "新增床位1200张", False),
        ("最高能贷多少万？", "采集标签127个", False),
        ("最高能贷多少万？", "最高贷款500万元", True),
        ("培训多少人？", "培训100名青年科技人员", True),
        ("街道有多少老年人？", "每个街道补助80万元", False),
        ("拿到了多少奖励资金？", "发布成果1000余项", False),
        ("专家公寓租金多少？", "建设1000套专家公寓", False),
        ("多少天内兑现？", "2年内予以兑现奖励", True),
        ("新车多少天内要上牌？", "在2024年12月31日前申领标志", False),
        ("新车多少天内要上牌？", "自购车之日起十五日内申请登记", True),
        ("有多少名医生？", "2.依托居民电子健康档案", False),
        ("市里拨款多少？", "按照12号文件制定", False),
        ("租金最多能免几年？", "到2027年底，年产值达到6亿元", False),
        ("租金最多能免几年？", "免收前3年租金", True),
        ("航线一趟要几天？", "航线加密至每周3班", False),
        ("航线一趟要几天？", "全程用时5天", True),
        ("航线每周几班？", "集装箱吞吐量32万标箱，新开通航线", False),
        ("航线每周几班？", "累计执飞52班次", True),
        ("舞剧演出多少场？", "获省“五个一工程”奖", False),
        ("要办多少场会展？", "举办各类会展活动240项", True),
        ("台风最大风力多少级？", "转移安置群众6.4万人", False),
        ("跑道延长到多少米？", "建设3个机位", False),
        ("站间距要多少公里？", "平均站间距6.3km", True),
        ("越界多远时提醒？", "越界前3海里自动语音提醒", True),
        ("面积多少平方公里？", "规划面积12平方公里", True),
        ("一共征集到多少个案例？", "2月27日印发通知，征集一批案例", False),
        ("一共征集到多少个案例？", "征集案例46个", True),
        ("一共分成几个片区？", "划定三个片区", True),
        ("要多少业主同意？", "经三分之二以上的业主同意", True),
        ("要多少业主同意？", "经业主大会同意", False),
        ("什么时候建成？", "建成平台", False),
        ("什么时候建成？", "2026年建成平台", True),
        ("什么时候建成？", "5月底前建成平台", True),
    ],
)
def test_figure_is_of_the_kind_asked_for(question: str, text: str, holds: bool) -> None:
    asks: tuple[Ask, ...] = ("when",) if "什么时候" in question else ("figure",)
    assert holds_what_is_asked(asks, question, text) is holds


def test_channels_of_video_are_told_in_channels() -> None:
    asked = "巡查系统接了多少路视频"
    assert holds_what_is_asked(("figure",), asked, "接入11.6万路视频资源")
    assert not holds_what_is_asked(("figure",), asked, "完善81个视频巡查数字化预案")
    assert holds_what_is_asked(("figure",), "改造了多少路口", "改造46个路口")


def test_an_amount_of_trade_is_told_in_money() -> None:
    asked = "渔港交易额目标是多少？"
    assert not holds_what_is_asked(("figure",), asked, "渔港交易单量900万单")
    assert holds_what_is_asked(("figure",), asked, "渔港交易额12亿元")


def test_a_day_is_asked_for_by_name() -> None:
    asked = "茶香季几月几号开幕？"
    assert not holds_what_is_asked(("when",), asked, "2025年，举办茶香季")
    assert holds_what_is_asked(("when",), asked, "4月18日开幕")
    assert holds_what_is_asked(("when",), "轨道交通几号线2026年通车？", "2026年建成通车")


def test_of_what_year_a_figure_is_may_stand_elsewhere() -> None:
    asked = "“好停车”接了608个停车场，这是哪一年的数？"
    assert holds_what_is_asked(("as_of", "when"), asked, "特色应用已接入608个停车场")


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("报警系统啥时候建完？", "产生实时报警信息", False),
        ("报警系统啥时候建完？", "2026年6月底前产生实时报警信息", True),
        ("多久能收到报警？", "产生实时报警信息", True),
        ("按了铃多长时间能响应？", "免费安装终端1.32万台", False),
        ("风浪预警能提前多长时间？", "在87处港口布设浮标", False),
        ("按了铃多长时间能响应？", "平均响应时间38秒", True),
        ("门口最多能停多久？", "2026年新增泊位4000个", False),
        ("门口最多能停多久？", "停放不得超过十五分钟", True),
        ("录像要存多久？", "2025年底前建成录像平台", False),
        ("录像要存多久？", "保存期限不少于三年", True),
        ("房租能免几年？", "前2年租金全免", True),
        ("房租能免几年？", "2027年建成厂房", False),
    ],
)
def test_how_long_something_lasts_is_no_date(question: str, text: str, holds: bool) -> None:
    assert holds_what_is_asked(("when",), question, text) is holds


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("渔船更新能申请多少奖金？比例怎么定的？", "建立渔船更新奖励机制，发布成果1000余项", False),
        ("渔船更新能申请多少奖金？比例怎么定的？", "按照不超过船价的2%，给予最高20万元奖励", True),
        ("渔船更新的比例是多少？", "完成渔船更新的1000余艘", True),
    ],
)
def test_where_a_sum_and_a_share_are_asked_for_one_of_them_is_told(question: str, text: str, holds: bool) -> None:
    assert holds_what_is_asked(("figure",), question, text) is holds
