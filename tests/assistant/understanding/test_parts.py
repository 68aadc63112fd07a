"""A compound question is answered part by part; a question of one part stays whole."""

import pytest

from assistant.understanding.parts import MAX_PARTS, asked_of_two, names_subject, split_question, things_compared


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("冷链追溯由谁负责，2026年建成多少个泊位？", ("冷链追溯由谁负责，", "2026年建成多少个泊位？")),
        ("由谁牵头？什么时候完成？", ("由谁牵头？", "什么时候完成？")),
        ("意见是依据哪部条例制定的，落款日期是哪天？", ("意见是依据哪部条例制定的，", "落款日期是哪天？")),
        ("水表收不收钱呀，多久上门看一次", ("水表收不收钱呀，", "多久上门看一次")),
        ("目标是多少；由谁负责；做到哪一步了", ("目标是多少；", "由谁负责；", "做到哪一步了")),
    ],
)
def test_each_part_asks_something(text: str, parts: tuple[str, ...]) -> None:
    assert split_question(text) == parts


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("一体运行放在哪条流域试，挂钩比例至少多少？", "一体运行放在哪条流域试，"),
        ("哪两处泵站同步增设移动泵车接口，一共改造多少座？", "哪两处泵站同步增设移动泵车接口，"),
        ("行动方案的文号给我一下，里面补四星市场多少钱？", "行动方案的文号给我一下，"),
        ("换成智能水表收不收钱，多久没用水会上门？", "换成智能水表收不收钱，"),
    ],
)
def test_a_part_may_ask_which_or_whether_or_bid(text: str, first: str) -> None:
    assert split_question(text)[:1] == (first,)


def test_two_places_that_say_otherwise_are_no_two_things() -> None:
    assert split_question("岚江泵站规划的第二阶段，开头总述和后面小标题叫法好像不一样，分别叫什么？") == ()
    assert len(split_question("岚江泵站项目和临港闸站项目，建设单位分别叫什么？")) == 2


@pytest.mark.parametrize("text", ["下大雨哪条路会淹水，能提前知道不？", "土里旱不旱，智能监测站2026年多少个？"])
def test_what_somebody_wants_to_learn_or_the_setting_is_no_part(text: str) -> None:
    assert split_question(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "冷链追溯这个场景，哪年哪月开始、哪年哪月结束？",
        "冷链追溯什么时候启动，什么时候完工？",
        "冷链追溯的开始时间和结束时间分别是",
    ],
)
def test_begin_and_end_of_one_thing_are_one_question(text: str) -> None:
    assert split_question(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "已经开工的那几个养殖场，总投资是多少万元？",
        "算力2027年要到多少，计划怎么写的？",
        "方案对2026和2028两年的准确率各有什么底线？",
        "冷链追溯由谁负责？",
        "数据共享、交换、开放平台由谁负责？",
        "为了方便老人，在食堂刷脸，这个场景由谁建设？",
        "岚江养老综合体，建筑面积、目前的工程进度各是什么情况？",
        "搭建平台",
        "",
    ],
)
def test_question_that_asks_one_thing_is_not_split(text: str) -> None:
    assert split_question(text) == ()


def test_what_asks_nothing_goes_with_the_part_after_it_and_nothing_is_lost() -> None:
    text = "智慧港口计划里，冷链追溯由谁负责，到2026年，泊位要建成多少个，谢谢"
    first, second = split_question(text)
    assert "智慧港口计划里" in first
    assert "到2026年" in second
    assert first + second == text


def test_no_more_parts_than_can_be_answered() -> None:
    assert len(split_question("甲由谁负责？乙建成多少个？丙什么时候完成？丁做到哪一步了？戊建成多少个？")) == MAX_PARTS


@pytest.mark.parametrize(("text", "names"), [("由谁负责？", False), ("什么时候建成？", False), ("医保结算又归哪个局？", True)])
def test_part_that_only_asks_names_no_subject(text: str, names: bool) -> None:
    assert names_subject(text) is names


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "表里的冷链追溯项目和老旧拖轮项目，牵头单位分别是谁？",
            ("表里的冷链追溯项目牵头单位分别是谁？", "老旧拖轮项目牵头单位分别是谁？"),
        ),
        ("跌倒预警守护和助餐刷脸结算的建设单位各是谁？", ("跌倒预警守护的建设单位各是谁？", "助餐刷脸结算的建设单位各是谁？")),
        ("港口条例跟养老条例，各是哪天施行的？", ("港口条例各是哪天施行的？", "养老条例各是哪天施行的？")),
    ],
)
def test_one_question_about_two_things_is_asked_of_each(text: str, parts: tuple[str, ...]) -> None:
    assert split_question(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "2024年和2025年各是多少？",
        "岸电覆盖率2024年底和2026年底的目标分别是多少？",
        "冷链追溯和拖轮由谁负责？",
        "各级各类平台和系统有多少个？",
    ],
)
def test_two_years_or_a_list_without_each_stay_one_question(text: str) -> None:
    assert split_question(text) == ()


def test_piece_that_names_a_share_and_asks_nothing_is_no_part() -> None:
    assert split_question("行动计划里数据需求的满足比例，2026年定的是多少？") == ()


@pytest.mark.parametrize(
    "text",
    ["2026年泊位要建多少个，行动计划和工作报告写的一样吗？", "去年建了多少个泊位，跟计划的目标比高还是低？", "泊位数是多少？哪个更高？"],
)
def test_how_a_figure_stands_to_another_is_no_part_of_its_own(text: str) -> None:
    assert split_question(text) == ()


@pytest.mark.parametrize("text", ["2024年泵站实际多少座，差几座？", "2025年目标多少天，还差多少天？"])
def test_a_difference_asked_behind_its_figures_is_no_part(text: str) -> None:
    assert split_question(text) == ()


