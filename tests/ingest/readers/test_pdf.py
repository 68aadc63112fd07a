import io
import re
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadableFileError
from ingest.layout import repair_layout
from ingest.readers import pdf
from ingest.readers.pdf import read_pdf
from ingest.readers.printed_page import PrintedPage
from tests.ingest.drawn_pages import draw_pdf, page_of, text_at, together
from tests.ingest.pdf_file import write_pdf

SCAN = Image.new("RGB", (60, 80), "grey")
TEXT = text_at(80, 700, "推动全市水务数据汇聚共享和开发利用。")


def draw_scan(canvas: Canvas) -> None:
    """A page that is nothing but a picture."""
    canvas.drawInlineImage(SCAN, 0, 0, 595, 842)


class Recognizer:
    """Reads a line with its number from every page."""

    def __init__(self) -> None:
        self._count = 0

    def read(self, page: object) -> PrintedPage:
        self._count += 1
        return page_of([(f"扫描页{self._count}", 100, 100)], width=1654)


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
    path = draw_pdf(tmp_path / "locked.pdf", TEXT, password="password")
    with pytest.raises(UnreadableFileError, match=r"locked\.pdf is protected by a password.*unprotected copy"):
        read_pdf(path, "locked.pdf")


def test_a_file_locked_only_against_printing_is_read(tmp_path: Path) -> None:
    path = draw_pdf(tmp_path / "printless.pdf", TEXT, password=StandardEncryption("", ownerPassword="owner", canPrint=0))
    assert read_pdf(path, "printless.pdf").text.strip() == "推动全市水务数据汇聚共享和开发利用。"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n%%EOF\n", b"not a pdf at all", b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_a_broken_file_is_refused_and_the_message_says_what_to_do(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "broken.pdf").write_bytes(data)
    with pytest.raises(UnreadableFileError, match=r"broken\.pdf .*ingest again"):
        read_pdf(tmp_path / "broken.pdf", "broken.pdf")


def test_a_truncated_file_is_read_or_refused_but_never_fails_otherwise(tmp_path: Path) -> None:
    data = write_pdf(tmp_path / "plan.pdf", [["First page"], ["Second page"]]).read_bytes()
    for length in range(0, len(data), 40):
        (tmp_path / "cut.pdf").write_bytes(data[:length])
        with suppress(UnreadableFileError):
            read_pdf(tmp_path / "cut.pdf", "cut.pdf")


def test_a_scanned_page_is_told_and_the_others_are_read_where_recognition_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_scan_reader", lambda: None)
    source = read_pdf(draw_pdf(tmp_path / "mixed.pdf", TEXT, draw_scan, TEXT, draw_scan, draw_scan), "mixed.pdf")
    assert source.text.split() == ["推动全市水务数据汇聚共享和开发利用。"] * 2
    (message,) = source.left_out
    assert re.fullmatch(r"mixed\.pdf, pages 2, 4-5: scanned.*\[ocr\].*ingest again\.", message)


def test_a_scan_as_a_whole_is_refused_with_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_scan_reader", lambda: None)
    with pytest.raises(UnreadableFileError, match=r"scan\.pdf has no text layer.*\[ocr\]"):
        read_pdf(draw_pdf(tmp_path / "scan.pdf", draw_scan), "scan.pdf")


def test_only_scanned_pages_are_recognized_and_progress_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_scan_reader", Recognizer)
    told: list[tuple[str, int, int]] = []
    stamped = together(draw_scan, text_at(280, 30, "— 3 —"))
    path = draw_pdf(tmp_path / "mixed.pdf", TEXT, draw_scan, stamped)
    source = read_pdf(path, "mixed.pdf", lambda *step: told.append(step))
    assert [source.text[start:].split()[0] for start in source.pages] == ["推动全市水务数据汇聚共享和开发利用。", "扫描页1", "扫描页2"]
    assert told == [*(("pages", done, 3) for done in range(4)), *(("scanned pages", done, 2) for done in range(3))]
    assert source.left_out == ()


def test_an_empty_page_is_no_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_scan_reader", lambda: pytest.fail("nothing to recognize"))
    assert len(read_pdf(draw_pdf(tmp_path / "plan.pdf", TEXT, lambda _: None), "plan.pdf").pages) == 2


