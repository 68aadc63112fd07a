"""What a question asks for is told from its words, whatever it is about."""

import pytest

from assistant.understanding.asks import Ask, asks_of, content_of, without_asks


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("搭建数据共享平台由哪些部门负责？", "owner"),
        ("航标灯是谁装的？", "owner"),
        ("几岁能开船？", "figure"),
        ("渔港整治的责任领导是哪位？", "owner"),
        ("渔港二期哪年哪月开建、哪年哪月建成？", "period"),
        ("什么人能领船票补贴？", "list"),
        ("什么样的楼不让租？", "list"),
        ("停泊办法哪天开始实行？", "effective"),
        ("数据共享平台归谁管？", "owner"),
        ("谁来负责老旧拖轮更新？", "owner"),
        ("冷链追溯的责任单位是哪些？", "owner"),
        ("冷链追溯由谁牵头？", "lead"),
        ("牵头单位是哪家？", "lead"),
        ("跌倒预警守护由谁来建？", "builder"),
        ("跌倒预警守护的建设单位是谁？", "builder"),
        ("跌倒预警守护使用哪些数据？", "data_used"),
        ("跌倒预警守护需要哪几类数据？", "data_used"),
        ("跌倒预警守护要哪些方面的数据作支撑？", "data_used"),
        ("跌倒预警守护用到的数据有哪些？", "data_used"),
        ("跌倒预警守护，数据用的是哪些？", "data_used"),
        ("跌倒预警守护的数据种类是什么？", "data_used"),
        ("助餐结算的信息数据，这个场景由什么平台提供？", "data_source"),
        ("二号泵站要花几个亿？", "investment"),
        ("泵站的投资和泊位数", "investment"),
        ("跌倒预警守护的建设单位和截止年月", "when"),
        ("跌倒预警守护做到什么时候？", "period"),
        ("首席数据官覆盖率的基期值是几？", "figure"),
        ("助餐结算的数据从哪来？", "data_source"),
        ("助餐结算的建设期限是什么？", "period"),
        ("助餐结算做到哪一步了？", "progress"),
        ("助餐结算批下来没有？", "progress"),
        ("助餐结算现在卡在什么环节？", "progress"),
        ("助餐结算目前在跟谁谈？", "progress"),
        ("最后一个阶段是哪两年？", "when"),
        ("助餐结算目前进展如何？", "progress"),
        ("助餐结算现在怎么推进的？", "progress"),
        ("助餐结算二期推进到第几期了？", "progress"),
        ("助餐结算开发到什么程度了？", "progress"),
        ("助餐结算为什么还没动？", "progress"),
        ("助餐结算的数据是哪家给的？", "data_source"),
        ("助餐结算点名参与的是哪三个局？", "participant"),
        ("社区食堂什么时候建成？", "when"),
        ("最晚哪年完成？", "when"),
        ("建成自动化泊位多少个？", "figure"),
        ("岸电覆盖率的目标是多少？", "figure"),
        ("三年各建成多少个？", "each"),
        ("2025年和2027年差多少？", "difference"),
        ("2027年要比2025年多办多少场？", "difference"),
        ("跟2025年比，2027年要多出几家？", "difference"),
        ("两年的差额是多少？", "difference"),
        ("2027年是2025年的几倍？", "difference"),
        ("泵站和水厂加起来有多少？", "difference"),
        ("跌倒预警守护是市民政局在建的吧？", "builder"),
        ("跌倒预警守护由市数据局建设，对不对？", "builder"),
        ("助餐结算2026年才建完？", "period"),
        ("助餐结算还没启动，对吧？", "progress"),
        ("第12号答复的代表是李明，没错吧？", "addressee"),
        ("第12号答复是市数据局答复的，对吧？", "issuer"),
        ("场景清单一共有几个场景？", "count"),
        ("有哪些重点任务？", "list"),
        ("把计划的场景列一下", "list"),
        ("跌倒预警是什么意思？", "meaning"),
        ("什么是古树？", "definition"),
        ("这个系统有什么用？", "purpose"),
        ("这个系统能帮着分析啥？", "purpose"),
        ("平台能看出什么？", "purpose"),
        ("让渔民达到什么效果？", "purpose"),
        ("建平台的目的是什么？", "purpose"),
        ("监测系统能发现哪些异常情况？", "purpose"),
        ("助餐结算目前什么情况？", "progress"),
        ("政策依据是哪些？", "policy"),
        ("这份计划的文号是多少？", "document_number"),
        ("联系电话是多少？", "contact"),
        ("签发人是谁？", "signatory"),
        ("这件建议是哪位代表提的？", "addressee"),
        ("第12号答复是给谁的答复？", "addressee"),
        ("岚数建议〔2024〕12号答复的是谁？", "addressee"),
        ("第12号建议是谁答复的？", "issuer"),
        ("数字化率要做到百分之几？", "figure"),
        ("公共数据由哪家单位提供？", "data_source"),
        ("建灾备中心属于哪些单位的职责？", "owner"),
        ("灾备中心谁挑头？", "lead"),
        ("东湾渔港是市海洋局在建的吧？", "builder"),
        ("岸电场景是不是市港务集团建的？", "builder"),
        ("监管项目点名参与的是哪三个局？", "participant"),
        ("这事我要问谁，打哪个电话？", "contact"),
        ("东湾码头哪个部门责任？", "owner"),
        ("去年比计划高还是低？", "difference"),
        ("这份计划是谁印发的？", "issuer"),
        ("这份计划什么时候印发？", "date"),
        ("条例自何时起施行？", "effective"),
        ("第五条说了什么？", "article"),
    ],
)
def test_cue_names_what_is_asked(question: str, ask: Ask) -> None:
    assert ask in asks_of(question)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("跌倒预警守护使用哪些数据？", "data_source"),
        ("助餐结算的数据来源是哪里？", "data_used"),
        ("建智慧渔港的钱从哪来？", "data_source"),
        ("渔港的建设资金从哪里来？", "data_source"),
        ("助餐结算依托的是什么数据库？", "data_used"),
        ("市里有几个数据中心？", "data_used"),
        ("一共接入了几个亿人次？", "investment"),
        ("泵站建到什么时候？", "progress"),
        ("初步目标是要做到什么？", "figure"),
        ("冷链追溯由谁牵头？", "builder"),
        ("社区食堂哪年建成？", "figure"),
        ("建成自动化泊位多少个？", "when"),
        ("数据共享平台归谁管？", "issuer"),
        ("岸电覆盖率的目标是多少？", "owner"),
        ("这份计划的文号是多少？", "count"),
        ("我想问下打造智慧渔港该找哪个局？", "contact"),
        ("请问打造智慧渔港归谁管？", "contact"),
        ("半夜想打个电话找人聊聊，有没有热线？", "contact"),
        ("老房子扫码就能看介绍吗？", "definition"),
    ],
)
def test_cue_of_one_ask_is_not_taken_for_another(question: str, other: Ask) -> None:
    assert other not in asks_of(question)


