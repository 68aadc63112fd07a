"""The sentences of an answer joined are the answer, each with its own markers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer_sentences import answer_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("到2025年建成10个[1]。另一处写的是12个[2]。", [("到2025年建成10个[1]。", (1,)), ("另一处写的是12个[2]。", (2,))]),
        ("增速达到3.5%以上[1][3]。", [("增速达到3.5%以上[1][3]。", (1, 3))]),
        ("The target is 3.5% [1]. It is due in 2025 [2].", [("The target is 3.5% [1]. ", (1,)), ("It is due in 2025 [2].", (2,))]),
        ("共2个：\n- 甲[1]\n- 乙[2]", [("共2个：\n", ()), ("- 甲[1]\n", (1,)), ("- 乙[2]", (2,))]),
        ("写的是“先行先试！”[1]，由市数据局负责[1]。", [("写的是“先行先试！”", ()), ("[1]，由市数据局负责[1]。", (1,))]),
        ("没有句号的回答[1]", [("没有句号的回答[1]", (1,))]),
        ("", []),
    ],
)
def test_sentences_with_their_markers(text: str, sentences: list[tuple[str, tuple[int, ...]]]) -> None:
    assert [(sentence.text, sentence.markers) for sentence in answer_sentences(text)] == sentences


@given(st.text(alphabet="甲乙3.。！? \n”）[]12", max_size=60))
def test_joined_they_are_the_answer(text: str) -> None:
    sentences = answer_sentences(text)
    assert "".join(sentence.text for sentence in sentences) == text
    assert all(sentence.text for sentence in sentences)
