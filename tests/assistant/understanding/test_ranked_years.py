"""Which year has more is asked in many ways; in which year something is done, and how much, are other questions."""

import pytest

from assistant.understanding.ranked_years import ranks_years, years_of_run, years_of_span


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("前两年泵站哪一年改得多，多几座？", "most"),
        ("三年里哪年改造得最多？", "most"),
        ("哪年的利用率最高", "most"),
        ("哪一年的二次供水泵房改造任务最重", "most"),
        ("改得最少的是哪一年？", "least"),
        ("2026和2027年哪年更少", "least"),
    ],
)
def test_a_question_ranks_years(text: str, rank: str) -> None:
    assert ranks_years(text) == rank


@pytest.mark.parametrize(
    "text", ["哪一年建成，有多少座？", "哪年底达到多少个？", "最多多少个，哪年定的？", "哪年的目标是提高到90%？", "哪年开通多式联运？"]
)
def test_a_question_for_a_year_ranks_none(text: str) -> None:
    assert ranks_years(text) is None


def test_the_first_and_last_years_of_a_plan_are_counted_from_its_ends() -> None:
    assert years_of_run("前两年哪年多", (2025, 2027)) == (2025, 2026)
    assert years_of_run("后两年各多少", (2025, 2027)) == (2026, 2027)
    assert years_of_run("前四年各多少", (2025, 2027)) == ()
    assert years_of_run("前两年建的泵站有多少？", (2025, 2027)) == ()


def test_the_years_of_a_span_are_filled_where_they_are_ranked() -> None:
    assert years_of_span("2025到2027年哪年最少", (2025, 2027)) == (2025, 2026, 2027)
    assert years_of_span("2025到2027年增加多少", (2025, 2027)) == (2025, 2027)
