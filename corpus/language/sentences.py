"""Sentences and clauses of Chinese text, with their spans."""

import re
from collections.abc import Iterator

from corpus.model.span import Span

_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)】》]*|\n|$)")
_SEGMENT = re.compile(r"[^；;。！？!?\n]*(?:[；;。！？!?]+[”’」』）)】》]*|\n|$)")
_YEAR = re.compile(r"(?:19|20)\d{2}年")
_YEAR_NEXT = re.compile(r"(?:到|至)?(?:19|20)\d{2}年")
_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”", "【": "】"}


def sentences_of(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of text[span], white space at their ends left out."""
    return tuple(_trimmed(text, _SENTENCE, span))


def segments_of(text: str, span: Span) -> tuple[Span, ...]:
    """The parts of text[span] between semicolons and sentence ends."""
    return tuple(_trimmed(text, _SEGMENT, span))


def clauses_of(text: str, span: Span) -> tuple[Span, ...]:
    """The clauses of text[span]: parts between commas, semicolons and sentence ends, brackets and quotations kept whole.

    An enumeration of years (2023年500家、2024年600家) has a clause for each; what only says when (由市河湖局建设、2024年建成) stays in its clause.

    The closing punctuation stays outside the clause.
    """
    clauses = []
    start, closers = span.start, list[str]()
    for position in range(span.start, span.end):
        character = text[position]
        if closers and character == closers[-1]:
            closers.pop()
        elif character in _BRACKETS and text.find(_BRACKETS[character], position, span.end) >= 0:
            closers.append(_BRACKETS[character])
        elif (
            character in "。！？；;\n"
            or (character in "，," and not closers and not _inside_number(text, position))
            or (character == "、" and not closers and _YEAR_NEXT.match(text, position + 1) and _YEAR.search(text, start, position))
        ):
            if character in "。！？\n":
                closers.clear()
            if not closers:
                clauses.append(Span(start, position))
                start = position + 1
    clauses.append(Span(start, span.end))
    return tuple(trimmed for clause in clauses if len(trimmed := trim(text, clause)))


def trim(text: str, span: Span) -> Span:
    """`span` without white space and stray closing punctuation at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "。；，,;、"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "；，,;、。"):
        end -= 1
    return Span(start, end)


def _inside_number(text: str, position: int) -> bool:
    return text[position] == "," and text[position - 1 : position].isdigit() and text[position + 1 : position + 4].isdigit()


def _trimmed(text: str, pattern: re.Pattern[str], span: Span) -> Iterator[Span]:
    position = span.start
    while position < span.end:
        match = pattern.match(text, position, span.end)
        if match is None or match.end() == position:
            break
        start, end = position, match.end()
        position = end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            yield Span(start, end)
