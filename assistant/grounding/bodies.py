"""Government bodies and firms that a text names, and the part it gives them in a task."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.units.directory import UnitDirectory
from corpus.language.unit_names import parse_unit, same_unit

Role = Literal["lead", "cooperating"]

_ENDING = (
    r"(?:领导小组办公室|领导小组|管理委员会|管委会|街道办事处|委员会|办公厅|办公室|检察院|法院|联合会|政府|部门|机关|机构|主管单位|大队|支队|分局|公司|集团|协会|局|厅|"
    r"委(?![员托派任会办培])|办(?![理公事法证结学案件好]|的)|部(?![门分署长级件位队])|残联|妇联|工商联|团委|中心(?=牵头|负责|配合|承担|、|和|与|，|。|$))"
)
_RUN = re.compile(rf"[\u4e00-\u9fff“”]{{0,18}}?{_ENDING}")
_START = re.compile(
    r".*(?:[由和与及或向对经被在为是报请给让等的各同将把从到受按归属于并会]|以及|配合|会同|联合|牵头|负责|责令|依法|单位|应当|要求|组织|可以|交由|通过|包括|主动|移送|接受|协助|支持|指导)(?=[\u4e00-\u9fff]{2})"
)
_GENERAL = re.compile(
    r"(?:有关|相关|主管|行政|各级|各|本|该|其他|上述|市级|县级|区级|省级|国家|市直|政府|管理|职能|成员|责任|牵头|配合|监管|执法|行业|所在|专业|第三方|多)*(?:部门|机构|机关|单位|办公室|公司|政府|平台公司|集团|协会)"
)
_CLAUSE = re.compile(r"[^，。；！？（）]+")
_LEADS, _COOPERATES = "牵头", "配合"
_ROLE_BEHIND = re.compile(r"(?:牵头|配合|协助|参与|参加)")
_ROLE_BEFORE = re.compile(
    r"(?P<lead>牵头(?:单位|部门|机构|方|的)?)(?:是|为|：|有|包括|分别是)|(?P<cooperating>(?:配合|参与|协同|协办)(?:单位|部门|机构|方|的)?)(?:是|为|：|有|包括|还有)"
)


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body named in a text from `start` to `end`, with its part in a task where the text gives it one."""

    name: str
    start: int
    end: int
    role: Role | None


def bodies_in(text: str, directory: UnitDirectory) -> tuple[NamedBody, ...]:
    """Every body that the plain text names, in order; 有关部门 and the like name none."""
    return tuple(NamedBody(name, start, end, _role(text, start, end)) for name, start, end in _names(text))


def _names(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _RUN.finditer(text):
        begun = _START.match(match[0][: -len(_last_ending(match[0]))])
        start = match.start() + (begun.end() if begun else 0)
        name = text[start : match.end()].strip("“”")
        if len(name) > 1 and not _GENERAL.fullmatch(name):
            yield name, start, match.end()


def _last_ending(name: str) -> str:
    found = re.search(rf"{_ENDING}$", name)
    return found[0] if found else ""


def _role(text: str, start: int, end: int) -> Role | None:
    """The part that the clause gives the body: by the nearest word for a part behind it, else by what announces it."""
    clause_start = max((match.end() for match in re.finditer(r"[；。！？（）]", text[:start])), default=0)
    announced = [match for match in _ROLE_BEFORE.finditer(text, clause_start, start)]
    if announced:
        return "lead" if announced[-1]["lead"] else "cooperating"
    clause_end = next((match.start() + end for match in re.finditer(r"[；。！？（）]", text[end:])), len(text))
    behind = _ROLE_BEHIND.search(text, end, clause_end)
    if behind is None or re.search(r"[，、]?(?:负责|承担|任)", text[end : behind.start()]):
        return None
    return "lead" if behind[0] == _LEADS else "cooperating"


def names_same_body(name: str, other: str, directory: UnitDirectory) -> bool:
    """Whether two names can mean one body: as the directory has it, by how such names are formed, or by leaving characters out."""
    if name == other or same_unit(name, other):
        return True
    one, two = directory.find(name), directory.find(other)
    if one is not None and two is not None and (one.listed or two.listed):
        return one is two
    return (one is not None and one is two) or _shortens(name, other) or _shortens(other, name)


def _shortens(short: str, long: str) -> bool:
    """交管部门 for 公安机关交通管理部门: the same last word, its other characters in order."""
    ending, other_ending = _last_ending(short), _last_ending(long)
    general = {"部门", "机关", "机构", "局", "委员会", "委"}
    if ending != other_ending and not ({ending, other_ending} <= general and {ending, other_ending} & {"部门", "机关", "机构"}):
        return False
    stem, long_stem = parse_unit(short).stem if ending == "局" else short.removesuffix(ending), long.removesuffix(other_ending)
    rest = iter(long_stem)
    return len(stem) >= 2 and all(character in rest for character in stem)


def missing_bodies(sentence: str, evidence: Sequence[str], directory: UnitDirectory) -> Iterator[tuple[str, str]]:
    """The bodies of `sentence` that no text of `evidence` names ("body"), and those with a part that none gives them ("role")."""
    held = [body for text in evidence for body in bodies_in(text, directory)]
    whole = "\n".join(evidence)
    for body in bodies_in(sentence, directory):
        same = [other for other in held if names_same_body(body.name, other.name, directory)]
        if not same and body.name not in whole and not any(_ends_alike(body.name, other.name) for other in held):
            yield "body", body.name
        elif body.role is not None and same and not any(other.role == body.role for other in same):
            if any(other.role is not None for other in same) or body.role == "lead":
                yield "role", body.name


def _ends_alike(name: str, other: str) -> bool:
    """Whether one name is the other with words before it that are no part of it: 推动市数据局."""
    return (len(other) >= 3 and name.endswith(other)) or (len(name) >= 3 and other.endswith(name))
