"""What became of the facts of one document in its next version: found again by what they are about and where they stand, not by their number."""

import unicodedata
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from corpus.knowledge.knowledge_schema import fact_kind
from corpus.language.numbering import numbering_of
from corpus.model.document import Document
from corpus.model.facts import Fact, FactKind, PolicyReference, Responsibility, Scenario, Target
from corpus.model.span import Span

Change = Literal["added", "gone", "changed"]
ALIKE = 0.6
"""Likeness of two names from which on facts at one place are one fact that was renamed."""
_COMPARED: Mapping[FactKind, tuple[str, ...]] = {
    "target": ("subject", "value", "unit", "comparator", "year", "years", "deadline", "cumulative"),
    "responsibility": ("task", "units", "lead", "cooperating", "shared", "inherited"),
    "scenario": ("name", "columns", "builders", "starts", "ends"),
    "policy": ("title", "number", "issued_by"),
}
"""Fields in which two versions of a fact may differ, by kind."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that was added, is gone, or reads differently in the fields `differs`.

    `name` is what it is about, `path` the headings it stands under (now, or before when it is gone), `before` and `after` the words that state it,
    None where it did or does not exist; `span` is where it stood before.
    """

    kind: FactKind
    change: Change
    name: str
    path: tuple[str, ...]
    before: str | None
    after: str | None
    differs: tuple[str, ...] = ()
    span: Span | None = None


def compare_facts(
    former: Document, former_facts: Sequence[Fact], present: Document, present_facts: Sequence[Fact]
) -> tuple[FactChange, ...]:
    """Every fact of either version that has no like in the other, by kind, in reading order of the present version, what is gone last."""
    changes: list[FactChange] = []
    for kind in _COMPARED:
        before = [fact for fact in former_facts if fact_kind(fact) == kind]
        after = [fact for fact in present_facts if fact_kind(fact) == kind]
        pairs, gone, added = _paired(before, after)
        found = [(new, _changed(old, former, new, present)) for old, new in pairs]
        found += [(new, FactChange(kind, "added", name_of(new), new.path, None, new.span.of(present.text))) for new in added]
        changes += [change for _, change in sorted(found, key=lambda pair: pair[0].span) if change is not None]
        changes += [FactChange(kind, "gone", name_of(old), old.path, old.span.of(former.text), None, (), old.span) for old in gone]
    return tuple(changes)


def name_of(fact: Fact) -> str:
    """What a fact is about, as a person would name it."""
    match fact:
        case Target():
            return fact.subject
        case Responsibility():
            return fact.task
        case Scenario():
            return fact.name
        case PolicyReference():
            return fact.title


def _changed(old: Fact, former: Document, new: Fact, present: Document) -> FactChange | None:
    kind = fact_kind(new)
    differs = tuple(field for field in _COMPARED[kind] if _read(old, field) != _read(new, field))
    if not differs:
        return None
    return FactChange(kind, "changed", name_of(new), new.path, old.span.of(former.text), new.span.of(present.text), differs, old.span)


def _paired(before: Sequence[Fact], after: Sequence[Fact]) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """Facts that are the same in both, the surest first; then what is left of either."""
    pairs: list[tuple[Fact, Fact]] = []
    gone, added = list(before), list(after)
    for key in (_wholly, _name_place_year, _name_place, _name_year, _name):
        waiting: dict[Hashable, list[Fact]] = {}
        for fact in gone:
            waiting.setdefault(key(fact), []).append(fact)
        left: list[Fact] = []
        for fact in added:
            if same := waiting.get(key(fact)):
                pairs.append((same.pop(0), fact))
            else:
                left.append(fact)
        gone, added = [fact for facts in waiting.values() for fact in facts], left
    pairs += _renamed(gone, added)
    taken = {id(fact) for pair in pairs for fact in pair}
    return pairs, [fact for fact in gone if id(fact) not in taken], [fact for fact in added if id(fact) not in taken]


def _renamed(gone: Sequence[Fact], added: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Of facts at one place those whose names are most alike."""
    by_place: dict[Hashable, list[Fact]] = {}
    for fact in added:
        by_place.setdefault(_around(fact), []).append(fact)
    likely = sorted(
        (
            (likeness, old_number, new_number, old, new)
            for old_number, old in enumerate(gone)
            for new_number, new in enumerate(by_place.get(_around(old), ()))
            if (likeness := SequenceMatcher(None, name_of(old), name_of(new), autojunk=False).ratio()) >= ALIKE
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken: set[int] = set()
    pairs: list[tuple[Fact, Fact]] = []
    for *_, old, new in likely:
        if id(old) not in taken and id(new) not in taken:
            taken |= {id(old), id(new)}
            pairs.append((old, new))
    return pairs


def _read(fact: Fact, field: str) -> Any:
    value = getattr(fact, field)
    if field == "columns":
        return [(_plain(column.heading), _plain(column.text)) for column in value]
    return _plain(value) if isinstance(value, str) else value


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _place(fact: Fact) -> tuple[str, ...]:
    """The headings without their numbers, which change with every heading put before."""
    return tuple(_plain(_unnumbered(heading)) for heading in fact.path)


def _around(fact: Fact) -> tuple[str, ...]:
    """The place without the heading that names the fact itself."""
    place = _place(fact)
    return place[:-1] if place and _plain(_unnumbered(name_of(fact))) in place[-1] else place


def _unnumbered(heading: str) -> str:
    numbering = numbering_of(heading)
    return heading[numbering.length :] if numbering else heading


def _year(fact: Fact) -> Hashable:
    return (fact.year, fact.years) if isinstance(fact, Target) else None


def _wholly(fact: Fact) -> Hashable:
    return repr([_read(fact, field) for field in _COMPARED[fact_kind(fact)]]), _place(fact)


def _name_place_year(fact: Fact) -> Hashable:
    return _name(fact), _place(fact), _year(fact)


def _name_place(fact: Fact) -> Hashable:
    return _name(fact), _place(fact)


def _name_year(fact: Fact) -> Hashable:
    return _name(fact), _year(fact)


def _name(fact: Fact) -> Hashable:
    return _plain(_unnumbered(name_of(fact)))
