import pytest

from corpus.language.years import YearMention, year_mentions


def only(text: str) -> YearMention:
    (mention,) = year_mentions(text)
    return mention


def test_a_year_is_one_year_and_no_deadline() -> None:
    mention = only("2025年建成泊位4个")
    assert (mention.first, mention.last, mention.deadline, mention.month) == (2025, 2025, False, None)


@pytest.mark.parametrize(
    "text",
    [
        "到2026年",
        "至2026年",
        "截至2026年",
        "力争到2026年底",
        "2026年底",
        "2026年末",
        "2026年年底前",
        "2026年前",
        "2026年以前",
        "２０２６年底",
    ],
)
def test_by_and_end_of_a_year_make_a_deadline(text: str) -> None:
    mention = only(f"{text}建成泊位7个")
    assert (mention.first, mention.last, mention.deadline) == (2026, 2026, True)


def test_a_year_that_something_happens_in_is_no_deadline() -> None:
    assert not only("在2026年建成泊位7个").deadline
    assert not only("自2026年起实施").deadline


@pytest.mark.parametrize(
    "text", ["2024-2026年", "2024年至2026年", "2024—2026年", "2024年—2026年", "2024 - 2026 年期间", "２０２４－２０２６年"]
)
def test_a_range_is_one_mention_from_first_to_last_year(text: str) -> None:
    mention = only(f"{text}，建成泊位7个")
    assert (mention.first, mention.last) == (2024, 2026)
    assert not mention.deadline


def test_a_day_keeps_its_month_and_is_a_deadline_when_it_ends_in_before() -> None:
    mention = only("2024年3月31日前完成招标")
    assert (mention.first, mention.month, mention.deadline) == (2024, 3, True)


@pytest.mark.parametrize(
    ("text", "first", "last", "deadline"),
    [("“十四五”期间", 2021, 2025, False), ("到“十四五”末", 2025, 2025, True), ("十五五时期", 2026, 2030, False)],
)
def test_a_five_year_plan_names_its_years(text: str, first: int, last: int, deadline: bool) -> None:
    mention = only(f"{text}建成泊位7个")
    assert (mention.first, mention.last, mention.deadline) == (first, last, deadline)


@pytest.mark.parametrize(
    "text",
    [
        "落实《云川市水务规划（2021-2025年）》要求",
        "落实《2025年工作要点》",
        "落实《关于《2025年要点》的通知》",
        "根据云政发〔2022〕12号",
        "根据云政发[2022]12号",
        "编号202512",
        "培训2025人次",
        "投入2026万元",
    ],
)
def test_years_in_titles_numbers_and_amounts_are_no_times(text: str) -> None:
    assert year_mentions(text) == ()


def test_several_years_come_in_their_order_with_their_places() -> None:
    text = "2023年500家、2024年600家，到2026年底800家"
    mentions = year_mentions(text)
    assert [(mention.first, mention.deadline) for mention in mentions] == [(2023, False), (2024, False), (2026, True)]
    assert [text[mention.start : mention.end] for mention in mentions] == ["2023年", "2024年", "到2026年底"]


def test_a_year_beside_a_title_is_still_a_time() -> None:
    text = "到2026年，落实《水务规划（2021-2025年）》"
    assert [mention.first for mention in year_mentions(text)] == [2026]


@pytest.mark.parametrize(
    ("text", "year"),
    [("今年以来", 2025), ("本年度", 2025), ("去年", 2024), ("过去一年", 2024), ("明年", 2026), ("年底前", 2025), ("年内", 2025)],
)
def test_relative_years_count_from_the_year_the_text_was_written_in(text: str, year: int) -> None:
    (mention,) = year_mentions(f"{text}新建泵站4座", written=2025)
    assert (mention.first, mention.last) == (year, year)


def test_a_term_of_years_is_no_year() -> None:
    assert year_mentions("三年内新建泵站4座，两年内投用", written=2025) == ()


def test_relative_years_of_a_text_of_unknown_age_are_no_times() -> None:
    assert year_mentions("今年新建泵站4座，明年8座") == ()


def test_the_end_of_a_year_that_is_printed_is_not_the_end_of_this_year() -> None:
    assert [mention.first for mention in year_mentions("2027年底前建成", written=2025)] == [2027]


@pytest.mark.parametrize(
    ("text", "first", "last"), [("到二〇二六年底", 2026, 2026), ("二○二四年至二○二六年", 2024, 2026), ("一九九八年", 1998, 1998)]
)
def test_years_in_chinese_numerals_are_years(text: str, first: int, last: int) -> None:
    assert [(mention.first, mention.last) for mention in year_mentions(text)] == [(first, last)]


def test_counted_years_in_chinese_numerals_are_no_years() -> None:
    assert year_mentions("二十年、一百零三年、二〇年") == ()


def test_the_end_of_this_year_and_what_comes_before_it_are_one_mention() -> None:
    (mention,) = year_mentions("今年底前实现互通", written=2024)
    assert (mention.start, mention.end, mention.first, mention.deadline) == (0, 4, 2024, True)
    (quarter,) = year_mentions("今年前三季度增长5%", written=2024)
    assert quarter.end == 2
