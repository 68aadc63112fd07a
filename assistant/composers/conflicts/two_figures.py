"""Two places, of one document or of two of one city, that give what the question names in other figures, where it asks whether they agree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from assistant.composers.conflicts.agreement import either_amounts
from assistant.composers.conflicts.statements import elsewhere
from assistant.composers.targets.fit import speaks_of
from assistant.composers.targets.statements import joined_unit, target_statement
from assistant.draft import Draft, DraftFact, DraftNotice, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase
from assistant.understanding.phases import of_other_phase, phases_in
from corpus.language.figures import chinese_number, figures_in
from corpus.language.indicators import indicator_name
from corpus.language.sentences import clauses_of, segments_of
from corpus.language.terms import terms_of
from corpus.language.years import year_mentions
from corpus.model.document import Document, section_at
from corpus.model.facts import Target
from corpus.model.span import Span

READ, READ_FOR_TWO = 20, 60
"""The best sentences, and the best targets, among which the two places are; more where the question tells both figures."""
NAMED, SURE = 4, 0.55
"""Characters of a place that the question must say in a row; and the share of what the better place holds that the other must hold."""
SHORTEST = 3
"""The same for a whole name, and for a place that tells one of the two figures the question asks about."""
TOUCHED, LEAST = 2, 0.4
"""The same for the other of two places that share a name, and the share of what the better place holds that it must hold."""
CALLED = 0.4
"""Share of the name of a figure that stands in the question."""
ALIKE = 0.6
"""Share of their terms that the names of two figures have in common where they are of one thing."""
LONGEST = 200
"""Characters of what is quoted of a place."""
_TERM = re.compile(r"(?P<number>\d+|[一二两三四五六七八九十百]+)\s*(?P<unit>个?工作日|个?月|年|日|天|小时|分钟)(?![度级底末初前份内间\d])")
_WHEN = re.compile(r"几月|哪(?:个|一)?月|月份|什么时[候间]|何时|啥时|日期|时间")
_MONTH = re.compile(
    r"(?:(?P<year>20\d\d)\s*年)?\s*(?<!\d)(?P<month>\d{1,2})\s*月(?:\s*\d{1,2}\s*日|底|初|末|[上中下]旬)?(?:之?前|起)?(?P<deed>[\u4e00-\u9fff]{2,12})"
)
OF_IT = 0.5
"""Share of the question's words that a sentence with its heading holds from which it speaks of the thing, where no marks name it."""
_BOUND = re.compile(
    r"^(?:建成|建设)?各类|单个|每[个家户年]|年度|最[高低长短多少]|不?(?:超过|少于|低于|高于|多于|得)|以[上下内]|达到?|突破|控制在|年内|左右|为$|至$|到$"
)
_ADDED = re.compile(r"新[增建改签引]|净增|累计|总数|总量|增长|下降|提高|降低|减少")
_OF_A_YEAR = re.compile(r"\d{4}年(?:度)?")


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure with the name it has there, the words up to it, its year and its proof; `target` where it is a known one."""

    document: Document
    span: Span
    name: str
    words: str
    amount: float
    unit: str
    year: int | None
    target: Scored[Target] | None = None


def compose_two_figures(evidence: Evidence) -> Draft | None:
    """Both places and the notice that they differ; None where the documents give the figure in one way, or for other years, phases and things."""
    pair = _pair(evidence, [place for place in _places(evidence) if _is_of_asked_time(evidence, place)])
    if pair is None:
        return None
    best, one, other = pair
    language = evidence.question.language
    sources = (Source(one.document.id, one.span), Source(other.document.id, other.span))
    beside = _statement(other)
    if other.document.id == one.document.id:
        beside = elsewhere(beside, other.document, other.span, language)
    else:
        beside = Statement(phrase("elsewhere_titled", language, statement=beside.text, title=other.document.title), beside.sources)
    facts = tuple(fact for place in (one, other) if place.target for fact in _facts(place, place.target))
    notice = DraftNotice("conflict", phrase("conflict", language), sources)
    return Draft((_statement(one), beside), max(best, evidence.sentences[0].score), facts=facts, notices=(notice,), subject=one.name)


def _pair(evidence: Evidence, places: Sequence[_Place]) -> tuple[float, _Place, _Place] | None:
    """The two places that disagree and say most of the question, and how much the best says; the question may name what one of them gives
    in the words of the other alone."""
    held = {id(place): evidence.matcher.match(place.words).score for place in places}
    named = {id(place): len(evidence.matcher.longest_phrase(place.words)) for place in places}
    asked = [place for place in places if _is_asked_about(evidence, place, named[id(place)])]
    best, longest = max((held[id(place)] for place in asked), default=0.0), max((named[id(place)] for place in asked), default=0)
    sure = [place for place in asked if held[id(place)] >= SURE * best or named[id(place)] >= SURE * longest]
    touched = [place for place in places if named[id(place)] >= TOUCHED and held[id(place)] >= LEAST * best]
    pairs = [pair for pair in combinations(sure, 2) if _disagree(*pair)]
    pairs = pairs or [pair for pair in product(sure, touched) if _disagree(*pair) and len(_shared_terms(*pair)) > 1]
    if told := either_amounts(evidence.question.text):
        pairs = [pair for pair in pairs if {place.amount for place in pair} == told]
    one, other = max(pairs, key=lambda pair: held[id(pair[0])] + held[id(pair[1])], default=(None, None))
    return (best, one, other) if one and other else None


def _is_of_asked_time(evidence: Evidence, place: _Place) -> bool:
    """Whether a place is of the years and the phase asked about."""
    years = evidence.question.years
    of_years = not years or place.year in years or (place.year is None and speaks_of(place.document, years))
    return of_years and not of_other_phase(evidence.question.text, place.words)


def _is_asked_about(evidence: Evidence, place: _Place, said: int) -> bool:
    """Whether the question names the figure, of which the place says so many characters in a row."""
    name, told = _name(place.name), either_amounts(evidence.question.text)
    if told:
        return place.amount in told and said >= SHORTEST
    called = evidence.matcher.share_in_question(name)
    marked = evidence.matcher.has_quoted and evidence.matcher.holds_quoted(place.words)
    return called >= CALLED and (said >= NAMED or marked or (called == 1.0 and len(name) >= SHORTEST))


def _places(evidence: Evidence) -> Iterator[_Place]:
    for scored in evidence.targets[:READ]:
        target = scored.item
        if target.amount is None:
            continue
        words = f"{''.join(phases_in(_before(scored.document, target.span)))}{target.statement}"
        year = target.year or _year_around(scored.document, target.span)
        yield _Place(scored.document, target.span, target.subject, words, target.amount, target.unit or "", year, scored)
    for sentence in evidence.sentences[: READ_FOR_TWO if either_amounts(evidence.question.text) else READ]:
        yield from _in_sentence(sentence.document, sentence.span)
        if _WHEN.search(evidence.question.text):
            yield from _months(evidence, sentence.document, sentence.span)


def _months(evidence: Evidence, document: Document, sentence: Span) -> Iterator[_Place]:
    """The months in a sentence on what the question names, each called by what is to be done in it: 9月上线试运行."""
    section = section_at(document.sections, sentence.start)
    path = section.path if section else ()
    words = " ".join((*path, sentence.of(document.text)))
    if not (evidence.matcher.holds_quoted(words) if evidence.matcher.has_quoted else evidence.matcher.coverage(words) >= OF_IT):
        return
    clauses = clauses_of(document.text, sentence)
    for clause in clauses:
        own = clause.of(document.text)
        beside = (other.of(document.text) for other in clauses)
        said = " ".join((*path, *(text for text in beside if phases_in(text) in (frozenset(), phases_in(own)))))
        for match in _MONTH.finditer(own):
            yield _Place(document, clause, match["deed"], said, float(match["month"]), "月", int(match["year"]) if match["year"] else None)


def _in_sentence(document: Document, sentence: Span) -> Iterator[_Place]:
    """The figures of a sentence, and the lengths of time in it, each with the words of its segment up to it."""
    for segment in segments_of(document.text, sentence):
        for clause in clauses_of(document.text, segment):
            said, words = clause.of(document.text), document.text[segment.start : clause.end]
            year = next((mention.last for mention in reversed(year_mentions(words))), None) or _year_around(document, clause)
            shown = Span(segment.start, clause.end) if clause.end - segment.start <= LONGEST else clause
            for start, amount, unit in _amounts(said):
                yield _Place(document, shown, said[:start], words, amount, unit, year)


def _amounts(clause: str) -> Iterator[tuple[int, float, str]]:
    for figure in figures_in(clause):
        yield figure.start, figure.amount, figure.unit or ""
    for match in _TERM.finditer(clause):
        number = match["number"]
        amount = int(number) if number.isdigit() else chinese_number(number)
        if amount and not (number.isdigit() and len(number) == len("2000")) and not clause[: match.start()].endswith("年"):
            yield match.start(), float(amount), match["unit"].lstrip("个")


def _year_around(document: Document, span: Span) -> int | None:
    """The year that the headings above a place are of."""
    section = section_at(document.sections, span.start)
    headings = reversed(section.path) if section else ()
    return next((mention.last for title in headings for mention in year_mentions(title)), None)


def _before(document: Document, span: Span) -> str:
    start = max(document.text.rfind(mark, 0, span.start) for mark in "\n。；") + 1
    return document.text[start : span.start]


def _disagree(one: _Place, other: _Place) -> bool:
    """Whether two places give one thing, of one time, two figures."""
    dated = [place.year for place in (one, other) if place.year]
    same_time = len(set(dated)) < 2 and all(place.year or not dated or speaks_of(place.document, dated) for place in (one, other))
    return one.unit == other.unit and one.amount != other.amount and same_time and _of_one_thing(one, other)


def _of_one_thing(one: _Place, other: _Place) -> bool:
    if one.document.id == other.document.id and section_at(one.document.sections, one.span.start) == section_at(
        other.document.sections, other.span.start
    ):
        return False
    regions = {one.document.metadata.region, other.document.metadata.region}
    if one.document.id != other.document.id and (None in regions or len(regions) > 1):
        return False
    if phases_in(one.words) != phases_in(other.words) or set(_ADDED.findall(one.name)) != set(_ADDED.findall(other.name)):
        return False
    shorter = min(len(frozenset(terms_of(_name(place.name)))) for place in (one, other))
    return shorter > 0 and len(_shared_terms(one, other)) / shorter >= ALIKE


def _shared_terms(one: _Place, other: _Place) -> frozenset[str]:
    return frozenset(terms_of(_name(one.name))) & frozenset(terms_of(_name(other.name)))


def _name(said: str) -> str:
    return indicator_name(_BOUND.sub("", _OF_A_YEAR.sub("", said)))


def _statement(place: _Place) -> Statement:
    if place.target:
        return target_statement([place.target])
    said = place.span.of(place.document.text).strip().rstrip("。；，、")
    return Statement(said + "。", (Source(place.document.id, place.span),))


def _facts(place: _Place, scored: Scored[Target]) -> Sequence[DraftFact]:
    target = scored.item
    values = {
        "kind": "target",
        "subject": target.subject,
        "value": target.value,
        "amount": target.amount,
        "unit": target.unit,
        "year": target.year,
    }
    return (DraftFact(values, (Source(place.document.id, place.span),)), *joined_unit(scored))
