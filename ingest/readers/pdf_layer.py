"""The text layer and the ruled lines of a PDF page, by pdfium."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.printed_page import Glyph, PrintedPage, Rule

MAX_GLYPHS = 50_000
"""Characters on one page, from which on it is no page that anybody reads."""
MAX_PATHS = 20_000
"""Drawn objects on one page, from which on they are a map or a picture and not the lines of tables."""
MAX_SEGMENTS = 64
"""Pieces of one drawn path; a longer one is a picture."""
MAX_DEPTH = 4
"""How deep drawings may stand in one another."""
MIN_PICTURE = 0.25
"""The share of a page that a picture takes which may be a scan; smaller ones are logos."""
MIN_OUTLINES = 100
"""Drawn objects that may be text in outlines; fewer are ornament."""
MAX_UNKNOWN = 0.2
"""The share of characters without meaning, from which on the text layer of a page is worth nothing."""
THIN = 2.5
"""The width of a ruled line in points, at the most."""
SHORTEST = 4.0
"""The length of a ruled line in points, at the least."""
QUARTER = math.pi / 2

_Turn = Callable[[float, float], tuple[float, float]]
_TURNS: tuple[_Turn, ...] = (
    lambda x, y: (x, -y),
    lambda x, y: (-y, -x),
    lambda x, y: (-x, y),
    lambda x, y: (y, x),
)
"""From the axes of a page (upwards) to those of a reader (downwards), by the quarters that its text is turned clockwise."""
MAX_NAME = 128
_BOLD = re.compile(rb"bold|black|heavy|simhei|heiti|hei[-_,]|\xe9\xbb\x91\xe4\xbd\x93|xiaobiaosong", re.IGNORECASE)
"""Fonts that texts set in a lighter one use for what stands out; SimHei and its kin are the usual ones."""
_HYPHENS = (0x02, 0xFFFE)
"""What pdfium makes of a hyphen at the end of a line, taking it for one that parts a word; here it stands between years."""
_BREAKS = (10, 13)
_PICTURES = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1, 0, 0, 1, 0, 0)


class TooManyGlyphsError(ValueError):
    """A page holds more characters than any page that is read by people."""


def read_layer(page: Any) -> PrintedPage:
    """The characters and ruled lines of `page`, turned so that most of its text stands upright; text at other angles (a watermark) is left out.

    Raises TooManyGlyphsError.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return PrintedPage()
    try:
        count = pdfium.FPDFText_CountChars(text_page)
        if count > MAX_GLYPHS:
            raise TooManyGlyphsError(f"{count} characters on one page")
        characters = [(index, pdfium.FPDFText_GetCharAngle(text_page, index)) for index in range(count) if _is_printed(text_page, index)]
        quarters = Counter(_quarters(angle) for _, angle in characters)
        quarter = max((known for known in quarters if known is not None), key=lambda known: quarters[known], default=0)
        turn = _TURNS[quarter]
        bold = _Boldness()
        glyphs = tuple(_glyph(text_page, index, turn, bold) for index, angle in characters if _quarters(angle) == quarter)
        if sum(_is_unknown(glyph.text) for glyph in glyphs) > MAX_UNKNOWN * len(glyphs):
            glyphs = ()
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    boxes = list(_drawn(page, turn))
    return PrintedPage(
        _width(page, quarter),
        glyphs,
        tuple(Rule((top + bottom) / 2, left, right) for left, top, right, bottom in boxes if bottom - top <= right - left),
        tuple(Rule((left + right) / 2, top, bottom) for left, top, right, bottom in boxes if bottom - top > right - left),
    )


def _width(page: Any, quarter: int) -> float:
    """How wide the paper is for whoever reads the text upright."""
    sides = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return float(sides[(pdfium.FPDFPage_GetRotation(page) + quarter) % 2])


def has_picture(page: Any) -> bool:
    """Whether something is drawn on `page` that may be text: a picture that takes a good part of it, outlines, or characters without meaning."""
    drawn = [pdfium.FPDFPage_GetObject(page, index) for index in range(_object_count(page))]
    kinds = Counter(map(pdfium.FPDFPageObj_GetType, drawn))
    whole = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    pictures = (one for one in drawn if pdfium.FPDFPageObj_GetType(one) in _PICTURES)
    outlines = kinds[pdfium.FPDF_PAGEOBJ_PATH] + kinds[pdfium.FPDF_PAGEOBJ_TEXT]
    return outlines >= MIN_OUTLINES or any(_area(picture) >= MIN_PICTURE * whole for picture in pictures)


def _area(drawn: Any) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, (left, bottom, right, top))):
        return 0.0
    return (right.value - left.value) * (top.value - bottom.value)


