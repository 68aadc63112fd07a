"""A paragraph of a Word file: the characters that Word shows, and what it says of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ingest.readers.docx_styles import Styles
from ingest.readers.marked_text import PAGE_BREAK

_NOT_SHOWN = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "rubyPr", "Fallback"}
)
"""Elements whose text is no text of the document: settings, deletions, the code of a field, readings above characters."""
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN = frozenset({"drawing", "pict", "object"})
_TABS = re.compile(r"[ \u3000]*\t[\t \u3000]*")
COLUMNS = 2
"""Tabs in a paragraph from which its words are cells; a single one sets words apart, several in a row are one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text` with tabs and line breaks, the first `bold` characters of it bold; `number` are its list and level there.

    `is_unended` is set where the end of the paragraph was deleted, so that the next one goes on with it; `boxes` are the text boxes and
    `notes` the kind and id of the notes that are tied to it.
    """

    text: str
    bold: int = 0
    heading: int = 0
    style_id: str | None = None
    number: tuple[str, int | None] | None = None
    is_title: bool = False
    is_contents: bool = False
    is_unended: bool = False
    boxes: tuple[Element, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    def numbered(self, number: str) -> "Paragraph":
        """The paragraph with the number of its list before it, bold as its first words are."""
        return replace(self, text=number + self.text.lstrip(" \u3000"), bold=len(number) + self.bold if self.bold else 0)

    def joined(self, below: "Paragraph") -> "Paragraph":
        """`below` with the words of this paragraph before it."""
        return replace(below, text=self.text + below.text, bold=0, boxes=self.boxes + below.boxes, notes=self.notes + below.notes)


class ParagraphReader:
    """Reads paragraphs in order: a field may begin in one and end in another. Page breaks are told where `has_pages` is set."""

    def __init__(self, styles: Styles, *, has_pages: bool) -> None:
        self._styles = styles
        self._has_pages = has_pages
        self._fields: list[bool] = []
        """Whether of each field that is open the result is read by now, the outermost first; before it stands its code."""

    def read(self, element: Element) -> Paragraph:
        """What Word shows of `element` (w:p)."""
        properties = element.find("pPr")
        style = self._styles.paragraph(properties)
        named = properties.find("pStyle") if properties is not None else None
        boxes: list[Element] = []
        notes: list[tuple[str, str]] = []
        pieces = list(self._pieces(element, properties, boxes, notes))
        self._fields = [shows for shows in self._fields if shows]
        written = "".join(piece for piece, _ in pieces)
        text = _tabs_set(written)
        return Paragraph(
            text,
            _bold_start(pieces) if text == written else 0,
            style.heading,
            named.get("val") if named is not None else None,
            style.number if style.number and style.number[0] != "0" else None,
            style.is_title,
            style.is_contents,
            properties is not None and properties.find("rPr/del") is not None,
            tuple(boxes),
            tuple(notes),
        )

    def _pieces(
        self, element: Element, properties: Element | None, boxes: list[Element], notes: list[tuple[str, str]]
    ) -> Iterator[tuple[str, bool]]:
        """The text of `element` piece by piece, each with whether it is bold; a formula's fraction has a stroke between its parts."""
        bold = element.tag == "r" and self._styles.is_run_on(element, properties, "b")
        for child in element:
            if child.tag in _NOT_SHOWN:
                continue
            if child.tag == "r" and self._styles.is_run_on(child, properties, "vanish"):
                continue
            if child.tag == "fldChar":
                self._follow_field(child.get("fldCharType"))
            elif child.tag in _DRAWN or (child.tag == "AlternateContent" and child.find("Choice//txbxContent") is not None):
                boxes.extend(_boxes(child))
            elif child.tag in ("footnoteReference", "endnoteReference"):
                notes.append((child.tag.removesuffix("Reference"), child.get("id", "")))
            elif child.tag == "den":
                yield "/", bold
                yield from self._pieces(child, properties, boxes, notes)
            elif child.tag == "sdt" and child.find("sdtPr/showingPlcHdr") is not None:
                continue
            elif text := self._character(child):
                yield text, bold
            elif len(child):
                yield from self._pieces(child, properties, boxes, notes)

    def _character(self, element: Element) -> str:
        if element.tag == "lastRenderedPageBreak":
            return PAGE_BREAK if self._has_pages else ""
        if not all(self._fields):
            return ""
        if element.tag == "t":
            return (element.text or "").replace("\n", " ")
        if element.tag == "br":
            return "\n" if element.get("type", "textWrapping") == "textWrapping" else ""
        return _CHARACTERS.get(element.tag, "")

    def _follow_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing; Word writes each twice, in its own form and in an older one, of which one is read."""
    for child in drawing:
        if child.tag == "txbxContent":
            yield child
        elif child.tag != "Fallback" or not any(True for choice in drawing.findall("Choice") for _ in choice.iter("txbxContent")):
            yield from _boxes(child)


def _tabs_set(text: str) -> str:
    """`text` with one tab between cells, and a space where words are only set apart."""
    text = text.strip("\t") if "\n" not in text else text
    count = len(_TABS.findall(text))
    return _TABS.sub("\t" if count >= COLUMNS and "\n" not in text else " ", text)


def _bold_start(pieces: list[tuple[str, bool]]) -> int:
    """How many characters at the start are bold, white space between bold words included."""
    plain = next((index for index, (text, bold) in enumerate(pieces) if text.strip() and not bold), len(pieces))
    return sum(len(text) for text, _ in pieces[:plain]) if any(text.strip() for text, _ in pieces[:plain]) else 0
