"""A rule for bodies is none for a person, nor the other way round, where a question tells of one of them."""

import pytest

from assistant.composers.regulations.actors import is_for_the_other
from assistant.composers.regulations.penalties import compose_penalty
from tests.assistant.written_corpus import reading

PERSONS, BODIES = "个人未分类投放渔具的，处二十元罚款", "单位未分类投放渔具的，处五百元罚款"


@pytest.mark.parametrize(
    ("question", "other"),
    [("居民没分类投放渔具，罚多少？", BODIES), ("我把渔具扔了，罚多少？", BODIES), ("渔具公司没分类投放，罚多少？", PERSONS)],
)
def test_a_rule_is_for_the_other(question: str, other: str) -> None:
    own = PERSONS if other is BODIES else BODIES
    assert is_for_the_other(question, other)
    assert not is_for_the_other(question, own)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("没分类投放渔具，罚多少？", BODIES),
        ("我市没分类投放渔具罚多少？", BODIES),
        ("我们公司没分类投放渔具，罚多少？", BODIES),
        ("居民和单位没分类投放，各罚多少？", BODIES),
        ("居民没分类投放，罚多少？", "未分类投放的，对单位处五百元罚款，对个人处二十元罚款"),
    ],
)
def test_a_rule_is_for_whom_it_says(question: str, text: str) -> None:
    assert not is_for_the_other(question, text)


RULES = """# 岚江市渔具管理条例

第一条 任何单位和个人不得在滩涂堆放旧渔网。

第二条 违反本条例第一条规定，单位在滩涂堆放旧渔网的，由市海洋渔业局处五百元罚款。

第三条 违反本条例第一条规定，个人在滩涂堆放旧渔网的，由市海洋渔业局处二十元罚款。
"""


@pytest.mark.parametrize(
    ("question", "said"), [("渔民自己在滩涂堆放旧渔网，罚多少？", "二十元"), ("渔网企业在滩涂堆放旧渔网，罚多少？", "五百元")]
)
def test_the_penalty_is_the_one_for_whom_the_question_tells_of(tmp_path_factory: pytest.TempPathFactory, question: str, said: str) -> None:
    with reading(tmp_path_factory.mktemp("nets"), 渔具=RULES) as reader:
        draft = compose_penalty(reader.evidence(question))
    assert draft is not None
    assert said in draft.statements[0].text
