"""People call a conduct otherwise than regulations do."""

import pytest

from corpus.language.conducts import conduct_words


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
