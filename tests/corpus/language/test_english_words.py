"""English words are found in whatever form a question has them."""

import pytest

from corpus.language.english_words import function_words, word_forms


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("cities", "city"),
        ("buses", "bus"),
        ("taxis", "taxi"),
        ("services", "service"),
        ("planned", "plan"),
        ("integrating", "integrate"),
        ("integrated", "integrate"),
        ("built", "built"),
        ("certified", "certify"),
        ("digitised", "digitize"),
        ("centre", "center"),
        ("labor", "labour"),
        ("buildings", "building"),
    ],
)
def test_a_form_leads_to_its_base(word: str, base: str) -> None:
    assert base in word_forms(word)


def test_the_word_itself_comes_first() -> None:
    assert word_forms("housing")[0] == "housing"


@pytest.mark.parametrize(("word", "other"), [("business", "busines"), ("king", "k"), ("bed", "b"), ("build", "building"), ("for", "four")])
def test_what_is_no_form_is_left_alone(word: str, other: str) -> None:
    assert other not in word_forms(word)


def test_function_words_name_nothing() -> None:
    assert {"the", "which", "responsible"} <= function_words()
    assert not {"hospital", "data", "platform", "bus"} & function_words()


def test_irregular_plural_is_a_form_of_its_singular() -> None:
    assert "craftsman" in word_forms("craftsmen")
    assert "child" in word_forms("children")
    assert "shelf" in word_forms("shelves")
    assert "valve" in word_forms("valves")
    assert "oman" not in word_forms("omen")
