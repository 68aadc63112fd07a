"""Chinese names are found by how they are spelled in Latin letters."""

from corpus.language.syllables import LONGEST, spellings


def test_a_name_is_spelled_as_one_word() -> None:
    assert spellings("岚江") == ("lanjiang",)


def test_a_character_that_is_read_in_two_ways_gives_two_spellings() -> None:
    assert set(spellings("六安")) == {"liuan", "luan"}


def test_a_name_with_an_unknown_character_or_a_long_one_has_no_spelling() -> None:
    assert spellings("岚\u9f98") == ()
    assert spellings("江" * (LONGEST + 1)) == ()
