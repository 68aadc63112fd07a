import pytest

from ingest.readers.file_signature import signature_of


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"PK\x03\x04\x14", ".docx"),
        (b"{\\rtf1\\ansi", ".docx"),
        (b"\x89PNG\r\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
    ],
)
def test_a_file_is_known_by_its_first_bytes(data: bytes, told: str) -> None:
    assert told in (signature_of(data) or "")


@pytest.mark.parametrize("data", [b"", b"PK", "云川市".encode(), b"<html>"])
def test_of_other_files_nothing_is_said(data: bytes) -> None:
    assert signature_of(data) is None
