"""One task, two lists of responsible units."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from corpus.language.unit_names import same_unit
from corpus.model.conflicts import Conflict
from corpus.model.facts import Responsibility
from ingest.conflicts.stated import Stated, comparable_places, similarity

_MARKS = re.compile(r"[\W_]|^第?[一二三四五六七八九十\d]+[、.．]")
_SUPPORT = re.compile(
    r"组织|领导|保障|宣传|考核|监督|评估|督查|统筹协调|资金支持|政策支持|人才|落实责任|责任落实|工作机制|总体要求|主要目标"
)
_VAGUE = re.compile(r"^(?:各?[市区县省]?(?:各|有)?(?:相关|有关|其他|直属)|各)|^等|等$")
SAME_TASK = 0.6
"""Similarity of the words that describe two tasks of one name in two documents from which they are one task."""
SHORTEST = 6
"""Characters of a task's name below which two tasks may bear it."""


def owner_conflicts(responsibilities: Iterable[Stated[Responsibility]]) -> Iterator[Conflict]:
    """The tasks that two places of one document, or of two documents of one region, give to different units."""
    groups: dict[str, list[Stated[Responsibility]]] = defaultdict(list)
    for item in responsibilities:
        name = _MARKS.sub("", item.fact.task)
        if item.fact.scope in ("task", "row") and len(name) >= SHORTEST and not _SUPPORT.search(name):
            groups[name].append(item)
    for group in groups.values():
        pairs = [pair for pair in combinations(group, 2) if _is_one_task(*pair) and _differ(pair[0].fact, pair[1].fact)]
        parties = {item.id: item for pair in pairs for item in pair}
        if parties:
            told = tuple(item.party("、".join(item.fact.units)) for item in parties.values())
            yield Conflict("responsibility", group[0].fact.task, "units", told)


def _is_one_task(one: Stated[Responsibility], other: Stated[Responsibility]) -> bool:
    """Whether two tasks of one name are one: in one document, or described alike, as every plan has a data platform of its own."""
    if not comparable_places(one, other):
        return False
    described = (item.fact.task_span.of(item.document.text) for item in (one, other))
    return one.document.id == other.document.id or similarity(*described) >= SAME_TASK


def _differ(one: Responsibility, other: Responsibility) -> bool:
    if one.lead and other.lead and not same_units(one.lead, other.lead):
        return True
    return not same_units(one.units, other.units)


def same_units(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists name the same bodies, in whatever order and form; 相关部门 and the like are no body's name."""
    first, second = ([unit for unit in units if not _VAGUE.search(unit)] for units in (one, other))
    return all(_holds(second, unit) for unit in first) and all(_holds(first, unit) for unit in second)


def _holds(units: Sequence[str], unit: str) -> bool:
    return any(unit == other or same_unit(unit, other) for other in units)
