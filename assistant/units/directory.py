"""Every body that the units data list or the documents name, each once, under all the names it goes by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType

from corpus.errors import NotFoundError
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.unit_names import parse_unit, same_unit
from corpus.model.facts import Responsibility, Scenario, Unit

_NEAR = 5


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A body: its name in full, its other names, and those of them that the documents print for it in a task or a table row.

    `listed` tells whether the units data have it; the name of one that they do not have is the longest that is printed.
    """

    name: str
    aliases: tuple[str, ...]
    printed: tuple[str, ...]
    listed: bool

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the full one first."""
        return (self.name, *self.aliases)


class UnitDirectory:
    """Finds bodies by any of their names. A name that the units data list goes before any rule on how names are formed."""

    def __init__(self, listed: Sequence[Unit], printed: Iterable[str]) -> None:
        groups = _printed_for(listed, printed)
        self.units = tuple(_named(unit, names) for unit, names in zip_longest(listed, groups))
        self._by_name: Mapping[str, NamedUnit] = MappingProxyType({name: unit for unit in reversed(self.units) for name in unit.names})

    def find(self, name: str) -> NamedUnit | None:
        """The body that `name` means, if there is one."""
        name = name.strip()
        exact = self._by_name.get(name)
        return exact or next((unit for unit in self.units if _can_mean(name, unit.names)), None)

    def named(self, name: str) -> NamedUnit:
        """The body that `name` means. Raises NotFoundError, with names that are near, for a name of no body."""
        unit = self.find(name)
        if unit is None:
            near = self.near(name)
            hint = f"near it are {', '.join(near)}" if near else "no name is near it"
            raise NotFoundError(f"There is no unit {name!r}; {hint}.")
        return unit

    def printed_for(self, name: str | None) -> frozenset[str]:
        """The names that the documents print for the body that `name` means; none for a name of no body."""
        unit = self.find(name) if name is not None else None
        return frozenset(unit.printed if unit else ())

    def among(self, printed: Iterable[str]) -> list[NamedUnit]:
        """The bodies that the documents print as `printed`, each once."""
        return list(dict.fromkeys(self._by_name[name] for name in printed))

    def near(self, name: str) -> list[str]:
        """Names that look like `name` or hold it, likeliest first; at most five."""
        holding = sorted((other for other in self._by_name if name in other or other in name), key=len) if name else []
        alike = get_close_matches(name, self._by_name, n=_NEAR, cutoff=0.4)
        return list(dict.fromkeys((*holding, *alike)))[:_NEAR]


def unit_directory(knowledge: KnowledgeBase) -> UnitDirectory:
    """All bodies of `knowledge`: those of the units data in their order, then the others in the order they are first named."""
    return _directory(tuple(knowledge.units()), tuple(dict.fromkeys(_names_printed(knowledge))))


def _names_printed(knowledge: KnowledgeBase) -> Iterator[str]:
    for fact in (*knowledge.facts("responsibility"), *knowledge.facts("scenario")):
        if isinstance(fact, Responsibility):
            yield from (*fact.units, *fact.inherited)
        elif isinstance(fact, Scenario):
            yield from fact.builders


def _named(unit: Unit | None, printed: Sequence[str]) -> NamedUnit:
    name = unit.name if unit else max(printed, key=len)
    others = dict.fromkeys((*(unit.aliases if unit else ()), *printed))
    return NamedUnit(name, tuple(other for other in others if other != name), tuple(printed), unit is not None)


@lru_cache(maxsize=2)
def _directory(listed: tuple[Unit, ...], printed: tuple[str, ...]) -> UnitDirectory:
    return UnitDirectory(listed, printed)


def _printed_for(listed: Sequence[Unit], printed: Iterable[str]) -> list[list[str]]:
    """The printed names of each body: first those of `listed`, then those of one body each that is not listed."""
    names = [[unit.name, *unit.aliases] for unit in listed]
    groups: list[list[str]] = [[] for _ in listed]
    numbers = {name: number for number, known in enumerate(names) for name in known}
    by_key: dict[str, set[int]] = defaultdict(set)
    for name, number in numbers.items():
        _file(name, number, by_key)
    for name in dict.fromkeys(printed):
        number = numbers[name] if name in numbers else _alike(name, names, by_key)
        if number == len(names):
            names.append([])
            groups.append([])
        names[number].append(name)
        groups[number].append(name)
        _file(name, number, by_key)
    return groups


def _file(name: str, number: int, by_key: Mapping[str, set[int]]) -> None:
    for key in _keys(name):
        by_key[key].add(number)


def _alike(name: str, names: Sequence[Sequence[str]], by_key: Mapping[str, set[int]]) -> int:
    """The number of the first body of `names` that `name` can mean; the next number for none."""
    likely = sorted(set().union(*(by_key[key] for key in _keys(name))))
    return next((number for number in likely if _can_mean(name, names[number])), len(names))


def _can_mean(name: str, names: Sequence[str]) -> bool:
    """Whether `name` can mean the body of `names`: 省河湖局 does not mean a 市河湖局 that is also called 河湖局."""
    if not any(same_unit(name, other) for other in names):
        return False
    place = parse_unit(name)
    places = [other for other in map(parse_unit, names) if other.level]
    return not (place.level and places) or any(
        other.level == place.level and (other.region == place.region or not (other.region and place.region)) for other in places
    )


def _keys(name: str) -> set[str]:
    """Characters of which two names of one body share at least one, so that not every name is compared with every other.

    A name without a level may begin with a place, so that what it is called may begin anywhere in it.
    """
    parsed = parse_unit(name)
    starts = range(1 if parsed.level else max(len(parsed.stem), 1))
    stems = [replace(parsed, stem=parsed.stem[start:]) for start in starts]
    return {full[:1] for stem in stems for full in (stem.stem, *stem.full_stems)} | {parsed.stem[:1]}
