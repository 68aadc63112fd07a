"""Scanned pages, recognized by RapidOCR on this machine: its models are part of the package, nothing is loaded from elsewhere."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from rapidocr import RapidOCR

from ingest.readers.printed_page import Glyph, PrintedPage
from ingest.readers.scan_image import Image, ruled_lines, set_straight, without_seals

DPI = 200
"""Dots an inch that a page is drawn with; with more, recognition takes longer and finds no more."""
MAX_DOTS = 3_000
"""The longer side of the picture; larger pages are drawn with fewer dots an inch."""
MIN_SCORE = 0.5
"""How certain recognition must be of a line, from 0 to 1; what is less certain is specks and stamps."""
_WIDE = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。"}
_NARROW = re.compile(
    r"(?<=[\u4e00-\u9fff。，、；：》”）])[(),:;?!]|[()](?=[\u4e00-\u9fff《“（。，、；：])|(?<=[\d%])[,;](?=[\u4e00-\u9fff])|\((?=[\d.—–-]+[\u4e00-\u9fff])|"
    r"(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十])\.(?=$|[\u4e00-\u9fff])"
)
_PARAMETERS = {
    "Global.log_level": "error",
    "Global.use_cls": False,
    "Global.max_side_len": MAX_DOTS,
    "Global.text_score": MIN_SCORE,
}


class ScanReader:
    """Recognizes pages; the models are loaded once, with the first."""

    def __init__(self) -> None:
        self._engine = RapidOCR(params=_PARAMETERS)

    def read(self, page: Any) -> PrintedPage:
        """The characters and ruled lines on `page` (of pypdfium2), in dots."""
        dpi = min(DPI, MAX_DOTS / max(page.get_size()) * 72)
        image = np.ascontiguousarray(page.render(scale=dpi / 72).to_numpy()[:, :, :3])
        return self.recognize(image, dpi)

    def recognize(self, image: Image, dpi: float) -> PrintedPage:
        """What is printed on `image` (blue, green, red)."""
        straight = set_straight(without_seals(image, dpi))
        found: Any = self._engine(straight)
        if found.boxes is None or found.txts is None:
            return PrintedPage()
        glyphs = tuple(glyph for box, text in zip(found.boxes, found.txts, strict=True) for glyph in _glyphs(box, _in_chinese(text)))
        return PrintedPage(image.shape[1], glyphs, *ruled_lines(straight, dpi))


def _in_chinese(text: str) -> str:
    """`text` with the marks of Chinese print next to Chinese characters: recognition takes narrow ones for them."""
    for _ in range(2):
        text = _NARROW.sub(lambda match: _WIDE[match[0]], text)
    return text


def _glyphs(box: Any, text: str) -> Iterator[Glyph]:
    """The characters of a line found in `box`, side by side as wide as each is in print."""
    left, top = (float(value) for value in np.min(box, axis=0))
    right, bottom = (float(value) for value in np.max(box, axis=0))
    widths = [0.5 if character.isascii() else 1.0 for character in text]
    size = min((right - left) / max(sum(widths), 1.0), bottom - top)
    middle = (top + bottom) / 2
    place = left
    for character, width in zip(text, widths, strict=True):
        end = place + width * (right - left) / sum(widths)
        yield Glyph(character, place, middle - size / 2, end, middle + size / 2)
        place = end