def _is_printed(text_page: Any, index: int) -> bool:
    return pdfium.FPDFText_IsGenerated(text_page, index) != 1 and pdfium.FPDFText_GetUnicode(text_page, index) not in _BREAKS


def _is_unknown(character: str) -> bool:
    """Whether a font does not tell which character it shows."""
    return character < " " or character == "\ufffd" or "\ue000" <= character <= "\uf8ff"


def _quarters(angle: float) -> int | None:
    """How many quarters text is turned; None for what stands askew."""
    turned = round(angle / QUARTER)
    return turned % 4 if abs(angle - turned * QUARTER) < 0.1 else None


class _Boldness:
    """Which pieces of text on a page are bold: by the name of their font, or drawn with a stroke around each character."""

    def __init__(self) -> None:
        self._known: dict[int | None, bool] = {}

    def of(self, text_page: Any, index: int) -> bool:
        """Whether the piece that character `index` belongs to is bold."""
        piece = pdfium.FPDFText_GetTextObject(text_page, index)
        key = ctypes.cast(piece, ctypes.c_void_p).value
        if key not in self._known:
            name = ctypes.create_string_buffer(MAX_NAME)
            pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(piece), name, MAX_NAME)
            stroked = pdfium.FPDFTextObj_GetTextRenderMode(piece) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
            self._known[key] = stroked or _BOLD.search(name.raw.split(b"\0")[0]) is not None
        return self._known[key]


def _glyph(text_page: Any, index: int, turn: _Turn, bold: _Boldness) -> Glyph:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box))
    code = pdfium.FPDFText_GetUnicode(text_page, index)
    edges = _box(turn, box.left, box.bottom, box.right, box.top)
    return Glyph("-" if code in _HYPHENS else chr(code), *edges, bold.of(text_page, index))


def _box(turn: _Turn, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    (a, b), (c, d) = turn(left, bottom), turn(right, top)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _object_count(page: Any) -> int:
    return min(max(int(pdfium.FPDFPage_CountObjects(page)), 0), MAX_PATHS)


def _drawn(page: Any, turn: _Turn) -> Iterator[tuple[float, float, float, float]]:
    """The box of every ruled line on `page`."""
    if pdfium.FPDFPage_CountObjects(page) > MAX_PATHS:
        return
    for index in range(_object_count(page)):
        for left, bottom, right, top in _lines(pdfium.FPDFPage_GetObject(page, index), _SAME, 0):
            yield _box(turn, left, bottom, right, top)


def _lines(drawn: Any, outer: _Matrix, depth: int) -> Iterator[tuple[float, float, float, float]]:
    """The straight lines that `drawn` is made of, those of drawings inside it too, as boxes on the page."""
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
        matrix = _times(_matrix(drawn), outer)
        for index in range(min(max(pdfium.FPDFFormObj_CountObjects(drawn), 0), MAX_PATHS)):
            yield from _lines(pdfium.FPDFFormObj_GetObject(drawn, index), matrix, depth + 1)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _path_lines(drawn, _times(_matrix(drawn), outer))


def _path_lines(path: Any, matrix: _Matrix) -> Iterator[tuple[float, float, float, float]]:
    count = pdfium.FPDFPath_CountSegments(path)
    if not 2 <= count <= MAX_SEGMENTS:
        return
    points = [_point(pdfium.FPDFPath_GetPathSegment(path, index), matrix) for index in range(count)]
    moves = [pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path, index)) for index in range(count)]
    if any(move == pdfium.FPDF_SEGMENT_BEZIERTO for move in moves):
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    whole = (min(xs), min(ys), max(xs), max(ys))
    if count == 5 and _is_thin(whole):
        yield whole
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if not stroke.value:
        return
    closing = [(points[-1], points[0])] if pdfium.FPDFPathSegment_GetClose(pdfium.FPDFPath_GetPathSegment(path, count - 1)) else []
    drawn = [(points[i - 1], points[i]) for i in range(1, count) if moves[i] == pdfium.FPDF_SEGMENT_LINETO]
    for (x, y), (a, b) in (*drawn, *closing):
        line = (min(x, a), min(y, b), max(x, a), max(y, b))
        if _is_thin(line):
            yield line


def _is_thin(box: tuple[float, float, float, float]) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= THIN and max(width, height) >= SHORTEST


def _point(segment: Any, matrix: _Matrix) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    a, b, c, d, e, f = matrix
    return a * x.value + c * y.value + e, b * x.value + d * y.value + f


def _matrix(drawn: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, ctypes.byref(found))
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, x, y = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + x, e * h + f * j + y
