import pytest

from corpus.language.figures import Figure, chinese_counts_in, chinese_number, figures_in


def only(text: str) -> Figure:
    (figure,) = figures_in(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "amount", "unit"),
    [
        ("建成泊位4个", "4", 4, "个"),
        ("培训4.5万人", "4.5万", 45_000, "人"),
        ("投资30.5亿元", "30.5亿", 3.05e9, "元"),
        ("总额1.2万亿元", "1.2万亿", 1.2e12, "元"),
        ("改造1,250户", "1,250", 1250, "户"),
        ("覆盖率达到99.5%", "99.5", 99.5, "%"),
        ("覆盖率达到99.5％", "99.5", 99.5, "%"),
        ("提升3个百分点", "3", 3, "个百分点"),
        ("站点间距6.4km", "6.4", 6.4, "km"),
        ("带宽120Mbps", "120", 120, "Mbps"),
        ("面积38平方公里", "38", 38, "平方公里"),
        ("覆盖４５家", "４５", 45, "家"),
        ("算力超 600P", "600", 600, "P"),
        ("密度提升至250个/万平方公里", "250", 250, "个/万平方公里"),
        ("奖励200元/亩", "200", 200, "元/亩"),
        ("床位7.5张/千人", "7.5", 7.5, "张/千人"),
        ("配备12台/套设备", "12", 12, "台"),
    ],
)
def test_a_figure_has_its_printed_value_its_size_and_its_measure_word(text: str, value: str, amount: float, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (value, unit)
    assert figure.amount == pytest.approx(amount)
    assert figure.amount_to is None


def test_a_decimal_is_not_cut_at_its_point() -> None:
    assert only("投资30.5万元").value == "30.5万"


def test_a_figure_inside_a_longer_number_is_not_found() -> None:
    assert [figure.amount for figure in figures_in("改造180家、3180户")] == [180, 3180]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("培育5-10个", 5, 10, "个"),
        ("培育5—10个", 5, 10, "个"),
        ("培育5至10个", 5, 10, "个"),
        ("培育 5 ～ 10 个", 5, 10, "个"),
        ("占15%-20%", 15, 20, "%"),
        ("投资2-3亿元", 2e8, 3e8, "元"),
        ("投资8000万-1亿元", 8e7, 1e8, "元"),
    ],
)
def test_a_range_has_both_ends_and_one_size_word_holds_for_both(text: str, low: float, high: float, unit: str) -> None:
    figure = only(text)
    assert (figure.amount, figure.amount_to) == (pytest.approx(low), pytest.approx(high))
    assert figure.unit == unit
    assert figure.comparator == "range"


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("建成4个", "equal"),
        ("达到4个", "equal"),
        ("不少于4个", "at_least"),
        ("不低于40%", "at_least"),
        ("至少4个", "at_least"),
        ("4个以上", "at_least"),
        ("40%及以上", "at_least"),
        ("超过4个", "more_than"),
        ("突破40%", "more_than"),
        ("超600P", "more_than"),
        ("40余家", "more_than"),
        ("100多项", "more_than"),
        ("不超过4个", "at_most"),
        ("控制在4%", "at_most"),
        ("4天以内", "at_most"),
        ("低于4%", "less_than"),
        ("小于4%", "less_than"),
        ("不足4%", "less_than"),
        ("不到4%", "less_than"),
        ("<4%", "less_than"),
        ("＜4%", "less_than"),
        ("大于4%", "more_than"),
        (">4%", "more_than"),
        ("＞ 4%", "more_than"),
        ("≤4%", "at_most"),
        ("≦4%", "at_most"),
        ("≥ 4%", "at_least"),
        ("≧4%", "at_least"),
        ("小于或等于4%", "at_most"),
        ("大于等于4%", "at_least"),
        ("不大于4%", "at_most"),
        ("不小于4%", "at_least"),
        ("至少达到4%", "at_least"),
        ("不超过达到4%", "at_most"),
        ("约40个", "about"),
        ("近40个", "about"),
        ("40个左右", "about"),
    ],
)
def test_the_words_around_a_figure_say_how_it_is_meant(text: str, comparator: str) -> None:
    assert only(text).comparator == comparator


def test_not_exceeding_is_not_taken_for_exceeding() -> None:
    assert only("漏损率不超过9%").comparator == "at_most"


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("不得低于4%", "at_least"),
        ("不应少于4个", "at_least"),
        ("不能超过4个", "at_most"),
        ("不允许大于4%", "at_most"),
        ("未超过4%", "at_most"),
        ("没有突破4%", "at_most"),
        ("不超4%", "at_most"),
        ("勿低于 4%", "at_least"),
    ],
)
def test_a_denied_bound_is_the_opposite_bound(text: str, comparator: str) -> None:
    assert only(text).comparator == comparator


