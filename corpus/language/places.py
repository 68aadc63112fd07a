"""Names of provinces, cities and districts in a text."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources

_DISTRICT = re.compile(
    r"(?:^|[，。；、？\s]|[市在问])(?:按照?|根据|依据?|据|在|对|从|由|和|与|及|跟)?([\u4e00-\u9fff]{2,3}?[区县])(?![域块级划委间县]|（市|\(市)"
)
SPOKEN = 3
"""Times a text must name a place to be about it."""
_KIND_OF_ZONE = re.compile(
    r"[小社园景地城校库片山牧林矿湖海港军灾辖厂街郊教住专自各全本我这那哪新老旧每某几多两该分]区$|[各全本我这那哪每某几多两该]|(?:规定|要求|明确|负责|所属|所在|管辖|涉及|包括|下辖)[区县]$|县[区域]|[市区][区县]|[给是把被让叫年月的了]|"
    r"开发|经开|综保|高新|示范|试验|实验|保税|工业|商业|居民|生活|度假|风景|旅游|保护|自贸|功能|行政|产业|市辖|中心|先行|先导|核心|集聚|合作|商务|重点|农村|办公|公共|城乡"
)

_KIND_OF_PLACE = re.compile(r"(?:市|县|区|州|盟|经济特区|新区)$")
_SHORTEST = 2


def places_in(text: str) -> tuple[str, ...]:
    """The provinces, cities, districts and counties that `text` names, in order; a kind of zone (开发区, 老旧小区) is no place."""
    cities = ((match.start(), match[0]) for match in _known().finditer(text))
    districts = ((match.start(1), match[1]) for match in _DISTRICT.finditer(text) if not _KIND_OF_ZONE.search(match[1]))
    return tuple(dict.fromkeys(name for _, name in sorted((*cities, *districts))))


def place_name(region: str) -> str:
    """The name of a city, county or district without the word for its kind: 岚江 of 岚江市."""
    return _KIND_OF_PLACE.sub("", region) if len(region) > _SHORTEST else region


def region_spoken_of(text: str) -> str | None:
    """The city or province that `text` names most, as in 岚江市, where it names it SPOKEN times or more and no other half as often; None otherwise."""
    counted = Counter(match[0] for match in _known().finditer(text)).most_common(2)
    if not counted or counted[0][1] < SPOKEN or (len(counted) > 1 and 2 * counted[1][1] > counted[0][1]):
        return None
    name = counted[0][0]
    return next((name + kind for kind in ("市", "省", "自治区") if name + kind in text), name)


@cache
def _known() -> re.Pattern[str]:
    lists = tomllib.loads(resources.files(__package__).joinpath("places.toml").read_text(encoding="utf-8"))
    names = sorted((name for names in lists.values() for name in names.split()), key=len, reverse=True)
    return re.compile("|".join(re.escape(name) for name in names))
