import logging
from contextlib import suppress
from pathlib import Path

import pypdf
import pytest

from corpus.errors import UnreadableFileError
from ingest.readers.pdf import read_pdf
from tests.ingest.pdf_file import write_pdf


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, logger="pypdf")


def test_every_page_is_read_in_order(tmp_path: Path) -> None:
    source = read_pdf(write_pdf(tmp_path / "plan.pdf", [["First page"], ["Second page"], ["Third page"]]), "plan.pdf")
    assert source.name == "plan.pdf"
    assert [line for line in source.text.split("\n") if line] == ["First page", "Second page", "Third page"]


def test_a_page_starts_where_its_text_starts(tmp_path: Path) -> None:
    source = read_pdf(write_pdf(tmp_path / "plan.pdf", [["First page", "more"], ["Second page"], ["Third page"]]), "plan.pdf")
    assert [source.text[start:].split("\n")[0] for start in source.pages] == ["First page", "Second page", "Third page"]


def test_an_empty_page_keeps_its_place_so_that_later_pages_keep_their_numbers(tmp_path: Path) -> None:
    source = read_pdf(write_pdf(tmp_path / "plan.pdf", [["First page"], [], ["Third page"]]), "plan.pdf")
    assert len(source.pages) == 3
    assert source.text[source.pages[2] :].startswith("Third page")


def test_a_scan_without_text_is_refused_and_the_message_says_what_to_give_instead(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"scan\.pdf has no text layer.*Markdown or plain text"):
        read_pdf(write_pdf(tmp_path / "scan.pdf", [[], []]), "scan.pdf")


def test_a_locked_file_is_refused_and_the_message_says_what_to_do(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=write_pdf(tmp_path / "open.pdf", [["Secret"]]))
    writer.encrypt("password", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    with pytest.raises(UnreadableFileError, match=r"locked\.pdf is protected by a password.*unprotected copy"):
        read_pdf(tmp_path / "locked.pdf", "locked.pdf")


def test_a_file_locked_only_against_printing_is_read(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=write_pdf(tmp_path / "open.pdf", [["Public"]]))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    writer.write(tmp_path / "printless.pdf")
    assert read_pdf(tmp_path / "printless.pdf", "printless.pdf").text.strip() == "Public"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n%%EOF\n", b"not a pdf at all", b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_a_broken_file_is_refused_and_the_message_says_what_to_do(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "broken.pdf").write_bytes(data)
    with pytest.raises(UnreadableFileError, match=r"broken\.pdf .*ingest again|broken\.pdf has no text layer"):
        read_pdf(tmp_path / "broken.pdf", "broken.pdf")


def test_a_truncated_file_is_read_or_refused_but_never_fails_otherwise(tmp_path: Path) -> None:
    data = write_pdf(tmp_path / "plan.pdf", [["First page"], ["Second page"]]).read_bytes()
    for length in range(0, len(data), 40):
        (tmp_path / "cut.pdf").write_bytes(data[:length])
        with suppress(UnreadableFileError):
            read_pdf(tmp_path / "cut.pdf", "cut.pdf")