@pytest.mark.parametrize("text", ["搭建数据共享平台", "到2026年，建成自动化泊位7个", "岚江市智慧港口行动计划"])
def test_words_that_ask_nothing_hold_no_ask(text: str) -> None:
    assert asks_of(text) == ()


def test_more_specific_ask_comes_first() -> None:
    asks = asks_of("冷链追溯由哪些单位牵头？")
    assert asks.index("lead") < asks.index("owner")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("请问搭建数据共享平台由哪些部门负责？", "搭建数据共享平台"),
        ("帮我查一下跌倒预警守护的建设单位", "跌倒预警守护"),
        ("岸电覆盖率到底是多少？", "岸电覆盖率"),
    ],
)
def test_content_is_what_the_question_names(question: str, named: str) -> None:
    content = content_of(question)
    assert named in content
    assert not [word for word in ("请问", "帮我", "哪些", "部门", "负责", "多少", "建设单位", "？") if word in content]


def test_question_of_asking_words_alone_stays_as_it_is() -> None:
    assert content_of("多少？") == "多少？"


@pytest.mark.parametrize("asked", ["由谁建设？", "由谁来建？", "谁建的？", "由哪家单位承建？"])
def test_nothing_of_the_words_that_ask_for_the_builder_is_left(asked: str) -> None:
    assert without_asks(f"跌倒预警守护{asked}").rstrip("？") == "跌倒预警守护"


@pytest.mark.parametrize(
    "question", ["数据共享平台由谁负责？", "数据共享平台目前进展如何？", "数据共享平台使用哪些数据？", "数据共享平台什么时候建成？"]
)
def test_subject_stays_when_what_is_asked_is_taken_away(question: str) -> None:
    remaining = without_asks(question)
    assert "数据共享平台" in remaining
    assert asks_of(remaining) == ()


def test_word_of_quantity_beside_an_actor_asks_for_no_figure_unless_a_quantity_is_asked_for() -> None:
    assert "figure" not in asks_of("最高资助1亿元的这条由哪个部门负责？")
    assert "figure" in asks_of("由哪个部门负责，最高资助多少？")


@pytest.mark.parametrize("question", ["数据平台建到什么程度了？", "泊位改造干到什么程度了？"])
def test_how_far_something_is_asks_for_no_figure(question: str) -> None:
    assert "figure" not in asks_of(question)
    assert "progress" in asks_of(question)


def test_who_signed_a_reply_does_not_ask_who_issued_it() -> None:
    assert "issuer" not in asks_of("这件建议是谁签发的？答复给哪位代表？")


def test_to_whom_something_is_reported_is_no_question_for_its_owner() -> None:
    assert not {"owner", "builder"} & set(asks_of("干旱的时候把墒情报给哪几家？"))


def test_what_is_to_be_done_by_a_year_asks_for_no_progress() -> None:
    assert "progress" not in asks_of("登记平台到2026年要做到什么？")


