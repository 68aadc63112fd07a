from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from ingest.readers.plain_text import read_plain_text

TEXT = "云川市水务局\n建设𠮷林路泵站。\n"


def read(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "计划.txt"
    path.write_bytes(data)
    return read_plain_text(path, "计划.txt").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_the_text_is_the_same_in_every_encoding_read(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, TEXT.encode(encoding)) == TEXT


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT.encode("utf-8-sig"))[0] == "云"


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_newlines(tmp_path: Path, ending: str) -> None:
    assert read(tmp_path, TEXT.replace("\n", ending).encode()) == TEXT


def test_plain_text_has_no_pages(tmp_path: Path) -> None:
    (tmp_path / "计划.md").write_text(TEXT, encoding="utf-8")
    assert read_plain_text(tmp_path / "计划.md", "计划.md").pages == ()


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", "　\n".encode()])
def test_an_empty_file_is_refused_and_the_message_says_what_to_do(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"计划\.txt is empty\. Remove it"):
        read(tmp_path, data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 200,
        b"\x7fELF" + b"\x00\x01" * 60,
        b"\xff" * 50,
    ],
    ids=["zeros", "program", "ones"],
)
def test_what_is_not_text_is_refused_and_the_message_says_what_to_do(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"计划\.txt is .*[Ss]ave it as UTF-8"):
        read(tmp_path, data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04" + b"\x00" * 60, "a Word document"),
        (b"{\\rtf1\\ansi abc}", "rich text"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
def test_a_file_of_another_kind_is_named_for_what_it_is(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFileError, match=rf"计划\.txt is {kind}.*ingest again"):
        read(tmp_path, data)


def test_a_text_strewn_with_nul_bytes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="not a text file"):
        read(tmp_path, "\x00".join(TEXT * 5).encode())


def test_a_single_control_character_in_a_long_text_is_no_reason_to_refuse_it(tmp_path: Path) -> None:
    assert "\x0b" in read(tmp_path, (TEXT * 100 + "\x0b").encode())


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<td>&lt;16</td>", "<td><16</td>"),
        ("漏损率&gt;9%，A&amp;B", "漏损率>9%，A&B"),
        ("&#x6F0F;&#25439;率&nbsp;9%", "漏损率\xa09%"),
        ("接入率&lt;b级", "接入率< b级"),
        ("&gt; 3项", "&gt; 3项"),
        ("甲&#10;乙", "甲&#10;乙"),
        ("&amp;lt;", "&lt;"),
        ("&cent; &#x0; R&D", "&cent; \ufffd R&D"),
    ],
)
def test_a_reference_is_the_character_it_stands_for_unless_it_would_read_as_a_mark(tmp_path: Path, written: str, text: str) -> None:
    assert read(tmp_path, f"{written}\n".encode()) == f"{text}\n"
