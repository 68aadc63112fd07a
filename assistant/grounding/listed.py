"""How many things a passage lists, so that a sentence may say their number."""

import re

from assistant.grounding.bodies import bodies_in

_CLAUSE_END = re.compile(r"[，。；！？：（）]")
_BETWEEN = re.compile(r"、|以及|(?<!普)及(?!以[上下])|和|与")
_HEADED = re.compile(r"(?:(?<=[。；：，])|^)(?:第([一二三四五六七八九十])|([一二三四五六七八九十])[是、])")
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})号")
_NUMERALS = "一二三四五六七八九十"
MOST = 20
"""Things that a sentence would count by itself."""


def numbers_of_listed(text: str) -> frozenset[int]:
    """Every number of things that the plain `text` lists side by side (甲、乙和丙: 3), by 一是 and 二是, or as bodies."""
    found = set() if "等" in text else {len(bodies_in(text))}
    for clause in _CLAUSE_END.split(text):
        if "等" in clause:
            continue
        marks, items = clause.count("、"), len(_BETWEEN.split(clause))
        found |= {marks + 1, items} if marks else {items}
    headed = [_NUMERALS.index(match[1] or match[2]) + 1 for match in _HEADED.finditer(text)]
    if headed and len(set(headed)) == max(headed):
        found.add(max(headed))
    numbered = {int(match[1]) for match in _NUMBERED.finditer(text)}
    found.add(len(numbered))
    return frozenset(number for number in found if 1 < number <= MOST)
