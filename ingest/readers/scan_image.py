"""The picture of a scanned page made fit for recognition: seals taken off, set straight, its ruled lines found."""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from ingest.readers.printed_page import Rule

Image = np.ndarray[Any, np.dtype[np.uint8]]

RED = 40
"""By how much red is stronger than the other colours in the ink of a seal."""
STAIN = 12
"""By how much red is stronger at the edges of its letters."""
DARK = 100
"""The strength of red below which a dot is print, stained by the seal over it."""
REACH = 0.15
"""How far apart, in inches, the parts of a seal may be where print cuts it."""
SEAL = (0.9, 3.0)
"""The width of a seal in inches; the letters of a red heading are smaller, and red pictures are larger."""
ROUND = 0.7
"""How much the width and height of a seal may differ, as a share."""
MAX_SKEW = 3.0
"""Degrees up to which a scan is set straight; more is no skew, but a slanted picture."""
MIN_SKEW = 0.15
STEP = 0.1
THUMB = 800
"""Dots that the picture is reduced to, to find its skew."""
RULE = 0.35
"""The length of a ruled line in inches, at the least; strokes of characters are shorter."""
STROKE = 0.05
"""How thick a ruled line is in inches, at the most."""


def without_seals(image: Image, dpi: float) -> Image:
    """`image` (blue, green, red) with what is red in a round seal made white. The print below it stays, and so do red headings."""
    blue, green, red = (image[:, :, channel].astype(np.int16) for channel in range(3))
    redder = red - np.maximum(blue, green)
    inked = (redder > RED) & (red > DARK)
    stained = (redder > STAIN) & (red > DARK)
    reach = max(int(REACH * dpi), 3)
    grown = cv2.dilate(inked.astype(np.uint8), np.ones((reach, reach), np.uint8))
    count, _, boxes, _ = cv2.connectedComponentsWithStats(grown)
    cleaned = image.copy()
    for label in range(1, count):
        left, top, width, height = (int(value) for value in boxes[label][:4])
        if SEAL[0] * dpi <= min(width, height) and max(width, height) <= SEAL[1] * dpi and min(width, height) >= ROUND * max(width, height):
            place = (slice(top, top + height), slice(left, left + width))
            cleaned[place][stained[place]] = 255
    return cleaned


def set_straight(image: Image) -> Image:
    """`image` turned so that its lines are level."""
    angle = _skew(image)
    if abs(angle) < MIN_SKEW:
        return image
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.asarray(cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)), dtype=np.uint8)


def _skew(image: Image) -> float:
    """By how many degrees `image` must be turned for rows of dots to differ most: then lines of print and the gaps between them are level."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    scale = THUMB / max(grey.shape)
    dark = 255 - cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    height, width = dark.shape
    angles = np.arange(-MAX_SKEW, MAX_SKEW + STEP, STEP)

    def sharpness(angle: float) -> float:
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        profile = cv2.warpAffine(dark, matrix, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(profile)).sum())

    scores = [sharpness(float(angle)) for angle in angles]
    best = int(np.argmax(scores))
    return float(angles[best]) if scores[best] > 1.05 * sharpness(0.0) else 0.0


def ruled_lines(image: Image, dpi: float) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The horizontal and the vertical ruled lines in `image`, in dots."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    dark = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    length = max(int(RULE * dpi), 3)
    across = cv2.morphologyEx(cv2.dilate(dark, np.ones((3, 1), np.uint8)), cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(cv2.dilate(dark, np.ones((1, 3), np.uint8)), cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    return (
        tuple(Rule(top + height / 2, left, left + width) for left, top, width, height in _boxes(across) if height <= STROKE * dpi),
        tuple(Rule(left + width / 2, top, top + height) for left, top, width, height in _boxes(down) if width <= STROKE * dpi),
    )


def _boxes(mask: Any) -> Sequence[tuple[int, int, int, int]]:
    count, _, boxes, _ = cv2.connectedComponentsWithStats(mask)
    return [(int(box[0]), int(box[1]), int(box[2]), int(box[3])) for box in boxes[1:count]]
