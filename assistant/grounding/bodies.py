"""Government bodies and firms that a text names, and the part it gives them in a task."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from assistant.grounding.content import content_pairs
from assistant.grounding.pairing import nearer
from assistant.units.directory import UnitDirectory
from corpus.language.unit_names import department_names, same_unit

Role = Literal["lead", "charge", "cooperating", "beside"]

_ENDING = (
    r"(?:领导小组办公室|领导小组|管理委员会|管委会|街道办事处|委员会|办公厅|办公室|检察院|法院|联合会|政府|部门|机关|机构|大队|支队|分局|公司|集团|协会|局|厅|"
    r"委(?![员托派任会办培])|(?<![协主承申举开督代通要会去来能分网都上])办(?![理公事法证结学案件好了完]|的)|(?<![全内外局东西南北中顶底头])部(?![门分署长级件位队])|[残妇]联|工商联|团委|中心(?=牵头|负责|配合|承担))"
)
_RUN = re.compile(
    r"[\u4e00-\u9fff]{0,8}?公安机关交通管理部门|"
    rf"[\u4e00-\u9fff]{{0,8}}?[市省区县](?:委|(?:人民)?政府)(?!办公|员会|托|派|会|授权|委托|指派|责成)[^由和与、，的负牵配]{{1,5}}?(?:办公室|办|局|部|室|厅)(?![门法理署])|"
    rf"[\u4e00-\u9fff]{{0,20}}?{_ENDING}"
)
_OFFICE_OF = re.compile(r"[市省区县](?:委|(?:人民)?政府)")
_END = re.compile(rf"(?:{_ENDING}|室)$")
_BOUNDARY = re.compile(
    r"^[个家名位类]|[一二三四五六七八九十两\d]+个|获得|给予|强化|加强|提高|提升|成立|组建|发挥|鼓励|引导|委托|授权|督促|协调|邀请|整合|完善|建立|设立|涉及|对接|服务于|方便|辅助|有效|优化|会同|联合|配合|牵头|负责|责令|依法|单位|应当|要求|组织|可以|交由|通过|包括|主动|移送|接受|协助|支持|指导|推动|依托|作为|以及|按照|其中|设在|已经|"
    r"这些|那些|后台|打通|畅通|联通|贯通|连接|层级|还会|[去找归等跟同]|报(?=[给到])|交(?=[给由到])|[要都能会让把再]|(?<!财)经(?![济信营开发])|[由和与及或向对被在为是报请给让等的从到受按归属于并就让，、日月年以了]"
)
_LEVEL = re.compile(r"国家|中央|[省县]|(?<!城)市|(?<![社园景地])区")
_GENERAL = re.compile(
    r"(?:我|贵|你|有关|相关|主管|行政|各级|各|本|该|其他|其|上述|市级|县级|区级|省级|国家|市直|政府|管理|职能|成员|责任|牵头|配合|监管|执法|行业|所在|专业|第三方|多|用人|直|全市|我市)*"
    r"(?:部门|机构|机关|单位|办公室|公司|政府|集团|协会|组织|局|委)"
)
_MADE_OF_WORDS = {"部门", "机关", "机构"}
_LEADS, _COOPERATES = "牵头|主办|挑头|主导|主责|领衔", "配合|协助|协办|从旁"
_ROLE_BEHIND = re.compile(rf"(?P<lead>{_LEADS})|{_COOPERATES}|参与|参加")
_PARTS_TOLD = (
    (re.compile(_LEADS), re.compile(rf"{_LEADS}|负责|责任|统筹|主管|组长|组织实施")),
    (re.compile(_COOPERATES), re.compile(rf"{_COOPERATES}|参与|参加|会同|联合|协同|合作|共同|辅助|支持单位")),
)
"""Words that give somebody a part in a task, and those of which a passage must have one that gives it too."""
_ROLE_BEFORE = re.compile(
    r"(?P<lead>(?:牵头|主办)(?:单位|部门|机构|方|的)?)(?:分别)?(?:是|为|：|有|包括)|(?P<charge>责任(?:单位|部门)?)(?:分别)?(?:是|为|：|有|包括)|(?P<other>(?:配合|参与|协同|协办)(?:单位|部门|机构|方|的)?)(?:分别)?(?:是|为|：|有|包括|还有)"
)
_CALLS_IN = re.compile(r"(?:应当|应|可以|要|负责)?会同")
_CALLED_IN = re.compile(r"会同[^，。；]*$")
_BY = re.compile(r"由([^，。；由]{3,30}?)(?:(?:共同|一起|联合|分别|具体|统一)[^，。；]{0,4}?)?(?:负责|牵头|承担|运营|承办|主办)")
_BESIDE_EACH_OTHER = re.compile(r"、|和|与|以及|及")
_ACT = re.compile(
    r"(?:负责|依法|书面|统一|应当|可以?|将)*(授权|委托|指派|责成|督促|指导|监督|考核|约谈|通报|报请|报送|报告|移交|移送|抄送|划转)(?:给|至|到|由)?"
)
"""What one body does to another."""
_BESIDE = ("与", "向", "报")
"""Stand before a body to which something is only told or tied."""
_IN_CHARGE = re.compile(r"(?:等)?(?:部门|单位)?(?:具体)?负责")
_SENTENCE_MARK = re.compile(r"[；。！？（）]")
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_QUOTED = re.compile(r"“[^“”]*”")
_LISTED = re.compile(r"[、和与及，]|以及|等|(?:应当|应|可以)?(?:会同|联合)")
_CLAUSE_MARK = re.compile(r"[，；。！？（）]")
_COUNTED_PLACES = re.compile(r"[两二三四五六七八九十](?=[县区市](?:人民)?政府)")

_LISTED_PLACE = re.compile(r"(?:(?<=[、，和及与在以])|^)([\u4e00-\u9fff]{2,4}[区县])(?=[、，。和及与等]|$)")
_GENERAL_PLACE = re.compile(r".*(?:园|社|地|景|山|城|新|辖|厂|各|库|街|小|郊|主城|中心城|示范|试验|片)区|各.*|.*[村郊]区")


LONG, PRINTED = 5, 0.7
"""Pairs of characters from which on a name can be printed with a word more in it, and the share of them that the passages must hold then."""


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body named in a text under one of `names` (where it begins is not sure), with its part in a task where the text gives it one.

    `words` are the pairs of characters of the clause it stands in.
    """

    names: tuple[str, ...]
    role: Role | None
    words: frozenset[str]


