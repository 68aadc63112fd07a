"""Figures that follow from two cited figures: the difference between them, how many times one is the other, their sum."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import product

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from assistant.phrases import phrase
from assistant.reckoning import Told, reckon, reckon_change
from assistant.understanding.parts import things_compared
from assistant.understanding.question import Question
from assistant.understanding.ranked_years import ranks_years
from corpus.language.changes import Change, changes_in
from corpus.language.figures import Figure, figures_in
from corpus.language.indicators import core_subject
from corpus.language.sentences import clauses_of
from corpus.language.terms import terms_of
from corpus.language.years import year_mentions
from corpus.model.span import Span

SAME_SHARE = 0.1
"""Share of the terms of the shorter subject that the other must hold as well: two places seldom name one thing in the same words."""
BEST, MAX_QUOTE = 4, 200
"""Sentences that are looked through for one with the figures of both things, and characters of what is quoted of it."""
SHORTEST_HEAD = 2
"""Characters from which the last part of a name is a name by itself."""
LONGEST_NAME = 18
"""Characters up to which a thing is called by the question's words for it."""
_ADDED = re.compile(r"新[增建改签引]|净增|增补|再建")
CHANGED = 0.4
"""Share of the name of what changed that the question must hold."""
_QUANTITY = re.compile(r"多少|(?<!哪)几")
_OF_TIME = re.compile(r"^个(?=小时)")
"""Stands before what time is counted in: 几个小时."""
_CHANGE_ASKED = re.compile(r"(?:[压减缩降省涨升增延翻快慢掉]|精简|扩大?)(?:(?![到至为成])[\u4e00-\u9fff]){0,3}?(?:多少|几)")
_GROWTH_ASKED, _GROWTH = re.compile(r"(?:增长|下降|上升)(?:了)?(?:多少|几)"), re.compile(r"(?:增长|下降|上升)\s*\d")
"""A rate by which something grows is a figure of its own: 增长多少 is answered with 增长5.9%."""
_MONEY = re.compile(r"额|多少钱|资金|金额|罚款|经费|投资")
_BREAK = re.compile(r"以及|及(?=\d)|[，,、；;。：:和与]")


def with_difference(draft: Draft, evidence: Evidence) -> Draft:
    """`draft` with what follows from the two figures that the question sets against each other; unchanged where it tells no such two.

    A sentence that holds the figures of both things stands in for an answer that holds the one.
    """
    question, things = evidence.question, things_compared(evidence.question.text)
    if draft.status not in ("answered", "partial"):
        return draft
    asked = "difference" in question.asks or ranks_years(question.text) is not None
    one_thing = things is None and len(question.years) < 2
    if one_thing and (asked or _CHANGE_ASKED.search(question.text)) and (change := _change(draft, evidence)):
        return _reckoned(draft, reckon_change(change[0], question), change[1].sources)
    if not asked and things is None:
        return draft
    if asked and (ranked := _ranked(draft, question)):
        return _reckoned(draft, *ranked)
    pair = None if _tells_growth(draft, question) else _pair(draft, question)
    if pair is None and asked and (change := _change(draft, evidence)):
        return _reckoned(draft, reckon_change(change[0], question), change[1].sources)
    times = "when" in question.asks and not {"figure", "difference", "count"} & set(question.asks)
    if pair is None and not times and (asked or len(_figures(draft)) < 2) and (both := _of_one_sentence(evidence)):
        draft, pair = replace(draft, statements=(both[0],), facts=(), status="answered"), both[1]
    if pair is None or not asked:
        return draft
    sources = tuple(dict.fromkeys(source for told in pair for source in told.sources))
    return _reckoned(draft, reckon(pair, question, beside=len(draft.statements) == 2), sources)


def _reckoned(draft: Draft, reckoning: tuple[str, str, str], sources: tuple[Source, ...]) -> Draft:
    said, value, expression = reckoning
    fact = DraftFact({"kind": "derived", "value": value, "expression": expression}, sources)
    return replace(draft, statements=(*draft.statements, Statement(said, sources)), facts=(*draft.facts, fact))


