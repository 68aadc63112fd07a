import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.readers.printed_page import Rule

pytestmark = pytest.mark.ocr
DPI = 200


def blank(width: int = 1600, height: int = 1200) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (width, height), "white")
    return image, ImageDraw.Draw(image)


def array(image: Image.Image) -> np.ndarray:
    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


def test_a_round_seal_is_taken_off_and_the_print_below_it_stays() -> None:
    from ingest.readers.scan_image import without_seals

    image, draw = blank()
    draw.ellipse((400, 300, 740, 640), outline=(220, 30, 30), width=10)
    draw.rectangle((350, 460, 800, 480), fill="black")
    cleaned = without_seals(array(image), DPI)
    assert (cleaned[300:640, 400:740].reshape(-1, 3) == 255).all(axis=1).mean() > 0.9
    assert (cleaned[462:478, 360:790] == 0).all()


@pytest.mark.parametrize("box", [(200, 100, 1400, 200), (200, 100, 280, 180), (100, 100, 1500, 1100)], ids=["heading", "letter", "picture"])
def test_other_red_is_no_seal(box: tuple[int, int, int, int]) -> None:
    from ingest.readers.scan_image import without_seals

    image, draw = blank()
    draw.rectangle(box, outline=(220, 30, 30), width=12)
    assert (without_seals(array(image), DPI) == array(image)).all()


@pytest.mark.parametrize("degrees", [-2.0, -1.0, 0.0, 1.0, 2.0])
def test_a_page_askew_is_set_straight(degrees: float) -> None:
    from ingest.readers.scan_image import ruled_lines, set_straight

    image, draw = blank()
    for number in range(20):
        draw.rectangle((200, 150 + 45 * number, 1400, 170 + 45 * number), fill="black")
    turned = image.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor="white")
    rows = set_straight(array(turned)).min(axis=2)[:, 300:1300]
    assert ((rows > 200).all(axis=1)).sum() > 300
    assert ruled_lines(array(image), DPI) == ((), ())


def test_long_thin_lines_are_rules_and_strokes_are_not() -> None:
    from ingest.readers.scan_image import ruled_lines

    image, draw = blank()
    draw.line((200, 300, 1400, 300), "black", 3)
    draw.line((500, 200, 500, 900), "black", 3)
    draw.line((700, 700, 740, 700), "black", 3)
    horizontal, vertical = ruled_lines(array(image), DPI)
    assert [Rule(round(rule.place, -1), round(rule.start, -1), round(rule.end, -1)) for rule in horizontal] == [Rule(300, 200, 1400)]
    assert [Rule(round(rule.place, -1), round(rule.start, -1), round(rule.end, -1)) for rule in vertical] == [Rule(500, 200, 900)]
