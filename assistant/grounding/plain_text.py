"""Texts in one spelling, so that a sentence and a passage can be compared character by character."""

import re
from functools import lru_cache

from corpus.language.numbering import numbering_of

_WIDE = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}
_MARKS = str.maketrans(
    {
        ",": "，",
        ";": "；",
        ":": "：",
        "(": "（",
        ")": "）",
        "!": "！",
        "?": "？",
        "「": "“",
        "」": "”",
        "『": "“",
        "』": "”",
        "‘": "“",
        "’": "”",
        "~": "～",
        "﹝": "〔",
        "﹞": "〕",
    }
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\u200b-\u200f\ufeff]")
_SPACE = re.compile(r"(?<![A-Za-z,.;])\s+|\s+(?![A-Za-z0-9])")
_STRAIGHT_QUOTES = re.compile(r'"([^"]*)"')
_DASH = re.compile(r"[—–－‐‑-]+")


@lru_cache(maxsize=4_096)
def plain_text(text: str) -> str:
    """`text` with narrow digits and letters, Chinese punctuation, no thousands separators and no white space but between English words."""
    text = _THOUSANDS.sub("", _PRIVATE.sub("", text).translate(_WIDE))
    text = _STRAIGHT_QUOTES.sub(r"“\1”", text)
    text = _SPACE.sub("", text.strip())
    return _DASH.sub("-", re.sub(r"(?<=\d)，(?=\d{3}(?!\d)[\u4e00-\u9fff])", "，", text.translate(_MARKS)))


@lru_cache(maxsize=4_096)
def plain_heading(heading: str) -> str:
    """A heading in plain text without its number, which is evidence for nothing."""
    numbering = numbering_of(heading)
    return plain_text(heading[numbering.length :] if numbering else heading)
