"""Pages drawn by a test: text at places, ruled lines, as a PDF in a Chinese font that needs no file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.printed_page import Glyph, PrintedPage, Rule

FONT = "STSong-Light"
SIZE = 16.0
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def draw_pdf(path: Path, *pages: Callable[[Canvas], object], size: tuple[float, float] = (595, 842), password: object = None) -> Path:
    """Write a PDF to `path`; each of `pages` draws one."""
    canvas = Canvas(str(path), pagesize=size, encrypt=password)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def text_at(left: float, bottom: float, text: str, *, degrees: float = 0, size: float = SIZE) -> Callable[[Canvas], None]:
    """Draws `text` turned by `degrees` against the clock."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFont(FONT, size)
        canvas.translate(left, bottom)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    return draw


def together(*draws: Callable[[Canvas], object]) -> Callable[[Canvas], None]:
    """Draws all of them on one page."""

    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def glyphs(text: str, left: float, top: float, size: float = 10.0) -> list[Glyph]:
    """The characters of `text` side by side; ASCII takes half the width."""
    found: list[Glyph] = []
    for character in text:
        right = left + size * (0.5 if character.isascii() else 1)
        found.append(Glyph(character, left, top, right, top + size))
        left = right
    return found


def page_of(lines: Sequence[tuple[str, float, float]], width: float = 600.0, size: float = 10.0) -> PrintedPage:
    """A page with each of `lines`: text, left, top."""
    return PrintedPage(width, tuple(glyph for text, left, top in lines for glyph in glyphs(text, left, top, size)))


def grid(xs: Sequence[float], ys: Sequence[float]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The horizontal and the vertical lines of a whole grid."""
    return tuple(Rule(y, xs[0], xs[-1]) for y in ys), tuple(Rule(x, ys[0], ys[-1]) for x in xs)