def test_full_lines_are_those_that_end_at_the_margin(tmp_path: Path) -> None:
    line = "推动全市水务数据汇聚共享和开发利用提升供水保障能力二十"
    page = together(*(text_at(80, 700 - 28 * number, line) for number in range(3)), text_at(80, 616, "到位。"))
    source = read_pdf(draw_pdf(tmp_path / "plan.pdf", page), "plan.pdf")
    assert source.full == frozenset(len(line + "\n") * number for number in range(3))


@pytest.mark.parametrize(("above", "below", "whole"), [("建设智能水表4", ".5万只。", "4.5万只"), ("到20", "25年建成平台。", "2025年")])
def test_a_figure_broken_over_lines_is_whole(tmp_path: Path, above: str, below: str, whole: str) -> None:
    filler = "推动全市水务数据汇聚共享和开发利用提升供水保障能力"[: 27 - len(above)]
    page = together(text_at(112, 700, "为落实部署要求制定本计划。"), text_at(80, 672, filler + above), text_at(80, 644, below))
    other = together(*(text_at(112, 700 - 28 * number, "完善水务数据汇聚制度。") for number in range(9)))
    lines = repair_layout(read_pdf(draw_pdf(tmp_path / "plan.pdf", page, other), "plan.pdf"))
    assert whole in lines[1].text


def test_more_pages_than_a_file_may_have_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(UnreadableFileError, match=r"has 3 pages, more than 2\. Split it"):
        read_pdf(write_pdf(tmp_path / "long.pdf", [["a"], ["b"], ["c"]]), "long.pdf")


def test_a_file_of_ten_thousand_pages_is_refused_before_any_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_read_layers", lambda *_: pytest.fail("must not be read"))
    with pytest.raises(UnreadableFileError, match="has 10000 pages"):
        read_pdf(write_pdf(tmp_path / "long.pdf", [[]] * 10_000), "long.pdf")


def test_a_page_of_a_hundred_thousand_drawings_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        TEXT(canvas)
        canvas._code.extend(f"{number % 500} 0 m {number % 500} 9 l S" for number in range(100_000))

    assert read_pdf(draw_pdf(tmp_path / "map.pdf", draw), "map.pdf").text.strip() == "推动全市水务数据汇聚共享和开发利用。"


def test_a_page_of_a_hundred_thousand_characters_is_refused(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 0.5)
        for number in range(1_000):
            canvas.drawString(20, 5 + 0.8 * number, "abcdefghij" * 10)

    with pytest.raises(UnreadableFileError, match=r"page 1: \d+ characters on one page\. Export it anew"):
        read_pdf(draw_pdf(tmp_path / "mad.pdf", draw), "mad.pdf")


@pytest.mark.parametrize("kids", ["2 0 R", "2 0 R 2 0 R 4 0 R", "9 0 R"])
def test_pages_that_hold_themselves_or_nothing_are_read_or_refused(tmp_path: Path, kids: str) -> None:
    data = write_pdf(tmp_path / "plan.pdf", [["First page"]]).read_bytes()
    (tmp_path / "loop.pdf").write_bytes(data.replace(b"/Kids [4 0 R]", f"/Kids [{kids}]".encode()))
    with suppress(UnreadableFileError):
        read_pdf(tmp_path / "loop.pdf", "loop.pdf")


def test_a_drawing_that_holds_itself_ends(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        TEXT(canvas)
        canvas.beginForm("loop")
        canvas.line(0, 0, 100, 0)
        canvas._code.append("/xobj.loop Do")
        canvas.endForm()
        canvas.doForm("loop")

    assert "推动" in read_pdf(draw_pdf(tmp_path / "loop.pdf", draw), "loop.pdf").text


def test_a_broken_page_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    data = write_pdf(tmp_path / "plan.pdf", [["First page"], ["Second page"]]).read_bytes()
    (tmp_path / "half.pdf").write_bytes(data.replace(b"/Type /Page /Parent 2 0 R", b"/Type /Oops /Barent 2 0 R", 1))
    source = read_pdf(tmp_path / "half.pdf", "half.pdf")
    assert "Second page" in source.text
    assert all("broken" in message for message in source.left_out)


def test_a_file_of_another_kind_named_pdf_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    SCAN.save(buffer, "PNG")
    (tmp_path / "picture.pdf").write_bytes(buffer.getvalue())
    with pytest.raises(UnreadableFileError, match=r"picture\.pdf is not a PDF"):
        read_pdf(tmp_path / "picture.pdf", "picture.pdf")
