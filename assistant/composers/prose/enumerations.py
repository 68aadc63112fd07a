"""Things that a paragraph counts out (一是…，二是…), and those that stand numbered below the sentence that announces them, all of them."""

import re
from dataclasses import dataclass, replace

from assistant.composers.prose.sentences import listed_below
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from assistant.phrases import phrase
from corpus.language.numbering import numbering_of, numeral_value
from corpus.language.sentences import clauses_of, trim
from corpus.model.document import Document
from corpus.model.span import Span

_MARKER = re.compile(r"(?:(?<=[：:；;。，,\n])|^)\s*第?([一二三四五六七八九十]{1,2})(?:是|要|条是)", re.MULTILINE)
_ANNOUNCED = re.compile(r"(?:(?:下列|以下)[^。：]*|(?:如下|包括|分别为|即)[^。；：]{0,12})[：:]$")
_ENUMERATION_ASKED = re.compile(
    r"哪(?:些|几|[两二三四五六七八九十]|\d)|(?:[两二三四五六七八九十]|\d{1,2})(?:件|项|个|大|条|类|种|方面)[^，。？]{0,10}(?:是|叫|指|有)(?:什么|啥)|分别是|几(?:个|类|种|项)[\u4e00-\u9fff]{2}|都有什么|都是什么|都包括|(?:都|分别|各)叫|列"
)
_HOW_MANY = re.compile(r"(?<!哪)几[个项类种条]|多少[个项类种条]")
_COUNTED = re.compile(r"([两二三四五六七八九十]{1,2}|\d{1,2})(?:大类|大|件|项|个|条|类|种)")
FITS, OWN = 0.5, 0.3
"""Share of the question's words that stand in the best sentence, the one that announces, the heading above and the title; and without it."""
LONGEST, LEAST = 700, 24
"""Characters that all items take together, and what is left of each at the least."""
COUNT_FITS = 0.3
"""Added where the items are as many as the question says."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What announces the items (may be empty where the heading does) and the items."""

    announcement: Span
    items: tuple[Span, ...]


def compose_enumeration(evidence: Evidence) -> Draft | None:
    """All items of the enumeration that the best sentences announce or stand in."""
    if not _ENUMERATION_ASKED.search(evidence.question.text):
        return None
    drafts = [
        draft for sentence in evidence.sentences[:5] for draft in (_counted_out(evidence, sentence), _listed(evidence, sentence)) if draft
    ]
    return max(drafts, key=lambda draft: draft.score, default=None)


def _counted_out(evidence: Evidence, sentence: SentenceEvidence) -> Draft | None:
    text = sentence.document.text
    run = _run(text, Span(text.rfind("\n", 0, sentence.span.start) + 1, _line_end(text, sentence.span.end)))
    if run is None or not (run.announcement.start <= sentence.span.start < run.items[0].end):
        return None
    heading = sentence.passage.path[-1] if sentence.passage.path else ""
    announced = run.announcement.of(text)
    own = f"{announced} {heading} {sentence.text}"
    if evidence.matcher.match(own).coverage < OWN or evidence.matcher.match(f"{own} {sentence.document.title}").coverage < FITS:
        return None
    wanted = _number_asked(evidence.question.text)
    if wanted is not None and wanted != len(run.items):
        return None
    limit = max(LEAST, LONGEST // len(run.items))
    opening = [Statement(_plain(announced) + "：", (Source(sentence.document.id, run.announcement),))] if announced else []
    items = [_item(sentence.document, item, limit, "。" if item is run.items[-1] else "；") for item in run.items]
    return Draft((*opening, *items), sentence.score + COUNT_FITS * (wanted is not None), subject=heading or sentence.document.title)


def _listed(evidence: Evidence, sentence: SentenceEvidence) -> Draft | None:
    """The numbered list that a sentence announces, itself or further on in its passage, about what is asked."""
    text = sentence.document.text
    last = sentence.passage.sentences[-1]
    if last.start < sentence.span.start or not _ANNOUNCED.search(last.of(text)):
        return None
    noun = re.search(r"(?:哪(?:些|几[个项类种条]?)|几[个项类种条])(?:具体|主要)?([\u4e00-\u9fff]{2})", evidence.question.text)
    items = listed_below(sentence.document, sentence.passage, last)
    if not items or noun is None or noun[1] not in last.of(text):
        return None
    source = Source(sentence.document.id, last)
    draft = Draft((Statement(last.of(text), (source,)), *items), sentence.score + COUNT_FITS, subject=sentence.document.title)
    if not _HOW_MANY.search(evidence.question.text):
        return draft
    counted = Statement(phrase("counted", evidence.question.language, count=len(items)) + "。", (source,))
    fact = DraftFact({"kind": "derived", "value": f"{len(items)}项", "expression": f"count({len(items)})"}, (source,))
    return replace(draft, statements=(counted, *draft.statements), facts=(fact,))


def _run(text: str, line: Span) -> _Run | None:
    """The items 一是 to the last of them in a line, with the sentence before the first."""
    markers: list[re.Match[str]] = []
    for match in _MARKER.finditer(text, line.start, line.end):
        value = numeral_value(match[1])
        if value == len(markers) + 1:
            markers.append(match)
        elif value == 1:
            markers = [match]
    if len(markers) < 2:
        return None
    starts = [match.start(1) - text[match.start() : match.start(1)].count("第") for match in markers]
    items = tuple(trim(text, Span(start, end)) for start, end in zip(starts, [*starts[1:], line.end], strict=True))
    before = max(text.rfind(mark, line.start, starts[0] - 1) for mark in "。；\n")
    return _Run(trim(text, Span(max(line.start, before + 1), starts[0])), items)


def _plain(announced: str) -> str:
    """The announcement without the number of a heading before it and the colon behind it."""
    numbering = numbering_of(announced)
    return (announced[numbering.length :] if numbering else announced).strip("：:，,、．. ")


def _item(document: Document, item: Span, limit: int, ending: str) -> Statement:
    """An item as printed, or as many of its first clauses as fit."""
    end = item.start
    for clause in clauses_of(document.text, item):
        if clause.end - item.start > limit and end > item.start:
            break
        end = clause.end
        if document.text[end : end + 1] == "。":
            break
    span = Span(item.start, min(end, item.start + max(limit, 200)))
    return Statement(span.of(document.text).rstrip("；;。") + ending, (Source(document.id, span),))


def _number_asked(text: str) -> int | None:
    match = _COUNTED.search(text)
    return (2 if match[1] == "两" else numeral_value(match[1])) if match else None


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)
