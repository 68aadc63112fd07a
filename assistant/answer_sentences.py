"""An answer cut into its sentences, each with the sources it rests on: what a stream sends one by one."""

import re
from dataclasses import dataclass
from itertools import pairwise

_END = re.compile(r"[。！？!?]+[”’」』）)】》]*\s*|[.](?:\s+|$)|\n+")
"""Where a sentence ends; a full stop only before white space, so that 3.5% stays whole."""
_MARKER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence, the white space behind it included, with the markers that stand in it."""

    text: str
    markers: tuple[int, ...]


def answer_sentences(text: str) -> tuple[AnswerSentence, ...]:
    """The sentences of an answer, in order; joined they give `text` back, character for character."""
    ends = [match.end() for match in _END.finditer(text)]
    bounds = sorted({0, *ends, len(text)})
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    return tuple(AnswerSentence(piece, tuple(dict.fromkeys(map(int, _MARKER.findall(piece))))) for piece in pieces)
