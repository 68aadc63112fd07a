"""A sentence is supported only by passages that say all of it: figures, times, names, bodies, what is allowed, and how far it has come."""

from datetime import date
from time import perf_counter

import pytest

from assistant.grounding.check import check_sentence
from assistant.grounding.cited_passage import CitedPassage
from assistant.grounding.english_sentence import EnglishTerms
from assistant.units.directory import UnitDirectory
from corpus.model.facts import Unit

DIRECTORY = UnitDirectory([Unit("临川市经济和信息化局", ("市经信局",)), Unit("临川市委数据工作办公室", ("市数据办", "市数据资源局"))], [])
TITLE = "临川市智慧灌区建设行动计划（2024—2026年）"
ENGLISH = EnglishTerms(
    {
        "sluice gate": ("水闸",),
        "intelligent sluice gate": ("智能水闸",),
        "irrigation district": ("灌区",),
        "water saving": ("节水",),
        "water conservancy bureau": ("水利局",),
        "forestry bureau": ("林业局",),
        "rate": ("率", "比例"),
        "renovate": ("改造",),
        "drone": ("无人机",),
        "patrol": ("巡查",),
        "subsidy": ("补助",),
        "cooperative": ("合作社",),
    }
)


def passage(text: str, *section: str, title: str = TITLE, number: str | None = None, day: date | None = None) -> CitedPassage:
    return CitedPassage(text, title, section, number, day)


def supported(sentence: str, *texts: str | CitedPassage) -> bool:
    cited = [text if isinstance(text, CitedPassage) else passage(text) for text in texts]
    return check_sentence(sentence, cited, DIRECTORY, ENGLISH).supported


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("改造智能水闸1200座", "将改造智能水闸一千二百座"),
        ("改造智能水闸1200座", "将改造１，２００座智能水闸"),
        ("年节水3.5万立方米", "每年可节水35000立方米"),
        ("灌溉水利用率达到百分之六十二", "灌溉水利用率要达到62%"),
        ("建设期限为一年半", "建设期限为18个月"),
        ("每亩补助200至300元", "每亩补助200元到300元"),
        ("处二百元以上五百元以下罚款", "可处200元至500元罚款"),
        ("培训管水员两批共60人", "共培训管水员60名"),
        ("四分之三的干渠完成衬砌", "75%的干渠完成衬砌"),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(text: str, said: str) -> None:
    assert supported(said, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("改造智能水闸180座", "改造智能水闸80座"),
        ("改造智能水闸85座", "改造智能水闸58座"),
        ("年节水3.5万立方米", "年节水3.5亿立方米"),
        ("灌溉水利用率达到62%", "灌溉水利用率提高62个百分点"),
        ("灌溉水利用率提高5个百分点", "灌溉水利用率提高5%"),
        ("每亩补助300元", "每亩补助300万元"),
        ("应急响应时间缩短到40分钟", "应急响应时间缩短到40小时"),
        ("每亩补助200至300元", "每亩补助300元"),
        ("接入水闸120座、泵站40座", "接入水闸和泵站共160座"),
        ("（三）完善管护机制，落实管水员", "落实管水员3人"),
    ],
)
def test_another_value_unit_or_sum_is_not_supported(text: str, said: str) -> None:
    assert not supported(said, text)


def test_a_number_of_a_heading_is_no_evidence_for_a_figure() -> None:
    assert not supported("落实管水员5人", passage("落实管水员", "（五）健全管护机制", "5.落实管水员"))


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("水闸在线率达到90%以上", "水闸在线率超过90%", True),
        ("水闸在线率达到90%以上", "水闸在线率达到90%", True),
        ("水闸在线率达到90%", "水闸在线率达到90%以上", False),
        ("水闸在线率不低于90%", "水闸在线率不超过90%", False),
        ("漏损率控制在9%以内", "漏损率不得高于9%", True),
        ("漏损率不高于9%", "漏损率不低于9%", False),
        ("累计建成水闸120座", "新增水闸120座", False),
        ("新增水闸20座", "累计建成水闸20座", False),
        ("节水率提高6%", "节水率提高到6%", False),
        ("节水率下降6%", "节水率上升6%", False),
        ("巡查时间由6小时压缩到2小时", "巡查时间从6小时缩短至2小时", True),
        ("巡查时间由6小时压缩到2小时", "巡查时间由2小时延长到6小时", False),
    ],
)
def test_a_bound_may_be_left_out_but_not_added_or_turned(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


YEARS = "到2024年底，智能水闸达到40座；到2025年底，智能水闸达到75座。"


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("2025年末智能水闸要达到75座", True),
        ("智能水闸2024年达到40座、2025年达到75座", True),
        ("智能水闸2024年和2025年分别达到40座、75座", True),
        ("2025年末智能水闸要达到40座", False),
        ("智能水闸2024年达到75座、2025年达到40座", False),
        ("智能水闸2024年和2025年分别达到75座、40座", False),
        ("2026年智能水闸达到75座", False),
    ],
)
def test_a_figure_stands_with_its_year(said: str, fine: bool) -> None:
    assert supported(said, YEARS) is fine


