"""How answers and gold strings are made comparable.

Kept apart from the assistant's own language rules, so that a mistake there shows here.
"""

import re
import unicodedata
from collections.abc import Collection

_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
_IGNORED = re.compile(r"[\s*`]+")
_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")
_MARKER = re.compile(r"\[(\d{1,2})\]")


def normalize(text: str) -> str:
    """Drop what does not count in grading: width, case, thousands commas, white space, `*` and backticks."""
    folded = unicodedata.normalize("NFKC", text)
    without_commas = _THOUSANDS.sub(lambda figure: figure.group().replace(",", ""), folded)
    return _IGNORED.sub("", without_commas).lower()


def stands_in(gold: str, text: str) -> bool:
    """Whether `gold` stands in the normalised `text`; a number at either end of it must not be part of a longer number."""
    wanted = normalize(gold)
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        if not _cuts_number(wanted, text, start):
            return True
        start = text.find(wanted, start + 1)
    return False


def _cuts_number(wanted: str, text: str, start: int) -> bool:
    before, after = text[:start][-1:], text[start + len(wanted) :][:2]
    cut_left = wanted[0].isdigit() and (before.isdecimal() or before == ".")
    cut_right = wanted[-1].isdigit() and after.removeprefix(".")[:1].isdecimal()
    return cut_left or cut_right


def figures_in(text: str) -> set[str]:
    """Every figure of the normalised `text`, with its decimals and per cent sign."""
    return set(_FIGURE.findall(text))


def markers_in(answer: str) -> set[str]:
    """The numbers of all `[n]` in an answer as it was given."""
    return set(_MARKER.findall(answer))


def without_markers(answer: str, known: Collection[str]) -> str:
    """The answer without the markers of its citations; a bracketed number that is no marker stays."""
    return _MARKER.sub(lambda marker: "" if marker.group(1) in known else marker.group(), answer)
