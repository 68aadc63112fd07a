"""The figures that a source has in words: 三十日, 3658.4亿元. Read by rules of their own, apart from those of the assistant."""

import re
from collections.abc import Iterable

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_NUMERAL = re.compile("(百分之)?([零〇一二两三四五六七八九十百][零〇一二两三四五六七八九十百千万亿]*)")
_SCALED = re.compile(r"(\d+(?:\.\d+)?)([万亿])")
_MILLION, _BILLION = 10**6, 10**9


def figures_in_words(texts: Iterable[str]) -> set[str]:
    """The figures, in digits, that `texts` have as Chinese numerals, or in 万 and 亿: in full, in millions and in billions."""
    text = "，".join(texts)
    spelled = {f"{value_of(numeral)}{'%' if percent else ''}" for percent, numeral in _NUMERAL.findall(text)}
    amounts = {round(float(number) * _LARGE[scale]) for number, scale in _SCALED.findall(text)}
    return spelled | {f"{amount / unit:.6f}".rstrip("0").rstrip(".") for amount in amounts for unit in (1, _MILLION, _BILLION)}


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
