"""Phases of a project: 智算中心一期 and 智算中心二期 are two things, told apart by nothing else in their names; so are 2号线 and 3号线."""

import re
from collections.abc import Sequence

from corpus.language.figures import chinese_number

_PHASE = re.compile(r"(?<![第每上本下学周长短中定同近远按分\d一二三四五六七八九十])[一二三四五]期(?![间限刊货望末初许])")
_NUMBERED = (_PHASE, re.compile(r"(?:\d+|[一二三四五六七八九十]+)号线"), re.compile(r"(?<=[江河湖海])[一二三四五六七八九]桥"))
"""What is told apart by its number: phases, lines of a railway, bridges over one river."""


def phases_in(text: str) -> frozenset[str]:
    """The phases that `text` names: 一期, 二期."""
    return frozenset(_PHASE.findall(text))


def of_other_phase(asked: str, told: str) -> bool:
    """Whether `told` names a phase, a line or a bridge, and none of that kind that the question `asked` names."""
    for numbered in _NUMBERED:
        wanted = set(numbered.findall(asked))
        named = set(numbered.findall(told)) if wanted else wanted
        if named and not wanted & named:
            return True
    return False


def leaves_out_line(question: str, around: str) -> bool:
    """Whether `question` names a line of a railway (6号线), and nothing `around` the answer does: each is a thing of its own."""
    asked, told = ({_number(line) for line in _NUMBERED[1].findall(text)} for text in (question, around))
    return bool(asked) and not asked & told


def _number(line: str) -> str:
    return str(chinese_number(line[:-2]) or line[:-2])


def leaves_out_phase(question: str, said: str, around: str, sentences: Sequence[str]) -> bool:
    """Whether what is `said`, or else what stands `around` it, leaves out a phase that `question` names and one of `sentences` speaks of.

    Where two phases are set against each other the answer itself must name both.
    """
    asked = phases_in(question)
    if not asked or not any(asked & phases_in(sentence) for sentence in sentences):
        return False
    own = phases_in(said)
    return not asked <= (own if own or len(asked) > 1 else phases_in(around))
