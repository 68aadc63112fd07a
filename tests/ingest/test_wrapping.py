import pytest

from ingest.wrapping import Printed, Wrapping, wrapping_of
from tests.ingest.examples import lines_of

RULES = (
    "云川市供水条例\n\n"
    "第一条　为了加强供水管理，保障生活、生产用水安全，根据有关法律、法\n规，结合本市实际，制定本条例。\n\n"
    "第二条　市水行政主管部门负责全市供水管理工作；区水行政主管部门负\n责本辖区供水管理工作。\n"
    "镇人民政府应当协助做好供水设施保护工作，日常巡查每月不少于一次，\n巡查记录保存二年。\n\n"
    "第三条　供水单位应当履行下列责任：\n"
    "（一）每日检测水质；\n（二）对管网漏损予以抢修，无法抢修的，及时向水行政主管部门或者\n街道办事处报告；\n（三）公布停水信息。\n\n"
    "第四条　违反本条例第三条第二项规定，未及时抢修的，由水行政主管部\n门责令改正；逾期不改正的，处五百元以上一千元以下罚款。\n"
    "未按照规定公布停水信息的，依照前款规定处罚；情节严重的，依照本条例\n第五条第一款规定处罚。\n\n"
    "第五条　擅自停水的，由水行政主管部门处二千元罚款；自2027年4月\n30日起，处三千元罚款。\n\n"
    "第六条　本条例自2025年5月1日起施行。\n"
)
"""A regulation whose lines are cut at about 33 characters, inside words and figures."""


def test_articles_paragraphs_and_items_of_a_wrapped_regulation_are_whole() -> None:
    assert lines_of(RULES) == [
        "云川市供水条例",
        "第一条　为了加强供水管理，保障生活、生产用水安全，根据有关法律、法规，结合本市实际，制定本条例。",
        "第二条　市水行政主管部门负责全市供水管理工作；区水行政主管部门负责本辖区供水管理工作。",
        "镇人民政府应当协助做好供水设施保护工作，日常巡查每月不少于一次，巡查记录保存二年。",
        "第三条　供水单位应当履行下列责任：",
        "（一）每日检测水质；",
        "（二）对管网漏损予以抢修，无法抢修的，及时向水行政主管部门或者街道办事处报告；",
        "（三）公布停水信息。",
        "第四条　违反本条例第三条第二项规定，未及时抢修的，由水行政主管部门责令改正；逾期不改正的，处五百元以上一千元以下罚款。",
        "未按照规定公布停水信息的，依照前款规定处罚；情节严重的，依照本条例第五条第一款规定处罚。",
        "第五条　擅自停水的，由水行政主管部门处二千元罚款；自2027年4月30日起，处三千元罚款。",
        "第六条　本条例自2025年5月1日起施行。",
    ]


def test_where_paragraphs_are_set_in_a_line_at_the_margin_goes_on_behind_a_full_stop_too() -> None:
    text = (
        "云川市政府工作报告\n\n云川市市长　林远\n\n"
        "　　一、去年工作回顾\n"
        "　　去年，全市实现地区生产总值2136.8亿元，增长5.6%；固定资产投资增长4.1%；\n一般公共预算收入118.6亿元，增长3.7%；社会消费品零售总额增长5.2%。\n"
        "改造老旧小区118个，惠及居民2.9万户；新建改建农村公路540公里、港湾式停靠站26个；\n三桥建成通车。\n"
        "　　城乡面貌持续改善，民生支出占一般公共预算支出的比重进一步提高，新增公办\n幼儿园学位2800个。\n（市教育局负责）\n"
    )
    assert lines_of(text) == [
        "云川市政府工作报告",
        "云川市市长　林远",
        "一、去年工作回顾",
        "去年，全市实现地区生产总值2136.8亿元，增长5.6%；固定资产投资增长4.1%；一般公共预算收入118.6亿元，增长3.7%；社会消费品零售总额增长5.2%。"
        "改造老旧小区118个，惠及居民2.9万户；新建改建农村公路540公里、港湾式停靠站26个；三桥建成通车。",
        "城乡面貌持续改善，民生支出占一般公共预算支出的比重进一步提高，新增公办幼儿园学位2800个。",
        "（市教育局负责）",
    ]


AT_30 = Wrapping(30, indents=False)
SET_IN = Wrapping(30, indents=True)
FULL = "市水行政主管部门应当会同有关部门编制供水设施保护规划，并向社会公"


@pytest.mark.parametrize(
    ("paragraph", "below"),
    [
        (FULL, "开。"),
        (FULL + "开，依照", "第五条第一款规定办理。"),
        ("第三条　市水行政主管部门应当加强对供水管理工作的领导和监督", "检查。"),
        ("市水行政主管部门应当编制规划，并公布热线电话，渠道包括", "12345政务服务便民热线。"),
        ("为了规范供水活动，市水行政主管部门按照《云川市供水管理条例》", "（云政发〔2021〕15号）办理。"),
        ("建立城乡供水保障议事协调机制，由市人民政府和各区、县（市）", "人民政府共同参加，办公室设在市水务局。"),
    ],
)
def test_a_line_that_is_cut_where_the_page_was_full_goes_on(paragraph: str, below: str) -> None:
    assert AT_30.goes_on(paragraph, Printed(paragraph[-29:]), Printed(below))