def test_a_year_may_stand_in_a_heading_or_in_the_date_of_a_report() -> None:
    report = passage("今年改造水闸30座，比上年增加6座。", "三、2025年重点工作", title="临川市政府工作报告", day=date(2025, 1, 9))
    assert supported("2025年改造水闸30座", report)
    assert not supported("2024年改造水闸30座", report)


LENGTHS = "三年内改造干渠80公里，其中城东灌区50公里、城西灌区30公里。"


@pytest.mark.parametrize("said", ["三年改造干渠80公里", "城西灌区改造30公里", "城东、城西灌区分别改造50公里和30公里"])
def test_a_figure_stands_with_its_thing(said: str) -> None:
    assert supported(said, LENGTHS)


@pytest.mark.parametrize("said", ["城西灌区改造50公里", "城东、城西灌区分别改造30公里和50公里"])
def test_a_figure_of_another_thing_is_not_supported(said: str) -> None:
    assert not supported(said, LENGTHS)


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("《临川市取水许可实施细则》（临水发〔2023〕7号）自2024年3月1日起施行", True),
        ("《取水许可实施细则》（临水发〔2023〕7号）自2024年3月1日起施行", True),
        ("《临川市取水许可实施细则》（临水发〔2023〕17号）自2024年3月1日起施行", False),
        ("《临川市取水许可管理办法》自2024年3月1日起施行", False),
        ("《临川市取水许可实施细则》自2024年5月1日起施行", False),
        ("《临川市取水许可实施细则》于2023年12月20日起施行", False),
    ],
)
def test_titles_numbers_and_dates_stand_as_printed(said: str, fine: bool) -> None:
    text = "《临川市取水许可实施细则》（临水发〔2023〕7号）于2023年12月20日印发，自2024年3月1日起施行。"
    assert supported(said, text) is fine


def test_an_article_of_another_number_is_not_supported() -> None:
    rule = passage("取水单位应当安装计量设施。", "第十二条", title="临川市取水条例")
    assert supported("第十二条要求取水单位安装计量设施", rule)
    assert not supported("第十三条要求取水单位安装计量设施", rule)


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("该项工作由市经济和信息化局牵头，市水利局和市财政局配合", True),
        ("牵头单位是临川市经信局", True),
        ("配合单位包括市财政局", True),
        ("该项工作由市水利局牵头", False),
        ("该项工作由市经信局配合", False),
        ("该项工作由市经信局牵头，市林业局配合", False),
        ("该项工作由省经信局牵头", False),
    ],
)
def test_a_body_is_meant_by_any_of_its_names_and_keeps_its_part(said: str, fine: bool) -> None:
    assert supported(said, "该项工作由市经信局牵头，市水利局、市财政局配合。") is fine


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("灌区巡查由市水利局负责", True),
        ("水质监测由市生态环境局负责", True),
        ("灌区巡查由市生态环境局负责", False),
        ("灌区巡查由市数据资源局负责", False),
    ],
)
def test_a_task_is_not_given_to_another_body_of_the_passage(said: str, fine: bool) -> None:
    assert supported(said, "市水利局负责灌区巡查；市生态环境局负责水质监测。") is fine


