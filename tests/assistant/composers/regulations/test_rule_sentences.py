"""Rules are found by what they say of the matter, not by the words that ask for one, and what is left to others is not told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering import draft_answer
from assistant.composers.prose.sentences import compose_sentences
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市公园养犬管理条例

第一条 车辆未经允许不得进入公园，允许进入的车辆应当慢行。

第二条 禁止在公园内设立会所会馆等场所。

第三条 具有下列情形之一的，养犬人应当办理养犬登记变更：

（一）养犬人地址变更的；

（二）犬只转让的。

第四条 养犬人违法饲养烈性犬并伤害他人的，终身不予办理养犬登记。

第五条 烈性犬的品种目录由市公安部门会同市农业农村部门确定，并向社会公布。
"""


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("park"), 公园=RULES) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("公园里允许开会所吗？", "禁止在公园内设立会所"),
        ("什么情形会让人一辈子都办不了养犬登记？", "终身不予办理养犬登记"),
        ("烈性犬目录由谁确定？", "由市公安部门会同市农业农村部门确定"),
    ],
)
def test_the_rule_that_says_the_matter_goes_first(park: Reader, question: str, said: str) -> None:
    draft = compose_sentences(park.evidence(question))
    assert draft is not None
    assert draft.status == "answered"
    assert said in draft.statements[0].text


def test_what_is_left_to_others_to_determine_is_not_told(park: Reader) -> None:
    draft = compose_sentences(park.evidence("烈性犬目录里都有哪些品种？"))
    assert draft is not None
    assert (draft.status, draft.reason) == ("not_found", "not_in_corpus")
    assert "确定，并向社会公布" in draft.statements[-1].text


def test_what_follows_from_not_doing_it_is_told_from_the_same_article(tmp_path: Path) -> None:
    rules = (
        "# 岚江市犬只收容条例\n\n第一条 被收容的犬只，由收容场所通知养犬人在五日内认领。养犬人逾期不认领犬只的，视作遗弃。\n\n"
        "第二条 逾期不缴纳登记费的，由收容场所通知养犬人补缴。\n"
    )
    with reading(tmp_path, 收容=rules) as reader:
        text = reader.ask("犬只被收容了，养犬人几天内去认领？不去会怎么样？").text
        assert "五日内" in text
        assert "视作遗弃" in text
        assert "补缴" not in text


MOORING = """# 岚江市停放条例

第一条 停放应当整齐有序。

第二条 禁止在下列区域停放手推车：

（一）消防通道；

（二）交叉口、渡口、人员密集场所出入口等公共场所划定的禁止停放区域。

第三条 符合条件的，准予停放，当场发放停放标识，并告知停放规范。

第四条 个人停放手推车的，应当符合下列条件：

（一）有本市居住证；

（二）手推车贴有标识。
"""


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("哪些地方禁止停放手推车？", ("消防通道", "交叉口")),
        ("个人停放手推车要符合什么条件？", ("本市居住证", "贴有标识")),
    ],
)
def test_a_list_is_told_whole_and_not_by_the_item_that_says_most(tmp_path: Path, question: str, items: tuple[str, ...]) -> None:
    with reading(tmp_path, 停放=MOORING) as reader:
        draft = compose_sentences(reader.evidence(question))
    assert draft is not None
    text = "".join(statement.text for statement in draft.statements)
    assert all(item in text for item in items)


def test_what_is_granted_is_told_where_that_is_asked_and_not_how_many_there_are(tmp_path: Path) -> None:
    texts = {
        "意见": "# 岚江市支持渔业发展的实施意见\n\n一、支持企业\n\n对首次认定为渔业龙头企业的，给予企业20万元奖励。\n",
        "报告": "# 2025年岚江市政府工作报告\n\n一、2024年工作回顾\n\n2024年，渔业龙头企业总数达到412家。\n\n二、2025年工作\n\n2025年，渔业龙头企业突破460家。\n",
    }
    with reading(tmp_path, **texts) as reader:
        draft = draft_answer(reader.evidence("头一回评上渔业龙头企业，奖多少？"))
        counted = draft_answer(reader.evidence("2025年渔业龙头企业要达到多少家？"))
    assert "20万元" in "".join(statement.text for statement in draft.statements)
    assert "460家" in "".join(statement.text for statement in counted.statements)


TRANSITION = """# 岚江市手推车管理条例

第一条 为了规范手推车，制定本条例。

第二条 本条例施行前购买的不合标准的手推车，所有人应当在2024年12月31日前申领临时标志，过渡期至2026年9月30日止。

第三条 过渡期满后，不得上路。

第四条 登记手推车的，应当提供身份证明。登记材料齐全的，应当当场登记。
"""


def test_a_deadline_in_an_article_is_told_with_the_rule_it_is_part_of(tmp_path: Path) -> None:
    with reading(tmp_path, 手推车=TRANSITION) as reader:
        draft = draft_answer(reader.evidence("不合标准的手推车，过渡期到哪天？"))
        given = draft_answer(reader.evidence("登记手推车要交什么材料？"))
    assert "2026年9月30日" in "".join(statement.text for statement in draft.statements)
    assert "身份证明" in "".join(statement.text for statement in given.statements)