def bodies_in(text: str) -> tuple[NamedBody, ...]:
    """Every body that the plain text names, in order; 有关部门 and the like name none."""
    return _bodies(text, general=False)


def _bodies(text: str, *, general: bool) -> tuple[NamedBody, ...]:
    """The same, with those of a kind (有关部门) where `general`."""
    text = _QUOTED.sub(lambda match: "　" * len(match[0]), text)
    found = list(_names(text, general=general))
    around = _around(text, [(start, end) for _, start, end in found])
    return tuple(NamedBody(names, _role(text, start, end), words) for (names, start, end), words in zip(found, around, strict=True))


def _around(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[frozenset[str]]:
    """For each body the content of its clause, up to the bodies beside it; those of a list have it in common."""
    text = _TITLE.sub(lambda match: " " * len(match[0]), text)
    groups: list[list[int]] = []
    for place, (start, _) in enumerate(spans):
        if groups and _LISTED.fullmatch(text, spans[place - 1][1], start):
            groups[-1].append(place)
        else:
            groups.append([place])
    for number, group in enumerate(groups):
        start, end = spans[group[0]][0], spans[group[-1]][1]
        left = spans[groups[number - 1][-1]][1] if number else 0
        right = spans[groups[number + 1][0]][0] if number + 1 < len(groups) else len(text)
        parts = _CLAUSE_MARK.split("" if number and text[left:start].endswith("、") else text[left:start])
        after = _CLAUSE_MARK.split(text[end:right])[0]
        before = parts[-1] if content_pairs(parts[-1]) or content_pairs(after) else _SENTENCE_MARK.split(text[left:start])[-1]
        words = content_pairs(f"{before} {after}")
        yield from (words for _ in group)


def missing_bodies(sentence: str, evidence: Sequence[str], directory: UnitDirectory) -> Iterator[tuple[Literal["body", "role"], str]]:
    """The bodies of `sentence` that no text of `evidence` names ("body"), and those with a part that none gives them ("role")."""
    held = [body for text in evidence for body in bodies_in(text)]
    of_a_kind = [body for text in evidence for body in _bodies(text, general=True) if _GENERAL.fullmatch(body.names[0])]
    whole = "\n".join(evidence)
    yield from (
        ("body", place) for place in _LISTED_PLACE.findall(sentence) if place[:-1] not in whole and not _GENERAL_PLACE.fullmatch(place)
    )
    yield from (("role", said[0]) for part, given in _PARTS_TOLD if (said := part.search(sentence)) and not given.search(whole))
    yield from (("body", name) for name in _in_charge(sentence) if not _stands(name, whole))
    yield from (("role", first) for first in _acts_turned(sentence, evidence, directory))
    acting = {one[0] for one, _, _ in _acts(sentence)}
    for body in bodies_in(sentence):
        same = [other for other in held if _same(body, other, directory)]
        if not same and not any(_printed(name, whole) for name in body.names) and not _described(body.names[0], whole):
            yield "body", body.names[0]
        elif (same and _part_turned(body.role, [other.role for other in same])) or (
            same and body.names[0] not in acting and _of_another(body, same, [*(other for other in held if other not in same), *of_a_kind])
        ):
            yield "role", body.names[0]


def _in_charge(sentence: str) -> Iterator[str]:
    """Everybody whom the sentence puts in charge with 由, whatever their names end in."""
    for match in _BY.finditer(sentence):
        yield from (name for name in _BESIDE_EACH_OTHER.split(match[1]) if len(name) > 2 and not _GENERAL.fullmatch(name))


def _stands(name: str, whole: str) -> bool:
    """Whether the passages have half of a name, in pairs of characters."""
    pairs = content_pairs(name)
    return bool(bodies_in(name)) or sum(pair in whole for pair in pairs) * 2 >= len(pairs)


def _acts_turned(sentence: str, evidence: Sequence[str], directory: UnitDirectory) -> Iterator[str]:
    """The bodies that do to another (授权, 委托) what the passages tell of the other alone."""
    stated = [act for text in evidence for act in _acts(text)]
    for one, act, other in _acts(sentence):
        same = [(first, second) for first, verb, second in stated if verb == act]
        if any(_mean(one, second, directory) and _mean(other, first, directory) for first, second in same) and not any(
            _mean(one, first, directory) and _mean(other, second, directory) for first, second in same
        ):
            yield one[0]


def _acts(text: str) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Who does what to whom, where a verb stands between two bodies."""
    named = list(_names(text))
    for (one, _, end), (other, start, _) in pairwise(named):
        if act := _ACT.fullmatch(text, end, start):
            yield one, act[1], other


def _part_turned(said: Role | None, given: Sequence[Role | None]) -> bool:
    """Whether the passages give another part than the one `said`; who only helps is not in charge, and a lead must be told."""
    if said == "charge":
        return set(given) <= {"cooperating", "beside"}
    return (
        said is not None and said not in given and said != "beside" and (said == "lead" or any(role != "beside" and role for role in given))
    )


def _printed(name: str, whole: str) -> bool:
    """Whether the passages print the name, or nearly: with a word more in it, or without the level before it."""
    pairs = [name[place : place + 2] for place in range(len(name) - 1)]
    return name in whole or (len(pairs) >= LONG and sum(pair in whole for pair in pairs) >= PRINTED * len(pairs))


def _of_another(body: NamedBody, same: Sequence[NamedBody], others: Sequence[NamedBody]) -> bool:
    """Whether the passages say of another body what the sentence says of `body`."""
    given = body.role in ("lead", "cooperating")
    return any(all(item.words and _nearest(body, other, item, given) for item in same) for other in others)


def _nearest(body: NamedBody, other: NamedBody, item: NamedBody, given: bool) -> bool:
    """Whether the words of `body` are those of `other`: few suffice where it has no part and none of them is among those of `item`."""
    alone = not given and not body.words & item.words and bool(body.words & other.words)
    return alone or nearer(body.words, other.words, item.words, 2)


def _names(text: str, *, general: bool = False) -> Iterator[tuple[tuple[str, ...], int, int]]:
    kept = _with_whole_departments(text)
    for match in _RUN.finditer(kept):
        ending = _END.search(match[0])
        if ending is None:
            continue
        whole = _OFFICE_OF.search(match[0])
        limit = whole.start() if whole and whole.end() < ending.end() else ending.start()
        start = match.start() + max((found.end() for found in _BOUNDARY.finditer(match[0], 0, limit)), default=0)
        name = _COUNTED_PLACES.sub("", text[start : match.end()])
        if len(name) < 2 or (_GENERAL.fullmatch(name) and not general) or (ending[0] == "政府" and not _LEVEL.search(name)):
            continue
        inner = [name[level.start() :] for level in _LEVEL.finditer(name) if level.start() > 0 and level.end() < len(name) - len(ending[0])]
        yield (name, *inner), start, match.end()


def _with_whole_departments(text: str) -> str:
    """`text` with the names of departments as letters that divide nothing: 工业和信息化 holds a 和."""
    return _departments().sub(lambda match: "某" * len(match[0]), text)


@cache
def _departments() -> re.Pattern[str]:
    divided = sorted((name for name in department_names() if _BOUNDARY.search(name)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, divided)))


def _role(text: str, start: int, end: int) -> Role | None:
    if _CALLS_IN.match(text, end):
        return "lead"
    if _CALLED_IN.search(text[max((match.end() for match in _CLAUSE_MARK.finditer(text, 0, start)), default=0) : start]):
        return "cooperating"
    before = text[max(0, start - 1) : start]
    return _role_told(text, start, end) or (
        "charge" if before == "由" or _IN_CHARGE.match(text, end) else "beside" if before in _BESIDE else None
    )


def _role_told(text: str, start: int, end: int) -> Role | None:
    """The part that the sentence gives the body: by a word for a part behind it in its clause, by what announces it, by a later clause."""
    close, comma = _next(_SENTENCE_MARK, text, end), _next(_CLAUSE_MARK, text, end)
    beside = _role_behind(text, end, comma)
    begin = max((match.end() for match in _SENTENCE_MARK.finditer(text, 0, start)), default=0)
    announced = list(_ROLE_BEFORE.finditer(text, begin, start))
    if beside is None and announced:
        return "lead" if announced[-1]["lead"] else "cooperating" if announced[-1]["other"] else None
    return beside or _role_behind(text, end, close)


def _role_behind(text: str, start: int, end: int) -> Role | None:
    behind = _ROLE_BEHIND.search(text, start, end)
    if behind is None or _ROLE_BEFORE.match(text, behind.start()) or re.search(r"负责|承担|由|》", text[start : behind.start()]):
        return None
    return "lead" if behind["lead"] else "cooperating"


def _next(mark: re.Pattern[str], text: str, start: int) -> int:
    found = mark.search(text, start)
    return found.start() if found else len(text)


def _same(body: NamedBody, other: NamedBody, directory: UnitDirectory) -> bool:
    return _mean(body.names, other.names, directory)


def _mean(names: Sequence[str], others: Sequence[str], directory: UnitDirectory) -> bool:
    return any(_can_mean(name, second, directory) for name in names for second in others)


def _can_mean(name: str, other: str, directory: UnitDirectory) -> bool:
    """Whether two names can mean one body: as the directory has it, by how such names are formed, or by leaving characters out."""
    if name == other or same_unit(name, other) or (len(name) > 2 and other.startswith(name)):
        return True
    one, two = directory.find(name), directory.find(other)
    if one is not None and two is not None and (one.listed or two.listed):
        return one is two
    return _shortens(name, other) or _shortens(other, name)


def _shortens(short: str, long: str) -> bool:
    """交管部门 for 公安机关交通管理部门: one of them says no more than that it is a body, the characters before that are in the other in order."""
    ending, other = _END.search(short), _END.search(long)
    if ending is None or other is None or not (ending[0] == other[0] or _MADE_OF_WORDS & {ending[0], other[0]}):
        return False
    stem, rest = short[: ending.start()], iter(long[: other.start()])
    return (
        len(stem) >= 2
        and len(stem) < other.start()
        and stem[0] in "市省" + long[:1] + stem[0]
        and all(character in rest for character in stem)
    )


def _described(name: str, whole: str) -> bool:
    """气象部门 where the passages speak of 气象: not a name but a description."""
    ending = _END.search(name)
    return ending is not None and ending[0] in _MADE_OF_WORDS and ending.start() >= 2 and name[: ending.start()] in whole