def test_a_plan_named_beside_a_body_is_no_task_of_it() -> None:
    plan = passage("（责任单位：市水利局、市财政局）", title="临川市人民政府关于印发智慧灌区建设行动计划的通知")
    assert supported("根据《临川市人民政府关于印发智慧灌区建设行动计划的通知》，责任单位是市水利局和市财政局", plan)


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("建成“云渠”调度平台，接入全部水闸", True),
        ("建成云渠平台，接入全部水闸", True),
        ("建成“云溪”调度平台，接入全部水闸", False),
        ("建成灌区孪生推演系统，接入全部水闸", False),
    ],
)
def test_a_name_of_a_system_stands_in_the_passage(said: str, fine: bool) -> None:
    assert supported(said, "建成“云渠”调度平台，接入全部水闸。") is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("任何单位不得擅自关闭水闸。", "禁止任何单位擅自关闭水闸", True),
        ("任何单位不得擅自关闭水闸。", "任何单位可以关闭水闸", False),
        ("农户可以自行申请补助。", "农户不得自行申请补助", False),
        ("取水单位应当安装计量设施。", "取水单位无需安装计量设施", False),
        ("未经许可不得取水。", "取水须经许可", True),
        ("渠道养护费不向农户收取。", "渠道养护费不收取农户费用", True),
        ("取水量不得超过5万立方米。", "取水量不能超过5万立方米", True),
    ],
)
def test_what_is_forbidden_is_not_told_as_allowed(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("水闸调度系统已建成并投入使用。", "水闸调度系统已经建成投用", True),
        ("水闸调度系统正在建设。", "水闸调度系统已经建成", False),
        ("建设水闸调度系统。", "水闸调度系统已经建成", False),
        ("建设水闸调度系统。", "将建设水闸调度系统", True),
        ("已完成水闸调度系统的招标。", "水闸调度系统已投入使用", False),
        ("水闸调度系统已完成招标。", "水闸调度系统拟开展招标", False),
    ],
)
def test_what_is_planned_is_not_told_as_done(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


def test_a_clause_that_no_passage_holds_is_not_carried_by_the_others() -> None:
    text = "对灌区干渠实行衬砌改造，安装流量监测设备，建立巡查台账。"
    assert supported("灌区干渠将衬砌改造，并安装流量监测设备", text)
    verdict = check_sentence("灌区干渠将衬砌改造，并安装流量监测设备，为农户发放电子购物卡", [passage(text)], DIRECTORY)
    assert {missing.kind for missing in verdict.missing} == {"content"}
    assert verdict.overlap > 0.5


def test_a_true_sentence_with_the_passage_of_another_is_not_supported() -> None:
    assert not supported("灌区干渠将衬砌改造，并安装流量监测设备", "建立节水奖励制度，对合作社给予补助。")


def test_without_a_passage_nothing_is_supported() -> None:
    assert not check_sentence("改造智能水闸120座", [], DIRECTORY).supported


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("By the end of 2025, at least 1,200 intelligent sluice gates will be renovated.", True),
        ("In 2025, twelve hundred sluice gates are to be renovated.", True),
        ("By the end of 2026, at least 1,200 intelligent sluice gates will be renovated.", False),
        ("By the end of 2025, no more than 1,200 intelligent sluice gates will be renovated.", False),
        ("By the end of 2025, at least 12,000 intelligent sluice gates will be renovated.", False),
        ("By the end of 2025, at least 1,200 sluice gates will be renovated, with drone patrol and subsidy for every cooperative.", False),
    ],
)
def test_an_english_sentence_is_checked_in_chinese_words(said: str, fine: bool) -> None:
    assert supported(said, "到2025年底，改造智能水闸1200座以上。") is fine


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("Each cooperative can receive a subsidy of up to RMB 1.2 million, led by the Municipal Water Conservancy Bureau.", True),
        ("Each cooperative can receive a subsidy of up to RMB 12 million, led by the Municipal Water Conservancy Bureau.", False),
        ("Each cooperative can receive a subsidy of up to RMB 1.2 million, led by the Municipal Forestry Bureau.", False),
    ],
)
def test_english_amounts_and_bodies(said: str, fine: bool) -> None:
    assert supported(said, "对每个合作社给予最高120万元补助，由市水利局牵头。") is fine


def test_an_english_sentence_of_unknown_words_is_refused() -> None:
    verdict = check_sentence(
        "By the end of 2025 the valley shall thrive and prosper.", [passage("到2025年底，改造智能水闸1200座。")], DIRECTORY
    )
    assert not verdict.supported


def test_a_sentence_takes_no_time_worth_telling() -> None:
    cited = [passage("到2024年底，智能水闸达到40座；到2025年底，智能水闸达到75座。" * 4)]
    check_sentence("2025年智能水闸达到75座", cited, DIRECTORY)
    started = perf_counter()
    for number in range(20):
        check_sentence(f"2025年智能水闸达到{number}座", cited, DIRECTORY)
    assert perf_counter() - started < 10
