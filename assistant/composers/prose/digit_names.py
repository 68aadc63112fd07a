"""What the figures of a name stand for (“633”工程: 六大计划、三大体系、三大目标), where a paragraph counts as many things in that order."""

import re
from collections.abc import Iterator

from assistant.composers.prose.definitions import asked_names
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from corpus.language.terms import normalize
from corpus.model.document import Document
from corpus.model.span import Span

_NAME = re.compile(r"[1-9](?:\+?[1-9]){1,4}")
_ABOUT_MEANING = frozenset({"meaning", "explanation", "definition"})
_NUMERALS = "零一二三四五六七八九"
_COUNTED = r"(?<![第\d一二三四五六七八九十])(?:{numerals})(?:大|个|项|类|条|张|种|支|批)[^，。；、：（）“”\n\d]{{2,18}}"
SAYS = 1.2
"""Score of such a paragraph: nothing else answers what each figure of a name is."""


def compose_digit_name(evidence: Evidence) -> Draft | None:
    """The things that the figures of the name in question count, one for each figure, in its order.

    None where a line that holds the name counts them: it is the better answer.
    """
    name = next((normalize(name) for name in asked_names(evidence.question.text) if _NAME.fullmatch(normalize(name))), None)
    asks = set(evidence.question.asks)
    if name is None or not asks & _ABOUT_MEANING or "figure" in asks:
        return None
    for document in _documents_with(evidence, name):
        for line in re.finditer(r"[^\n]+", document.text):
            spans = _counted(document.text, Span(line.start(), line.end()), [int(digit) for digit in re.findall(r"\d", name)])
            if spans and name in normalize(line[0]):
                return None
            if spans:
                text = "、".join(span.of(document.text) for span in spans) + "。"
                return Draft((Statement(text, tuple(Source(document.id, span) for span in spans)),), SAYS, subject=name)
    return None


def _documents_with(evidence: Evidence, name: str) -> Iterator[Document]:
    """The documents that hold the name in marks, the one that the question names first."""
    named = evidence.question.documents.strongest
    for document in sorted(evidence.documents_with(name), key=lambda one: one.id != named):
        if re.search(rf"[“\"「『《]{re.escape(name)}", normalize(document.text)):
            yield document


def _counted(text: str, line: Span, digits: list[int]) -> list[Span]:
    """The words of the line that count as many things as the digits say, one after the other; none where a digit has none."""
    spans: list[Span] = []
    position = line.start
    for digit in digits:
        numerals = "|".join(filter(None, (_NUMERALS[digit], "两" if digit == 2 else "", str(digit))))
        found = re.compile(_COUNTED.format(numerals=numerals)).search(text, position, line.end)
        if found is None:
            return []
        spans.append(Span(found.start(), found.end()))
        position = found.end()
    return spans
