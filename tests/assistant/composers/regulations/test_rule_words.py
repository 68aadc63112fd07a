"""What one may, must or need not do is told from the sentence that binds, an item of a list with the words that announce it."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.sentences import compose_sentences
from assistant.composers.regulations.rule_words import (
    announcement_of,
    asks_for_grant,
    asks_for_rule,
    asks_for_term,
    asks_for_the_opposite,
    asks_what_is_forbidden,
    binds,
    comes_before,
    grants,
    leaves_open,
    only_mentions,
    permission_words,
    sets_term,
    sets_term_as_asked,
)
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市停泊条例

第一条 为了规范停泊，制定本条例。

第二条 任何单位和个人不得有下列行为：

（一）在航道内设置养殖网箱；

（二）在码头堆放油桶。

发现漂浮物的，可以自行打捞。

第三条 码头由区政府建设，工程包括下列内容：

（一）护岸加固；

（二）航标更新。

第四条 渔民申请泊位的，港航部门应当自收到申请之日起五个工作日内答复。

泊位信息录入有遗漏的，由港航部门补录。
"""


@pytest.fixture(scope="module")
def berths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("berths"), 停泊=RULES) as reader:
        yield reader


def _answer(reader: Reader, question: str) -> str:
    draft = compose_sentences(reader.evidence(question))
    return "".join(statement.text for statement in draft.statements) if draft else ""


def test_an_item_stands_behind_the_words_that_announce_it(berths: Reader) -> None:
    assert "任何单位和个人不得有下列行为：在航道内设置养殖网箱。" in _answer(berths, "我在航道里设置养殖网箱，行不行啊？")


def test_the_announcement_of_an_item_is_the_sentence_right_before_its_list(berths: Reader) -> None:
    document = berths.knowledge.document(next(iter(berths.knowledge.documents())).id)
    leads = {
        passage.span.of(document.text): lead.of(document.text)
        for passage in document.passages
        if (lead := announcement_of(document, passage, passage.sentences[0]))
    }
    assert set(leads.values()) == {"任何单位和个人不得有下列行为：", "码头由区政府建设，工程包括下列内容："}
    assert not any("为了规范停泊" in item for item in leads)


def test_the_sentence_that_sets_a_term_is_taken_where_a_term_is_asked_for(berths: Reader) -> None:
    assert "五个工作日内" in _answer(berths, "渔民申请泊位，几天内给答复？")


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("装个地锁行不行啊？", True),
        ("它能不收吗？", True),
        ("要不要自己掏钱？", True),
        ("这合规矩吗？", True),
        ("还要再交一回钱吗？", True),
        ("不准装在哪儿？", True),
        ("能不能告诉我谁负责？", False),
        ("2025年目标是多少？", False),
        ("功能有哪些？", False),
    ],
)
def test_a_rule_is_asked_for_in_these_words(question: str, asks: bool) -> None:
    assert asks_for_rule(question) is asks


@pytest.mark.parametrize(
    ("text", "said"), [("不得拒收现金", True), ("免费安装", True), ("违反本条例，应当停业的，处罚款", False), ("建成泊位五处", False)]
)
def test_these_words_bind(text: str, said: bool) -> None:
    assert binds(text) is said


@pytest.mark.parametrize(
    ("question", "asks"), [("几天内给我弄好？", True), ("多久给答复？", True), ("多久能建成一座桥", True), ("哪天施行？", False)]
)
def test_a_term_is_asked_for_in_these_words(question: str, asks: bool) -> None:
    assert asks_for_term(question) is asks


@pytest.mark.parametrize(("text", "said"), [("五个工作日内处理完毕", True), ("自变更之日起三十日内", True), ("2025年底前", False)])
def test_these_words_set_a_term(text: str, said: bool) -> None:
    assert sets_term(text) is said


@pytest.mark.parametrize(
    ("question", "text", "opposite"),
    [
        ("哪些地方必须装监控？", "禁止在下列部位安装", True),
        ("哪些地方不准装监控？", "禁止在下列部位安装", False),
        ("哪些地方不能停车？", "下列区域应当设置停车泊位", True),
        ("哪些地方必须装监控？", "下列场所应当安装", False),
    ],
)
def test_what_must_be_done_is_the_opposite_of_what_must_not(question: str, text: str, opposite: bool) -> None:
    assert asks_for_the_opposite(question, text) is opposite


def test_a_list_of_what_is_forbidden_is_none_of_what_is_required(berths: Reader) -> None:
    assert "不得有下列行为" not in _answer(berths, "码头必须有哪些工程？")


