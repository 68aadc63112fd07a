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
        ("把监控挡住了怎么罚？", "擅自移动、遮挡设备的", "未设置标识的"),
        ("临时牌照过期了还骑，罚多少？", "临时号牌期满仍上道路行驶的", "未佩戴安全头盔的"),
        ("店里没备案怎么罚？", "未依法向生态环境部门备案的", "未公示收费标准的"),
        ("把停车场改作别的用，罚多少？", "擅自改变停车设施用途的", "未接入停车信息平台的"),
        ("头一回没登记罚不罚？", "首次违反的，不予处罚", "逾期不改正的"),
        ("遛狗不捡狗屎罚多少？", "携犬出户未清除犬只便溺的", "饲养烈性犬的"),
        ("没办证偷采矿石罚多少？", "未经许可擅自开采的", "未公告的"),
        ("在保护区里放羊怎么罚？", "在核心区内放牧的", "燃放烟花的"),
        ("没批就拍电影罚多少？", "未经审核从事影视拍摄活动的", "张贴商业广告的"),
        ("公路上晒麦子罚多少？", "在公路上打场、晒粮的", "倾倒垃圾的"),
        ("取来的水又供应给其他人用，罚多少？", "转供水的", "擅自取水的"),
        ("把分好的垃圾混到一起拉走怎么罚？", "混收混运的", "未密闭运输的"),
        ("老房子想换个用途，要批吗？", "确需改变使用性质的", "迁移保护的"),
        ("扣着身份证不还，罚多少？", "扣押个人证件逾期不退还的", "收取押金的"),
        ("没经同意就占地怎么罚？", "未经批准占用土地的", "出租土地的"),
    ],
)
def test_everyday_words_stand_for_those_of_regulations(question: str, said: str, not_said: str) -> None:
    patterns = conduct_words(question).values()
    assert any(pattern.search(said) for pattern in patterns)
    assert not any(pattern.search(not_said) for pattern in patterns)


def test_characters_that_say_one_thing_say_no_other() -> None:
    assert list(conduct_words("餐厨垃圾倒卖给别人怎么罚？")) == ["=倒卖"]


def test_a_word_inside_another_one_names_no_conduct() -> None:
    assert not any(pattern.search("故障未修复的") for pattern in conduct_words("破坏了草坪罚多少？").values())
    assert any(pattern.search("故障未修复的") for pattern in conduct_words("灯坏了不修罚多少？").values())
