"""A change is one figure that became another of the same unit; ranges, rises by an amount and two figures side by side are none."""

import pytest

from corpus.language.changes import changes_in


@pytest.mark.parametrize(
    ("text", "subject", "before", "after"),
    [
        ("规上港航企业由 486 家增加到 731 家；岸电覆盖率提高", "规上港航企业", 486, 731),
        ("引航时间由目前的9.5小时压缩到6小时以内", "引航时间", 9.5, 6),
        ("港口增加值年均增长5.6%，由2020年的 1392 亿元跨上 1800 亿元台阶", "港口增加值年均增长5.6%", 1392e8, 1800e8),
        ("审批时限从20个工作日压减至5个工作日", "审批时限", 20, 5),
        ("市属港口企业由19家重组为8家", "市属港口企业", 19, 8),
    ],
)
def test_a_change_is_told_with_what_changed(text: str, subject: str, before: float, after: float) -> None:
    (change,) = changes_in(text)
    assert (change.subject, change.before.amount, change.after.amount) == (subject, before, after)


@pytest.mark.parametrize(
    "text",
    [
        "泊位由15家企业运营，吞吐量提高到40个百分点",
        "吞吐量提高5.6个百分点，达到60%",
        "由市港航局建成泊位4个，增加到7个站点",
        "从3至5家增加到8家",
        "2025年完成22座、2026年完成32座",
    ],
)
def test_what_is_no_change_of_one_thing_is_left_alone(text: str) -> None:
    assert list(changes_in(text)) == []
