"""Tokens are counted without any vocabulary, and never fewer than a character of Chinese has."""

import pytest

from assistant.generation.token_count import count_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", 0), ("建成基站", 4), ("到2025年，5万个。", 11), ("data", 3), ("a b", 3), ("《计划》（一）", 7), ("😀", 4), ("\n", 1)],
)
def test_tokens_of_a_text(text: str, tokens: int) -> None:
    assert count_tokens(text) == tokens


def test_a_long_text_is_counted_like_its_parts() -> None:
    assert count_tokens("数据要素。" * 1000) == 5000
