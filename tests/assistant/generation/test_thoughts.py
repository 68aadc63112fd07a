"""A reply is given without the thoughts before it, however both arrive."""

import pytest

from assistant.generation.thoughts import without_thoughts


@pytest.mark.parametrize(
    ("reply", "spoken"),
    [
        ("<think>甲[S1]。\n乙</think>\n丙[S2]。", "\n丙[S2]。"),
        ("\n<think></think>丙", "丙"),
        ("丙<think>甲</think>", "丙<think>甲</think>"),
        ("<think>甲，没有说完", ""),
        ("<thin", "<thin"),
        ("<b>丙", "<b>丙"),
        (" \n", " \n"),
        ("", ""),
        ("丙", "丙"),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_what_is_spoken(reply: str, spoken: str, size: int) -> None:
    assert "".join(without_thoughts(reply[start : start + size] for start in range(0, len(reply), size))) == spoken


def test_words_are_given_as_they_come() -> None:
    arrived: list[str] = []

    def pieces():  # type: ignore[no-untyped-def]
        for piece in ("<think>甲", "乙</think>丙", "丁", "戊"):
            arrived.append(piece)
            yield piece

    assert next(without_thoughts(pieces())) == "丙"
    assert len(arrived) == 2
