import os
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from ingest.readers import reading
from ingest.readers.reading import READERS, read_source
from tests.ingest.docx_file import p, write_docx
from tests.ingest.pdf_file import write_pdf


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.txt", "a.MD"])
def test_text_files_are_read_by_their_ending_whatever_its_case(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("云川市水务局", encoding="utf-8")
    source = read_source(tmp_path / name, f"2025/{name}")
    assert (source.name, source.text, source.pages) == (f"2025/{name}", "云川市水务局", ())


def test_a_pdf_is_read_as_one(tmp_path: Path) -> None:
    assert read_source(write_pdf(tmp_path / "A.PDF", [["Plan"]]), "A.PDF").pages == (0,)


@pytest.mark.parametrize("name", ["a.xlsx", "a"])
def test_a_file_of_another_kind_is_refused_with_the_kinds_that_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("云川市水务局", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=name) as failure:
        read_source(tmp_path / name, name)
    assert all(ending in str(failure.value) for ending in READERS)


@pytest.mark.parametrize("name", ["a.doc", "a.WPS", "a.rtf"])
def test_a_file_that_word_opens_is_to_be_saved_as_one_that_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(UnreadableFileError, match=r"are not read; save it as \.docx"):
        read_source(tmp_path / name, name)


def test_a_word_file_is_read_as_one(tmp_path: Path) -> None:
    source = read_source(write_docx(tmp_path / "A.DOCX", p("云川市水务局")), "A.DOCX")
    assert (source.text, source.marked) == ("云川市水务局\n", True)


@pytest.mark.parametrize("ending", [".md", ".txt", ".pdf", ".docx", ".html", ".mht"])
def test_a_file_that_is_gone_is_refused_with_its_name_and_without_its_folder(tmp_path: Path, ending: str) -> None:
    with pytest.raises(UnreadableFileError, match="计划") as failure:
        read_source(tmp_path / f"计划{ending}", f"计划{ending}")
    assert str(tmp_path) not in str(failure.value)


def test_a_folder_with_the_ending_of_a_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "计划.md").mkdir()
    with pytest.raises(UnreadableFileError, match=r"计划\.md cannot be opened"):
        read_source(tmp_path / "计划.md", "计划.md")


@pytest.mark.parametrize("ending", READERS)
def test_a_file_beyond_the_size_of_its_kind_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    path = tmp_path / f"计划{ending}"
    with path.open("wb") as file:
        file.truncate(READERS[ending].max_bytes + 1)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened"))
    with pytest.raises(UnreadableFileError, match=rf"计划\{ending} has more than \d+ MB\. Split it"):
        read_source(path, path.name)


@pytest.mark.parametrize("ending", READERS)
def test_an_empty_file_is_refused_whatever_its_kind(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"a{ending}").touch()
    with pytest.raises(UnreadableFileError, match=r"is empty\. Remove it or export it anew"):
        read_source(tmp_path / f"a{ending}", "计划")


@pytest.mark.parametrize("ending", READERS)
def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path, ending: str) -> None:
    os.mkfifo(tmp_path / f"pipe{ending}")
    (tmp_path / f"device{ending}").symlink_to("/dev/zero")
    for name in ("pipe", "device"):
        with pytest.raises(UnreadableFileError, match="a pipe or a device"):
            read_source(tmp_path / f"{name}{ending}", name)


def test_a_text_longer_than_any_document_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_CHARACTERS", 50)
    (tmp_path / "a.txt").write_text("汇" * 50, encoding="utf-8")
    assert len(read_source(tmp_path / "a.txt", "计划").text) == 50
    (tmp_path / "a.txt").write_text("汇" * 51, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"计划 holds more than 50 characters\. Split it and ingest again"):
        read_source(tmp_path / "a.txt", "计划")
