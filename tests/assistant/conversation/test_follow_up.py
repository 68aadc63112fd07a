"""A question that leans on the conversation is filled in from it; one that names its own subject is left alone."""

import pytest

from assistant.answer import Answer, Citation, Turn
from assistant.conversation.follow_up import context_of, resolve_follow_up


def resolved(question: str, *before: str) -> str:
    """`question` after a conversation in which `before` was asked, each resolved in its turn."""
    history: list[Turn] = []
    for asked in before:
        history.append(Turn(asked, Answer("answered", "", resolved_question=resolve_follow_up(asked, history))))
    return resolve_follow_up(question, history)


@pytest.mark.parametrize("question", ["那2027年呢？", "由谁负责？", "它的目标是多少？", "跌倒预警守护由谁建设？"])
def test_first_question_of_a_conversation_is_left_alone(question: str) -> None:
    assert resolved(question) == question


def answered(question: str, text: str, *quotes: str, title: str = "远帆市港口条例") -> Turn:
    """A turn whose answer is `text` and cites `quotes`."""
    citations = tuple(Citation(n, "d", "v", title, (), None, 10 * n, 10 * n + len(quote), quote) for n, quote in enumerate(quotes, 1))
    return Turn(question, Answer("answered", text, citations=citations, resolved_question=question))


BEFORE = "2025年港口岸电覆盖率要达到多少？"


@pytest.mark.parametrize("question", ["那2027年呢？", "2027年呢", "那到2027年呢？"])
def test_another_year_replaces_the_former_one(question: str) -> None:
    told = resolved(question, BEFORE)
    assert "2027" in told
    assert "2025" not in told
    assert "港口岸电覆盖率" in told
    assert "多少" in told


def test_year_is_added_to_a_question_without_one() -> None:
    told = resolved("那2027年呢？", "港口岸电覆盖率要达到多少？")
    assert "2027" in told
    assert "港口岸电覆盖率要达到多少" in told


def test_one_year_replaces_two() -> None:
    told = resolved("那2026年呢？", "2025年和2027年港口岸电覆盖率各是多少？")
    assert "2026" in told
    assert "2025" not in told
    assert "2027" not in told


def test_last_year_replaces_a_year() -> None:
    told = resolved("最后一年呢？", BEFORE)
    assert "最后一年" in told
    assert "2025" not in told


@pytest.mark.parametrize(
    "question",
    ["它由谁负责？", "这个项目由谁负责？", "该系统由谁负责？", "由谁负责？", "那由谁负责呢？", "责任单位是哪些？", "谁来负责？"],
)
def test_pronoun_and_omission_take_the_former_subject_and_not_what_was_asked_of_it(question: str) -> None:
    told = resolved(question, "冷链货物追溯系统什么时候建成？")
    assert "冷链货物追溯系统" in told
    assert "什么时候" not in told
    assert "它" not in told
    assert "负责" in told or "责任" in told


def test_attribute_alone_is_asked_of_the_former_subject_without_its_year() -> None:
    told = resolved("由谁负责？", BEFORE)
    assert "岸电覆盖率" in told
    assert "2025" not in told


@pytest.mark.parametrize(
    "question", ["跌倒预警守护目前进展如何？", "什么是古树？", "那冷链货物追溯由谁负责？", "智慧养老计划的社区食堂建几家？"]
)
def test_question_with_a_subject_of_its_own_does_not_take_the_former_one(question: str) -> None:
    assert "岸电" not in resolved(question, BEFORE)


def test_subject_is_kept_through_several_follow_ups() -> None:
    told = resolved("由谁负责？", BEFORE, "那2026年呢？", "那2027年呢？")
    assert "岸电覆盖率" in told
    assert resolved("2026年呢？", BEFORE, "那2027年呢？").count("20") == 1


def test_follow_up_takes_the_newest_subject() -> None:
    told = resolved("它的建设期限是什么？", BEFORE, "跌倒预警守护目前进展如何？")
    assert "跌倒预警守护" in told
    assert "岸电" not in told


def test_pronoun_within_a_question_that_names_its_subject_stays() -> None:
    question = "跌倒预警守护场景和其他雷达数据场景由谁建设？"
    assert resolved(question, BEFORE) == question


