"""What frames a spoken question is left out of what it names; what it names is not."""

import re

import pytest

from corpus.language.spoken import plainly_told, without_spoken_words


@pytest.mark.parametrize(
    ("spoken", "named"),
    [
        ("听说往后养殖档案要联网", "养殖档案"),
        ("俺家那边公交线网有没有人调整", "公交线网"),
        ("我们小区的井盖能不能提前报警不", "井盖"),
        ("残疾人证手机上能办没", "残疾人证"),
        ("他们社区的助餐", "社区"),
    ],
)
def test_framing_goes_and_the_subject_stays(spoken: str, named: str) -> None:
    left = without_spoken_words(spoken)
    assert named in left
    assert not [word for word in ("听说", "往后", "俺", "我们", "他们", "有没有", "能不能", "提前") if word in left]
    assert left.strip()[-1] not in "不没"


@pytest.mark.parametrize(
    "official", ["居民健康自我管理", "其他单位", "他人信息", "不见面审批", "没收违法所得", "不动产登记", "直接结算", "一件事一次办"]
)
def test_an_official_word_is_not_cut(official: str) -> None:
    assert without_spoken_words(official) == official


@pytest.mark.parametrize(
    "spoken", ["我妈67了，吃饭补几块", "我爸八十多了，吃饭补几块", "老妈七十岁了，吃饭补几块", "他今年85岁，吃饭补几块"]
)
def test_the_age_of_who_is_spoken_of_is_no_figure_to_look_for(spoken: str) -> None:
    left = without_spoken_words(spoken)
    assert "吃饭补几块" in left
    assert not re.search(r"\d|[七八]十", left)


@pytest.mark.parametrize("official", ["80周岁以上老年人每餐补贴4元", "建成了67个站点", "覆盖八十多个行业", "达到85了不起的水平线"])
def test_a_figure_that_is_no_age_stays(official: str) -> None:
    figure = re.search(r"\d+|八十多", official)
    assert figure
    assert figure[0] in without_spoken_words(official)


@pytest.mark.parametrize(
    ("spoken", "asked"),
    [
        ("等公交老不知道车到哪了，市里跟哪些软件合作", "等公交老不知道车，市里跟哪些软件合作"),
        ("我们公司去年签的合同，最多奖多少？", "我们公司签的合同，最多奖多少？"),
        ("我妈今年住院了，能直接结账吗？", "我妈住院了，能直接结账吗？"),
        ("我父亲今年七十多了，坐轮渡还用不用买票", "我父亲七十多了，坐轮渡还用不用买票"),
        ("码头裂了缝，真怕哪天塌了，有没有监测？", "码头裂了缝，真怕塌了，有没有监测？"),
        ("万一油罐漏了咋整，有没有预警？", "万一油罐漏了，有没有预警？"),
        ("可哪有钱买新船，最多补多少？", "可有钱买新船，最多补多少？"),
    ],
)
def test_what_is_only_told_asks_nothing_and_names_no_year(spoken: str, asked: str) -> None:
    assert plainly_told(spoken) == asked


@pytest.mark.parametrize(
    "asked",
    [
        "不知道这事归谁管，急死了",
        "我不知道目标是多少，能告诉我吗？",
        "去年建了多少，今年建多少？",
        "我们市今年要建多少个站，谁负责？",
        "不知道哪天到期？还能补办吗？",
        "去年的目标，今年完成了多少？",
        "我市今年新建了一批学校，一共多少所？",
        "我看今年的目标提高了，提高到多少？",
        "不知道补贴给多少，怎么申请？",
        "我也不知道目标是多少，帮我看看行吗？",
    ],
)
def test_what_is_asked_stays_asked(asked: str) -> None:
    assert plainly_told(asked) == asked