def test_a_paragraph_behind_a_list_is_none_of_its_items(berths: Reader) -> None:
    answer = _answer(berths, "发现漂浮物能自己捞吗？")
    assert "发现漂浮物的，可以自行打捞。" in answer
    assert "不得有下列行为" not in answer
    listed = _answer(berths, "在码头和航道不得有哪些行为？")
    assert "（二）在码头堆放油桶" in listed
    assert "漂浮物" not in listed


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("目录里都有哪些品种？", "目录由市公安部门确定，并向社会公布", True),
        ("供热期从几月几日到几月几日？", "市人民政府应当根据实际情况确定采暖供热期并向社会公布", True),
        ("这种情况由哪些组织提起诉讼？", "由国家网信部门确定的组织，可以提起诉讼", False),
        ("目录由哪个部门确定？", "目录由市公安部门确定，并向社会公布", False),
        ("具体办法由谁制定？", "具体办法由市人民政府另行制定", False),
        ("目录里都有哪些品种？", "目录包括藏獒、斗牛犬", False),
    ],
)
def test_what_is_left_open_to_whom(question: str, text: str, expected: bool) -> None:
    assert leaves_open(question, text) is expected


def test_the_words_that_ask_for_permission_are_read_off_questions_for_a_rule_alone() -> None:
    assert permission_words("公园允许开会所吗？") == "允许"
    assert permission_words("哪些车辆允许进入公园") == ""


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("企业头一回进名单奖多少？", True),
        ("租泊位能补几万？", True),
        ("搬进基地房租能免几年？", True),
        ("买算力给报多少？", True),
        ("按多少比例资助，最多多少？", True),
        ("能领多少奖金？", True),
        ("五年要扶持多少家企业？", False),
        ("在外地住院能直接报销吗？", False),
        ("补短板项目有多少个？", False),
        ("补充耕地多少亩？", False),
        ("产业配套的平台接入多少家？", False),
        ("报送信息多少条？", False),
        ("获得国家奖项多少个？", False),
        ("登记证遗失后多少日内补发？", False),
        ("接种免疫要多少钱？", False),
        ("租金减免多少个月？", True),
    ],
)
def test_a_grant_is_asked_for_in_these_words(question: str, asks: bool) -> None:
    assert asks_for_grant(question) is asks


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("给予20万元奖励", True), ("每餐补2元", True), ("水量补给2处", False), ("三年房租全免", True), ("高新技术企业达到412家", False)],
)
def test_a_grant_is_told_in_these_words(text: str, is_one: bool) -> None:
    assert grants(text) is is_one


@pytest.mark.parametrize(
    ("question", "asks"),
    [("多长时间要赶到？", True), ("录像存多久？", True), ("台账要保存几年？", True), ("多少天内上牌？", True), ("什么时候施行？", False)],
)
def test_a_term_is_asked_for_by_what_it_is_to_last_as_well(question: str, asks: bool) -> None:
    assert asks_for_term(question) is asks


@pytest.mark.parametrize(("text", "sets"), [("三十分钟内赶到", True), ("保存不少于二年", True), ("在2024年12月31日前申领", False)])
def test_a_date_is_no_term(text: str, sets: bool) -> None:
    assert sets_term(text) is sets


def test_who_fulfils_conditions_is_not_what_they_are() -> None:
    assert only_mentions("养犬要符合什么条件？", "符合条件的，准予登记。")
    assert not only_mentions("养犬要符合什么条件？", "养犬人应当符合下列条件：")
    assert not only_mentions("登记后发什么证？", "符合条件的，准予登记。")


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("挂出泊位之前必须做完哪些事？", "在发布信息前，应当核对船主身份。", True),
        ("发布泊位前应当先做什么？", "发布前应当核对船主身份。", True),
        ("挂出泊位之前必须做完哪些事？", "船主应当自签约之日起两日内撤下信息。", False),
        ("挂出泊位之前必须做完哪些事？", "在发布信息前，核对了船主身份。", False),
        ("谁来核对船主身份？", "在发布信息前，应当核对船主身份。", False),
        ("拖船要几天？", "应当提前五日公告。", False),
    ],
)
def test_what_must_come_before_is_told_where_that_is_asked(question: str, text: str, told: bool) -> None:
    assert comes_before(question, text) is told


def test_what_is_forbidden_is_asked_for_outright() -> None:
    assert asks_what_is_forbidden("什么样的码头不让堆油桶？")
    assert not asks_what_is_forbidden("码头能不能堆油桶？")


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("买船几天内要登记？", "应当自购船之日起二十日内申请登记。", True),
        ("买船几天内要登记？", "应当自本条例施行之日起三个月内申领临时牌证。", False),
        ("买船几个月内要登记？", "应当自本条例施行之日起三个月内申领临时牌证。", True),
        ("买船去哪登记？", "应当自购船之日起二十日内申请登记。", False),
    ],
)
def test_a_term_is_set_in_the_unit_asked_for(question: str, text: str, told: bool) -> None:
    assert sets_term_as_asked(question, text) is told
