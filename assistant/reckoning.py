"""What follows from two cited figures, in words: the difference between them, how many times one is the other, their sum."""

import re
from dataclasses import dataclass

from assistant.draft import Source
from assistant.phrases import phrase
from assistant.understanding.question import Question
from corpus.language.changes import Change

_MAGNITUDES = ((1e8, "亿"), (1e4, "万"))
_TIMES = re.compile(r"(?:多少|几)倍|翻(?:了)?(?:几|多少)")
_SHARE = re.compile(r"百分之(?:几|多少)|几成|(?:增幅|增长率|降幅)")
_SUM = re.compile(r"加起来|加在一起|相加|之和|的和是")


@dataclass(frozen=True, slots=True)
class Told:
    """One of two figures: the year or thing it is of (empty where the figures alone are told apart), the figure as printed, and its proof."""

    name: str
    value: str
    amount: float
    unit: str
    sources: tuple[Source, ...]


def reckon(pair: tuple[Told, Told], question: Question, *, beside: bool) -> tuple[str, str, str]:
    """What is said of the two figures, the derived value in it, and the reckoning."""
    one, other = pair
    low, high = sorted((one.amount, other.amount))
    unit = one.unit if one.unit == other.unit else ""
    if _SUM.search(question.text):
        value = printed_amount(low + high) + unit
        return phrase("sum", question.language, value=value) + "。", value, f"{printed_amount(one.amount)} + {printed_amount(other.amount)}"
    if low == high:
        return phrase("no_difference", question.language) + "。", f"0{unit}", f"{printed_amount(high)} - {printed_amount(low)}"
    value = _difference(one, other, "个百分点" if unit == "%" else unit)
    said, expression = _compared(pair, value, question.language, beside=beside), f"{printed_amount(high)} - {printed_amount(low)}"
    if low > 0 and unit != "%" and (more := _relative(pair, question)):
        said += phrase(more[0], question.language, value=more[1])
        value, expression = f"{value}，{more[1]}", f"{expression}，{more[2]}"
    return said + "。", value, expression


def reckon_change(change: Change, question: Question) -> tuple[str, str, str]:
    """What is said of a figure that became another, the derived value in it, and the reckoning; at least so much where a bound is what it became."""
    one, other = (Told("", figure.value, figure.amount, figure.unit or "", ()) for figure in (change.before, change.after))
    rises = other.amount > one.amount
    value = _difference(one, other, "个百分点" if other.unit == "%" else other.unit)
    open_ended = change.after.comparator in (("at_least", "more_than") if rises else ("at_most", "less_than"))
    up, down = ("at_least_went_up", "at_least_went_down") if open_ended else ("went_up", "went_down")
    name = up if rises else down
    said, low, high = phrase(name, question.language, value=value), *map(printed_amount, sorted((one.amount, other.amount)))
    expression = f"{high} - {low}"
    if one.amount > 0 and other.unit != "%" and (more := _relative((one, other), question)):
        said, expression = said + phrase(more[0], question.language, value=more[1]), f"{expression}，{more[2]}"
    return said + "。", value, expression


def _difference(one: Told, other: Told, unit: str) -> str:
    """The difference in `unit`; in the magnitude of both figures, and in full, where it is smaller than that: 0.5万个（5000个）."""
    amount = abs(other.amount - one.amount)
    for size, name in _MAGNITUDES:
        if amount < size and one.value.endswith(name) and other.value.endswith(name):
            return f"{round(amount / size, 4):g}{name}{unit}（{printed_amount(amount)}{unit}）"
    return printed_amount(amount) + unit


def _compared(pair: tuple[Told, Told], value: str, language: str, *, beside: bool) -> str:
    """That the later year, or the one thing, has so much more or less than the other; where neither has a name, which stands first."""
    one, other = pair
    if one.name and other.name and one.name != other.name:
        later, earlier = (other, one) if one.name.endswith("年") else (one, other)
        name = "is_more" if later.amount > earlier.amount else "is_less"
        return phrase(name, language, one=later.name, other=earlier.name, value=value)
    said = phrase("difference", language, value=value)
    return said + (phrase("first_higher" if one.amount > other.amount else "first_lower", language) if beside else "")


def _relative(pair: tuple[Told, Told], question: Question) -> tuple[str, str, str] | None:
    """How many times, or by what share, the second figure is more than the first, where that is asked."""
    one, other = pair
    if _TIMES.search(question.text):
        low, high = sorted((one.amount, other.amount))
        return "times", f"{round(high / low, 2):g}倍", f"{printed_amount(high)} / {printed_amount(low)}"
    if _SHARE.search(question.text):
        change = round((other.amount - one.amount) / one.amount * 100, 1)
        name = "rose_by" if change > 0 else "fell_by"
        return name, f"{abs(change):g}%", f"({printed_amount(other.amount)} - {printed_amount(one.amount)}) / {printed_amount(one.amount)}"
    return None


def printed_amount(amount: float) -> str:
    """An amount as documents print it: 45000 -> 4.5万."""
    for size, name in _MAGNITUDES:
        if amount >= size:
            return f"{round(amount / size, 4):g}{name}"
    return f"{round(amount, 4):g}"
