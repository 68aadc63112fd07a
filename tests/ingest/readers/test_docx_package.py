import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from ingest.readers import docx_package
from ingest.readers.docx_package import MAX_PART, read_parts
from tests.ingest.docx_file import p, write_docx
from tests.ingest.pdf_file import write_pdf


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name, content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as failure:
        read_parts(path, "计划.docx")
    message = str(failure.value)
    assert message.startswith("计划.docx ")
    assert message.endswith("ingest again.")
    return message


def test_the_document_is_found_where_the_package_says(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", p("甲"))
    with zipfile.ZipFile(path) as source:
        files = {name: source.read(name) for name in source.namelist()}
    files["word/document2.xml"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml")
    parts = read_parts(archive(tmp_path / "b.docx", files), "b.docx")
    assert parts.document.findtext("body/p/r/t") == "甲"


def test_parts_that_a_file_lacks_are_none(tmp_path: Path) -> None:
    parts = read_parts(write_docx(tmp_path / "a.docx", p("甲"), styles=""), "a.docx")
    assert parts.styles is not None
    assert (parts.numbering, parts.footnotes, parts.endnotes, parts.pages) == (None, None, None, None)


@pytest.mark.parametrize(
    "files", [{}, {"word/styles.xml": b"<styles/>"}, {"word/document.xml": b"<workbook/>"}], ids=["empty", "without", "other"]
)
def test_an_archive_without_a_document_is_refused(tmp_path: Path, files: dict[str, bytes]) -> None:
    assert "Word document" in refused(archive(tmp_path / "a.docx", files))


def test_what_would_take_too_much_room_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "bomb.docx", {"word/document.xml": b"<a>" + b" " * (MAX_PART + 1)})
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    assert f"more than {MAX_PART // 2**20} MB when unpacked" in refused(path)


def test_a_size_that_is_stated_too_small_does_not_let_more_out(tmp_path: Path) -> None:
    path = archive(tmp_path / "liar.docx", {"word/document.xml": b"<a>" + b" " * 5_000_000 + b"</a>"})
    data = path.read_bytes()
    path.write_bytes(data.replace((5_000_007).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    assert "Save it anew" in refused(path)


def test_other_parts_than_those_read_may_be_of_any_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MAX_PART", 10_000)
    path = write_docx(tmp_path / "a.docx", p("甲"), files={"word/media/photo.png": b"\x00" * 50_000})
    assert read_parts(path, "a.docx").document.findtext("body/p/r/t") == "甲"


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MAX_MEMBERS", 3)
    assert "more than 3 files" in refused(write_docx(tmp_path / "a.docx", p("甲"), styles=""))


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "甲"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">',
        '<!ENTITY c SYSTEM "file:///etc/hostname">',
        '<!ENTITY c SYSTEM "http://127.0.0.1:9/x">',
        "",
    ],
)
def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path, declared: str) -> None:
    xml = f"<?xml version='1.0'?><!DOCTYPE document [{declared}]><document><body><p><r><t>{'&c;' if declared else '甲'}</t></r></p></body></document>"
    assert "UnwantedXmlError" in refused(archive(tmp_path / "a.docx", {"word/document.xml": xml.encode()}))


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    xml = b"<document>" + b"<sdt>" * 50_000 + b"</sdt>" * 50_000 + b"</document>"
    assert "UnwantedXmlError" in refused(archive(tmp_path / "a.docx", {"word/document.xml": xml}))


def test_a_document_that_leads_out_of_its_archive_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("<document/>", encoding="utf-8")
    relation = b'<Relationships><Relationship Type="x/officeDocument" Target="../../secret.xml"/></Relationships>'
    refused(archive(tmp_path / "a.docx", {"_rels/.rels": relation}))


@pytest.mark.parametrize("xml", [b"", b"<document>", b"\xff\xfe\x00", b"<document></body>"])
def test_a_document_that_is_no_xml_is_refused(tmp_path: Path, xml: bytes) -> None:
    refused(archive(tmp_path / "a.docx", {"word/document.xml": xml}))


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    data = write_docx(tmp_path / "a.docx", p("甲" * 50)).read_bytes()
    for length in range(0, len(data) - 1, 37):
        (tmp_path / "cut.docx").write_bytes(data[:length])
        refused(tmp_path / "cut.docx")


def test_a_damaged_file_is_read_or_refused_but_never_fails_otherwise(tmp_path: Path) -> None:
    data = write_docx(tmp_path / "a.docx", p("甲" * 50)).read_bytes()
    for place in range(0, len(data), 3):
        (tmp_path / "bad.docx").write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        with suppress(UnreadableFileError):
            read_parts(tmp_path / "bad.docx", "计划.docx")


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    data = bytearray(write_docx(tmp_path / "a.docx", p("甲")).read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 1)
    (tmp_path / "locked.docx").write_bytes(bytes(data))
    refused(tmp_path / "locked.docx")


def test_a_file_of_another_kind_is_named_for_what_it_is(tmp_path: Path) -> None:
    assert "is a PDF. Give it the ending .pdf" in refused(write_pdf(tmp_path / "计划.docx", [["Plan"]]))
    (tmp_path / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    assert "old Word document (.doc), or one protected by a password" in refused(tmp_path / "old.docx")
    (tmp_path / "text.docx").write_bytes("云川市水务局".encode())
    assert "not a Word document" in refused(tmp_path / "text.docx")
