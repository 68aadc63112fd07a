"""The penalty for a conduct is found through the article that it refers to, and none is told that does not refer to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering import draft_answer
from assistant.composers.regulations.penalties import PENALTY_ASKED, compose_penalty
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市停泊条例

## 第一章 总则

第一条 为了规范停泊，制定本条例。

第二条 泊位经营者应当公示收费标准，不得拒收现金。

## 第二章 停泊

第三条 任何单位和个人不得有下列行为：

（一）擅自拆除系船柱和护舷；

（二）在航标上系缆；

（三）在取水口洗刷油舱。

第四条 船员应当按时清运生活垃圾。

第五条 夜间停泊应当开启锚灯。

## 第三章 法律责任

第六条 违反本条例第二条规定的，由市港航局责令限期改正；逾期不改正的，处三千元罚款。

第七条 违反本条例第三条第一项规定的，由海事机构处五百元以上一千元以下罚款。

违反本条例第三条第三项规定的，由生态环境部门处二万元罚款。

第八条 夜间停泊未开启锚灯的，由海事机构处警告或者二百元罚款。

第九条 港航管理人员有下列行为之一的，依法给予处分：

（一）泄露举报人信息的；

（二）索取船户财物的。
"""


@pytest.fixture(scope="module")
def berths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("berths"), 停泊=RULES) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "article", "said", "not_said"),
    [
        ("擅自拆除系船柱怎么罚？", "第七条", ("海事机构", "五百元以上一千元以下", "擅自拆除系船柱"), "二万元"),
        ("在取水口洗刷油舱会被罚多少钱？", "第七条", ("生态环境部门", "二万元", "在取水口洗刷油舱"), "五百元"),
        ("夜间停泊没开锚灯，会受什么处罚？", "第八条", ("二百元",), "三千元"),
        ("经营者拒收现金，不改正会怎样？", "第六条", ("三千元", "不得拒收现金"), "二百元"),
        ("哪个部门负责处罚擅自拆除系船柱的人？", "第七条", ("海事机构", "五百元"), "二万元"),
        ("泊位经营者夜间停泊不开锚灯怎么罚？", "第八条", ("二百元",), "三千元"),
        ("港航管理人员索取船户财物会受到什么处分？", "第九条", ("依法给予处分", "索取船户财物"), "泄露"),
    ],
)
def test_the_penalty_is_told_with_the_conduct_it_refers_to(
    berths: Reader, question: str, article: str, said: tuple[str, ...], not_said: str
) -> None:
    draft = compose_penalty(berths.evidence(question))
    assert draft is not None
    assert draft.status == "answered"
    text = "".join(statement.text for statement in draft.statements)
    assert text.startswith(f"{article}：")
    assert all(words in text for words in said)
    assert not_said not in text


@pytest.mark.parametrize(
    "question",
    [
        "夜间停泊不开锚灯和在取水口洗刷油舱，罚款分别是多少？",
        "夜间停泊没开锚灯、在取水口洗刷油舱，各罚多少？",
        "夜间停泊不开锚灯跟在取水口洗刷油舱哪个罚得重，各罚多少？",
    ],
)
def test_of_two_conducts_each_has_its_penalty(berths: Reader, question: str) -> None:
    draft = draft_answer(berths.evidence(question))
    text = "".join(statement.text for statement in draft.statements)
    assert draft.status == "answered"
    assert "二百元" in text
    assert "二万元" in text
    assert "三千元" not in text


def test_a_conduct_named_with_and_is_one(berths: Reader) -> None:
    draft = compose_penalty(berths.evidence("擅自拆除系船柱和护舷分别怎么罚？"))
    assert draft is not None
    assert [statement.text[:3] for statement in draft.statements].count("第七条") == 1


def test_an_item_that_no_penalty_refers_to_has_none(berths: Reader) -> None:
    draft = draft_answer(berths.evidence("在航标上系缆会被罚多少钱？"))
    assert draft.status == "not_found"
    assert "元" not in "".join(statement.text for statement in draft.statements)


