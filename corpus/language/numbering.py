"""Numbering of headings in Chinese official documents: 一、 > （一） > 1. > （1） and 章 > 节 > 条.

Numbering tells more than layout: exported documents carry wrong heading marks, but the order of numbering styles is fixed by
the national format for official documents (GB/T 9704-2012, 7.3.3) and by legislative practice.
"""

import re
from dataclasses import dataclass

_NUMERAL = "[一二三四五六七八九十百零〇]+"
_WORDED = re.compile(
    r"(?:任务|行动|工程|专项|举措|措施|项目|专题)\s*(?:"
    rf"(?:[0-9０-９]{{1,2}}|{_NUMERAL})(?:\s*[：:]|[.．、](?![0-9０-９任行工专举措项])|\s+)\s*"
    r"|[0-9０-９]{1,2}(?=[“《\u4e00-\u9fff])(?![个项条件级类期年月日号次批家处座名大部分等之至到和及与的]))"
)
_STYLES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第(?:{_NUMERAL}|\d+)[章编](?:\s*)|第{_NUMERAL}部分[：:、\s]*")),
    (1, re.compile(rf"{_NUMERAL}、")),
    (2, re.compile(rf"第(?:{_NUMERAL}|\d+)节\s*")),
    (2, re.compile(rf"[（(]?\s*{_NUMERAL}\s*[）)][、.．]?")),
    (3, re.compile(rf"第(?:{_NUMERAL}|\s?\d(?:\s?\d)*\s?)条(?:之{_NUMERAL})?\s*")),
    (3, re.compile(r"[0-9０-９]{1,2}\s*[.．、](?![0-9０-９])\s*")),
    (3, _WORDED),
    (4, re.compile(r"[（(]\s*[0-9０-９]{1,2}\s*[）)]\s*")),
    (4, re.compile(r"[0-9０-９]{1,2}\s*[）)]\s*")),
    (5, re.compile(r"[①-⑳]\s*")),
)
PRINTED_QUESTION = re.compile(r"(?:Q\d*|问|问题\d+)\s*[：:.]\s*(?=\S)")
"""Begins a question that what is printed below it answers: Q: …, 问：…"""
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class Numbering:
    """A number at the start of a line: its `level` (1 the highest), and how many characters it takes.

    `worded` is set for 任务1, 行动一： and the like: they stand under any other number, so that `level` tells little.
    """

    level: int
    length: int
    worded: bool = False


def numbering_of(line: str) -> Numbering | None:
    """The numbering `line` starts with; None when it starts with none."""
    for level, pattern in _STYLES:
        match = pattern.match(line)
        if match:
            return Numbering(level, match.end(), worded=pattern is _WORDED)
    return None


def numeral_value(numeral: str) -> int | None:
    """The value of a small Chinese or Arabic numeral (1 to 999): 十二 -> 12, 第三十条's 三十 -> 30. None when it is none."""
    if numeral.isdigit():
        return int(numeral)
    total, digit = 0, 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character == "十":
            total += (digit or 1) * 10
            digit = 0
        elif character == "百":
            total += (digit or 1) * 100
            digit = 0
        else:
            return None
    return total + digit if numeral else None