@pytest.mark.parametrize(("question", "year"), [("下一年呢？", "2026"), ("那再往后一年呢？", "2026"), ("前一年呢？", "2024")])
def test_year_told_by_the_one_before_is_counted_from_it(question: str, year: str) -> None:
    told = resolved(question, BEFORE)
    assert year in told
    assert "2025" not in told
    assert "岸电覆盖率" in told


def test_last_year_of_a_plan_is_not_the_year_after() -> None:
    assert "2026" not in resolved("最后一年呢？", BEFORE)


def test_another_level_replaces_the_former_one() -> None:
    told = resolved("那市级的呢？", "新认定一个国家级孵化器最多奖多少？")
    assert "市级孵化器" in told
    assert "国家级" not in told


def test_actor_asked_for_something_named_is_not_asked_for_the_former_subject() -> None:
    assert "岸电" not in resolved("那拖轮又是谁建的？", BEFORE)


def test_figure_with_a_noun_alone_belongs_to_the_former_subject() -> None:
    assert "冷链货物追溯系统" in resolved("做成了多少交易额？", "冷链货物追溯系统什么时候建成？")


@pytest.mark.parametrize("words", ["换个话题，", "换个问题：", "不说这个，"])
def test_words_that_change_the_subject_are_left_out_and_nothing_is_carried_over(words: str) -> None:
    assert resolved(f"{words}由谁负责？", BEFORE) == "由谁负责？"
    assert context_of(f"{words}由谁负责？", [Turn(BEFORE, Answer("answered", ""))]).text == ""
    assert context_of("由谁负责？", [Turn(BEFORE, Answer("answered", ""))]).text == BEFORE


@pytest.mark.parametrize(("question", "part"), [("参与的呢？", "参与单位"), ("那配合单位呢？", "配合单位")])
def test_another_part_in_the_same_thing_keeps_it(question: str, part: str) -> None:
    told = resolved(question, "冷链货物追溯系统由谁牵头？")
    assert "冷链货物追溯系统" in told
    assert part in told
    assert "冷链货物追溯系统" in resolved("它什么时候建成？", "冷链货物追溯系统由谁牵头？", question)


@pytest.mark.parametrize("question", ["同一年冷链货物追溯要建多少个？", "那一年冷链货物追溯要建多少个？"])
def test_same_year_is_the_one_spoken_of(question: str) -> None:
    assert resolved(question, BEFORE) == "2025年冷链货物追溯要建多少个？"
    assert "2025" not in resolved(question, "港口岸电覆盖率要达到多少？")


def test_new_subject_is_asked_what_was_asked_and_nothing_else_of_the_former_one() -> None:
    assert resolved("那擅自占用泊位呢？", "偷倒垃圾怎么罚？") == "擅自占用泊位 怎么罚"
    assert resolved("冷库的配备标准呢？", "港口行动对2015年泊位数有啥要求？") == "冷库的配备标准 2015年 有啥要求"


def test_name_in_marks_is_a_subject_whatever_it_says() -> None:
    assert resolved("“清单之外无证明”呢？", "“一码通港”归谁牵头？") == "“清单之外无证明” 归谁牵头"


def test_other_year_with_words_that_ask_is_a_question_of_its_own() -> None:
    told = resolved("到2027年要建成什么样？", "绿色港口行动计划2025年主要做什么？")
    assert "绿色港口行动计划" in told
    assert "什么样" in told
    assert "2025" not in told


def test_plan_keeps_its_name_where_a_year_follows() -> None:
    assert "行动计划2030年" in resolved("2030年呢？", "港口行动计划到2027年要建几个泊位？")


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        ("中型冷库最高补多少？", "小型的呢？", "小型冷库最高补多少？"),
        ("智算中心一期什么时候投用？", "那二期呢？", "智算中心二期什么时候投用？"),
        ("80周岁以上老人坐船补多少？", "60到79岁的呢？", "60到79岁老人坐船补多少？"),
    ],
)
def test_one_of_a_kind_replaces_the_other(before: str, question: str, told: str) -> None:
    assert resolved(question, before) == told


def test_pronoun_that_begins_a_question_is_replaced_whatever_follows() -> None:
    assert resolved("它最快几天放款到账？", "冷链贷款由谁办理？").startswith("冷链贷款")


def test_both_are_the_subjects_of_the_two_turns_before() -> None:
    told = resolved("它俩建设期限一样吗？", "冷链货物追溯由谁建设？", "跌倒预警守护由谁建设？")
    assert "冷链货物追溯和跌倒预警守护" in told


