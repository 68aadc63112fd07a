"""A PDF as a scanner makes it: pages as pictures, a little noisy and askew, with a round red seal over the print."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 200
RED = (215, 35, 35)
SEAL = "云川市水务局业务专用章"


def write_scan(
    path: Path, original: Path, *, pages: Sequence[int] | None = None, skew: float = 0.0, seal: bool = True, noise: float = 6.0
) -> Path:
    """`pages` of the PDF `original` (all of them) as pictures, turned by `skew` degrees."""
    document = pypdfium2.PdfDocument(original)
    canvas = Canvas(str(path))
    for number in range(len(document)) if pages is None else pages:
        image = document[number].render(scale=DPI / 72).to_pil().convert("RGB")
        if seal:
            image = sealed(image, image.width * 0.6, image.height * 0.4)
        picture = scanned(image, skew, noise)
        width, height = picture.width * 72 / DPI, picture.height * 72 / DPI
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    document.close()
    return path


def sealed(image: Image.Image, left: float, top: float) -> Image.Image:
    """`image` with a seal of 42 millimetres around a point; print below it stays black."""
    radius = 21 / 25.4 * DPI
    ink = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(ink)
    draw.ellipse((left - radius, top - radius, left + radius, top + radius), outline=RED, width=9)
    draw.regular_polygon((left, top, radius * 0.3), 5, fill=RED)
    font = ImageFont.truetype(chinese_font(), 36)
    for number, character in enumerate(SEAL):
        angle = math.pi * (0.95 + 1.1 * number / (len(SEAL) - 1))
        draw.text((left + radius * 0.78 * math.cos(angle), top + radius * 0.78 * math.sin(angle)), character, RED, font, anchor="mm")
    return Image.fromarray(np.minimum(np.asarray(image), np.asarray(ink)))


def scanned(image: Image.Image, skew: float, noise: float) -> Image.Image:
    """`image` turned and with grain."""
    turned = np.asarray(image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor="white"), dtype=np.float64)
    grain = np.random.default_rng(7).normal(0.0, noise, turned.shape)
    return Image.fromarray((turned + grain).clip(0, 255).astype(np.uint8))


def chinese_font() -> str:
    """A font file of the system that has Chinese characters."""
    found = sorted(Path("/usr/share/fonts").rglob("Noto*CJK*Regular*.ttc"))
    return str(found[0])
