"""A mistyped word is read as the one that was meant, and nothing rightly written is changed."""

import pytest

from corpus.language.misspellings import corrected, misspellings
from corpus.language.terms import normalize
from tests.corpus.language.test_everyday import OFFICIAL


@pytest.mark.parametrize(("typed", "meant"), [("电子挡案在哪看", "电子档案"), ("公交占有多少个", "公交站"), ("异地报消咋办", "异地报销")])
def test_a_mistyped_word_is_read_as_the_one_meant(typed: str, meant: str) -> None:
    assert meant in corrected(typed)


@pytest.mark.parametrize("official", OFFICIAL)
def test_no_official_word_is_changed(official: str) -> None:
    assert corrected(official) == official


def test_each_is_one_mistake_away_and_leads_to_a_word_that_is_right() -> None:
    for typed, meant in misspellings().items():
        assert len(typed) >= 2
        assert normalize(typed) == typed
        assert 1 <= sum(a != b for a, b in zip(typed, meant, strict=False)) + abs(len(typed) - len(meant)) <= 2
        assert corrected(meant) == meant
