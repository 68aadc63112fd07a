"""Titles of a Word file that has no style for them: lines set large and in the middle, as GB/T 9704-2012 (7.3.1) has them."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element

from corpus.language.numbering import numbering_of
from ingest.fragment import is_chinese
from ingest.readers.docx_styles import Styles

LARGER = 1.2
"""The size of the characters of a title, in those of the text, at the least; the standard has 22 points over 16."""
SAMPLE = 400
"""Paragraphs that tell the size of the text."""
MAX_LINE = 40
"""Characters of a line of a title, at the most; what is longer is text on a cover or a poster."""


class TitleSizes:
    """Tells the lines of titles by how large the text of the file is."""

    def __init__(self, document: Element, styles: Styles) -> None:
        self._styles = styles
        sizes: Counter[int] = Counter()
        for paragraph in islice(document.iter("p"), SAMPLE):
            for run, text in _runs(paragraph):
                sizes[styles.size_of(run, paragraph.find("pPr"))] += len(text)
        self._least = LARGER * sizes.most_common(1)[0][0] if sizes else 0.0

    def size_of(self, paragraph: Element, text: str) -> int:
        """The size (half points) of a line of a title; 0 for any other paragraph. `text` is what Word shows of it."""
        properties = paragraph.find("pPr")
        plain = text.strip()
        if not 0 < len(plain) <= MAX_LINE or not any(map(is_chinese, plain)) or numbering_of(plain) or plain.endswith("。"):
            return 0
        if not self._styles.paragraph(properties).is_centred:
            return 0
        smallest = min((self._styles.size_of(run, properties) for run, _ in _runs(paragraph)), default=0)
        return smallest if smallest >= self._least else 0


def _runs(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The runs of a paragraph that hold text, with it."""
    for run in paragraph.iter("r"):
        text = "".join(child.text or "" for child in run if child.tag == "t")
        if text.strip():
            yield run, text
