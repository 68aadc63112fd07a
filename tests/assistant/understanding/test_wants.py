"""What a question wants is counted once each, in the units it can be in, and a text fills it with figures of its own."""

import pytest

from assistant.understanding.wants import IN_YEAR, SHARE, TIME, figures_told, filled, wants_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("新建泵站多少座？改造管网多少公里？", 2),
        ("新建泵站____座，改造管网____公里，空里填几？", 2),
        ("要给____条街区做改造，空里填几？", 1),
        ("哪年建成，接入多少个系统？", 2),
        ("哪年哪月开工？", 1),
        ("“水务一张图”的上线时间和整合图层数", 2),
        ("“水务一张图”的注册用户量，以及可办理事项的数量", 2),
        ("城镇和农村居民的收入各是多少？", 2),
        ("渗漏率是多少，合格率呢？", 2),
        ("改造比例要达到多大比例？", 1),
        ("绿色出行的比例应达到几成几？", 1),
        ("投资总额是多少？", 1),
        ("由哪几家单位负责？", 0),
        ("第几条规定的？", 0),
    ],
)
def test_each_thing_wanted_is_counted_once(text: str, count: int) -> None:
    assert len(wants_of(text)) == count


def test_what_is_wanted_has_its_units() -> None:
    first, second, third = wants_of("花了多少投资，占比是多少，什么时候完工？")
    assert "元" in first
    assert (second, third) == (SHARE, TIME)


def test_a_figure_of_the_question_is_not_told() -> None:
    assert [one.printed for one in figures_told("60周岁以上每餐补贴6元", "60周岁以上老人每餐补多少元？")] == ["6"]


def test_the_year_asked_for_is_not_told_by_its_end() -> None:
    assert figures_told("到2026年底", "2026年接入几个？") == []


def test_every_want_needs_a_figure_of_its_own() -> None:
    wants = wants_of("新建泵站多少座？改造管网多少公里？")
    assert filled(wants, figures_told("新建泵站4座，改造管网30公里")) == 2
    assert filled(wants, figures_told("新建泵站4座，改造闸门6座")) == 1
    assert filled(wants, figures_told("2027年10月开工")) == 0


def test_a_length_may_be_printed_in_another_unit_of_length() -> None:
    assert filled(wants_of("跑道有多长？"), figures_told("跑道延长至1200米")) == 1
    assert filled(wants_of("跑道有多长？"), figures_told("机位12个")) == 0


@pytest.mark.parametrize("text", ["医院年底前开诊", "应当于十二月三十一日前提交", "始建于一九八四年十二月三十一日以前", "第三季度完成组建"])
def test_a_time_without_a_figure_of_a_year_is_a_time(text: str) -> None:
    assert [figure.unit for figure in figures_told(text)] == ["time"]


def test_months_and_days_that_are_counted_are_no_times() -> None:
    assert "time" not in {figure.unit for figure in figures_told("期限不超过六个月，提前十日报备，每季度报送")}


def test_an_investment_is_wanted_in_money() -> None:
    assert wants_of("总投资多少？") == wants_of("投资是多少元？")


def test_a_month_is_wanted_in_its_year_and_a_year_alone_tells_none() -> None:
    wants = wants_of("养老驿站几月建好？")
    assert wants == [IN_YEAR]
    assert filled(wants, figures_told("2026年，新建养老驿站40个")) == 0
    assert filled(wants, figures_told("完成时限：9月")) == filled(wants, figures_told("2026年底前完成")) == 1
    assert wants_of("哪年几月建好？") == [TIME]


def test_the_aims_of_two_things_are_two_figures() -> None:
    assert wants_of("人均预期寿命和森林覆盖率的目标") == [frozenset(), SHARE]
    assert wants_of("森林覆盖率的目标") == []
