"""When two names mean the same government body: 市桥建局 and 云川市桥梁建设局, but not 市河湖局 and 省河湖局.

Only names are looked at. That a body was renamed or merged is knowledge of one city and stands in its units.toml.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

_PLACE = re.compile(
    r"(?:中共)?(?P<region>[\u4e00-\u9fff]{2,10}?)??"
    r"(?P<level>国家(?!安全)|中央|自治区|自治州|自治县|省|(?<![城都超上])市(?!场|容|政公用|政工程|政设施|民服务|民卡)|(?<![社地园景])区(?![域块])|县(?!域)|旗)"
    r"(?P<party>委(?!员会)(?=.))?(?:(?:人民)?政府(?!办公|办$|研究|督查|参事|$))?(?P<body>.+)"
)
_ENDINGS = {
    "管理委员会": ("管委会", "管委"),
    "委员会": ("委",),
    "办公室": ("办公厅", "办"),
    "联合会": ("联",),
    "人民政府": ("政府",),
    "人民法院": ("法院",),
    "人民检察院": ("检察院",),
    "集团": ("集团有限责任公司", "集团股份有限公司", "集团有限公司", "集团公司"),
    "公司": ("有限责任公司", "股份有限公司", "有限公司"),
    "局": (),
    "厅": (),
    "部": (),
    "中心": (),
}
_SPELLINGS = sorted(((spelling, full) for full, short in _ENDINGS.items() for spelling in (full, *short)), key=lambda pair: -len(pair[0]))
_DROPPABLE = frozenset({"管理", "监督管理", "行政管理", "发展管理", "服务管理", "建设管理", "工作", "事务", "委员会"})
_OWN_LEVELS = frozenset({"市", "省", "自治区", "自治州"})
PAIRS_HELD = 65_536
"""Pairs of names whose comparison is kept: over 1,000 plans one question compares the same few hundred pairs 150,000 times."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit's name taken apart: 云川 | 市 | 河湖 | 局. `region`, `level` and `ending` are empty where the name has none."""

    region: str
    level: str
    stem: str
    ending: str

    @property
    def full_stems(self) -> tuple[str, ...]:
        """What the stem can stand for, likeliest first: 工信 -> 工业和信息化; a stem that is no known short form stands for itself."""
        return _full_stems().get((self.stem, self.ending)) or _full_stems().get((self.stem, "")) or (self.stem,)


@lru_cache(maxsize=PAIRS_HELD)
def same_unit(first: str, second: str) -> bool:
    """Whether two names can only mean the same body.

    A name without a level (河湖局) means the city's or province's own body, never a national one or a district's.
    """
    one, other = parse_unit(first), parse_unit(second)
    if one == other:
        return True
    one, other = _without_bare_region(one, other), _without_bare_region(other, one)
    return _same_place(one, other) and _same_body(one, other)


def department_names() -> frozenset[str]:
    """What departments are named for, in full and in short, without place and last word: 工业和信息化, 工信."""
    return frozenset(name for (short, _), names in _full_stems().items() for name in (short, *names))


@lru_cache(maxsize=4096)
def parse_unit(name: str) -> UnitName:
    """Take a unit's name apart; a name of no known form is all stem."""
    body = "".join(unicodedata.normalize("NFKC", name).split())
    body = re.sub(r"^国家[\u4e00-\u9fff]{2,4}总局(?=.+局$)", "", body)
    region = level = ""
    while (match := _PLACE.fullmatch(body)) and (not level or match["region"]):
        region, level, body = match["region"] or "", match["level"], match["body"]
    for spelling, full in _SPELLINGS:
        if body.endswith(spelling) and (level or len(body) > len(spelling)):
            return UnitName(region, level, body.removesuffix(spelling), full)
    return UnitName(region, level, body, "")


@cache
def _full_stems() -> Mapping[tuple[str, str], tuple[str, ...]]:
    text = resources.files("corpus.language").joinpath("departments.toml").read_text(encoding="utf-8")
    stems: dict[tuple[str, str], tuple[str, ...]] = {}
    for department in tomllib.loads(text)["departments"]:
        for short in department["short"]:
            key = (short, department.get("ending", ""))
            stems[key] = (*stems.get(key, ()), department["name"])
    return stems


def _without_bare_region(name: UnitName, other: UnitName) -> UnitName:
    """云川河湖局 beside 云川市河湖局: the place stands there without its 市."""
    if not name.level and other.region and name.stem.startswith(other.region):
        return UnitName(other.region, other.level, name.stem.removeprefix(other.region), name.ending)
    return name


def _same_place(one: UnitName, other: UnitName) -> bool:
    if one.level == other.level:
        unnamed_is_own = one.level in _OWN_LEVELS and not (one.region and other.region)
        return one.region == other.region or unnamed_is_own
    return "" in (one.level, other.level) and (one.level or other.level) in _OWN_LEVELS


def _same_body(one: UnitName, other: UnitName) -> bool:
    bodies = [{stem + name.ending for stem in (name.stem, *name.full_stems)} for name in (one, other)]
    if bodies[0] & bodies[1]:
        return True
    short, long = sorted((one, other), key=lambda name: len(name.stem))
    return short.ending == long.ending and short.full_stems == (short.stem,) and _abbreviates(short.stem, long.stem)


def _abbreviates(short: str, long: str) -> bool:
    """交委 for 交通委, 档案 for 档案管理: characters left out in between, or a general word at the end."""
    if len(short) < 2 or short[0] != long[0]:
        return False
    if long.startswith(short):
        return long.removeprefix(short) in _DROPPABLE
    rest = iter(long)
    return len(short) <= len(long) // 2 and all(character in rest for character in short)
