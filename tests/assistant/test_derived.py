"""A difference is told of two figures of one thing, or of the ends of a series, and shows what it is from."""

import pytest

from assistant.derived import with_difference
from assistant.draft import Draft, DraftFact, Source, Statement
from corpus.model.span import Span


def fact(subject: str, amount: float, unit: str = "个", year: int | None = None, at: int = 0) -> DraftFact:
    values = {"kind": "target", "subject": subject, "value": f"{amount:g}", "amount": amount, "unit": unit, "year": year}
    return DraftFact(values, (Source("plan", Span(at, at + 5)),))


def derived(*facts: DraftFact) -> list[tuple[str, str]]:
    draft = with_difference(Draft((Statement("泵站。"),), 1.0, facts=facts), "zh")
    return [(made.values["value"], made.values["expression"]) for made in draft.facts if made.values["kind"] == "derived"]


def test_the_difference_of_one_indicator_shows_the_subtraction_and_cites_both() -> None:
    draft = with_difference(Draft((Statement("泵站。"),), 1.0, facts=(fact("泵站", 14), fact("全市泵站数量", 15, at=9))), "zh")
    assert (draft.facts[-1].values["value"], draft.facts[-1].values["expression"]) == ("1个", "15 - 14")
    assert len(draft.facts[-1].sources) == 2
    assert draft.statements[-1].sources == draft.facts[-1].sources


def test_two_places_may_name_one_thing_in_different_words() -> None:
    assert derived(fact("使用信息化监测设备", 3375, "台"), fact("数字化监测设备安装", 4000, "台")) == [("625台", "4000 - 3375")]


def test_a_series_gives_the_difference_of_its_ends() -> None:
    assert derived(fact("泵站", 4, year=2025), fact("泵站", 7, year=2026), fact("泵站", 11, year=2027)) == [("7个", "11 - 4")]


@pytest.mark.parametrize(
    "facts",
    [
        (fact("泵站", 4),),
        (fact("泵站", 4), fact("泵站", 7, "座")),
        (fact("泵站", 4), fact("学校", 7)),
        (fact("泵站", 4, year=2025), fact("泵站", 7, year=2025), fact("泵站", 11, year=2027)),
    ],
)
def test_figures_that_are_not_of_one_thing_have_no_difference(facts: tuple[DraftFact, ...]) -> None:
    assert derived(*facts) == []


@pytest.mark.parametrize(
    ("first", "second", "said"), [(9.0, 7.0, "相差2个，前者高于后者。"), (7.0, 9.0, "相差2个，前者低于后者。"), (7.0, 7.0, "两者相同。")]
)
def test_of_two_statements_it_is_told_which_is_higher(first: float, second: float, said: str) -> None:
    draft = Draft((Statement("甲。"), Statement("乙。")), 1.0, facts=(fact("泵站", first), fact("泵站", second, at=9)))
    assert with_difference(draft, "zh").statements[-1].text == said


def test_the_one_subject_with_a_series_has_its_difference_beside_a_figure_of_another() -> None:
    assert derived(fact("泵站", 4, year=2025), fact("学校", 1650, "家", year=2025), fact("泵站", 9, year=2027)) == [("5个", "9 - 4")]


def test_two_series_have_no_one_difference() -> None:
    facts = [fact(subject, amount, year=year) for subject in ("泵站", "学校") for amount, year in ((4, 2025), (9, 2027))]
    assert derived(*facts) == []
