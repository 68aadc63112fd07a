"""Things of one kind that a sentence lists, where the question asks for them by what they are all called: 哪四个“化”, 哪几类政策, 三个平台是哪些."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.composers.prose.items import compose_items
from assistant.composers.rows.rows import compose_rows
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from assistant.understanding.asks import DOERS
from corpus.language.numbering import numeral_value
from corpus.language.sentences import clauses_of, segments_of
from corpus.model.span import Span

_NUMBER = r"(?:[两二三四五六七八九]|十[一二三四五六七八九]?|\d{1,2})"
_MEASURE = r"(?:大类|小类|大|个|类|种|项|样|条|张|套|家|级|座|款|层|方面)"
_MARKS = '“”"「」『』《》'
_ARE = r"(?:都|分别|各自|各|具体|又|到底)*(?:是|指|叫|有|包括|为)(?:的是|的)?"
_WHICH = re.compile(
    rf"(?:哪|(?<![第这那])几)(?P<number>{_NUMBER}|几|些)?(?P<measure>{_MEASURE})?(?:方面)?的?(?P<words>(?![年月日天号次期步倍点])[\u4e00-\u9fff]{{1,10}})"
)
_THESE = re.compile(
    rf"(?<![\d+＋.第])(?P<number>{_NUMBER}|几)(?P<measure>{_MEASURE})?的?(?P<words>[\u4e00-\u9fff]{{1,10}}?){_ARE}(?:哪|什么|啥|[？?]?$)"
)
_NAMED_BEFORE = re.compile(rf"(?P<words>[\u4e00-\u9fff]{{1,4}}?){_ARE}哪(?P<number>{_NUMBER}|几)(?:{_MEASURE})?(?=[？?。，呢啊呀]|$)")
_IN_MARKS = re.compile(rf"[{_MARKS}]([\u4e00-\u9fff])[{_MARKS}]")
_ANY_KIND = ("方面", "领域", "方向")
"""Words of which one may stand for another: what a question calls 方面 a document may call 领域."""
_END = re.compile(r"[的没不能可要免有都在会应需得被了]")
"""Where the name of a kind ends."""
_BETWEEN = r"(?:、|和|与|及|以及)"
_PIECE = r"[^、，,。；;：:（）()\n\t]"
_IN_CELLS = frozenset({"builder", "data_used", "data_source", "field", "period", "progress", "investment"})
"""Asks that the cell of a row answers."""
LONGEST, ALONE = 6, 2
"""Characters of a kind at the most; and from which it needs no number or mark beside it to be one."""
CANDIDATES = 30
"""Sentences whose lists are looked at."""
NEARLY, FITS = 0.7, 0.45
"""Share of the best sentence's score that one must have, and of the question's words that it, what stands above it and the title must hold."""
COUNTED_NEARLY, COUNTED_FITS = 0.5, 0.3
"""The same where as many things are listed as the question says: that tells by itself."""
MAX_SAID = 140
"""Characters of the sentence that are given at the most."""
WHOLE_NAME = 0.2
"""Added where the things are called by the end of the words: 目录 of 数据目录, not 数据."""
SAYS = 0.5
"""Added to the score of the sentence: what lists as many things of the kind as are asked for is the answer."""


@dataclass(frozen=True, slots=True)
class _Request:
    """The kinds that the words of the question can mean, likeliest first, and how many things of it are asked for."""

    kinds: Sequence[str]
    words: str
    number: int | None


def compose_listed_kind(evidence: Evidence) -> Draft | None:
    """The clauses of the best sentence that list as many things of the kind as are asked for.

    Rows of a table that are called so go before it, the cell of a row where one is asked for, and headings where the question gives no number.
    """
    requests = [] if DOERS & set(evidence.question.asks) or "除" in evidence.question.text else _requests(evidence)
    if not requests or not evidence.sentences:
        return None
    counted = any(request.number for request in requests)
    nearly, fits = (COUNTED_NEARLY, COUNTED_FITS) if counted else (NEARLY, FITS)
    least = max(nearly * evidence.sentences[0].score, _of_cell(evidence))
    found = [
        (sentence.score + WHOLE_NAME * whole, sentence, listed)
        for sentence in evidence.sentences[:CANDIDATES]
        if sentence.score >= least and _coverage(evidence, sentence) >= fits
        for listed, whole in _lists(sentence, requests)
    ]
    best = max(found, key=lambda one: one[0], default=None)
    draft = _draft(best[1], best[2]) if best else None
    if draft is None or compose_rows(evidence):
        return None
    headings = None if counted else compose_items(evidence)
    return draft if headings is None or headings.score < draft.score else None


def _of_cell(evidence: Evidence) -> float:
    """The score of the best row where the question asks for a cell."""
    rows = evidence.scenarios if _IN_CELLS & set(evidence.question.asks) else ()
    return rows[0].score if rows else 0.0


def _coverage(evidence: Evidence, sentence: SentenceEvidence) -> float:
    above = " ".join((sentence.document.title, *sentence.passage.path))
    return evidence.matcher.coverage(f"{sentence.text} {above}")


def _draft(sentence: SentenceEvidence, listed: Span) -> Draft:
    span = around(sentence.document.text, sentence.span, listed)
    said = span.of(sentence.document.text).strip("，；。 ")
    return Draft((Statement(f"{said}。", (Source(sentence.document.id, span),)),), sentence.score + SAYS, subject=sentence.document.title)


def around(text: str, sentence: Span, place: Span) -> Span:
    """The sentence, or its segment, that holds `place`, or as many clauses around that, those before first, as can be given."""
    for whole in (sentence, *segments_of(text, sentence)):
        said = whole.of(text)
        if whole.contains(place) and len(whole) <= MAX_SAID and said.count("（") == said.count("）"):
            return whole
    clauses = clauses_of(text, sentence)
    held = [at for at, clause in enumerate(clauses) if clause.overlaps(place)]
    first, last = (held[0], held[-1]) if held else (0, 0)
    while first > 0 and clauses[last].end - clauses[first - 1].start <= MAX_SAID:
        first -= 1
    while last + 1 < len(clauses) and clauses[last + 1].end - clauses[first].start <= MAX_SAID:
        last += 1
    return Span(clauses[first].start, clauses[last].end)


def _requests(evidence: Evidence) -> Sequence[_Request]:
    """What kinds of things the question may ask for."""
    marked = set(_IN_MARKS.findall(evidence.question.text))
    plain = re.sub(f"[{_MARKS}]", "", evidence.question.text)
    found: list[_Request] = []
    for match in (match for start in range(len(plain)) if (match := _WHICH.match(plain, start))):
        words = _END.split(match["words"])[0] or match["words"]
        before = [words[:length] for length in range(min(LONGEST, len(words)), 0, -1)]
        if not match["number"] or (not match["number"].isdigit() and match["number"] in "几些"):
            before = [
                kind for kind in before if kind == words or not evidence.knowledge.document_frequency(words[len(kind) - 1 : len(kind) + 1])
            ]
        if match["number"] or match["measure"]:
            found.append(_request((words, words[-2:], *before), match["number"], marked, words))
    for match in (*_THESE.finditer(plain), *_NAMED_BEFORE.finditer(plain)):
        words = match["words"].split("的")[-1] or match["words"]
        found.append(_request([words[-length:] for length in range(len(words), 0, -1)], match["number"], marked, words))
    return [one for one in found if one.kinds]


def _request(kinds: Sequence[str], number: str | None, marked: set[str], words: str) -> _Request:
    counted = None if number in (None, "几", "些") else 2 if number == "两" else numeral_value(number or "")
    fitting = [kind for kind in dict.fromkeys(kinds) if len(kind) >= ALONE or counted or kind in marked or kind == words]
    return _Request(fitting, words, counted)


def _lists(sentence: SentenceEvidence, requests: Sequence[_Request]) -> Iterator[tuple[Span, bool]]:
    """Where the sentence lists what one of the requests asks for, and whether it goes by the end of the words that name it."""
    text, begin = sentence.text, sentence.span.start
    for request in requests:
        listed = [(match, request.words.endswith(kind)) for kind in request.kinds for match in _of_kind(text, kind, request.number)]
        listed.extend((match, True) for match in (_counted_behind(text, request.words, request.number) if request.number else ()))
        yield from ((Span(begin + start, begin + end), whole) for (start, end), whole in listed)


def _of_kind(text: str, kind: str, number: int | None) -> Iterator[tuple[int, int]]:
    """Where as many things are listed as are asked for, or at least three, that all end in the name of the kind."""
    ends = rf"{re.escape(kind)}[”》]?{_BETWEEN}"
    several = rf"(?:{_PIECE}{{0,20}}?{ends})+{_PIECE}{{0,20}}?{re.escape(kind)}"
    for match in re.finditer(several, text) if text.count(kind) > 1 else ():
        count = len(re.findall(ends, match[0])) + 1
        if count == number or (number is None and count > 2):
            yield match.span()


def _counted_behind(text: str, words: str, number: int) -> Iterator[tuple[int, int]]:
    """Where as many things are listed as are asked for right before their number and what they are called: 烟感、水浸等两类传感器."""
    called = _ANY_KIND if words in _ANY_KIND else [words[at : at + 2] for at in range(len(words) - 1)]
    named = "|".join(map(re.escape, called))
    if not named:
        return
    numerals = "|".join({str(number), *("一二三四五六七八九十"[number - 1 : number]), *("两" if number == 2 else "")})
    listed = rf"(?P<listed>(?:{_PIECE}{{1,20}}、)+{_PIECE}{{1,20}}?)等?(?<![\d第])(?:{numerals}){_MEASURE}{_PIECE}{{0,10}}?(?:{named})"
    for match in re.finditer(listed, text):
        items = match["listed"].split("、")
        count = len(items) + len(re.findall(r"(?<=..)(?:和|与|及|以及)(?=..)", items[-1]))
        if number in (len(items), count):
            yield match.span()
