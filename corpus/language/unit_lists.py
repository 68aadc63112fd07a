"""Lists of units as documents print them: 市数据局、市发展改革委，各区、县（市）人民政府按职责分工负责."""

import re

_REGIONS = r"各?\s*区[、和及]?\s*县?\s*(?:[（(]\s*市\s*[)）])?\s*(?:人民政府|政府|有关部门|部门|(?<=[县)）])[^、，,；;。\s/（）()]{2,8}局)(?:牵头部门)?"
_BRACKET = r"[（(](?:[^（）()、，,；;。]{1,20}|[^（）()]{1,5})[）)]"
_UNIT = re.compile(
    rf"{_REGIONS}|各\s*区[、和及]\s*县\s*(?:[（(]\s*市\s*[)）])?|[^、，,；;。\s/（）()](?:{_BRACKET}|[^、，,；;。\s/（）()])*"
)
_CLOSING = re.compile(
    r"(?:等)?(?:按照?(?:各自)?(?:职责|职能)?分工(?:分别)?负责(?:落实)?|分工负责|按职责负责|具体负责|负责|牵头|配合|参与|具体实施|组织实施|落实|等)$"
)
_COMPOUND = re.compile(r"^(.+?)等((?:市|省|区|县)?[直各有相].+|相关.+|有关.+)$")


def split_units(text: str) -> tuple[str, ...]:
    """The unit names of a printed list, in order, without the words that say how they share the work."""
    units: list[str] = []
    for match in _UNIT.finditer(text.strip()):
        name = _CLOSING.sub("", _CLOSING.sub("", match[0]))
        compound = _COMPOUND.match(name)
        for part in compound.groups() if compound else (name,):
            if len(part) >= 2 and part not in units:
                units.append(part)
    return tuple(units)