def test_body_in_the_answer_is_what_this_department_means() -> None:
    history = [answered("冷链货物追溯由谁牵头？", "冷链货物追溯：由市商务局牵头[1]。", "市商务局")]
    assert resolve_follow_up("这个部门还负责什么？", history) == "市商务局还负责什么？"
    assert "市商务局" not in resolve_follow_up("这个部门还负责什么？", [answered("冷链货物追溯何时建成？", "由市商务局发布[1]。", "x")])


def test_document_that_was_quoted_is_what_this_regulation_means() -> None:
    history = [answered("偷倒垃圾怎么罚？", "处五百元罚款[1]。", "处五百元罚款")]
    assert resolve_follow_up("这个条例什么时候施行？", history) == "《远帆市港口条例》施行日期是哪天？"
    assert "《" not in resolve_follow_up("这个计划什么时候施行？", history)


@pytest.mark.parametrize("question", ["And in 2027?", "What about 2027?", "By the end of 2027?"])
def test_another_year_in_english_replaces_the_former_one(question: str) -> None:
    assert resolved(question, "How many berths will there be by 2025?") == "How many berths will there be by 2027?"
    assert resolved("What about the berths of 2027?", "How many lifts by 2025?") == "What is the figure for the berths of 2027?"


def test_what_follows_upon_a_thing_keeps_it() -> None:
    assert "港口总体规划" in resolved("编好以后报谁批准？", "港口总体规划由谁编制？")


def test_question_with_words_of_its_own_says_what_it_was_filled_in_with() -> None:
    history = [answered("冷链货物追溯系统什么时候建成？", "2025年底建成[1]。", "2025年底建成")]
    context = context_of("涉及多少个环节？", history)
    assert context.carried.startswith("冷链货物追溯系统")
    assert context.near
    assert not context_of("由谁负责？", history).carried


def test_whole_sentence_that_was_told_is_no_place_to_stay_near() -> None:
    history = [answered("偷倒垃圾怎么罚？", "x[1]。", "偷倒垃圾的，由城市管理部门处五百元罚款。")]
    context = context_of("擅自占用公共泊位要罚多少？", history)
    assert context.documents == ("d",)
    assert not context.near


def test_what_came_of_a_plan_is_not_looked_for_in_the_plan() -> None:
    history = [answered("行动方案给智算中心定的规模是多少？", "600P[1]。", "600P")]
    assert not context_of("实际做到了多少？", history).documents
    assert resolve_follow_up("实际做到了多少？", history).startswith("智算中心")
    assert resolve_follow_up("由谁负责？", history).startswith("行动方案")


@pytest.mark.parametrize(
    ("question", "years"),
    [("2026、2027年呢？", "2026年和2027年"), ("后两年呢？", "2026年和2027年"), ("后面三年呢？", "2026年和2027年和2028年")],
)
def test_several_years_replace_the_former_one(question: str, years: str) -> None:
    assert resolved(question, BEFORE) == BEFORE.replace("2025年", years)


def test_next_years_of_a_question_without_one_are_not_counted() -> None:
    assert "年和" not in resolved("后两年呢？", "港口岸电覆盖率要达到多少？")


def test_question_that_goes_on_is_asked_of_the_same_document() -> None:
    before = "拖轮在港口规划里怎么说的？"
    assert resolved("还有呢，码头上要推广什么应用？", before).startswith("港口规划里")
    assert resolved("码头方面有哪些应用？", before).startswith("港口规划里")
    assert "港口规划" not in resolved("码头上要推广什么应用？", before)
    assert resolved("另外，渔业计划里推广什么应用？", before).count("里，") == 0


def test_another_duty_is_not_looked_for_where_the_former_one_stands() -> None:
    turn = answered("拖轮调度由哪些部门负责？", "由市港航局负责[1]。", "市港航局")
    assert not context_of("岸电推广呢？", [turn]).near
    assert context_of("岸电覆盖率呢？", [answered("拖轮数量是多少？", "拖轮5艘[1]。", "5艘")]).near


def test_district_that_was_asked_for_is_not_carried_over() -> None:
    assert resolved("它二期什么时候投运？", "北湾集装箱码头建在哪个区？").startswith("北湾集装箱码头 二期")


