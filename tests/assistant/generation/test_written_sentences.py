"""A reply is cut where sentences end, however it arrives, and nothing but our sources is taken for a source."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generation.written_sentences import LONGEST_SENTENCE, WrittenSentence, written_sentences

REPLY = "到2025年建成泊位4个[S1]。岸电覆盖率达到60.5%。[S2][S3] 由市港航局牵头[S4, S5]！\n- 建设平台【S6】\n- 没有来源"
SENTENCES = [
    WrittenSentence("到2025年建成泊位4个。", ("S1",)),
    WrittenSentence("岸电覆盖率达到60.5%。", ("S2", "S3")),
    WrittenSentence("由市港航局牵头！", ("S4", "S5"), " "),
    WrittenSentence("- 建设平台", ("S6",), "\n"),
    WrittenSentence("- 没有来源", (), "\n"),
]


def test_a_reply_in_one_piece() -> None:
    assert list(written_sentences([REPLY])) == SENTENCES


@given(st.lists(st.integers(1, 9), min_size=1))
def test_a_reply_is_cut_alike_however_it_arrives(lengths: list[int]) -> None:
    pieces, rest = [], REPLY
    for length in (*lengths, *([1] * len(REPLY))):
        pieces.append(rest[:length])
        rest = rest[length:]
    assert [(one.text, one.tokens) for one in written_sentences(pieces)] == [(one.text, one.tokens) for one in SENTENCES]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Four berths by 2025 [S1]. Led by the bureau (S2).", [("Four berths by 2025.", ("S1",)), ("Led by the bureau.", ("S2",))]),
        ("Growth is 3.5% a year [S1].", [("Growth is 3.5% a year.", ("S1",))]),
        ("见“甲。”一节[S1]。", [("见“甲。”", ()), ("一节。", ("S1",))]),
        ("建成4个[1]。另建3个[2,3]。", [("建成4个。", ()), ("另建3个。", ())]),
        ("[S1]。", []),
        ("", []),
        ("建成4个[s12]", [("建成4个", ("S12",))]),
        ("建成4个。[S1]。\n- 再建2个[S2]。", [("建成4个。", ("S1",)), ("- 再建2个。", ("S2",))]),
        ("共4项[S1][S1]。", [("共4项。", ("S1",))]),
    ],
)
def test_tokens_and_ends(text: str, sentences: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.text, one.tokens) for one in written_sentences(text)] == sentences


def test_the_line_break_before_an_item_is_kept_behind_stray_marks() -> None:
    assert [one.gap for one in written_sentences("建成4个。[S1]。\n- 再建2个[S2]。\n\n- 另建[S3]")] == ["", "\n", "\n\n"]


def test_items_without_a_closing_mark_keep_the_line_breaks_between_them() -> None:
    reply = "- 建成4个[S1]\n- 再建2个[S2]\n\n- 另建[S3]"
    for size in (1, 3, len(reply)):
        items = list(written_sentences(reply[start : start + size] for start in range(0, len(reply), size)))
        assert [(one.gap, one.text) for one in items] == [("", "- 建成4个"), ("\n", "- 再建2个"), ("\n\n", "- 另建")], size


def test_a_sentence_whose_sources_stand_before_its_end_does_not_wait_for_the_next() -> None:
    arrived: list[str] = []

    def pieces():  # type: ignore[no-untyped-def]
        for piece in ("建成4个", "[S1]", "。", "另"):
            arrived.append(piece)
            yield piece

    assert next(written_sentences(pieces())).text == "建成4个。"
    assert arrived[-1] == "。"


@pytest.mark.parametrize("endless", ["啊", " ", "\n ", "！”", "a.", "[S1", "[S1,", "**", "- "])
@pytest.mark.parametrize("size", [8, 100_000])
def test_a_reply_without_the_end_of_a_sentence_is_not_read_on(endless: str, size: int) -> None:
    reply, read = "建成4个[S1]。" + endless * (100_000 // len(endless)), []

    def pieces() -> Iterator[str]:
        for start in range(0, len(reply), size):
            read.append(start)
            yield reply[start : start + size]

    began = time.monotonic()
    assert [one.text for one in written_sentences(pieces())][:1] in (["建成4个。"], ["建成4个。！”"])
    assert len(read) <= 2 * LONGEST_SENTENCE / size + 2
    assert time.monotonic() - began < 20