def test_one_number_or_another_asks_for_no_field() -> None:
    assert "field" not in asks_of("科技计划到底是1类还是2类？")


def test_who_is_covered_and_what_a_thing_is_called_ask_for_no_owner_and_no_use() -> None:
    assert "owner" not in asks_of("监测系统覆盖谁？")
    assert "purpose" not in asks_of("能管住船的系统叫什么？")
    assert "progress" not in asks_of("什么情况下可以停船？")


@pytest.mark.parametrize(
    "question", ["今年固定资产投资增长目标", "科技型企业总数", "智算中心目前算力规模", "航线每周几班", "热点区域要覆盖到什么程度"]
)
def test_an_indicator_alone_asks_its_figure(question: str) -> None:
    assert "figure" in asks_of(question)


@pytest.mark.parametrize("question", ["总体目标", "这个计划的工作目标", "为什么要提高收入", "怎么扩大面积", "项目建到什么程度了"])
def test_an_aim_or_a_reason_asks_none(question: str) -> None:
    assert "figure" not in asks_of(question)


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("助餐结算开发到什么程度了？", "figure"),
        ("助餐结算推进到第几期了？", "figure"),
        ("助餐结算是基于哪两类数据建的？", "builder"),
    ],
)
def test_how_far_and_from_what_ask_for_no_figure_and_no_builder(question: str, ask: Ask) -> None:
    assert ask not in asks_of(question)


def test_parts_of_a_text_are_no_sum_of_money() -> None:
    assert "figure" not in asks_of("那份答复分几块讲的？")
    assert "figure" in asks_of("停车一小时几块？")


def test_the_year_something_is_built_asks_for_no_builder() -> None:
    assert "builder" not in asks_of("数字渔港基地哪年建？")
    assert "builder" in asks_of("数字渔港基地哪家建？")


def test_who_is_at_it_asks_for_the_owner_and_this_function_for_no_use() -> None:
    assert "owner" in asks_of("海上风浪能提前知道不，谁家在做")
    assert "purpose" not in asks_of("这功能哪个单位给弄")
    assert "purpose" in asks_of("风浪平台有什么功能？")


def test_an_effect_is_no_figure() -> None:
    assert "figure" not in asks_of("让渔民达到什么效果？")
    assert "figure" in asks_of("覆盖率要达到什么水平？")


@pytest.mark.parametrize(("question", "of_duty"), [("码头赚的钱归谁？", False), ("码头收入归谁管？", True), ("码头归谁？", True)])
def test_whose_something_is_asks_for_no_duty(question: str, of_duty: bool) -> None:
    assert ("owner" in asks_of(question)) is of_duty


@pytest.mark.parametrize("question", ["为什么人才不来？", "讲什么人工智能？", "凭什么费用这么高？"])
def test_what_stands_before_another_word_asks_for_no_list(question: str) -> None:
    assert "list" not in asks_of(question)


@pytest.mark.parametrize("text", ["《港口管理办法》还能用吗？", "那份方案现在还作不作数？", "港航方案还在执行吗？", "老办法还有没有效？"])
def test_whether_a_document_still_holds_is_asked_for_in_everyday_words(text: str) -> None:
    assert "validity" in asks_of(text.replace("《港口管理办法》", "“甲”"))


@pytest.mark.parametrize("text", ["又是国发几号？", "两份文件各是国发多少号", "哪年第几号文？"])
def test_the_number_of_a_document_is_asked_for_by_its_series(text: str) -> None:
    assert "document_number" in asks_of(text)
    assert "document_number" not in asks_of("这份通知是5月几号印发的？")


@pytest.mark.parametrize(
    ("question", "dated"),
    [
        ("0123号答复是哪天作的，签发人是谁，文号多少？", True),
        ("行动计划谁印发的？哪天？几号文？", True),
        ("答复的文号、日期、签发人分别是什么", True),
        ("行动方案文号是多少，平台建成是什么时候？", False),
        ("实施办法的文号和施行日期", False),
        ("补贴什么时候发的？", False),
    ],
)
def test_day_beside_number_signatory_or_issuer_is_that_of_the_document(question: str, dated: bool) -> None:
    assert ("date" in asks_of(question)) is dated


@pytest.mark.parametrize(
    ("question", "ask", "asked"),
    [
        ("托育备案、育儿科普，这几件事由哪个部门负责？", "figure", False),
        ("渔港一共有几件事要办？", "figure", True),
        ("渔港项目，牵头的是哪家，配合参加的又是哪家？", "participant", True),
        ("老船坞想改用途，可以吗？", "purpose", False),
        ("换个用途行不行？", "purpose", False),
        ("这笔钱的用途？", "purpose", True),
        ("拆船坞要哪个部门批？", "owner", True),
        ("哪个部门第一批试点？", "owner", False),
    ],
)
def test_words_that_point_or_change_ask_for_nothing(question: str, ask: Ask, asked: bool) -> None:
    assert (ask in asks_of(question)) is asked
