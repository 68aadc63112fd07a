from datetime import date

import pytest

from corpus.language.dates import dates_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025年3月18日", date(2025, 3, 18)),
        ("2025 年 3 月 18 日", date(2025, 3, 18)),
        ("2016-02-18", date(2016, 2, 18)),
        ("2016/2/8", date(2016, 2, 8)),
        ("2024.11.05", date(2024, 11, 5)),
        ("二〇二四年八月十九日", date(2024, 8, 19)),
        ("二○二五年十二月三十一日", date(2025, 12, 31)),
        ("二零二五年十月十日", date(2025, 10, 10)),
        ("一九九八年一月二十日", date(1998, 1, 20)),
        ("2025年3月18号", date(2025, 3, 18)),
        ("２０２５年３月１８日", date(2025, 3, 18)),
    ],
)
def test_a_full_date_is_read_however_it_is_printed(text: str, value: date) -> None:
    (mention,) = dates_in(f"自{text}起施行")
    assert mention.value == value
    assert f"自{text}起施行"[mention.start : mention.end] == text


@pytest.mark.parametrize(
    "text", ["2025年13月1日", "2025年2月30日", "2025年3月", "2025年", "第2025-3号", "云政发〔2025〕3号", "2025-2026年3月"]
)
def test_what_is_no_day_of_the_calendar_is_no_date(text: str) -> None:
    assert list(dates_in(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "2023年3.8亿元",
        "2023年3-8月",
        "2023年11月11.5亿元",
        "2023年3月18家企业",
        "2023年3月18%",
        "2023年3月1812家",
        "2023.3-8",
        "2023.3.8亿元",
        "2023-03-181",
        "12023-03-18",
    ],
)
def test_a_time_before_an_amount_is_no_day(text: str) -> None:
    assert list(dates_in(text)) == []


@pytest.mark.parametrize("text", ["2025年3月18", "2025年3月18至20日", "2025年3月18、19日", "（2025年3月18）", "2025年3月18前"])
def test_the_last_sign_of_a_day_may_be_missing(text: str) -> None:
    assert [mention.value for mention in dates_in(text)] == [date(2025, 3, 18)]


def test_dates_come_in_the_order_of_the_text_whatever_their_digits() -> None:
    values = [mention.value.year for mention in dates_in("二〇二四年八月十九日通过，2025年1月1日施行，二〇二六年三月一日修订")]
    assert values == [2024, 2025, 2026]
