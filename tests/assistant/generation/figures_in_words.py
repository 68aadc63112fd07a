"""The figures that a source has in words: thirty days, a quarter per cent. Read by rules of their own, apart from those of the assistant."""

import re
from collections.abc import Iterable

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_NUMERAL = re.compile("(百分之)?([零〇一二两三四五六七八九十百][零〇一二两三四五六七八九十百千万亿]*)")


def figures_in_words(texts: Iterable[str]) -> set[str]:
    """The figures, in digits, that `texts` have as Chinese numerals."""
    return {f"{value_of(numeral)}{'%' if percent else ''}" for text in texts for percent, numeral in _NUMERAL.findall(text)}


def value_of(numeral: str) -> int:
    """The number that Chinese characters write."""
    total = part = digit = 0
    for character in numeral:
        if character in _LARGE:
            large, small = _LARGE[character], part + digit
            total, part, digit = total + small * large if total >= large else (total + small) * large, 0, 0
        elif character in _SCALES:
            part, digit = part + (digit or 1) * _SCALES[character], 0
        else:
            digit = digit * 10 + _DIGITS[character] if digit else _DIGITS[character]
    return total + part + digit
