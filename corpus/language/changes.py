"""Changes: one figure that became another, as documents print them: 由486家增加到731家, 从9.5小时压缩到6小时以内."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.language.figures import Figure, figures_in

_WHEN = r"(?:(?:20\d\d年|[“\"]?十[一二三四五]五[”\"]?|目前|现在|现有|原来|原先|当时|去年|上年|今年)[初末底时]*的?)?"
_FROM = re.compile(rf"[由从]\s*{_WHEN}\s*(?:不足|约|近)?\s*$")
_TO = re.compile(rf"\s*[\u4e00-\u9fff]{{0,6}}?(?:[到至为成]|跨上|突破|超过?)\s*{_WHEN}\s*")
_BREAK = re.compile(r"[，,。；;：:\n]")
SHORTEST = 2
"""Characters from which the words before a change in its own clause name what changed; else those of the clause before do."""


@dataclass(frozen=True, slots=True)
class Change:
    """What `before` became: `after`. `subject` is what the text says before it."""

    subject: str
    before: Figure
    after: Figure


def changes_in(text: str) -> Iterator[Change]:
    """Every change that `text` tells, in order."""
    for one, other in pairwise(figures_in(text)):
        opening = _FROM.search(text[: one.start])
        same_unit = one.unit == other.unit or one.unit is None
        if opening and same_unit and one.amount_to is None and other.amount_to is None and _TO.fullmatch(text, one.end, other.start):
            yield Change(_subject(text[: opening.start()]), one, other)


def _subject(before: str) -> str:
    *earlier, own = _BREAK.split(before)
    return own if len(own.strip()) >= SHORTEST or not earlier else earlier[-1]
