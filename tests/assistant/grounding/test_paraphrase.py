"""What is said in other words is supported; what only looks like it is not."""

from datetime import date

import pytest

from assistant.grounding.check import check_sentence
from assistant.grounding.cited_passage import CitedPassage
from assistant.units.directory import UnitDirectory

DIRECTORY = UnitDirectory([], [])


def supported(said: str, *texts: str, title: str = "临川市智慧灌区建设行动计划（2024—2026年）", section: tuple[str, ...] = ()) -> bool:
    period = (2024, 2026) if "2024" in title else None
    cited = [CitedPassage(text, title, section, None, date(2024, 1, 5), period) for text in texts]
    return check_sentence(said, cited, DIRECTORY).supported


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("用水户逾期未缴纳水费的，由供水单位书面催缴。", "过期不交水费的，供水单位会书面催缴", True),
        ("逐步向社会公众开放灌区监测信息。", "灌区的监测数据会一步步向市民公开", True),
        ("避免渠道重复建设。", "要防止渠道重复修建", True),
        ("对农户开展节水技术培训。", "会教农户节水技术", True),
        ("对农户开展节水技术培训。", "会给农户发放节水奖金", False),
        ("完善渠道管护制度，明确管护责任。", "渠道管护制度要完善，管护责任要明确，并设立举报电话", False),
    ],
)
def test_words_of_one_meaning_stand_for_each_other(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("水闸在线率达到98.6%", "水闸在线率超过98%", False),
        ("水闸在线率达到98.6%", "水闸在线率达到九成八以上", False),
        ("完成投资占总投资的61%", "完成投资占总投资的六成多", False),
        ("完成投资占总投资的71%", "完成投资占总投资的六成多", False),
        ("改造水闸98座", "改造水闸约100座", False),
        ("改造水闸98座", "改造水闸100座", False),
        ("应当在二十四小时内修复渠道", "渠道要在一天之内修复", True),
        ("应当在十五日内申请取水许可", "半个月内要申请取水许可", True),
        ("应当在十五日内申请取水许可", "半年内要申请取水许可", False),
        ("每亩补助五十元", "每亩补助五十块", True),
        ("连续灌溉超过四小时的应当停泵", "连续灌溉超过四个钟头的应当停泵", True),
    ],
)
def test_a_spoken_unit_stands_for_an_exact_one_and_no_round_number(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


RISE = ("到2024年底，智能水闸达到40座。", "到2025年底，智能水闸达到75座。")


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("智能水闸要从2024年底的40座增加到2025年底的75座", True),
        ("2025年底智能水闸由40座增至75座", True),
        ("智能水闸要从2024年底的75座增加到2025年底的40座", False),
        ("智能水闸要从2024年底的40座增加到2025年底的85座", False),
    ],
)
def test_a_rise_may_be_told_of_two_values_that_were_reached(said: str, fine: bool) -> None:
    assert supported(said, *RISE) is fine


@pytest.mark.parametrize(("year", "fine"), [("2026年", True), ("2025年", False), ("2024年", False)])
def test_of_a_span_of_years_in_the_title_only_the_last_is_evidence(year: str, fine: bool) -> None:
    assert supported(f"到{year}底，改造智能水闸120座", "改造智能水闸120座。") is fine


def test_a_year_in_the_nearest_heading_is_evidence() -> None:
    assert supported("2025年改造智能水闸120座", "改造智能水闸120座。", section=("三、2025年目标",))


