"""Personal numbers in what people type: identity numbers, mobile and landline telephone numbers.

A number counts only by its form: an identity number needs a real date and, with 18 digits, its check character; figures, amounts,
document numbers, dates and ranges of years stay as they are.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.answer import Answer
from assistant.answer_record import answer_record, recorded_answer
from corpus.model.span import Span

NumberKind = Literal["identity", "mobile", "landline"]
MASKS: dict[NumberKind, str] = {"identity": "[身份证号]", "mobile": "[手机号]", "landline": "[电话号码]"}


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A personal number and the characters of the text it covers."""

    kind: NumberKind
    span: Span


def mask_personal_numbers(text: str) -> str:
    """`text` with every personal number replaced by the name of its kind in square brackets."""
    pieces, position = [], 0
    for number in find_personal_numbers(text):
        pieces += [text[position : number.span.start], MASKS[number.kind]]
        position = number.span.end
    return "".join([*pieces, text[position:]])


def mask_echoes(answer: Answer, question: str) -> Answer:
    """`answer` with the personal numbers of `question` masked wherever it repeats them, unless a quoted document holds them."""
    typed = [(number, number.span.of(question)) for number in find_personal_numbers(question)]
    echoed = {text: MASKS[number.kind] for number, text in typed if not any(text in citation.quote for citation in answer.citations)}
    if not echoed:
        return answer
    record = json.dumps(answer_record(answer), ensure_ascii=False)
    for text, mask in echoed.items():
        record = record.replace(text, mask)
    masked = recorded_answer(json.loads(record))
    return replace(masked, resolved_question=mask_personal_numbers(masked.resolved_question), confidence=answer.confidence)


def find_personal_numbers(text: str) -> list[PersonalNumber]:
    """The personal numbers in `text`, in order, none overlapping another."""
    plain = text.translate(_NARROW)
    found: list[PersonalNumber] = []
    for number in (*_identities(plain), *_mobiles(plain), *_landlines(plain)):
        if not any(number.span.overlaps(other.span) for other in found):
            found.append(number)
    return sorted(found, key=lambda number: number.span)


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " "} | dict.fromkeys(map(ord, "‐‑‒–—―－"), "-")

_NOT_AFTER = r"(?:(?<![0-9A-Za-z¥￥$])(?<![0-9][.])|(?<=(?i:tel))|(?<=(?i:phone))|(?<=(?i:mobile)))"
_NOT_BEFORE = (
    r"(?![0-9A-Za-z])(?!\.\d|,\d{3}(?!\d))"
    r"(?!\s?(?:[元万亿千百%‰吨亩度次项件条户米]|美元|平方|立方|公里|公顷|个(?!人)|人(?=次|口)))"
)

_IDENTITY = re.compile(
    _NOT_AFTER
    + r"(?P<region>[1-9]\d{5})[ -]?(?:(?P<long>(?:18|19|20)\d{6})[ -]?(?P<tail>\d{3}[\dXx])|(?P<short>\d{6})[ -]?\d{3})"
    + _NOT_BEFORE
)
_PROVINCES = frozenset(
    str(n) for n in (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83, 91)
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"

_MOBILE = re.compile(_NOT_AFTER + r"(?:(?:\(?\+ ?86\)?|0086|86)[ -]{0,2})?(?P<number>1[ -]?[3-9](?:[ -]?\d){9})" + _NOT_BEFORE)
_MOBILE_GROUPS = frozenset({(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 2, 3, 3), (5, 6), (6, 5), (1,) * 11})
_YEAR = re.compile(r"(?:19|20)\d\d")
_GOES_ON_AS_YEARS = re.compile(r"\s?(?:年|[-~至到])")

_AREA = r"0(?:10|2[0-57-9]|3(?:1\d|35|49|5\d|7\d|9\d)|4(?:1\d|2[179]|3\d|5\d|6[4789]|7\d|8[23])|5[1-9]\d|6(?:3\d|6\d|9\d)|[789]\d\d)"
_SUBSCRIBER = r"[2-8]\d{2,3}[ -]?\d{4}"
_EXTENSION = r"(?:(?:-|转| ?ext\.? ?)\d{1,5})?"
_LANDLINE = re.compile(
    _NOT_AFTER
    + rf"(?:\({_AREA}\) ?|(?:\+ ?86[ -]?|0086[ -]?){_AREA.replace('0', '0?', 1)}[ -]?|{_AREA} ?-? ?){_SUBSCRIBER}{_EXTENSION}"
    + _NOT_BEFORE
)
_LABELLED_LANDLINE = re.compile(
    rf"(?:电话|座机|固话|传真|tel|phone|fax)(?:号码|号)?(?:是|为)?[ :.]{{0,3}}(?P<number>{_SUBSCRIBER}{_EXTENSION})" + _NOT_BEFORE,
    re.IGNORECASE,
)


def _identities(text: str) -> Iterator[PersonalNumber]:
    for match in _IDENTITY.finditer(text):
        digits = re.sub("[ -]", "", match[0]).upper()
        born = match["long"] or f"19{match['short']}"
        if digits[:2] in _PROVINCES and _is_date(born) and (len(digits) == 15 or _check_character(digits) == digits[-1]):
            yield PersonalNumber("identity", Span(*match.span()))


def _mobiles(text: str) -> Iterator[PersonalNumber]:
    for match in _MOBILE.finditer(text):
        groups = re.split("[ -]", match["number"])
        years = len(groups) > 1 and _YEAR.fullmatch(groups[-1]) and _GOES_ON_AS_YEARS.match(text, match.end())
        if tuple(map(len, groups)) in _MOBILE_GROUPS and not years:
            yield PersonalNumber("mobile", Span(*match.span()))


def _landlines(text: str) -> Iterator[PersonalNumber]:
    for match in _LANDLINE.finditer(text):
        yield PersonalNumber("landline", Span(*match.span()))
    for match in _LABELLED_LANDLINE.finditer(text):
        yield PersonalNumber("landline", Span(*match.span("number")))


def _is_date(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) <= date.today()
    except ValueError:
        return False


def _check_character(digits: str) -> str:
    return _CHECK_CHARACTERS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False)) % 11]
