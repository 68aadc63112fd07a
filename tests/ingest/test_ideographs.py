import unicodedata

import pytest

from ingest.ideographs import plain_ideographs
from tests.ingest.examples import canonical_of, document_of


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("⼈⾏⽔⽉⽤⼀", "人行水月用一"),
        ("⻋⻔⻓⺠⻅⻚⻛⻩⻬⻰⻳⺟", "车门长民见页风黄齐龙龟母"),
        ("\uf92c\uf9fc\ufa19", "\u90ce\u8b58\u795e"),
        ("\U0002f80a", "\u50e7"),
    ],
)
def test_radicals_and_compatibility_forms_become_plain_ideographs(printed: str, plain: str) -> None:
    assert plain_ideographs(printed) == plain


def test_no_radical_is_left_and_every_one_stays_one_character() -> None:
    ranges = [*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]
    every = "".join(chr(code) for code in ranges if unicodedata.name(chr(code), "") != "")
    plain = plain_ideographs(every)
    assert len(plain) == len(every)
    left = {unicodedata.name(character) for character in plain if unicodedata.name(character).startswith(("CJK RADICAL", "KANGXI"))}
    assert left == {"CJK RADICAL REPEAT"}


@pytest.mark.parametrize("text", ["①②", "㎡", "１２％", "（Ａ）", "ﬁ", "½", "𠮷", "﨑"])
def test_nothing_else_is_folded(text: str) -> None:
    assert plain_ideographs(text) == text


def test_canonical_text_holds_plain_ideographs_each_at_the_place_of_its_radical() -> None:
    source = "# 云川市智慧⽔务⾏动计划\n\n⼀、⽤⽔⼈⼝\n\n到 2027 年，更换⽔表２０㎡以上⻋间①。\n"
    canonical = canonical_of(source)
    assert canonical.text == "云川市智慧水务行动计划\n一、用水人口\n到2027年，更换水表２０㎡以上车间①。\n"
    for position, character in enumerate(canonical.text):
        offset = canonical.offsets.source_offset(position)
        assert offset is None or plain_ideographs(source[offset]) == character
    assert source[canonical.offsets.source_offset(canonical.text.index("车")) or 0] == "⻋"


def test_a_heading_numbered_with_a_radical_is_a_heading() -> None:
    assert [section.path for section in document_of("# 云川市⽔务计划\n\n⼀、任务\n\n改造泵站。\n\n⼆、保障\n\n落实资⾦。\n").sections] == [
        ("一、任务",),
        ("二、保障",),
    ]


def test_white_space_between_single_radicals_is_print_noise() -> None:
    assert canonical_of("⼈ ⾏ 横道改造完成。\n").text == "人行横道改造完成。\n"