def _change(draft: Draft, evidence: Evidence) -> tuple[Change, Statement] | None:
    """The change told of what the question names, in the unit it asks for, and the statement that tells it; none where two are told alike."""
    unit, told = _asked_unit(evidence.question.text), []
    for statement in draft.statements:
        for change in changes_in(statement.text):
            named = evidence.matcher.share_in_question(change.subject)
            if named >= CHANGED and (unit is None or unit == change.after.unit):
                told.append((named, change, statement))
    best = max(told, key=lambda one: one[0], default=None)
    if best is None or any(one[0] == best[0] and one[1].after.amount != best[1].after.amount for one in told):
        return None
    return best[1], best[2]


def _tells_growth(draft: Draft, question: Question) -> bool:
    """Whether a rate of growth is asked for, of no two years or things set against each other, and the answer tells one."""
    return (
        bool(_GROWTH_ASKED.search(question.text)) and len(question.years) < 2 and any(_GROWTH.search(one.text) for one in draft.statements)
    )


def _ranked(draft: Draft, question: Question) -> tuple[tuple[str, str, str], tuple[Source, ...]] | None:
    """The year with the most or the least of three and more that are told for one thing, where that is asked."""
    rank = ranks_years(question.text)
    told = [
        fact
        for fact in draft.facts
        if fact.values.get("kind") == "target" and fact.values.get("year") and fact.values.get("amount") is not None
    ]
    ordered = sorted(told, key=lambda fact: float(fact.values["amount"]), reverse=rank == "most")
    if rank is None or len(told) < 3 or not all(_comparable(told[0], fact) for fact in told[1:]):
        return None
    first, second = (float(fact.values["amount"]) for fact in ordered[:2])
    if first == second or len({fact.values["year"] for fact in told}) < len(told):
        return None
    year, value = f"{ordered[0].values['year']}年", f"{ordered[0].values['value']}{ordered[0].values.get('unit') or ''}"
    said = phrase("most_of_years" if rank == "most" else "least_of_years", question.language, year=year, value=value) + "。"
    sources = tuple(source for fact in told for source in fact.sources)
    return (said, f"{year}，{value}", " > ".join(str(fact.values["value"]) for fact in ordered)), sources


def _figures(draft: Draft) -> tuple[Figure, ...]:
    return tuple(figure for statement in draft.statements for figure in figures_in(statement.text))


def _pair(draft: Draft, question: Question) -> tuple[Told, Told] | None:
    """The two figures: of the two things the question compares, of its two years in the unit it asks for, or the only two told of one thing."""
    if things := things_compared(question.text):
        return _of_things(draft.statements, things)
    told = [fact for fact in draft.facts if fact.values.get("kind") == "target" and fact.values.get("amount") is not None]
    unit = _asked_unit(question.text)
    if unit and told and all(fact.values.get("unit") != unit for fact in told):
        return _of_year_statements(draft, unit)
    if not told:
        return _of_two_statements(draft.statements, unit or ("元" if _MONEY.search(question.text) else None))
    chosen = _of_years(told, question.years, unit) or _of_two(told, several_years=len(question.years) > 1)
    said = "".join(statement.text for statement in draft.statements)
    return (_told(chosen[0], said), _told(chosen[1], said)) if chosen else None


def _asked_unit(text: str) -> str | None:
    """The measure word of the quantity asked for: 项 in 多几项."""
    behind = (_OF_TIME.sub("", text[match.end() : match.end() + 6]) for match in _QUANTITY.finditer(text))
    figures = [figure for counted in behind for figure in figures_in("1" + counted)[:1]]
    unit = next((figure.unit for figure in reversed(figures) if figure.start == 0), None)
    return {"个百分点": "%", "倍": None}.get(unit or "", unit)


