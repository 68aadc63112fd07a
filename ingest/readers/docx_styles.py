"""What the styles of a Word file say of its paragraphs: headings, titles, bold and hidden words, numbering."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|標題|文档标题|文件标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)|table of figures|图表目录", re.IGNORECASE)
BODY_LEVEL = 9
"""The outline level that Word gives to text which is no heading; levels of headings count from 0."""
MAX_CHAIN = 20
"""Styles based on one another; a longer chain is a circle."""

DEFAULT_SIZE = 20
"""The size of characters (half points) of a file that states none (ECMA-376, 17.3.2.38)."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """`heading` is 0 for text; `number` are the id of a list and the level in it; `is_contents` marks lines of a table of contents.

    `is_centred` is set for what stands in the middle between the margins.
    """

    heading: int = 0
    is_title: bool = False
    is_contents: bool = False
    number: tuple[str, int | None] | None = None
    is_centred: bool = False


class Styles:
    """The styles of one file, each with what it takes from the styles it is based on."""

    def __init__(self, root: Element | None) -> None:
        styles = root.findall("style") if root is not None else []
        self._styles = {style.get("styleId", ""): style for style in styles}
        self._default = next(
            (style.get("styleId", "") for style in styles if style.get("type") == "paragraph" and is_on(style, "default")), ""
        )

        defaults = root.find("docDefaults/rPrDefault/rPr") if root is not None else None
        size = _value(defaults, "sz") or ""
        self._default_size = int(size) if size.isdecimal() else DEFAULT_SIZE

    def paragraph(self, properties: Element | None) -> ParagraphStyle:
        """What holds for the paragraph with `properties` (pPr): its own settings first, then those of its style."""
        chain = list(self._chain(_value(properties, "pStyle") or self._default))
        name = _value(chain[0], "name") or "" if chain else ""
        settings = [
            *([properties] if properties is not None else []),
            *(found for style in chain if (found := style.find("pPr")) is not None),
        ]
        return ParagraphStyle(
            heading=_heading(settings, chain),
            is_title=_TITLE.fullmatch(name.strip()) is not None,
            is_contents=any(_CONTENTS.match((_value(style, "name") or "").strip()) for style in chain),
            number=next((number for setting in settings if (number := _number(setting)) is not None), None),
            is_centred=next((value for setting in settings if (value := _value(setting, "jc"))), "") == "center",
        )

    def is_run_on(self, run: Element, paragraph: Element | None, setting: str) -> bool:
        """Whether `setting` ("b", "vanish") holds for `run`: as it says itself, or its style, or the style of its paragraph."""
        switch = self._setting_of(run, paragraph, setting)
        return switch is not None and is_on(switch)

    def size_of(self, run: Element, paragraph: Element | None) -> int:
        """The size of the characters of `run` in half points, as Word stores it."""
        setting = self._setting_of(run, paragraph, "sz")
        value = setting.get("val", "") if setting is not None else ""
        return int(value) if value.isdecimal() else self._default_size

    def _setting_of(self, run: Element, paragraph: Element | None, setting: str) -> Element | None:
        own = run.find("rPr")
        chain = [*self._chain(_value(own, "rStyle")), *self._chain(_value(paragraph, "pStyle") or self._default)]
        found = (properties.find(setting) for properties in (own, *(style.find("rPr") for style in chain)) if properties is not None)
        return next((element for element in found if element is not None), None)

    def list_of(self, style_id: str) -> str | None:
        """The id of the list that a style of lists stands for."""
        properties = next((style.find("pPr") for style in self._chain(style_id)), None)
        number = _number(properties) if properties is not None else None
        return number[0] if number else None

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """The style and those it is based on, nearest first."""
        for _ in range(MAX_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = _value(style, "basedOn")


def is_on(element: Element, name: str = "val") -> bool:
    """Whether a switch is on: it is unless it says otherwise, an attribute other than `val` only where it is there."""
    return element.get(name, "1" if name == "val" else "0") not in ("0", "false", "off", "none")


def _value(parent: Element | None, name: str) -> str | None:
    child = parent.find(name) if parent is not None else None
    return child.get("val") if child is not None else None


def _heading(settings: list[Element], chain: list[Element]) -> int:
    """The level of heading, from 1: by the name of the style or one it is based on, else by the outline level."""
    names = (_HEADING.fullmatch((_value(style, "name") or "").strip()) for style in chain)
    named = next((int(match[1]) for match in names if match), 0)
    outline = next((int(level) for setting in settings if (level := _value(setting, "outlineLvl")) and level.isdecimal()), None)
    if outline is None:
        return named
    return outline + 1 if outline < BODY_LEVEL else 0


def _number(properties: Element) -> tuple[str, int | None] | None:
    """The list and the level that properties of a paragraph set; the level is None where the list itself knows it by the style."""
    setting = properties.find("numPr")
    if setting is None:
        return None
    level = _value(setting, "ilvl")
    number = _value(setting, "numId")
    return (number, int(level) if level and level.isdecimal() else None) if number is not None else None