@pytest.mark.parametrize(("said", "fine"), [("巡查涉及水利、财政、气象三个部门", True), ("巡查涉及水利、财政、气象四个部门", False)])
def test_what_is_listed_may_be_counted(said: str, fine: bool) -> None:
    assert supported(said, "巡查由市水利局、市财政局、市气象局按职责分工负责。") is fine


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("渠首水闸21座、支渠水闸270座都已联网", True),
        ("渠首水闸270座、支渠水闸21座都已联网", False),
        ("粮食总产量增长3.2%，水果总产量增长8.8%", True),
        ("粮食总产量增长8.8%，水果总产量增长3.2%", False),
        ("水稻、玉米和大豆分别增产20万吨、10万吨、5万吨", True),
        ("玉米增产20万吨，水稻增产10万吨", False),
    ],
)
def test_figures_are_not_exchanged(said: str, fine: bool) -> None:
    text = "全市已有21座渠首水闸和270座支渠水闸联网；粮食总产量140万吨，增长3.2%；水果总产量30万吨，增长8.8%；水稻、玉米、大豆分别增产20万吨、10万吨、5万吨。"
    assert supported(said, text) is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("灌区巡查不向农户收取费用。", "灌区巡查不要农户的钱", True),
        ("灌区巡查免收费用。", "灌区巡查不收费用", True),
        ("灌区巡查每年开展两次。", "灌区巡查不再开展", False),
        ("不再新建和扩建泵站。", "泵站可以继续扩建", False),
        ("新建泵站不占用耕地，现有泵站逐步向干渠迁移。", "现有泵站不要求向干渠迁移", False),
        ("除应急取水外，用水户应当在每月五日前报送取水量。", "用水户不用在每月五日前报送取水量", False),
        ("用于农业灌溉的不收取费用，用于景观的可以有偿使用。", "用于农业灌溉的不收费，用于景观的不得有偿使用", False),
        ("是否具备取水条件由水利部门核定。", "取水条件由水利部门核定", True),
        ("拒不安装计量设施的，管理单位有权停止供水。", "拒不安装计量设施的，管理单位无权停止供水", False),
    ],
)
def test_a_denial_is_held_to_the_clause_that_it_denies(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("水闸调度系统正在开发完善。", "水闸调度系统已经开发完毕", False),
        ("到2026年底，水闸实现远程控制全覆盖。", "到2026年底水闸已经实现远程控制全覆盖", False),
        ("《临川市节水三年行动方案》同时废止。", "《临川市节水三年行动方案》已经废止", True),
        ("水闸调度场景谋划中。", "水闸调度场景还在谋划", True),
    ],
)
def test_a_state_is_not_run_ahead_of(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("主办：市水利局；协办：市财政局。", "由市水利局牵头，市财政局配合", True),
        ("主办：市水利局；协办：市财政局。", "由市财政局牵头，市水利局配合", False),
        ("积极参与省级水资源平台建设。", "将牵头建设省级水资源平台", False),
        ("成立市智慧灌区发展领导小组，由市长任组长。", "智慧灌区领导小组由市长任组长", True),
        ("市水利局应当会同市财政局编制渠道规划。", "渠道规划由市水利局会同市财政局编制", True),
        ("市水利局应当会同市财政局编制渠道规划。", "渠道规划由市财政局会同市水利局编制", False),
        ("市水利局负责建设调度平台，并与市公安局互通数据。", "调度平台由市公安局建设", False),
        ("街道办事处协助做好渠道巡查。", "街道办负责渠道巡查", False),
        ("渠道损坏应当报告管理单位。", "渠道坏了要报给管理单位去办", True),
    ],
)
def test_a_part_in_a_task_is_told_by_any_of_its_words(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine


@pytest.mark.parametrize(("middle", "fine"), [("墒情", True), ("虫害", False)])
def test_nothing_is_slipped_into_a_list(middle: str, fine: bool) -> None:
    text = "在灌区优先监测水位、流量、墒情、水质、气象五类指标，定期公布监测结果。"
    assert supported(f"灌区优先监测水位、流量、{middle}、水质、气象五类指标，并定期公布结果", text) is fine


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("到2025年底，要改造智能水闸75座", True),
        ("到2024年底，要改造智能水闸75座", False),
        ("每户每次罚款最高50元，每年累计不超过200元", True),
        ("每户每次罚款最高200元，每年累计不超过50元", False),
        ("灌区产值增长目标是6%左右", True),
    ],
)
def test_later_figures_go_on_about_what_was_named_first(said: str, fine: bool) -> None:
    text = (
        "改造智能水闸，到2024年底40座；2025年底75座；2026年底90座。对每户罚款每次不超过五十元，每年累计不超过二百元。灌区产值增长6%左右。"
    )
    assert supported(said, text) is fine


@pytest.mark.parametrize(
    ("text", "said", "fine"),
    [
        ("建成智慧灌区示范点12处。", "建成智慧灌区示范点12处，居全省第一", False),
        ("建成智慧灌区示范点12处，数量居全省首位。", "建成智慧灌区示范点12处，居全省第一", True),
        ("2024年改造2号水闸。", "2024年改造3号水闸", False),
        ("工作日十八时三十分至次日六时放水。", "工作日傍晚六点半到次日六时放水", True),
        ("工作日十八时三十分至次日六时放水。", "工作日早上六点半到次日六时放水", False),
        ("2024年1月10日会议通过了灌区条例。", "2024年初会议通过了灌区条例", True),
        ("2024年10月10日会议通过了灌区条例。", "2024年初会议通过了灌区条例", False),
        ("上一年度取水量超过5万立方米的用户应当报送计划。", "上年取水量超过5万立方米的用户要报送计划", True),
    ],
)
def test_ranks_numbers_and_times_of_day(text: str, said: str, fine: bool) -> None:
    assert supported(said, text) is fine
