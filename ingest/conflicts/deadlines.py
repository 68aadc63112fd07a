"""One state to be reached, two years."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from corpus.language.indicators import indicator_name
from corpus.model.conflicts import Conflict
from corpus.model.facts import Target
from ingest.conflicts.stated import Stated, comparable_places

_COMPLETION = re.compile(r"建成|建立|完成|实现|形成|上线|投入|投用|竣工|开通|设立|成立|出台|印发|通车|开工")
_GRADUAL = re.compile(
    r"提升|增强|增加|推进|加强|深化|优化|显著|更加|进一步|逐步|持续|强化|基本|初步|不断|扩大|拓展|加快|推动|完善|继续|累计|全年|每年|部分|一期|二期"
)
SHORTEST = 8
"""Characters of a state's name below which it is a turn of phrase: 建成投用."""


def deadline_conflicts(targets: Iterable[Stated[Target]]) -> Iterator[Conflict]:
    """The states that two places of one document want completed in different years; what grows by degrees may do so in both."""
    groups: dict[tuple[str, str], list[Stated[Target]]] = defaultdict(list)
    for target in targets:
        fact = target.fact
        name = indicator_name(fact.statement)
        if fact.value is None and fact.year is not None and len(name) >= SHORTEST and _is_completion(fact.statement):
            groups[(target.document.id, name)].append(target)
    for group in groups.values():
        pairs = [pair for pair in combinations(group, 2) if pair[0].fact.year != pair[1].fact.year and comparable_places(*pair)]
        if pairs:
            yield _conflict(pairs)


def _is_completion(statement: str) -> bool:
    return bool(_COMPLETION.search(statement)) and not _GRADUAL.search(statement)


def _conflict(pairs: Sequence[tuple[Stated[Target], Stated[Target]]]) -> Conflict:
    parties = {target.id: target for pair in pairs for target in pair}
    told = tuple(target.party(f"{target.fact.year}年") for target in parties.values())
    return Conflict("target", pairs[0][0].fact.statement, "year", told)
