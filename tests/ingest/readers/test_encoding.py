import codecs

import pytest

from corpus.errors import UnreadableFileError
from ingest.readers.encoding import decode_text

SIMPLIFIED = "云川市水务局\n到2026年底，建设𠮷林路泵站12座（责任单位：市水务局）。\n"
TRADITIONAL = "雲川市水務局\n到2026年底，建設智慧泵站12座（責任單位：市水務局）。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_simplified_chinese_is_read_in_every_encoding(encoding: str) -> None:
    assert decode_text(SIMPLIFIED.encode(encoding), "计划.txt") == SIMPLIFIED


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf_16_with_a_mark_is_read_in_the_order_that_it_states(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode_text(mark + SIMPLIFIED.encode(encoding), "计划.txt") == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "gb18030"])
def test_traditional_chinese_is_read_where_its_encoding_is_certain(encoding: str) -> None:
    assert decode_text(TRADITIONAL.encode(encoding), "計畫.txt") == TRADITIONAL


@pytest.mark.parametrize(("text", "encoding"), [("市水务局", "gb18030"), ("市水務局", "big5"), ("泵站", "gb18030"), ("12座\n", "gb18030")])
def test_a_few_characters_are_enough_where_only_one_encoding_reads_as_chinese(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding), "计划.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        "東京都の水道局は計画を策定します。".encode("shift_jis"),
        "東京都の水道局は計画を策定します。".encode("euc_jp"),
        "Überprüfung der Straßen".encode("latin-1"),
        "Министерство".encode("cp1251"),
        SIMPLIFIED.encode("gb18030") + b"\xff\xff",
        bytes(range(128, 256)),
        codecs.BOM_UTF16_LE + b"\x00",
    ],
    ids=["japanese", "unix japanese", "german", "russian", "broken", "bytes", "half"],
)
def test_what_is_in_no_certain_encoding_is_refused_rather_than_guessed(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"计划\.txt is in no encoding.*Save it as UTF-8"):
        decode_text(data, "计划.txt")


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb_2312-80", "gb18030", "utf-8", "iso-8859-1", "nonsense", None])
def test_what_a_file_declares_does_not_keep_its_own_characters_from_being_read(declared: str | None) -> None:
    assert decode_text(SIMPLIFIED.encode("gb18030"), "计划.html", declared) == SIMPLIFIED


def test_a_file_in_utf_8_that_declares_another_encoding_is_read_as_utf_8() -> None:
    assert decode_text(SIMPLIFIED.encode(), "计划.html", "gb2312") == SIMPLIFIED


def test_a_declared_encoding_decides_between_two_that_would_do() -> None:
    short = "局水" * 3
    assert decode_text(short.encode("big5"), "a.html", "big5") == short
    assert decode_text(short.encode("gb18030"), "a.html", "gb2312") == short


def test_latin_text_of_two_bytes_a_character_is_no_text_with_zeros() -> None:
    assert decode_text("Plan 2026\n".encode("utf-16-le"), "plan.txt") == "Plan 2026\n"