def test_what_was_to_be_done_is_not_carried_over() -> None:
    assert resolved("已经装了多少？", "岸电终端要装多少套？").startswith("岸电终端 已经")
    assert "要素" in resolved("由谁负责？", "港口数据要素有多少？")


@pytest.mark.parametrize("chat", ["好的，谢谢", "OK", "嗯嗯明白了", "收到！", "知道了，辛苦"])
def test_turn_that_only_acknowledges_is_not_what_the_next_one_leans_on(chat: str) -> None:
    assert resolved("那2027年呢？", BEFORE, chat) == BEFORE.replace("2025", "2027")
    assert resolved(chat, BEFORE) == chat
    assert context_of("由谁负责？", [Turn(BEFORE, Answer("answered", "")), Turn(chat, Answer("clarify", ""))]).text == BEFORE


@pytest.mark.parametrize("question", ["确定是80%吗？", "不是75%吗？", "我记得是60%，是不是？", "真的是80%？", "你确定吗？", "没搞错吧？"])
def test_figure_put_to_be_confirmed_asks_the_former_question_again(question: str) -> None:
    assert resolved(question, BEFORE) == BEFORE


def test_year_is_no_figure_to_confirm() -> None:
    assert "2027" in resolved("那到2027年呢？", BEFORE)
    assert "2027" in resolved("到27年呢", BEFORE)


def test_body_put_to_be_confirmed_asks_who_it_is() -> None:
    assert resolved("是市商务局在建吗？", "冷链货物追溯的建设期限是什么？") == "冷链货物追溯 由谁建？"
    assert resolved("不是市商务局牵头吧？", "冷链货物追溯什么时候建成？").endswith("由谁牵头？")
    assert "由谁" not in resolved("市商务局建了哪些场景？", "冷链货物追溯什么时候建成？")


@pytest.mark.parametrize(
    "question", ["商贸流通那份呢？", "那商贸流通的？", "商贸流通的又是谁发的？", "商贸流通呢？", "商贸流通那份是谁印发的？"]
)
def test_another_document_is_told_by_its_field_where_a_document_was_asked_for(question: str) -> None:
    told = resolved(question, "绿色港口行动计划由谁印发？")
    assert told.startswith("商贸流通行动计划")
    assert "发文机关" in told or "谁" in told
    assert "行动计划" not in resolved("商贸流通呢？", "绿色港口行动计划里2025年建几个泊位？")


@pytest.mark.parametrize("question", ["那渔业清单里呢？", "渔业那份清单里写的是谁？", "换到渔业清单呢？"])
def test_same_thing_is_asked_of_what_another_document_says(question: str) -> None:
    assert resolved(question, "港口清单里冷链货物追溯由谁建设？") == "渔业清单里，冷链货物追溯由谁建设？"


@pytest.mark.parametrize("question", ["跌倒预警守护？", "还有跌倒预警守护", "跌倒预警守护也是这样吗？", "跌倒预警守护又是啥情况？"])
def test_name_alone_is_asked_what_was_asked(question: str) -> None:
    assert resolved(question, "冷链货物追溯由谁建设？") == "跌倒预警守护 由谁建设"


def test_year_of_the_new_name_goes_before_the_former_one() -> None:
    assert resolved("同一年，拖轮数量呢？", BEFORE) == "2025年，拖轮数量 多少"
    assert resolved("再往前一年呢？", BEFORE, "同一年，拖轮数量呢？") == "2024年，拖轮数量 多少"


def test_noun_left_out_behind_its_attribute_is_taken_from_the_former_question() -> None:
    assert resolved("义务教育的呢？", "新增公办幼儿园学位多少个？").startswith("义务教育学位")
    assert "追溯" not in resolved("管陶瓷检测的那个呢？", "冷链货物追溯有多少个？")
    assert resolved("行业标准呢？", "获批国家标准奖多少？").startswith("行业标准")


def test_what_is_meant_stands_behind_a_slip() -> None:
    assert resolved("明年…不对，我是说2027年呢？", BEFORE) == BEFORE.replace("2025", "2027")


def test_other_of_a_kind_may_be_asked_something_else() -> None:
    assert resolved("二期建成后总规模呢？", "智算中心一期算力多少？").startswith("智算中心二期")
    assert resolved("市级产业引导基金规模有多大？", "国家级孵化器最多奖多少？").startswith("市级产业引导基金")