@pytest.mark.parametrize("question", ["在码头打架罚多少？", "未成年人驾船怎么罚？", "在码头唱歌罚多少？", "停泊条例规定船员应当做什么？"])
def test_no_penalty_is_told_for_what_no_provision_says(berths: Reader, question: str) -> None:
    assert compose_penalty(berths.evidence(question)) is None


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("由谁来罚？", True),
        ("要受什么处罚？", True),
        ("罚款数额是多少？", True),
        ("不按时清运的罚款分别是多少？", True),
        ("各罚多少？", True),
        ("处罚写在第几条？", True),
        ("一个证罚他多少？", True),
        ("把监控拆了，逾期不恢复会怎样？", True),
        ("逾期多少天算失信？", False),
        ("行政处罚案件网上办理率要达到多少？", False),
        ("2025年行政处罚案卷合格率是多少？", False),
    ],
)
def test_a_penalty_is_asked_for_in_these_words(question: str, asks: bool) -> None:
    assert (PENALTY_ASKED.search(question) is not None) is asks


LISTED = """# 岚江市码头管理条例

## 第一章 总则

第一条 个人接收寄存货物的，应当登记。个人接收寄存货物不得超过三件。

第二条 禁止在下列场所燃放烟花爆竹：

（一）栈桥；

（二）油库周围。

## 第二章 法律责任

第三条 违反本条例规定，有下列行为之一的，由港口管理部门责令改正，并按下列规定处罚：

（一）随意倾倒废油的，处三千元罚款；

（二）攀爬塔吊的，处五十元罚款。

第四条 违反本条例第一条规定，个人接收寄存货物超过规定数量的，由港口管理部门处二百元罚款；拒不改正的，没收货物。

第五条 违反本条例第二条规定，在禁止燃放的场所燃放烟花爆竹的，由公安机关处四百元罚款。
"""


@pytest.fixture(scope="module")
def docks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("docks"), 码头=LISTED) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("把废油倒进江里罚多少？", ("第三条", "港口管理部门责令改正", "三千元"), "五十元"),
        ("攀爬塔吊怎么罚？", ("第三条", "五十元"), "三千元"),
        ("个人最多能接几件寄存货物？超了怎么罚？", ("二百元", "拒不改正的，没收货物", "不得超过三件"), "四百元"),
        ("在栈桥放烟花行不行？罚多少？", ("公安机关", "四百元", "栈桥"), "油库"),
    ],
)
def test_a_penalty_in_a_list_for_a_paragraph_or_for_what_a_rule_forbids(
    docks: Reader, question: str, said: tuple[str, ...], not_said: str
) -> None:
    text = "".join(statement.text for statement in draft_answer(docks.evidence(question)).statements)
    assert all(words in text for words in said)
    assert not_said not in text


def test_of_two_regulations_the_one_whose_title_the_question_speaks_of_has_the_penalty(tmp_path: Path) -> None:
    parks = "# 岚江市公园条例\n\n第一条 游客应当爱护公园。\n\n第二条 违反本条例规定，在公园攀爬雕塑的，由公园主管部门处五十元罚款。\n"
    fires = "# 岚江市烟花爆竹规定\n\n第一条 禁止在公园绿地、草坪燃放烟花爆竹。\n\n第二条 违反本规定第一条规定的，由公安机关处四百元罚款。\n"
    with reading(tmp_path, 公园=parks, 烟花=fires) as reader:
        draft = compose_penalty(reader.evidence("在公园草坪上打滚怎么罚？"))
        assert draft is None or "四百元" not in "".join(statement.text for statement in draft.statements)


def test_what_announces_a_list_of_penalties_is_none_by_itself(tmp_path: Path) -> None:
    rules = (
        "# 岚江市码头条例\n\n第一条 经营者应当履行下列义务：\n\n（一）设置禁烟标志；\n\n（二）劝阻吸烟者。\n\n"
        "第二条 经营者违反本条例第一条规定的，按照下列规定处罚：\n\n"
        "（一）违反本条例第一条第一项规定的，责令限期改正，处二千元罚款；\n\n（二）违反本条例第一条第二项规定的，给予警告，处五千元罚款。\n"
    )
    with reading(tmp_path, 码头=rules) as reader:
        draft = compose_penalty(reader.evidence("码头经营者不设置禁烟标志怎么罚？"))
        assert draft is None or "按照下列规定处罚。" not in "".join(statement.text for statement in draft.statements)


