"""What frames a spoken question is left out of what it names; what it names is not."""

import pytest

from corpus.language.spoken import without_spoken_words


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