@pytest.mark.parametrize("question", ["完成时限呢？", "建设年限？", "总投资呢？", "服务部门呢？", "最长呢？"])
def test_attribute_alone_is_no_other_thing(question: str) -> None:
    assert resolved(question, "冷链货物追溯由谁建设？").startswith("冷链货物追溯")


def test_body_without_a_verb_confirms_the_actor_that_was_asked_for() -> None:
    assert resolved("不是市商务局吗？", "冷链货物追溯由谁牵头？") == "冷链货物追溯由谁牵头？"


def test_another_attribute_of_the_same_document_is_not_another_document() -> None:
    told = resolved("提建议的是哪位代表？", "第0344号建议答复的签发人是谁？")
    assert told.startswith("第0344号建议答复")
    assert resolved("那商贸流通那份的文号呢？", "绿色港口行动计划哪天印发的？").endswith("文号")


def test_whether_one_body_does_both_is_told_by_who_does_each() -> None:
    told = resolved("这俩是同一家建的吗？", "冷链货物追溯由谁建设？", "跌倒预警守护由谁建设？")
    assert told.startswith("冷链货物追溯和跌倒预警守护 分别由谁建")


def test_who_any_rule_speaks_of_is_no_subject() -> None:
    assert resolved("一家企业一年封顶多少？", "海岛航线每条补多少？").startswith("海岛航线")


def test_what_was_reached_is_not_looked_for_as_a_target() -> None:
    assert resolved("2023年实际是多少？", "2024年粮食产量目标多少？").startswith("粮食产量 ")


@pytest.mark.parametrize("words", ["跑个题，", "插一句，", "题外话，"])
def test_digression_changes_the_subject(words: str) -> None:
    assert resolved(f"{words}由谁负责？", BEFORE) == "由谁负责？"


def test_other_row_is_not_looked_for_where_the_former_one_stands() -> None:
    turn = answered("冷链货物追溯的建设期限是什么？", "2024—2025[1]。", "2024—2025")
    assert not context_of("那给老人报警的场景呢？", [turn]).near


def test_a_year_and_a_verb_name_no_subject_of_their_own() -> None:
    last = answered("口袋公园 2025年 多少", "2025年，建设口袋公园30个。", "建设口袋公园30个")
    assert "口袋公园" in resolve_follow_up("去年建了几个？", [last])
    assert not context_of("去年建了几个？", [last]).carried
    assert "口袋公园" not in resolve_follow_up("去年新建改建充电桩几个？", [last])


@pytest.mark.parametrize("words", ["换个事儿，", "先不管这个，", "先不聊那个，"])
def test_setting_the_former_aside_changes_the_subject(words: str) -> None:
    assert resolved(f"{words}渔港节办几场？", BEFORE) == "渔港节办几场？"


def test_year_told_anew_takes_the_place_of_the_former_relative_one() -> None:
    told = resolved("去年实际建了几座？", "今年要建多少座渔港灯塔？")
    assert "灯塔" in told
    assert "今年" not in told


def test_amount_of_the_same_thing_is_asked_for() -> None:
    assert resolved("一天封顶呢？", "一类海区的泊船费首小时多少钱？").endswith("一天封顶多少？")
    assert "一类海区" in resolved("一天封顶呢？", "一类海区的泊船费首小时多少钱？")


def test_name_made_of_words_of_any_plan_is_a_name() -> None:
    assert resolved("示范场景呢？", "智能算力2027年要到多少？").startswith("示范场景 2027年")


def test_gone_back_to_is_asked_in_the_light_of_its_own_turn() -> None:
    told = resolved("再回到渔港节，2026年呢？", "渔港节2025年办几场？", "换个话题，灯塔要修多少座？")
    assert told == "渔港节2026年办几场？"


def test_who_does_what_was_answered_is_looked_for_where_that_stands() -> None:
    turn = answered("不报告罚多少？", "由渔港监督机构处一千元罚款[1]。", "由渔港监督机构处一千元罚款。")
    assert context_of("由哪个部门处理？", [turn]).answered
    assert not context_of("灯塔由哪个部门维护？", [turn]).answered
    assert not context_of("罚款由谁牵头？", [answered("灯塔由谁负责？", "市港航局[1]", "市港航局")]).answered


def test_kind_just_told_is_spoken_of_where_it_stands() -> None:
    turn = answered("渔家乐归哪类项目？", "包括渔家乐、海钓等。", "包括渔家乐、海钓等。")
    context = context_of("这一类可以采用什么模式？", [turn])
    assert context.near
    assert context.carried.startswith("渔家乐")
    assert not context_of("这一类场景由谁建设？", [turn]).carried