def test_a_comparator_belongs_to_the_figure_it_stands_beside() -> None:
    assert [figure.comparator for figure in figures_in("超过30家企业建成4个平台")] == ["more_than", "equal"]


@pytest.mark.parametrize(
    "text",
    [
        "2025年",
        "2025年3月18日",
        "3月18日",
        "第12号",
        "第3批",
        "5G",
        "建成5G基站",
        "4K超高清",
        "8K频道",
        "3D打印",
        "4G+网络",
        "100+应用",
        "1+12行动",
        "7×24",
        "云政发〔2025〕7号",
        "A4",
        "IPv6",
        "2.0版",
    ],
)
def test_years_ordinals_and_names_are_no_figures(text: str) -> None:
    assert figures_in(text) == ()


def test_a_number_without_size_or_measure_word_is_no_figure() -> None:
    assert figures_in("电话12345") == ()


def test_a_count_of_something_named_5g_is_a_figure() -> None:
    assert [(figure.value, figure.unit) for figure in figures_in("建成5G基站1200座")] == [("1200", "座")]


def test_a_figure_spans_its_value_and_what_closes_it() -> None:
    text = "泊位达到4个以上，培训1.5万人次"
    assert [text[figure.start : figure.end] for figure in figures_in(text)] == ["4个以上", "1.5万人次"]


def test_white_space_inside_a_figure_does_not_hide_it() -> None:
    assert only("培训 4.5 万 人").amount == pytest.approx(45_000)


@pytest.mark.parametrize(
    ("text", "value", "amount"),
    [("两个中心", "两", 2), ("十大工程", "十", 10), ("十五项任务", "十五", 15), ("一百二十家", "一百二十", 120)],
)
def test_small_counts_are_read_from_chinese_numerals(text: str, value: str, amount: float) -> None:
    (figure,) = chinese_counts_in(text)
    assert (figure.value, figure.amount) == (value, amount)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("二十三", 23),
        ("一千二百", 1200),
        ("两百", 200),
        ("三百零五", 305),
        ("九千九百九十九", 9999),
        ("", None),
        ("若干", None),
    ],
)
def test_chinese_numerals_have_their_value(numeral: str, value: int | None) -> None:
    assert chinese_number(numeral) == value


def test_a_range_of_percentages_keeps_its_inner_sign() -> None:
    assert only("占15%-20%").value == "15%-20"


def test_a_figure_with_a_character_that_has_no_meaning_in_it_is_not_read() -> None:
    assert figures_in("整合2\ue0103万个区域的信号") == ()


@pytest.mark.parametrize(
    ("text", "printed", "amount"), [("接入率1OO%", "1OO", 100.0), ("建成2O0座", "2O0", 200.0), ("增长1o.5%", "1o.5", 10.5)]
)
def test_a_letter_that_a_scan_shows_for_a_zero_is_read_as_one(text: str, printed: str, amount: float) -> None:
    assert (only(text).value, only(text).amount) == (printed, amount)


@pytest.mark.parametrize("text", ["采用5O2O模式", "采用O2O模式"])
def test_a_letter_inside_a_name_is_no_zero(text: str) -> None:
    assert figures_in(text) == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [("已试飞312架次", "架次"), ("吞吐量345万标箱", "标箱"), ("深水网箱860口", "口"), ("增殖放流5亿尾", "尾"), ("执飞52班次", "班次")],
)
def test_measures_of_ports_flights_and_fishery_are_read(text: str, unit: str) -> None:
    (figure,) = figures_in(text)
    assert figure.unit == unit


@pytest.mark.parametrize("text", ["建设3口岸通道", "治理5尾气监测点"])
def test_beginning_of_a_word_is_no_measure(text: str) -> None:
    assert all(figure.unit not in ("口", "尾") for figure in figures_in(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成16家5G互联网泵站建设", ["16家"]),
        ("每周3班", ["3班"]),
        ("客户200+，服务130+", []),
        ("发布“1+12”计划", []),
        ("3班次", ["3班次"]),
    ],
)
def test_a_measure_word_ends_a_figure_whatever_name_begins_behind_it(text: str, found: list[str]) -> None:
    assert [f"{figure.value}{figure.unit}" for figure in figures_in(text)] == found
