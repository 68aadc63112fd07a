"""Facts that were read wrongly, put right as a person said and another approved; what is corrected must stand in the words given as its source."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.amendments import Decisions, FactCorrection
from corpus.errors import CorrectionError
from corpus.knowledge.knowledge_schema import fact_kind, json_form
from corpus.language.figures import figures_in
from corpus.language.numbering import numbering_of
from corpus.language.years import year_mentions
from corpus.model.document import Document, Section, section_at
from corpus.model.facts import FACT_TYPES, Fact, FactKind, PolicyReference, Responsibility, Scenario, Target
from corpus.model.span import Span
from ingest.assembly import Reading

CORRECTABLE: Mapping[FactKind, tuple[str, ...]] = {
    "target": ("subject", "value", "unit", "comparator", "year", "years", "deadline", "cumulative"),
    "responsibility": ("task", "units", "lead", "cooperating", "shared"),
    "scenario": ("name", "builders", "starts", "ends"),
    "policy": ("title", "number", "issued_by"),
}
"""Fields that a person may correct, by kind: the others follow from them or from the place."""
_PRINTED: Mapping[FactKind, tuple[str, ...]] = {
    "target": ("value", "unit"),
    "responsibility": ("units", "lead", "cooperating"),
    "scenario": ("name", "builders"),
    "policy": ("title", "number", "issued_by"),
}
"""Fields whose words must stand in the source itself."""


def as_decided(readings: Sequence[Reading], decisions: Decisions, file: str) -> tuple[Reading, ...]:
    """The documents of one file with what people corrected in their facts; the first says which corrections fit nothing any more."""
    corrected, unapplied = correct_facts(readings, decisions.amendments.facts_of(file))
    notes = (*decisions.without_place(file, [reading.document.title for reading in readings]), *unapplied)
    first, *others = corrected
    return (replace(first, left_out=(*first.left_out, *notes)), *others)


def correct_facts(readings: Sequence[Reading], corrections: Iterable[FactCorrection]) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """The readings of one file with `corrections` made, and a message for each correction that finds its fact or its source no more."""
    corrected, unapplied = list(readings), []
    for correction in corrections:
        reasons: list[str] = []
        found = False
        for number, reading in enumerate(corrected):
            facts: list[Fact | None] = list(reading.facts)
            for place in _places(reading.document, reading.facts, correction):
                try:
                    facts[place] = corrected_fact(reading.document, reading.facts[place], correction)
                    found = True
                except CorrectionError as error:
                    reasons.append(f" ({error})")
            corrected[number] = replace(reading, facts=tuple(fact for fact in facts if fact is not None))
        if not found:
            unapplied.append(
                f"{correction.file}: the corrected {correction.kind} “{correction.quote[:60]}” no longer applies{''.join(reasons[:1])}."
            )
    return tuple(corrected), tuple(unapplied)


def stated_fields(fact: Fact) -> dict[str, Any]:
    """The correctable fields of a fact, and the headings above it, as JSON has them: what tells it from others in the same words."""
    dumped: dict[str, Any] = _form(fact).dump_python(fact, mode="json")
    return {name: dumped[name] for name in (*CORRECTABLE[fact_kind(fact)], "path")}


def corrected_fact(document: Document, fact: Fact, correction: FactCorrection) -> Fact | None:
    """`fact` as corrected, proved by the words of `correction.evidence`; None when it is said to be none.

    Raises CorrectionError when these words do not stand in the document, or do not hold what is corrected.
    """
    if not correction.fields:
        return None
    evidence = find_words(document.text, correction.evidence or correction.quote, near=fact.span.start)
    if evidence is None:
        raise CorrectionError(f"The words “{correction.evidence[:60]}” do not stand in {document.title}; copy them from its text.")
    changed = _with_fields(fact, correction.fields)
    section = section_at(document.sections, evidence.start)
    headings = section.path if section else ()
    _check_printed(changed, correction.fields, evidence.of(document.text), headings)
    placed = replace(changed, section=section.ordinal if section else None, path=headings)
    return _told(document, placed, evidence, correction.fields)


def find_words(text: str, words: str, near: int = 0) -> Span | None:
    """Where `words` stand in `text`, however either is broken by white space; of several places the one nearest to `near`."""
    pattern = r"\s*".join(re.escape(character) for character in words if not character.isspace())
    places = [Span(match.start(), match.end()) for match in re.finditer(pattern, text)] if pattern else []
    return min(places, key=lambda span: abs(span.start - near), default=None)


def _places(document: Document, facts: Sequence[Fact], correction: FactCorrection) -> list[int]:
    """Which facts are meant: those of the kind whose words are quoted, read as they were when the correction was made.

    Where the same words stand in several places, the headings above them tell which.
    """
    stated = {name: value for name, value in correction.stated.items() if name != "path"}
    found = [
        number
        for number, fact in enumerate(facts)
        if fact_kind(fact) == correction.kind
        and _plain(fact.span.of(document.text)) == _plain(correction.quote)
        and all(stated_fields(fact).get(name) == value for name, value in stated.items())
    ]
    above = [_plain(_unnumbered(heading)) for heading in correction.stated.get("path", ())]
    same_place = [number for number in found if [_plain(_unnumbered(heading)) for heading in facts[number].path] == above]
    return found if len(found) == 1 else same_place


def _unnumbered(heading: str) -> str:
    numbering = numbering_of(heading)
    return heading[numbering.length :] if numbering else heading


def _with_fields(fact: Fact, fields: Mapping[str, Any]) -> Fact:
    kind = fact_kind(fact)
    if unknown := set(fields) - set(CORRECTABLE[kind]):
        raise CorrectionError(f"A {kind} has no field {', '.join(sorted(unknown))} to correct; it has {', '.join(CORRECTABLE[kind])}.")
    form = _form(fact)
    try:
        changed: Fact = form.validate_python(form.dump_python(fact, mode="json") | dict(fields))
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise CorrectionError(f"The {kind} cannot be corrected so. {wrong}.") from None
    return _with_amount(changed) if isinstance(changed, Target) and {"value", "unit"} & set(fields) else changed


def _with_amount(target: Target) -> Target:
    """The target with the size of its figure as printed."""
    if target.value is None:
        return replace(target, amount=None, amount_to=None, unit=None)
    figure = next(iter(figures_in(f"{target.value}{target.unit or ''}")), None)
    if figure is None and re.fullmatch(r"\d+(?:\.\d+)?", target.value):
        return replace(target, amount=float(target.value), amount_to=None)
    if figure is None or _plain(figure.value) != _plain(target.value):
        raise CorrectionError(
            f"“{target.value}” is not a figure as documents print it: write 4.5万, 5-10 or 15, and the measure word apart."
        )
    return replace(target, amount=figure.amount, amount_to=figure.amount_to)


def _check_printed(fact: Fact, fields: Mapping[str, Any], source: str, headings: Sequence[str]) -> None:
    """Raises CorrectionError unless every corrected name and figure stands in `source`; year, subject and task may stand in a heading above it."""
    printed, above = _plain(source), _plain("\n".join((*headings, source)))
    for name in fields:
        value = getattr(fact, name)
        if name in _PRINTED[fact_kind(fact)]:
            for words in (value,) if isinstance(value, str) else value or ():
                _require(_stands(_plain(words), printed), words, "the words given as its source")
        elif name in ("subject", "task"):
            _require(_stands(_plain(value), above), value, "its source or the headings above it")
        elif name in ("year", "years", "starts", "ends"):
            for year in re.findall(r"\d{4}", str(value)):
                _require(_stands(year, above), year, "its source or the headings above it")


def _require(stands: bool, words: str, place: str) -> None:
    if not stands:
        raise CorrectionError(f"“{words}” does not stand in {place}; quote words of the document that hold it.")


def _stands(words: str, text: str) -> bool:
    """Whether `words` stand in `text`, and a figure not as a part of a longer one."""
    before, after = (r"(?<![\d.,])" if words[:1].isdigit() else "", r"(?![.,]?\d)" if words[-1:].isdigit() else "")
    return bool(words) and re.search(before + re.escape(words) + after, text) is not None


def _told(document: Document, fact: Fact, evidence: Span, fields: Mapping[str, Any]) -> Fact:
    """The fact as the words of `evidence` tell it."""
    match fact:
        case Target():
            year_span = fact.year_span
            if {"year", "years"} & set(fields):
                year_span = _year_span(document, fact, evidence)
            # What was put together from cells or from a series stays so where the source is the same.
            statement = fact.statement if evidence == fact.span else evidence.of(document.text)
            return replace(fact, span=evidence, statement=statement, year_span=year_span)
        case Scenario():
            return fact if fact.span.contains(evidence) else replace(fact, span=evidence)
        case Responsibility() | PolicyReference():
            return replace(fact, span=evidence)


def _year_span(document: Document, target: Target, evidence: Span) -> Span | None:
    """Where the corrected year is printed: in the source itself, else in the nearest heading above it."""
    places = [evidence, *(section.heading for section in reversed(_above(document.sections, evidence.start)))]
    wanted = (target.year, target.year) if target.year is not None else target.years
    for place in places:
        for mention in year_mentions(place.of(document.text), written=document.metadata.written_in):
            if (mention.first, mention.last) == wanted:
                return Span(place.start + mention.start, place.start + mention.end)
    return None


def _above(sections: Sequence[Section], position: int) -> list[Section]:
    return [section for section in sections if section.span.start <= position < section.span.end]


def _form(fact: Fact) -> TypeAdapter[Any]:
    kind: Any = FACT_TYPES[fact_kind(fact)]
    return json_form(kind)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
