"""A model's reply cut into sentences while it is being written, each with the tokens of the sources it names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TOKENS = re.compile(r"\s*[\[【(（]\s*[Ss]\d+(?:\s*[,，、;；和]?\s*[Ss]\d+)*\s*[\]】)）]")
_TOKEN = re.compile(r"[Ss](\d+)")
_MARKER = re.compile(r"\s*[\[【]\s*\d+(?:\s*[,，、-]\s*\d+)*\s*[\]】]")
"""A number in brackets: it would look like a source of ours."""
_OPEN = re.compile(r"\s*(?:[\[【(（]\s*(?:[Ss]\d*(?:\s*[,，、;；和]?\s*[Ss]?\d*)*)?)?$")
"""The beginning of something that may become a token."""
_END = re.compile(r"[。！？!?]+[”’」』）)】》]*|\n+|(?<=[\]】)）A-Za-z0-9%\"”])\.(?=\s|$)")
"""Where a sentence ends; a full stop only before white space, so that 3.5% stays whole."""

LONGEST_SENTENCE = 1000
"""Characters without an end of a sentence after which a reply is not read on: it is none, and cutting it would take ever longer."""
_STEP = 200
_WORDS = re.compile(r"\w")
_STRAY = re.compile(r"[\s。！？!?；;，,.]+")
"""Stands before a sentence and is no part of it: white space, and marks left over behind sources that stood after a closing mark."""
_MARKS = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence as a model wrote it, without tokens: `gap` is the white space before it, `tokens` are the sources named in it, as S1."""

    text: str
    tokens: tuple[str, ...]
    gap: str = ""


def written_sentences(pieces: Iterable[str]) -> Iterator[WrittenSentence]:
    """The sentences of a reply, each as soon as it is whole: at its closing mark where its sources stand before that, else with the next word.

    What is left without a closing mark when the reply ends is a sentence too. A reply that goes on without one is left at LONGEST_SENTENCE.
    """
    text = ""
    for piece in pieces:
        for start in range(0, len(piece), _STEP):
            text += piece[start : start + _STEP]
            while (length := _whole(text)) is not None:
                yield from _sentence(text[:length])
                text = text[length:]
            if len(text) > LONGEST_SENTENCE:
                return
    yield from _sentence(text)


def _whole(text: str) -> int | None:
    """The length of the first whole sentence of `text`, tokens behind its closing mark included; None where it may go on."""
    start = len(text) - len(text.lstrip())
    for end in _END.finditer(text, start):
        if not _WORDS.search(_TOKENS.sub("", text[: end.start()])):
            continue
        if end[0] == "." and end.end() == len(text) and not _TOKENS.search(text[: end.start()]):
            return None
        if end[0].startswith("\n"):
            return end.start()
        if _TOKENS.search(text[: end.start()]):
            return end.end()
        behind = end.end()
        while tokens := _TOKENS.match(text, behind):
            behind = tokens.end()
        return None if _OPEN.match(text, behind) else behind
    return None


def _sentence(text: str) -> Iterator[WrittenSentence]:
    tokens = tuple(dict.fromkeys(f"S{number}" for found in _TOKENS.findall(text) for number in _TOKEN.findall(found)))
    plain = _MARKER.sub("", _TOKENS.sub("", text))
    head = _STRAY.match(plain)
    gap, words = (head[0], plain[head.end() :].strip()) if head else ("", plain.strip())
    if _WORDS.search(words):
        yield WrittenSentence(words, tokens, _MARKS.sub("", gap))
