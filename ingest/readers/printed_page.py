"""A page as it is printed: characters and ruled lines with their places, whoever found them."""

from dataclasses import dataclass
from typing import NamedTuple

from ingest.fragment import is_chinese


class Glyph(NamedTuple):
    """One character and the box that it stands in; `top` is less than `bottom`. Of a picture nobody knows what is `bold`."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False

    @property
    def size(self) -> float:
        """What a Chinese character of this size takes in a line."""
        return self.right - self.left if is_chinese(self.text) else self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A ruled line: from `start` to `end`, at `place` on the other axis."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What stands on one page, upright, in any unit of length; `width` is that of the paper."""

    width: float = 0.0
    glyphs: tuple[Glyph, ...] = ()
    horizontal: tuple[Rule, ...] = ()
    vertical: tuple[Rule, ...] = ()
