"""Another of the same kind takes the place of the former in the question; what else is asked of it is asked."""

import pytest

from assistant.conversation.other_kinds import with_other_kind


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ("二类海区的泊船费一天封顶多少？", "一类的封顶又是多少？", "一类海区的泊船费一天封顶多少？"),
        ("望海县2028年要开多少条渔船航线？", "听潮县呢？", "听潮县2028年要开多少条渔船航线？"),
        ("红色预警几分钟内发布？", "黄色的呢？", "黄色预警几分钟内发布？"),
        ("国家级渔港奖多少？", "那市级的呢？".removeprefix("那"), "市级渔港奖多少？"),
    ],
)
def test_other_one_replaces_the_former(before: str, text: str, told: str) -> None:
    assert with_other_kind(before, text) == told


def test_what_is_asked_of_the_other_is_not_what_was_asked_of_the_former() -> None:
    told = with_other_kind("国家级渔港奖多少？", "市级的由谁认定？")
    assert told is not None
    assert "市级渔港" in told
    assert "由谁认定" in told


@pytest.mark.parametrize("text", ["冷库呢？", "全县的船只呢？", "五类数据都有哪些？"])
def test_what_is_of_no_kind_in_the_question_replaces_nothing(text: str) -> None:
    assert with_other_kind("望潮渔港奖多少？", text) is None