def _of_years(facts: Sequence[DraftFact], years: Sequence[int], unit: str | None) -> tuple[DraftFact, DraftFact] | None:
    """The figures of the first and the last of the years asked about: of one thing, in the unit asked for, from places near each other."""
    if len(years) < 2:
        return None
    first, last = ([fact for fact in facts if fact.values.get("year") == year] for year in (years[0], years[-1]))
    pairs = [pair for pair in product(first, last) if _comparable(*pair)]
    return min(pairs, key=lambda pair: (pair[0].values.get("unit") != unit, -_likeness(*pair), _distance(*pair)), default=None)


def _of_two(facts: Sequence[DraftFact], *, several_years: bool) -> tuple[DraftFact, DraftFact] | None:
    """The only two figures, of one year where the question names no two: 今年…比去年 is not answered with two figures of this year."""
    chosen = _series_of(facts) if len(facts) > 2 else facts
    if len(chosen) != 2 or chosen[0].sources == chosen[1].sources or not _comparable(chosen[0], chosen[1]):
        return None
    if several_years and len({fact.values.get("year") for fact in chosen}) == 1:
        return None
    return chosen[0], chosen[1]


def _series_of(facts: Sequence[DraftFact]) -> Sequence[DraftFact]:
    """The first and last figure of the one subject that has several, year after year; none where several subjects have, or none."""
    subjects: dict[str, list[DraftFact]] = {}
    for fact in facts:
        subjects.setdefault(str(fact.values.get("subject")), []).append(fact)
    series = [one for one in subjects.values() if len(one) > 1]
    years = [fact.values.get("year") for fact in series[0]] if len(series) == 1 else [None]
    return () if None in years or len(set(years)) < len(years) else (series[0][0], series[0][-1])


def _of_year_statements(draft: Draft, unit: str) -> tuple[Told, Told] | None:
    """The figures in `unit` of two statements of different years, where each has one: 3300项 beside the 3100台套 that the fact is of."""
    found = []
    for statement in draft.statements:
        years, figures = year_mentions(statement.text), [figure for figure in figures_in(statement.text) if figure.unit == unit]
        if years and len(figures) == 1:
            found.append(_of_figure(f"{years[0].last}年", figures[0], statement))
    return (found[0], found[1]) if len(found) == 2 and found[0].name != found[1].name else None


def _of_one_sentence(evidence: Evidence) -> tuple[Statement, tuple[Told, Told]] | None:
    """The sentence among the best that holds a figure for each of the two things compared, with those figures."""
    things = things_compared(evidence.question.text)
    if things is None:
        return None
    for sentence in evidence.sentences[:BEST]:
        text = sentence.document.text
        span = next((window for window in _windows(text, sentence.span) if _of_things((_statement(sentence, window),), things)), None)
        if span and (pair := _of_things((_statement(sentence, span),), things)):
            return _statement(sentence, span), pair
    return None