REMITTED = """# 岚江市渡口条例

第一条 乘客应当穿救生衣。

第二条 未穿救生衣乘船的，由海事机构处二十元罚款。首次未穿救生衣乘船的，可以以学习安全知识代替罚款。

第三条 接到落水报告后，渡口经营者应当在十分钟内派船施救。

第四条 渡口经营者有下列情形之一的，由海事机构处一万元罚款：

（一）接到落水报告后，十分钟内未派船施救的；

（二）夜间未开灯的。
"""


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("乘船不穿救生衣罚多少？", "二十元", "代替"),
        ("乘船第一次没穿救生衣，能以学习安全知识代替罚款吗，怎么罚？", "代替", "一万元"),
        ("接到落水报告后经营者没在十分钟内派船施救，罚多少？", "一万元", "没有写明"),
    ],
)
def test_a_sum_is_told_where_one_is_asked_and_a_penalty_for_what_a_duty_says_as_well(
    tmp_path: Path, question: str, said: str, not_said: str
) -> None:
    with reading(tmp_path, 渡口=REMITTED) as reader:
        draft = draft_answer(reader.evidence(question))
    text = "".join(statement.text for statement in draft.statements)
    assert said in text
    assert not_said not in text


SPARED = """# 岚江市泊船条例

## 第一章 法律责任

第一条 驾驶人未穿救生衣的，处二十元罚款。

首次未穿救生衣的，可以以学习安全知识代替罚款。
"""


def test_getting_away_without_a_fine_is_told_where_that_is_asked(tmp_path: Path) -> None:
    with reading(tmp_path, 泊船=SPARED) as reader:
        spared = compose_penalty(reader.evidence("第一次没穿救生衣能不能不罚款？"))
        fined = compose_penalty(reader.evidence("没穿救生衣罚多少？"))
    assert spared is not None
    assert fined is not None
    assert "代替罚款" in spared.statements[0].text
    assert "二十元" in fined.statements[0].text


SHARED = """# 岚江市泊位条例

## 第一章 总则

第一条 为了规范泊位，制定本条例。

第二条 任何单位和个人不得擅自设置、撤除泊位，不得在泊位上设置浮桩、缆锁等障碍物。

第三条 泊位经营者应当公示收费标准。

## 第二章 法律责任

第四条 违反本条例第二条规定，擅自设置、撤除泊位的，由市港航局责令改正，处五百元以上二千元以下罚款；设置浮桩、缆锁等障碍物的，处二百元以上一千元以下罚款。

第五条 违反本条例第三条规定，未公示收费标准的，由市市场监督管理局处三百元罚款。
"""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("泊位")), 泊位=SHARED) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        ("同样是乱动泊位，擅自设置或撤除的，和装浮桩缆锁的，罚款幅度有什么不同？", ("五百元以上二千元以下", "二百元以上一千元以下")),
        ("擅自撤除泊位跟设置缆锁的罚款一样吗？", ("五百元以上二千元以下", "二百元以上一千元以下")),
        ("擅自设置泊位且拒不改正，和未公示收费标准，罚款差在哪？", ("五百元以上二千元以下", "三百元")),
    ],
)
def test_penalties_set_against_each_other_are_both_told(shared: Reader, question: str, sums: tuple[str, str]) -> None:
    answer = shared.ask(question)
    assert all(one in answer.text for one in sums), answer.text


def test_the_second_conduct_of_a_sentence_has_its_own_penalty(shared: Reader) -> None:
    answer = shared.ask("在泊位上设置缆锁罚多少？")
    assert "二百元以上一千元以下" in answer.text
    assert "五百元" not in answer.text


BEHIND = """# 岚江市采石条例

## 第一章 法律责任

第一条 未经许可采石的，由市水务局责令停止，没收所采石料。采石十吨以下的，处一万元罚款；超过十吨的，处三万元罚款。

第二条 采石船在禁采区滞留的，由市水务局处五千元罚款。

第三条 从事石料价格欺诈的，依照《中华人民共和国价格法》的规定处罚。
"""


def test_a_sum_that_the_next_sentence_says_is_told_with_the_penalty(tmp_path: Path) -> None:
    with reading(tmp_path, 采石=BEHIND) as reader:
        fined = compose_penalty(reader.evidence("未经许可采石罚多少钱？"))
        elsewhere = compose_penalty(reader.evidence("石料价格欺诈最高罚多少万元？"))
        by_law = compose_penalty(reader.evidence("石料价格欺诈怎么罚？"))
    assert fined is not None
    assert "一万元" in "".join(statement.text for statement in fined.statements)
    assert elsewhere is not None
    assert elsewhere.status == "not_found"
    assert by_law is not None
    assert by_law.status == "answered"
