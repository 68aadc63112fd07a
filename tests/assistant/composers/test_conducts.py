"""A conduct is known by what regulations call it, whatever people call it."""

from pathlib import Path

import pytest

from assistant.composers.conducts import Shares, conduct_words
from assistant.composers.provisions import provisions_of
from tests.assistant.written_corpus import reading

RULES = """# 岚江市码头管理条例

第一条 禁止在码头销售活禽。

第二条 禁止在码头饲养活禽。

第三条 码头应当照明。
"""


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("在码头卖东西罚多少？", "擅自销售货物的", "饲养活禽的"),
        ("狗在草坪拉屎没捡罚多少？", "未清除犬只粪便的", "遗弃犬只的"),
        ("把垃圾扔到河里罚多少？", "向河道倾倒垃圾的", "分类收集垃圾的"),
        ("派没有资格的人去作业怎么罚？", "安排未取得相应资格的人员作业的", "未建立管理制度的"),
        ("没经同意就占地怎么罚？", "未经批准占用土地的", "出租土地的"),
    ],
)
def test_everyday_words_stand_for_those_of_regulations(question: str, said: str, not_said: str) -> None:
    patterns = conduct_words(question).values()
    assert any(pattern.search(said) for pattern in patterns)
    assert not any(pattern.search(not_said) for pattern in patterns)


def test_characters_that_say_one_thing_say_no_other() -> None:
    assert list(conduct_words("餐厨垃圾倒卖给别人怎么罚？")) == ["=倒卖"]


def test_the_provision_that_says_the_conduct_in_other_words_has_the_greater_share(tmp_path: Path) -> None:
    with reading(tmp_path, 码头=RULES) as reader:
        evidence = reader.evidence("在码头卖活禽怎么罚？")
        document = reader.knowledge.document(next(iter(reader.knowledge.documents())).id)
        provisions = tuple(provisions_of(document))
        shares = Shares(evidence, document, provisions, "怎么罚")
        sold, kept, lit = (shares.of(one) for one in provisions)
    assert sold > kept > lit == 0.0
