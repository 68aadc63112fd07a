"""Numbers that belong to the name of what is counted: 距岸30—50公里海域 and 距岸30公里以内海域 are two things."""

import re

from corpus.model.facts import Target

_NUMBER = re.compile(
    r"(?<![\dA-Za-z.])(?P<number>\d+(?:\.\d+)?(?:[—–~～\-至到]+\d+(?:\.\d+)?)?[万亿]*)\s*(?P<unit>[\u4e00-\u9fff%])(?<![年月日号第])"
)
_SPELLED = {"百亿": "100亿", "十亿": "10亿", "百万": "100万", "千万": "1000万", "十万": "10万"}
NAMED_BY_NUMBER = 0.25
"""Added where the question and the name of the figure hold the same number (距岸30—50公里海域)."""


def named_by_number(text: str, target: Target) -> float:
    """What it adds that the question tells a number that belongs to the name of the thing."""
    name = target.statement if target.value is None else "".join(target.statement.rpartition(target.value)[::2])
    return NAMED_BY_NUMBER if _numbers(text) & _numbers(name) else 0.0


def _numbers(text: str) -> frozenset[tuple[str, str]]:
    """The numbers of `text`, but years and days, each with the first character of what it counts: (30-50, 公)."""
    for spelled, number in _SPELLED.items():
        text = text.replace(spelled, number)
    return frozenset((re.sub(r"[—–~～\-至到]+", "-", one["number"]), one["unit"]) for one in _NUMBER.finditer(text))
