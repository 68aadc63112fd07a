"""Figures that an answer writes in another way than its sources: 30日 for 三十日, 15800 for 1.58万, the year for 去年."""

import re
from collections.abc import Iterator, Sequence

from assistant.grounding.cited_passage import CitedPassage
from corpus.language.figures import NARROW, chinese_number

_SCALES = {"万亿": 1e12, "亿": 1e8, "万": 1e4, "千": 1e3, "百": 1e2, "trillion": 1e12, "billion": 1e9, "million": 1e6, "thousand": 1e3}
_DIGITS = re.compile(rf"(?<![\d.])(\d+(?:,\d{{3}})*(?:\.\d+)?)(?:\s*({'|'.join(_SCALES)}))?%?")
_NUMERAL = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")
_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}


def restated_figures(text: str, passages: Sequence[CitedPassage]) -> Iterator[tuple[str, str]]:
    """Each figure of `text` whose digits stand in no quote, title or heading, with the words of `passages` that say the same, or their date.

    A figure that nothing says is left out.
    """
    beside = [" ".join((passage.text, passage.title, *passage.section)).translate(NARROW) for passage in passages]
    printed = {_plain(match[1]) for words in beside for match in _DIGITS.finditer(words)}
    for match in _DIGITS.finditer(text.translate(NARROW)):
        if _plain(match[1]) in printed:
            continue
        words = next((found for passage in passages if (found := _words_for(match, passage)) is not None), None)
        if words is not None:
            yield match[0], words


def _words_for(figure: re.Match[str], passage: CitedPassage) -> str | None:
    amount = _amount(figure)
    for other in _DIGITS.finditer(passage.text.translate(NARROW)):
        if _amount(other) == amount:
            return other[0]
    for numeral in _NUMERAL.finditer(passage.text):
        if chinese_number(numeral[0]) == amount:
            return numeral[0]
    return _year_for(amount, passage)


def _year_for(amount: float, passage: CitedPassage) -> str | None:
    """What of the document's date, or counted from it, is the year `amount`."""
    if passage.document_date is not None:
        for word, steps in _RELATIVE.items():
            if word in passage.text and passage.document_date.year + steps == amount:
                return f"{word}（{passage.document_date.isoformat()}）"
        if amount in (passage.document_date.year, passage.document_date.month, passage.document_date.day):
            return passage.document_date.isoformat()
    if passage.document_period is not None and amount in passage.document_period:
        return "—".join(map(str, passage.document_period))
    return None


def _amount(figure: re.Match[str]) -> float:
    return float(_plain(figure[1])) * _SCALES.get(figure[2] or "", 1.0)


def _plain(digits: str) -> str:
    return digits.replace(",", "")