@pytest.mark.parametrize(
    ("paragraph", "below"),
    [
        (FULL + "开。", "任何单位不得阻挠。"),
        (FULL + "开，并遵守下列规定：", "不得擅自停水"),
        (FULL, "第五条　供水单位应当公布停水信息。"),
        (FULL, "（二）公布停水信息。"),
        ("（一）完善水务数据汇聚共享和授权运营的制度规则", "制定水务数据目录。"),
        ("云川市水务局关于进一步加强城乡供水设施保护工作的通知", "各区水务局，各供水企业，市直有关单位"),
        ("建成智慧水务平台。（责任单位：市水务局、云川水务集团）", "打造示范小区。"),
        ("云川市水务局", "云川市财政局"),
    ],
)
def test_a_line_that_ends_by_itself_does_not_go_on(paragraph: str, below: str) -> None:
    assert not AT_30.goes_on(paragraph, Printed(paragraph[-28:]), Printed(below))


def test_a_short_line_is_cut_only_in_the_midst_of_a_sentence() -> None:
    assert not AT_30.goes_on("供水设施保护工作专班名单", Printed("供水设施保护工作专班名单"), Printed("王明　李华"))
    above = Printed("编制供水规划，会同有关部门向社会公布保护")
    assert AT_30.goes_on(FULL + above.text, above, Printed("范围。"))
    assert not AT_30.goes_on("联系人：王明，电话", Printed("联系人：王明，电话"), Printed("附近网点"))


def test_a_paragraph_set_in_or_below_a_blank_line_begins_anew() -> None:
    assert not SET_IN.goes_on(FULL, Printed(FULL), Printed("各区应当协助。", indented=True))
    assert not AT_30.goes_on("（一）" + FULL, Printed(FULL), Printed("各区应当协助。", blank_before=True))
    assert SET_IN.goes_on(FULL + "开。", Printed(FULL + "开。"), Printed("各区应当协助。"))


def test_a_page_break_inside_a_sentence_goes_on_over_a_blank_line() -> None:
    assert AT_30.goes_on(FULL, Printed(FULL), Printed("开。", blank_before=True))


def test_names_one_a_line_and_long_paragraphs_are_not_wrapped() -> None:
    names = [Printed(f"云川市第{number}水厂深度处理工艺提标改造和管网联通工程") for number in "一二三四五六七八九"]
    long = [Printed(FULL * 4 + "开。"), Printed(FULL), Printed("一、总体要求"), Printed(FULL * 3 + "开。")]
    assert wrapping_of([Printed(name.text, blank_before=True) for name in names]) is None
    assert wrapping_of(long) is None
    assert wrapping_of([]) is None


MEASURED = [
    Printed("推动水务数据汇聚共享和开发利用", True, full=True),
    Printed("完善制度。", full=False),
    Printed("建设平台。", True, full=False),
]


@pytest.mark.parametrize(
    ("paragraph", "below", "full", "goes_on"),
    [
        ("到2025年建成平台。", Printed("各单位要高度重视。"), True, True),
        ("到2025年建成平台。", Printed("各单位要高度重视。"), False, False),
        ("到2025年，", Printed("建成平台。"), False, True),
        ("到2025年建成平台", Printed("各单位要高度重视。", True), True, False),
        ("到2025年建成平台", Printed("各单位要高度重视。", blank_before=True), True, False),
        ("建成智慧泵站4", Printed("2.5万只。"), True, True),
        ("到2025年建成平台。", Printed("二、主要任务"), True, False),
        ("主要任务", Printed("建设平台"), False, False),
    ],
)
def test_where_it_is_known_which_lines_are_full_nothing_is_guessed(paragraph: str, below: Printed, full: bool, goes_on: bool) -> None:
    wrapping = wrapping_of(MEASURED)
    assert wrapping is not None
    assert wrapping.goes_on(paragraph, Printed(paragraph[-10:], full=full), below) is goes_on


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [
        (Printed("3.云川市公共数据共享管理办法及", True, full=True, column=10), Printed("其实施细则", True, full=False, column=12), True),
        (Printed("3.云川市公共数据共享管理办法及", True, full=True, column=10), Printed("4.实施细则", True, full=False, column=12), False),
        (Printed("3.云川市公共数据共享管理办法", True, full=False, column=10), Printed("其实施细则", True, full=False, column=12), False),
        (Printed("推动公共数据共享管理。", True, full=True, column=4), Printed("云川市水务局", True, full=False, column=20), False),
        (Printed("推动公共数据共享管理", full=True), Printed("建设平台", True, full=False, column=4), False),
    ],
)
def test_the_rest_of_an_item_may_hang_below_its_words(above: Printed, below: Printed, goes_on: bool) -> None:
    wrapping = wrapping_of(MEASURED)
    assert wrapping is not None
    assert wrapping.goes_on(above.text, above, below) is goes_on


def test_without_indents_a_full_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    wrapping = wrapping_of([Printed("建设平台", full=True), Printed("完善制度。", full=False), Printed("制定目录。", full=False)])
    assert wrapping is not None
    above = Printed("到2025年建成平台。", full=True)
    assert not wrapping.goes_on("到2025年建成平台。", above, Printed("各单位要高度重视。"))
    assert wrapping.goes_on("到2025年，建成", above, Printed("统一平台。"))
