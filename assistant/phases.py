"""Phases of a project: 智算中心一期 and 智算中心二期 are two things, told apart by nothing else in their names."""

import re
from collections.abc import Sequence

_PHASE = re.compile(r"(?<![第每上本下学周长短中定同近远按分\d一二三四五六七八九十])[一二三四五]期(?![间限刊货望末初许])")


def phases_in(text: str) -> frozenset[str]:
    """The phases that `text` names: 一期, 二期."""
    return frozenset(_PHASE.findall(text))


def of_other_phase(asked: str, told: str) -> bool:
    """Whether `told` names a phase, and none that the question `asked` names."""
    wanted, named = phases_in(asked), phases_in(told)
    return bool(wanted and named) and not wanted & named


def leaves_out_phase(question: str, said: str, around: str, sentences: Sequence[str]) -> bool:
    """Whether what is `said`, or else what stands `around` it, leaves out a phase that `question` names and one of `sentences` speaks of.

    Where two phases are set against each other the answer itself must name both.
    """
    asked = phases_in(question)
    if not asked or not any(asked & phases_in(sentence) for sentence in sentences):
        return False
    own = phases_in(said)
    return not asked <= (own if own or len(asked) > 1 else phases_in(around))
