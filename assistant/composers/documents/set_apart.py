"""Documents that a question sets apart from the one it asks for: 除了省里的方案，还依据了哪份."""

import re
from collections.abc import Sequence

from assistant.evidence import Scored
from corpus.language.terms import normalize
from corpus.model.facts import PolicyReference

_APART = re.compile(r"除了?(?P<named>[^，。？]{2,40}?)(?:以外|之外|外(?!部|地|商|贸)|[，,]|(?=还|又|也))")
_AND = re.compile(r"(?<=[法例案见划要定条件])(?:和|与|及|以及|、)")
_POINTING = re.compile(r"《|》|[“”\"]|那份|那个|那部|这份|里面?的?|的")
CALLED = 0.65
"""Share of the characters by which a question sets a document apart that its title must hold."""


def without_set_apart(text: str, references: Sequence[Scored[PolicyReference]]) -> list[Scored[PolicyReference]]:
    """The references without those that `text` sets apart; all of them where that would leave none."""
    apart = _APART.search(text)
    if apart is None:
        return list(references)
    rest = list(references)
    for name in _AND.split(apart["named"]):
        called = _POINTING.sub("", normalize(name))
        fits = {one.item.title: _share(called, one.item.title) for one in rest}
        best = max(fits, key=lambda title: fits[title], default=None)
        if best is not None and fits[best] >= CALLED:
            rest = [one for one in rest if one.item.title != best]
    return rest or list(references)


def _share(called: str, title: str) -> float:
    """The share of the characters of `called` that stand in the title in their order."""
    plain, place, held = normalize(title), 0, 0
    for character in called:
        found = plain.find(character, place)
        if found >= 0:
            held, place = held + 1, found + 1
    return held / max(len(called), 1)
