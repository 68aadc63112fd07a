"""Filters look for characters without regard to how they are written."""

import pytest

from assistant.listing.filters import contains


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("ＡＩ平台（一期）", "ai平台(一期)"), ("数据\t共享", "数据共享"), ("GDP增长", "gdp"), ("𠮷林路", "𠮷林"), (None, None), ("甲", None)],
)
def test_text_holds_what_is_wanted(text: str | None, wanted: str | None) -> None:
    assert contains(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), [("数据共享", "共享数据"), (None, "甲"), ("", "甲"), ("甲.乙", "甲?乙")])
def test_text_does_not_hold_what_is_not_there(text: str | None, wanted: str) -> None:
    assert not contains(text, wanted)