def _windows(text: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence and the runs of them that a quote can hold, shorter ones first."""
    clauses = clauses_of(text, sentence)
    runs = [Span(one.start, other.end) for place, one in enumerate(clauses) for other in clauses[place:]]
    yield from sorted((run for run in runs if len(run) <= MAX_QUOTE), key=len)


def _statement(sentence: SentenceEvidence, span: Span) -> Statement:
    return Statement(span.of(sentence.document.text).rstrip("；，。、") + "。", (Source(sentence.document.id, span),))


def _of_two_statements(statements: Sequence[Statement], unit: str | None) -> tuple[Told, Told] | None:
    """The figures of two sentences that each have one in the unit asked for."""
    figures = [[figure for figure in figures_in(statement.text) if figure.unit == unit] for statement in statements]
    if unit is None or len(figures) != 2 or any(len(found) != 1 for found in figures):
        return None
    return _of_figure("", figures[0][0], statements[0]), _of_figure("", figures[1][0], statements[1])


def _of_things(statements: Sequence[Statement], things: tuple[str, str]) -> tuple[Told, Told] | None:
    """The figure beside the words that only one of two things has, for both of them."""
    places, chosen = [(figure, one, _beside(one.text, figure)) for one in statements for figure in figures_in(one.text)], []
    for name, own in zip(things, _told_apart(*things), strict=True):
        scored = [(_share(own, words) + _share(terms_of(name), words), place) for place in places if _share(own, words := place[2])]
        share, place = max(scored, key=lambda item: item[0], default=(0.0, None))
        if place is None or any(other[0] == share and other[1][0].value != place[0].value for other in scored):
            return None
        chosen.append(_of_figure(name if len(name) <= LONGEST_NAME and not re.search(r"\d", name) else "", place[0], place[1]))
    one, other = chosen
    same = one.unit == other.unit or {one.unit, other.unit} <= _COUNTERS
    return (one, other) if same and (one.value, one.sources) != (other.value, other.sources) else None


_COUNTERS = frozenset(("", *"个家项台套部条件类种次场座处所支款份张间栋辆人户名"))
"""Measure words that only count: 21座城市书房 and 67间城市书屋 have a difference, in no unit."""


def _told_apart(one: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that only one of two things has: of what is counted (城市书房, 城市书屋), else of what is said of it."""
    for first, second in (
        (frozenset(terms_of(_head(thing))) for thing in (one, other)),
        (frozenset(terms_of(thing)) for thing in (one, other)),
    ):
        if first - second and second - first:
            return first - second, second - first
    return frozenset(), frozenset()


def _head(thing: str) -> str:
    """What is counted, without what is said of it: 配了设备的城市书房 -> 城市书房."""
    return thing.rpartition("的")[2] if len(thing.rpartition("的")[2]) >= SHORTEST_HEAD else thing


def _share(terms: Collection[str], text: str) -> float:
    return sum(term in text for term in terms) / max(len(terms), 1)


def _beside(text: str, figure: Figure) -> str:
    """What stands around a figure up to the next mark, or the next figure, or all of a cell: 21座城市书房, “甲”的总投资：45亿元."""
    if re.match(r"“[^”]+”的[^：，。]{1,16}：|[\u4e00-\u9fff]{1,6}[县区市镇乡]：", text):
        return text
    after = _BREAK.split(text[figure.end :], maxsplit=1)[0]
    following = figures_in(after)
    before = _BREAK.split(text[: figure.start])[-1]
    preceding = figures_in(before)
    return (before[preceding[-1].end :] if preceding else before) + "\n" + (after[: following[0].start] if following else after)


def _of_figure(name: str, figure: Figure, statement: Statement) -> Told:
    return Told(name, figure.value, figure.amount, figure.unit or "", statement.sources)


def _told(fact: DraftFact, said: str) -> Told:
    year, values = fact.values.get("year"), fact.values
    return Told(
        f"{year}年" if f"{year}年" in said else "",
        str(values["value"]),
        float(values["amount"]),
        str(values.get("unit") or ""),
        fact.sources,
    )


def _comparable(one: DraftFact, other: DraftFact) -> bool:
    """Only figures of one indicator in one unit have a difference that means anything, and none what is added has to all there is."""
    if one.values.get("unit") != other.values.get("unit"):
        return False
    if one.sources[0].document_id == other.sources[0].document_id and bool(one.values.get("cumulative")) != bool(
        other.values.get("cumulative")
    ):
        return False
    added = [_ADDED.search(str(fact.values.get("subject"))) is not None for fact in (one, other)]
    return added[0] == added[1] and _likeness(one, other) >= SAME_SHARE


def _likeness(one: DraftFact, other: DraftFact) -> float:
    first, second = (set(terms_of(core_subject(str(fact.values.get("subject"))))) for fact in (one, other))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _distance(one: DraftFact, other: DraftFact) -> float:
    first, second = one.sources[0], other.sources[0]
    return abs(first.span.start - second.span.start) if first.document_id == second.document_id else float("inf")