def test_the_last_year_names_nothing() -> None:
    assert resolved("最后一年要建个什么？", "渔港振兴2025年要完善什么系统？").startswith("渔港振兴")


@pytest.mark.parametrize("question", ["责任单位有哪些？", "配合单位呢？"])
def test_who_has_a_part_in_what_was_answered_is_looked_for_there(question: str) -> None:
    for before in ("渔港用户要到多少？", "渔港谁牵头？"):
        assert context_of(question, [answered(before, "260万人[1]。", "用户260万人")]).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("价格会不会很贵？", "价格会不会很贵"),
        ("贵不贵？", "价格贵不贵"),
        ("价格呢？", "价格"),
        ("用量大不大？", "用量大不大"),
    ],
)
def test_whether_it_is_much_or_little_is_asked_of_the_former_subject(question: str, told: str) -> None:
    resolved_to = resolved(question, "冷藏船从哪年起必须用岸电？")
    assert "岸电" in resolved_to
    assert told in resolved_to
    assert "哪年" not in resolved_to


def test_quality_of_a_thing_named_beside_it_is_asked_of_that_thing() -> None:
    assert "岸电" not in resolved("渡口停车费用高不高？", "冷藏船从哪年起必须用岸电？")


def told_of_row(question: str) -> Turn:
    """A turn that was answered from a row of a table."""
    row = {"kind": "scenario", "name": "渔港灯塔", "table": "项目表", "markers": [1], "项目周期": "2024", "建设运营模式建议": "企业自建"}
    return Turn(question, Answer("answered", "市港航局[1]。", facts=(row,), resolved_question=question))


@pytest.mark.parametrize("question", ["建议用什么模式建设运营？", "建设运营模式呢？", "期限呢？"])
def test_column_of_the_row_just_told_is_asked_of_that_row(question: str) -> None:
    turn = told_of_row("渔港灯塔由谁牵头？")
    assert resolve_follow_up(question, [turn]).startswith("渔港灯塔")
    assert not context_of(question, [turn]).carried


def test_thing_that_is_no_column_of_the_row_just_told_is_a_subject() -> None:
    assert not resolve_follow_up("渔业大数据平台由谁建设？", [told_of_row("渔港灯塔由谁牵头？")]).startswith("渔港灯塔")


def test_former_attribute_is_not_asked_again_beside_another_one() -> None:
    assert resolved("项目周期呢？", "渔港灯塔由谁牵头？", "建设运营模式呢？") == "渔港灯塔 项目周期呢？"


def test_turn_is_put_plainly_before_it_is_filled_in() -> None:
    assert resolved("承办单位呢？", "滨江泵站巡检什么时候开始？").endswith("责任单位是谁？")
    assert resolved("再请教一句，潮位站归谁管？", "滨江泵站由谁负责？") == "潮位站归谁管？"


def test_what_came_of_it_and_the_thing_in_the_list_point_to_the_former_subject() -> None:
    assert resolved("由此带来的交易额是多少？", "滨江包机飞哪两个城市？").startswith("滨江包机")
    assert "滨江泵站项目" in resolved("表里推荐这个项目按什么模式建设？", "滨江泵站项目由谁牵头？")
    assert "滨江泵站项目" in resolved("推荐的运营方式呢？", "滨江泵站项目由谁牵头？")


@pytest.mark.parametrize("question", ["到了计划收官那年，件数定的是多少？", "那到规划期末尾那年是多少？"])
def test_last_year_may_be_told_before_what_is_asked_of_it(question: str) -> None:
    assert resolved(question, "2024年滨江潮位站要建几件？") == "最后一年滨江潮位站要建几件？"


def test_part_of_what_was_counted_is_no_subject_of_its_own() -> None:
    assert "渔港算力中心" in resolved("其中实际提供了服务的是几家", "渔港算力中心发展了多少家客户？")


@pytest.mark.parametrize("question", ["起草完了要报谁批准？", "编制完成后交谁审批？", "写好了之后，得由谁批准？"])
def test_what_follows_upon_what_was_asked_is_asked_of_it(question: str) -> None:
    assert "渔港总体规划" in resolved(question, "渔港总体规划由谁编制？")
