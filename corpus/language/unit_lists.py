"""Lists of units as documents print them: 市河湖局、市桥梁局，各区、县（市）人民政府按职责分工负责."""

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

_TAIL_OF_A_NAME = re.compile(r"(?:集团|控股|股份|有限|责任|公司)+|管理局|委员会|办公室|中心|[局委办厅部]")


def split_units(text: str) -> tuple[str, ...]:
    """The unit names of a printed list, in order, without the words that say how they share the work.

    A name that a line wrap broke before its last word (云川产权交易所 集团) is one name.
    """
    units: list[str] = []
    text = text.strip()
    end = 0
    for match in _UNIT.finditer(text):
        is_broken = units and text[end : match.start()].isspace() and _TAIL_OF_A_NAME.fullmatch(match[0])
        end = match.end()
        if is_broken:
            units[-1] += match[0]
            continue
        name = _CLOSING.sub("", _CLOSING.sub("", match[0]))
        compound = _COMPOUND.match(name)
        for part in compound.groups() if compound else (name,):
            if len(part) >= 2 and part not in units:
                units.append(part)
    return tuple(units)
