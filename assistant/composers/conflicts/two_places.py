"""Two places of a document that say one thing in other words, or count it differently, where the question asks whether they agree."""

import re
from collections.abc import Iterator, Sequence

from assistant.composers.conflicts.statements import elsewhere
from assistant.draft import Draft, DraftNotice, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from assistant.phrases import phrase
from corpus.language.figures import chinese_number, figures_in
from corpus.language.sentences import clauses_of, sentences_of
from corpus.language.terms import terms_of
from corpus.language.years import year_mentions
from corpus.model.document import Document, section_at
from corpus.model.span import Span

_YEAR_ASKED = re.compile(r"哪(?:一)?年|年份|什么时[候间]|何时|啥时|时间|期限|时限|几年")
_JOINS = re.compile(r"^(?:以及|并且?|及|和)")
ANCHORS = 8
"""The best sentences, one of which is the first of the two places."""
SHORTEST, LONGEST = 8, 160
"""Characters of a clause that can be set beside another one."""
ALIKE, THE_SAME = 0.65, 0.98
"""Share of their terms that two clauses share where they say one thing in other words."""
NAMED = 4
"""Characters of a clause that the question must say in a row to be about it."""
_HOW_MANY = r"(?:\d+|[一二两三四五六七八九十]+|几|多少)"
_MEASURE = r"(?P<measure>[大个类种家项条级处])"
_COUNTED = (
    re.compile(rf"{_HOW_MANY}{_MEASURE}[”\"]?(?P<noun>[\u4e00-\u9fffA-Za-z]{{2,8}})"),
    re.compile(rf"(?P<noun>[\u4e00-\u9fffA-Za-z]{{2,8}}?)(?:到底|究竟)?(?:是|有|为|分)?{_HOW_MANY}{_MEASURE}"),
)
"""What the question counts: 几类科技计划, 科技计划是几类."""
_NUMERAL = r"(?P<number>\d+|[一二两三四五六七八九十]+)"
BETWEEN = 4
"""Characters that one place may have between the measure word and the noun, and another may leave out: 1类科技计划, 两类计划."""


def compose_two_places(evidence: Evidence, *, in_words: bool = True) -> Draft | None:
    """Both places, and the notice that they differ; None where the document of the best sentence says the thing in one way.

    Places that differ in their words alone are given where `in_words` says that the question asks how they are worded.
    """
    anchors = evidence.sentences[:ANCHORS]
    pair = _counted_differently(evidence, anchors) or (_worded_differently(evidence, anchors) if in_words else None)
    if pair is None:
        return None
    score, document, first, second = pair
    language, dated = evidence.question.language, _YEAR_ASKED.search(evidence.question.text) is not None
    one, other = (_stated(document, span, dated=dated) for span in sorted((first, second)))
    statements = (one, elsewhere(other, document, max(first, second), language))
    sources = (*one.sources, *other.sources)
    return Draft(statements, score, notices=(DraftNotice("conflict", phrase("conflict", language), sources),), subject=one.text)


def _stated(document: Document, clause: Span, *, dated: bool) -> Statement:
    """What a clause says; where it is `dated`, with the last year that stands before it in its paragraph, in another clause."""
    said, source = clause.of(document.text).strip().rstrip("。；，、"), Source(document.id, clause)
    start = document.text.rfind("\n", 0, clause.start) + 1
    mentions = list(year_mentions(document.text[start : clause.end])) if dated else []
    if not mentions or start + mentions[-1].start >= clause.start:
        return Statement(said + "。", (source,))
    time = Span(start + mentions[-1].start, start + mentions[-1].end)
    return Statement(f"{time.of(document.text).strip()}，{_JOINS.sub('', said)}。", (source, Source(document.id, time)))


_Pair = tuple[float, Document, Span, Span]


def _counted_differently(evidence: Evidence, anchors: Sequence[SentenceEvidence]) -> _Pair | None:
    """The first two clauses that count what the question counts, in other numbers."""
    for match in (found for counted in _COUNTED for found in counted.finditer(evidence.question.text)):
        nouns = (*evidence.question.quoted, max(match["noun"].split("的"), key=len))
        for noun in (end for name in nouns for end in _ends_of(name)):
            pattern = re.compile(
                rf"{_NUMERAL}\s*{match['measure']}[^\s，。；、\d]{{0,{BETWEEN}}}{re.escape(noun)}|{_NUMERAL.replace('number', 'bare')}\s*{match['measure']}{re.escape(noun)}"
            )
            anchor = next((one for one in anchors if pattern.search(one.text)), None)
            if anchor is None:
                continue
            told: dict[int, Span] = {}
            for clause in _clauses(anchor.document):
                if found := pattern.search(clause.of(anchor.document.text)):
                    told.setdefault(_amount(found["number"] or found["bare"]), clause)
            places = list(told.values())
            if len(places) == 2 and _apart(anchor.document, *places):
                return anchor.score, anchor.document, places[0], places[1]
    return None


def _ends_of(noun: str) -> Iterator[str]:
    """Names that a noun in the question may have in the documents, the longest first: what follows it may be of the question, or its last word
    be left out (科技计划资源, 两类计划).
    """
    for name in (noun, noun[:-2]):
        for length in range(len(name), 1, -1):
            yield name[:length]
            yield name[-length:]


def _amount(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else chinese_number(numeral) or 0


def _worded_differently(evidence: Evidence, anchors: Sequence[SentenceEvidence]) -> _Pair | None:
    """The two clauses of different sections that share most of their words, and all figures and years, but not all words."""
    best: tuple[float, _Pair] | None = None
    for anchor in anchors:
        document = anchor.document
        for clause in (one for one in clauses_of(document.text, anchor.span) if SHORTEST <= len(one) <= LONGEST):
            if len(evidence.matcher.longest_phrase(clause.of(document.text))) < NAMED:
                continue
            own = frozenset(terms_of(clause.of(document.text)))
            for other in _clauses(document):
                alike = _likeness(own, frozenset(terms_of(other.of(document.text))))
                if ALIKE <= alike < THE_SAME and _apart(document, clause, other) and _same_figures(document.text, clause, other):
                    fit = anchor.score + alike + evidence.matcher.match(clause.of(document.text)).score
                    if best is None or fit > best[0]:
                        best = (fit, (anchor.score, document, clause, other))
    return best[1] if best else None


def _clauses(document: Document) -> Iterator[Span]:
    """Every clause of the document that is neither a bare name nor a whole paragraph."""
    for line in re.finditer(r"[^\n\t]+", document.text):
        for sentence in sentences_of(document.text, Span(*line.span())):
            yield from (clause for clause in clauses_of(document.text, sentence) if SHORTEST <= len(clause) <= LONGEST)


def _apart(document: Document, one: Span, other: Span) -> bool:
    """Whether two clauses stand in different sections."""
    return section_at(document.sections, one.start) != section_at(document.sections, other.start)


def _same_figures(text: str, one: Span, other: Span) -> bool:
    """Whether two clauses hold the same figures and years: other ones are of other things, or known as contradictions of figures."""
    first, second = (
        ([figure.amount for figure in figures_in(span.of(text))], [year.last for year in year_mentions(span.of(text))])
        for span in (one, other)
    )
    return first == second


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
