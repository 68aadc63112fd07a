"""The numbers that Word shows before the paragraphs of a list; they are reckoned, not stored with the text."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ingest.readers.docx_styles import Styles, is_on
from ingest.readers.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_NEEDS_SPACE = re.compile(r"[\w章节条]$")
_BULLETS = ("bullet", "none")
LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: `text` holds %1 for the number of the first level, and so on."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True
    legal: bool = False


class ListNumbers:
    """Counts the paragraphs of every list in the order in which they are told."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        elements = list(root) if root is not None else []
        self._lists = {element.get("abstractNumId", ""): element for element in elements if element.tag == "abstractNum"}
        self._numbers = {element.get("numId", ""): element for element in elements if element.tag == "num"}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self._levels: dict[str, list[_Level]] = {}

    def next(self, number_id: str, level: int | None, style_id: str | None) -> str:
        """What is shown before the next paragraph of a list, with a space behind it where it needs one; empty for bullets."""
        number = self._numbers.get(number_id)
        list_id = self._list_of(number)
        if number is None or list_id is None:
            return ""
        place = min(level if level is not None else self._level_of_style(list_id, style_id), LEVELS - 1)
        if number_id not in self._levels:
            self._levels[number_id] = [self._level(number, list_id, index) for index in range(LEVELS)]
        levels = self._levels[number_id]
        counts = self._counts.setdefault(list_id, [None] * LEVELS)
        self._restart(number, number_id, place, counts)
        former = counts[place]
        counts[place] = levels[place].start if former is None else former + 1
        for below in range(place + 1, LEVELS):
            if levels[below].restarts:
                counts[below] = None
        return _shown(
            levels[: place + 1], [count if count is not None else level.start for count, level in zip(counts, levels, strict=False)]
        )

    def _restart(self, number: Element, number_id: str, place: int, counts: list[int | None]) -> None:
        """A list that states its own start begins anew with its first paragraph, though it shares its form with another."""
        for override in number.findall("lvlOverride"):
            start = override.find("startOverride")
            if override.get("ilvl") == str(place) and start is not None and (number_id, place) not in self._started:
                counts[place] = _whole(start.get("val"), 1) - 1
        self._started.add((number_id, place))

    def _list_of(self, number: Element | None) -> str | None:
        """The form of a list; one that is a style of lists leads to the list of that style."""
        reference = number.find("abstractNumId") if number is not None else None
        list_id = reference.get("val", "") if reference is not None else ""
        link = self._lists[list_id].find("numStyleLink") if list_id in self._lists else None
        linked = self._numbers.get(self._styles.list_of(link.get("val", "")) or "") if link is not None else None
        reference = linked.find("abstractNumId") if linked is not None else reference
        list_id = reference.get("val", "") if reference is not None else ""
        return list_id if list_id in self._lists else None

    def _level_of_style(self, list_id: str, style_id: str | None) -> int:
        for element in self._lists[list_id].findall("lvl"):
            style = element.find("pStyle")
            if style is not None and style_id and style.get("val") == style_id:
                return min(_whole(element.get("ilvl"), 0), LEVELS - 1)
        return 0

    def _level(self, number: Element, list_id: str, index: int) -> _Level:
        overridden = (override.find("lvl") for override in number.findall("lvlOverride") if override.get("ilvl") == str(index))
        own = next((level for level in overridden if level is not None), None)
        listed = (level for level in self._lists[list_id].findall("lvl") if level.get("ilvl") == str(index))
        element = own if own is not None else next(listed, None)
        if element is None:
            return _Level()
        legal, restart = element.find("isLgl"), element.find("lvlRestart")
        return _Level(
            _setting(element, "numFmt", "decimal"),
            _setting(element, "lvlText", ""),
            _whole(_setting(element, "start", "0"), 0),
            restarts=restart is None or restart.get("val") != "0",
            legal=legal is not None and is_on(legal),
        )


def _shown(levels: list[_Level], counts: list[int]) -> str:
    own = levels[-1]
    if own.format in _BULLETS:
        return ""

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        if index >= len(levels):
            return ""
        return numeral(counts[index], "decimal" if own.legal else levels[index].format)

    text = _PLACE.sub(number, own.text)
    return f"{text} " if _NEEDS_SPACE.search(text) else text


def _setting(element: Element, name: str, default: str) -> str:
    child = element.find(name)
    return child.get("val", default) if child is not None else default


def _whole(text: str | None, default: int) -> int:
    return min(int(text), 9999) if text and text.isdecimal() else default
