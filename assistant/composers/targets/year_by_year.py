"""What one paragraph sets for each of several years: 2025年和2026年的目标差别在哪, or 哪年建、哪年上线、哪年推广 of one thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.composers.conflicts.agreement import asks_agreement
from assistant.composers.targets.targets import compose_target
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.matching import Matcher
from assistant.understanding.asks import Ask
from corpus.language.sentences import clauses_of, sentences_of, trim
from corpus.language.years import year_mentions
from corpus.model.document import Document
from corpus.model.span import Span

_SET_BESIDE = re.compile(
    r"的?(?:目标|任务|要求|说法|范围|要(?:干|做)的事?|内容)*[，,]?(?:上|都|又)?(?:(?:有|是)(?:什么|啥|何|哪些)?)?(?:差别|区别|差异|差距|不同|不一样|变化)(?:之处)?(?:在)?(?:什么地方|哪[里儿些]?|什么|啥)?|"
    r"差(?:别)?在(?:什么地方|哪[里儿]?)|(?:分别|各自?)(?:要|是|想)?(?:说|提|做|干|建|达|写|到|定|完成)?[到了成]?(?:什么|啥|哪些|哪个)[^，。？]{0,4}|(?:分别|各自?)"
)
_AIMS = re.compile(r"的?(?:目标|任务|要求)|[和跟与、及](?:到)?(?=(?:20)?\d{2}年)")
"""What a question calls that which is set, and what joins its years."""
_OF_EACH = re.compile(r"各(?:是|要|自)?|分别")
_WHICH_YEAR = re.compile(r"哪(?:一)?年|什么时候|何时|啥时候|几月")
_BEGIN_AND_END = re.compile(r"(?:开始|启动|开工|动工|起始)[^。？]*(?:结束|完工|竣工|收官|截止|为止)")
"""The two ends of one period."""
_OF_OTHERS: frozenset[Ask] = frozenset(
    {"owner", "lead", "builder", "participant", "policy", "document_number", "issuer", "investment", "data_used"}
)
"""Asks for what stands beside a task, not for what is set for it."""
_QUANTITY = re.compile(r"多少|(?<!哪)几|百分之")
LOOKED_AT = 24
"""Targets and sentences, from the best on, whose paragraphs are looked at."""
LEAST = 0.5
"""Share of the words of the question that a paragraph with its headings must hold."""
OF_SUBJECT, OF_ONE = 0.3, 0.2
"""Share of the words of the question that a clause must hold to be told without the rest of what is set for its year; and where several
things are asked one by one."""
NAMED = 0.75
"""Share of them from which the clauses name the subject: what else is set for the year is of other things."""
SHORT, LONGEST = 100, 160
"""Characters up to which all that is set for a year is told, and up to which the first of it is where no clause speaks of the subject."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What the text sets for a year: the year expression, the clauses after it up to the next year, and the end of its sentence."""

    year: int
    time: Span
    clauses: tuple[Span, ...]
    end: int


def compose_year_by_year(evidence: Evidence) -> Draft | None:
    """What is set for each of the years that a question without a quantity sets beside each other, or whose year it asks for one by one."""
    text = evidence.question.text
    if _OF_OTHERS & set(evidence.question.asks) or _QUANTITY.search(text) or _BEGIN_AND_END.search(text) or asks_agreement(text):
        return None
    whens = len(_WHICH_YEAR.findall(text)) + bool(_OF_EACH.search(text))
    years = evidence.question.years
    beside = (
        len(years) > 1
        and not _WHICH_YEAR.search(text)
        and _SET_BESIDE.search(text) is not None
        and not any(m.first != m.last for m in year_mentions(text))
    )
    if not (beside or (_WHICH_YEAR.search(text) and whens > 1 and not years)):
        return None
    told = evidence.beside(_AIMS.sub("", _SET_BESIDE.sub("", text)) if beside else text)
    found = next(filter(None, (_told(told.matcher, document, line, head, years, whens) for document, line, head in _lines(told))), None)
    return found if found and (not beside or not _is_series(evidence, told.matcher, found)) else None


def _lines(evidence: Evidence) -> Iterator[tuple[Document, Span, str]]:
    """The paragraphs of the best targets and sentences in the named document, with the headings above; those that say most of the question first."""
    found: dict[tuple[str, int], tuple[float, Document, Span, str]] = {}
    places = [(one.document, one.item.span, one.item.path) for one in evidence.targets[:LOOKED_AT]]
    places += [(one.document, one.span, one.passage.path) for one in evidence.sentences[:LOOKED_AT]]
    for document, span, path in places:
        if evidence.question.documents.strongest not in (None, document.id):
            continue
        text = document.text
        end = text.find("\n", span.end)
        line = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
        head = " ".join(path[-2:])
        if (document.id, line.start) not in found:
            share = evidence.matcher.coverage(f"{head} {line.of(text)}")
            found[document.id, line.start] = (share, document, line, head)
    for share, document, line, head in sorted(found.values(), key=lambda one: -one[0]):
        if share >= LEAST:
            yield document, line, head


