from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers import pdf_layer
from ingest.readers.pdf_layer import TooManyGlyphsError, has_picture, read_layer
from ingest.readers.printed_page import PrintedPage
from tests.ingest.drawn_pages import draw_pdf, text_at, together

Draw = Callable[[Canvas], object]


def layer(path: Path, *draws: Draw, rotation: int = 0) -> PrintedPage:
    document = pypdfium2.PdfDocument(draw_pdf(path / "plan.pdf", together(*draws)))
    page = document[0]
    page.set_rotation(rotation)
    read = read_layer(page.raw)
    document.close()
    return read


def text_of(page: PrintedPage) -> str:
    return "".join(glyph.text for glyph in page.glyphs)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_text_is_upright_however_it_is_turned(tmp_path: Path, degrees: int) -> None:
    page = layer(tmp_path, text_at(300, 400, "建设平台", degrees=degrees))
    assert text_of(page) == "建设平台"
    lefts = [glyph.left for glyph in page.glyphs]
    assert lefts == sorted(lefts)
    assert len({round(glyph.middle) for glyph in page.glyphs}) == 1
    assert all(glyph.size == pytest.approx(16, abs=0.5) for glyph in page.glyphs)
    assert page.width == pytest.approx(595 if degrees % 180 == 0 else 842)


def test_what_stands_higher_on_the_page_is_above(tmp_path: Path) -> None:
    for degrees, lower in ((0, (300, 380)), (90, (320, 400))):
        page = layer(tmp_path, text_at(300, 400, "上", degrees=degrees), text_at(*lower, "下", degrees=degrees))
        assert [glyph.text for glyph in sorted(page.glyphs, key=lambda glyph: glyph.top)] == ["上", "下"]


def test_a_page_that_is_turned_as_a_whole_is_as_wide_as_it_is_seen(tmp_path: Path) -> None:
    assert layer(tmp_path, text_at(300, 400, "建设平台", degrees=90), rotation=90).width == pytest.approx(842)


def test_a_watermark_across_the_page_is_no_text(tmp_path: Path) -> None:
    page = layer(tmp_path, text_at(100, 700, "建设平台"), text_at(100, 100, "内部资料", degrees=45, size=80))
    assert text_of(page) == "建设平台"


def test_lines_rectangles_and_thin_boxes_are_rules(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(80, 600, 500, 600)
        canvas.rect(80, 300, 200, 100)
        canvas.rect(80, 200, 300, 0.5, stroke=0, fill=1)

    page = layer(tmp_path, draw)
    assert sorted((round(rule.start), round(rule.end)) for rule in page.horizontal) == [(80, 280), (80, 280), (80, 380), (80, 500)]
    assert sorted(round(rule.place) for rule in page.vertical) == [80, 280]


def test_lines_of_a_drawing_inside_another_stand_where_they_are_seen(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("table")
        canvas.line(0, 0, 100, 0)
        canvas.endForm()
        canvas.translate(200, 300)
        canvas.scale(2, 2)
        canvas.doForm("table")

    (rule,) = layer(tmp_path, draw).horizontal
    assert (round(rule.place), round(rule.start), round(rule.end)) == (-300, 200, 400)


def test_shading_curves_and_slanted_lines_are_no_rules(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(80, 300, 200, 100, stroke=0, fill=1)
        canvas.bezier(80, 80, 100, 90, 120, 90, 140, 80)
        canvas.line(80, 100, 300, 250)

    page = layer(tmp_path, draw)
    assert page.horizontal + page.vertical == ()


def test_a_page_of_very_many_drawings_is_read_without_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_layer, "MAX_PATHS", 50)

    def draw(canvas: Canvas) -> None:
        for number in range(60):
            canvas.line(80, number, 500, number)

    page = layer(tmp_path, text_at(100, 700, "建设平台"), draw)
    assert (text_of(page), page.horizontal) == ("建设平台", ())


def test_a_page_of_very_many_characters_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_layer, "MAX_GLYPHS", 3)
    with pytest.raises(TooManyGlyphsError, match="4 characters"):
        layer(tmp_path, text_at(100, 700, "建设平台"))


def test_characters_without_meaning_are_no_text(tmp_path: Path) -> None:
    assert text_of(layer(tmp_path, text_at(100, 700, "建\ue001\ue002台"))) == ""
    assert len(text_of(layer(tmp_path, text_at(100, 700, "建设统一平台制定目录\ue001")))) == 11


def test_a_small_logo_is_no_picture_of_a_page(tmp_path: Path) -> None:
    from PIL import Image

    picture = Image.new("RGB", (40, 40), "grey")
    for side, expected in ((60, False), (500, True)):
        path = draw_pdf(tmp_path / f"{side}.pdf", lambda canvas, side=side: canvas.drawInlineImage(picture, 20, 20, side, side))
        document = pypdfium2.PdfDocument(path)
        page = document[0]
        assert has_picture(page.raw) is expected
        document.close()


def test_text_with_a_stroke_around_it_is_bold(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(80, 700)
        text.textOut("正文")
        text.setTextRenderMode(2)
        text.textOut("要点")
        canvas.drawText(text)

    assert [glyph.bold for glyph in layer(tmp_path, draw).glyphs] == [False, False, True, True]


@pytest.mark.parametrize(("font", "bold"), [("Helvetica-Bold", True), ("Times-Roman", False)])
def test_a_bold_font_is_known_by_its_name(tmp_path: Path, font: str, bold: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        canvas.drawString(80, 700, "plan")

    assert {glyph.bold for glyph in layer(tmp_path, draw).glyphs} == {bold}


def test_a_hyphen_at_the_end_of_a_line_is_kept(tmp_path: Path) -> None:
    page = layer(tmp_path, text_at(80, 700, "建设期限：2024-"), text_at(80, 672, "2026年"))
    assert text_of(page) == "建设期限：2024-2026年"
