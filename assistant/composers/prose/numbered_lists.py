"""A whole list of numbered items, found by what the heading or sentence above them says it is a list of: 申报材料清单, 应当履行下列责任："""

import re
from collections.abc import Iterator

from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from corpus.language.numbering import numeral_value
from corpus.language.sentences import sentences_of
from corpus.model.document import Document, Section
from corpus.model.span import Span

_NUMBER = r"[两二三四五六七八九十]{1,2}|\d{1,2}"
_ASKED = re.compile(
    rf"(?:哪些|什么|啥|(?:哪|几)?(?P<number>{_NUMBER})?(?:哪|几)?(?:项|类|种|条|方面)|(?:哪|几)(?:项|类|种|条))的?(?:具体|主要|申报|申请)?的?(?P<noun>材料|证件|证明|手续|[\u4e00-\u9fff]{{2}})"
)
"""Asks for a list by what its items are called: 交哪些材料, 尽哪四项责任."""
_LISTS = re.compile(r"清单|目录|名录|一览|(?:下列|以下)[^。：]*[:：]$|如下[:：]$")
FITS = 0.5
"""Share of the question's words that the list, what stands above it and the title of its document must hold."""
NOUN_FITS = 0.3
"""Added for a list that is called what is asked for."""
CANDIDATES, MIN_ITEMS, MAX_ITEMS, MAX_CHARACTERS = 30, 2, 16, 700
"""Sentences whose lists are looked at, and how many items and characters a list has."""


def compose_numbered_list(evidence: Evidence) -> Draft | None:
    """All items of the list that is called what the question asks for, and says more of the question than any other such list."""
    asked = _ASKED.search(evidence.question.text)
    if asked is None:
        return None
    number = asked["number"]
    wanted = (2 if number == "两" else numeral_value(number)) if number else None
    drafts = (_draft(evidence, document, parent, asked["noun"], wanted) for document, parent in _parents(evidence))
    return max(filter(None, drafts), key=lambda draft: draft.score, default=None)


def _parents(evidence: Evidence) -> Iterator[tuple[Document, Section]]:
    """The sections that hold the best sentences, or the items in which they stand."""
    seen: set[tuple[str, int]] = set()
    for sentence in evidence.sentences[:CANDIDATES]:
        ordinal = sentence.passage.section
        if ordinal is None:
            continue
        for number in (ordinal, sentence.document.sections[ordinal].parent):
            if number is not None and (sentence.document.id, number) not in seen:
                seen.add((sentence.document.id, number))
                yield sentence.document, sentence.document.sections[number]


def _draft(evidence: Evidence, document: Document, parent: Section, noun: str, wanted: int | None) -> Draft | None:
    items = [section for section in document.sections[parent.ordinal + 1 :] if section.parent == parent.ordinal]
    if not MIN_ITEMS <= len(items) <= MAX_ITEMS or not all(item.number for item in items) or wanted not in (None, len(items)):
        return None
    above = _above(document, parent, items[0])
    said = above.of(document.text)
    if noun not in said or not _LISTS.search(said):
        return None
    spans = [_first_line(document, item) for item in items]
    coverage = evidence.matcher.match(" ".join((said, document.title, *(span.of(document.text) for span in spans)))).coverage
    if coverage < FITS or sum(map(len, spans)) > MAX_CHARACTERS:
        return None
    opening = Statement(said if said.endswith(("：", ":")) else f"{said}：", (Source(document.id, above),))
    listed = (Statement(span.of(document.text), (Source(document.id, span),)) for span in spans)
    return Draft((opening, *listed), coverage + NOUN_FITS, subject=said)


def _above(document: Document, parent: Section, first: Section) -> Span:
    """The sentence right above the first item, or the heading where none stands there."""
    start = parent.heading.start + len(parent.number) if parent.number else parent.heading.start
    sentences = sentences_of(document.text, Span(start, first.span.start))
    return sentences[-1] if sentences else parent.heading


def _first_line(document: Document, item: Section) -> Span:
    """An item without the paragraphs behind the list, which the last one holds as a section."""
    text = item.span.of(document.text)
    return Span(item.span.start, item.span.start + len(text.rstrip().split("\n")[0].rstrip()))