def test_two_years_of_one_thing_are_not_two_things() -> None:
    assert split_question("测降雪的监测站，2024年底和2025年底的总数目标分别是多少？") == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("泵站实施面积和验收面积差多少亩？", ("泵站实施面积是多少？", "验收面积是多少？")),
        ("冷链追溯场景跟跌倒预警场景哪个先建完？各到什么时候？", ("冷链追溯场景的期限是什么时候？", "跌倒预警场景的期限是什么时候？")),
        ("冷链追溯场景比跌倒预警场景晚完工还是早完工？", ("冷链追溯场景的期限是什么时候？", "跌倒预警场景的期限是什么时候？")),
        ("冷链追溯和跌倒预警的建设单位一样吗？", ("冷链追溯的建设单位是什么？", "跌倒预警的建设单位是什么？")),
        ("智慧泵站比调度室多几个？", ("智慧泵站是多少？", "调度室是多少？")),
        ("涉气企业和涉水企业的在线点位哪边多？", ("涉气企业的在线点位是多少？", "涉水企业的在线点位是多少？")),
        ("港区的泊位数量和航线数量加起来有多少？", ("港区的泊位数量是多少？", "港区的航线数量是多少？")),
    ],
)
def test_each_of_two_things_set_against_each_other_is_asked_for(text: str, parts: tuple[str, ...]) -> None:
    assert asked_of_two(text) == split_question(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "泊位数量2025年和2027年差多少？",
        "泊位数量2027年比2025年多几个？",
        "泊位数量25年跟27年相差多少？",
        "今年安排的港口项目比去年实施的多几个？",
        "泊位数量的目标，行动计划和工作报告哪个高？",
        "冷链追溯占比和比重要达到多少？",
    ],
)
def test_two_years_and_two_documents_are_one_thing(text: str) -> None:
    assert asked_of_two(text) == ()
    assert things_compared(text) is None


def test_two_things_are_told_without_what_is_asked_of_them() -> None:
    assert things_compared("智慧泵站比调度室多几个？") == ("智慧泵站", "调度室")
    assert things_compared("冷链追溯由谁负责？") is None


def test_a_unit_with_an_and_in_its_name_is_one() -> None:
    assert split_question("清单中市工业和信息化局的项目有几个，分别是什么？") == ()
    assert split_question("市水务局和市农业局的项目分别是什么") == ("市水务局分别是什么", "市农业局的项目分别是什么")
    assert split_question("停车和托育分别归哪个局管") == ("停车分别归哪个局管", "托育分别归哪个局管")


@pytest.mark.parametrize("piece", ["今年目标又定到多少？", "今年想干到多少？", "去年实绩是多少", "2026年要达到多少？"])
def test_a_year_and_an_aim_name_no_subject(piece: str) -> None:
    assert not names_subject(piece)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("青屿县和蓝礁县县内的航线哪个多？", ("青屿县县内的航线是多少？", "蓝礁县县内的航线是多少？")),
        ("蓝礁县跟青屿县2028年航线分别要开多少条？", ("蓝礁县2028年航线分别要开多少条？", "青屿县2028年航线分别要开多少条？")),
    ],
)
def test_of_two_places_both_are_asked_for_what_stands_behind_the_second(question: str, parts: tuple[str, str]) -> None:
    assert asked_of_two(question) == parts


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("青屿县2028年县内航线比蓝礁县多开几条？", ("青屿县2028年县内航线", "蓝礁县2028年县内航线")),
        ("青屿县比蓝礁县多开几条货运航线？", ("青屿县货运航线", "蓝礁县货运航线")),
        ("智慧泵站比调度室多几个？", ("智慧泵站", "调度室")),
    ],
)
def test_a_place_set_against_another_has_the_other_ones_words(question: str, things: tuple[str, str]) -> None:
    assert asked_of_two(question) == tuple(f"{thing}是多少？" for thing in things)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("乡镇供水率归哪个局牵头？护林站占比的呢？", "护林站占比的哪个局牵头？"),
        ("渔港核心区多少米？古窑的呢？", "古窑的多少？"),
        ("供水率2026年多少？2027年呢？", "2027年呢？"),
    ],
)
def test_another_thing_is_asked_after_in_the_words_of_the_part_before(text: str, last: str) -> None:
    assert split_question(text)[-1].replace("归", "").replace("由", "") == last


def test_what_is_done_alone_and_together_is_one_thing() -> None:
    assert split_question("市民政局单独建和联合建的场景加起来有几个？") == ()


def test_words_that_count_both_things_name_none_of_them() -> None:
    assert split_question("清单里银龄呼叫和跌倒预警两个场景的建设单位分别是谁？") == (
        "清单里银龄呼叫的建设单位分别是谁？",
        "跌倒预警场景的建设单位分别是谁？",
    )


def test_two_years_set_side_by_side_are_compared_and_not_the_things_listed_behind_them() -> None:
    text = "2024年末和2026年末，对绿色、普惠小微以及科技型企业这几类贷款的余额增速要求多少，相差几个百分点？"
    assert things_compared(text) is None
    assert asked_of_two(text) == ()


def test_a_year_an_aim_and_a_span_of_time_name_no_subject() -> None:
    assert not names_subject("2025年的目标是几分钟以内？")
    assert names_subject("2025年预警几分钟以内？")


def test_a_body_that_takes_part_is_not_cut_in_two() -> None:
    assert not any(part.startswith("单位") for part in split_question("岚江渔港项目，牵头单位和参与单位各是哪些？"))
    assert len(split_question("岚江渔港项目与临港闸站项目，建设单位分别叫什么？")) == 2