def _told(matcher: Matcher, document: Document, line: Span, head: str, years: Sequence[int], whens: int) -> Draft | None:
    """The steps of one paragraph: all for the years asked about, or those that speak of what is asked, at least as many as are asked for."""
    steps = _steps(document.text, line)
    wanted = set(years) or {step.year for step in steps}
    chosen = [
        max((step for step in steps if step.year == year), key=lambda step: _weight(matcher, document, step.clauses))
        for year in sorted(wanted & {step.year for step in steps})
    ]
    fitting = [_of_subject(matcher, document, step, OF_SUBJECT if years else OF_ONE) for step in chosen]
    if not years:
        chosen, fitting = [step for step, own in zip(chosen, fitting, strict=True) if own], [own for own in fitting if own]
    if len(chosen) < max(len(years), min(whens, 3), 2):
        return None
    if years:
        named = all(own and _weight(matcher, document, own) >= NAMED for own in fitting)
        fitting = [
            own if named or (all(fitting) and not _is_short(step, own)) else _first_of(step)
            for step, own in zip(chosen, fitting, strict=True)
        ]
    statements = tuple(_statement(document, step, own) for step, own in zip(chosen, fitting, strict=True))
    before = Span(line.start, steps[0].time.start).of(document.text)
    share = matcher.coverage(" ".join((head, before, *(statement.text for statement in statements))))
    return Draft(statements, 1.0, subject=head) if share >= LEAST else None


def _steps(text: str, line: Span) -> list[_Step]:
    """What a paragraph sets for each year that it names by itself."""
    mentions = [one for one in year_mentions(line.of(text)) if one.first == one.last]
    ends = [line.start + one.start for one in mentions[1:]] + [line.end] * bool(mentions)
    sentences = sentences_of(text, line)
    found: list[_Step] = []
    for one, end in zip(mentions, ends, strict=True):
        time = trim(text, Span(line.start + one.start, line.start + one.end))
        clauses = clauses_of(text, Span(time.end, end)) if time.end < end else ()
        if clauses:
            found.append(_Step(one.last, time, clauses, next((s.end for s in sentences if s.end > time.start), end)))
    return found


def _weight(matcher: Matcher, document: Document, clauses: Sequence[Span]) -> float:
    return matcher.coverage(" ".join(clause.of(document.text) for clause in clauses))


def _of_subject(matcher: Matcher, document: Document, step: _Step, least: float) -> tuple[Span, ...]:
    """The clauses for a year that speak of what the question names; none where no clause does."""
    return tuple(clause for clause in step.clauses if _weight(matcher, document, (clause,)) >= least)


def _is_short(step: _Step, own: Sequence[Span]) -> bool:
    """Whether the sentence that names the year is short, and has all that speaks of the subject."""
    return own[-1].end <= step.end <= step.time.start + SHORT


def _first_of(step: _Step) -> tuple[Span, ...]:
    """The clauses of the sentence that names the year, as far as they are told."""
    return tuple(one for one in step.clauses if one.end <= min(step.end, step.time.start + LONGEST)) or step.clauses[:1]


def _statement(document: Document, step: _Step, clauses: Sequence[Span]) -> Statement:
    """The year with the clauses; where they do not follow it, each is a source of its own."""
    text = document.text
    if clauses[0] == step.clauses[0] and clauses[-1].end - step.time.start <= LONGEST:
        run = [clause for clause in step.clauses if clause.end <= clauses[-1].end]
        if list(clauses) == run:
            shown = Span(step.time.start, clauses[-1].end)
            return Statement(f"{shown.of(text).strip()}。", (Source(document.id, shown),))
    said = "，".join(clause.of(text) for clause in clauses)
    opening = Span(step.time.start, step.clauses[0].end)
    sources = [Source(document.id, opening if len(opening) <= LONGEST else step.time)]
    sources += [Source(document.id, clause) for clause in clauses if clause != step.clauses[0]]
    return Statement(f"{step.time.of(text)}，{said}。", tuple(sources))


def _is_series(evidence: Evidence, matcher: Matcher, draft: Draft) -> bool:
    """Whether a figure for each of the years tells as much of what the question names: then it is the figures that differ."""
    figures = compose_target(evidence)
    if figures is None or figures.status != "answered":
        return False
    told = {fact.values.get("year") for fact in figures.facts if fact.values.get("value")}
    own, other = (" ".join((one.subject, *(statement.text for statement in one.statements))) for one in (draft, figures))
    return told >= set(evidence.question.years) and matcher.coverage(other) >= matcher.coverage(own)
