"""What a question says of the rows it asks for: who builds them, when they begin and end, what stands in one of their columns."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.composers.rows.amounts import Unit, amount_conditions, no_unit
from assistant.composers.rows.cells import BESIDE_HEADING, cell_conditions, is_of_builders, said_cells
from corpus.language.numbering import numeral_value
from corpus.language.unit_lists import split_units
from corpus.language.unit_names import same_unit
from corpus.model.facts import Scenario

_POINT = r"((?:19|20)\d{2})\s*年?\s*(?:(\d{1,2})\s*月份?)?"
_RANGE = re.compile(
    rf"(?:从|自)?{_POINT}(?:起|开始)?(?:一直|持续|做|干|建)*\s*(?:-|—|–|~|至|到)+\s*(?:((?:19|20)\d{{2}})\s*年?)?\s*(?:(\d{{1,2}})\s*月份?)?(?:底|末|结束|为止|完成)*"
)
_BEGINS = re.compile(
    rf"(?:从|自)?{_POINT}(?:初|底|末)?(?:才|就|正式|要|将)*(?:开始|启动|开工|动工|开建|起步|起(?!止))(?:建设|建)?|"
    rf"(?:开始|启动|开工|动工|起始|始)[^，。？\d]{{0,8}}{_POINT}"
)
_ENDS = re.compile(
    rf"(?:到|至|截止)?到?{_POINT}(?:底|末|之?内|当年)?(?P<before>[及或]?(?:之?前|以前))?(?:就|才|要|将|都|全部|会|能|已经?|应?该|应当?|得|须)*(?:结束|到期|完成|[建办做干弄]成|[建办做干弄]?完(?!善)|[建办做]好|竣工|截止|收官|收尾|收工|为止|止)|"
    rf"(?:一直)?(?:跨|延续|持续|做|干|建|拖|到|至|截止|(?:最后|结束|完工|终点)[^，。？\d]{{0,4}}[是在为])到?{_POINT}(?:底|末)?(?P<before2>之?前|以前)?(?:才|就|要)*(?:为止|止|结束|完成|[建做办干]?完|收尾|收官)?"
)
_WITHIN = re.compile(rf"{_POINT}(?:全年|当年|内|间)?")
_ONE_YEAR = re.compile(
    r"(?:只|仅|就|单)(?:写|有|列|填|给|标|跨|是|用)*了?(?:单独|单单)*(?:的)?(?:一个|1个|单个|单一)?(?:一年|1年|年份)|单独一个年份|(?:单个|单一|同一个?)年份|(?:不是?|没有?)跨年(?:度)?(?:的)?|(?:当年|同年)(?:开始|启动)?(?:当年|同年)?(?:结束|完成|建成)"
)
"""Says of rows that they run in a single year."""
_PERIOD_WORD = re.compile(r"周期|期限|建设期|工期|年限|时限|起止")
_ONLY = re.compile(r"只(?:写|有|由|列|填|是)|仅|单独|独家|独自|自己|自家|(?<!哪)一家(?:单位|公司)?(?:来|去|独立|承|建|负责|牵头)")
_HOW_MANY_BUILD = re.compile(
    r"(?P<only>只有|仅有?|只由|单独|就)?(?:由|是)?(?P<number>[一两二三四五]|\d)(?:家|个)(?:单位|部门|企业|公司)?(?P<together>来|共同|联合|一起|合作|共建|合建)*(?:建设|承建|建|负责|牵头)?"
)
_SEVERAL_BUILD = re.compile(
    r"(?:多|不止一|不只一|好几|两家以上|几)(?:家|个)?(?:单位|部门)?(?:来|共同|联合|一起|合作)*(?:建设|承建|共建|参与建设|建)"
)
_BESIDE = re.compile(r"参与|参加|配合|协助|协办")
_TOGETHER = (
    r"(?:联合|共同|合作|合建|合干|共建|一起|一块|[跟与和同](?:别人|别家|其他|其它|人家|[\u4e00-\u9fff]{2,10}?(?:一起|共同|联合|合作)))"
)
_ALONE = r"(?:单独|独立|独自|独家|自己|单干|单建)"
_INCLUSIONS = (
    re.compile(
        r"[（(](?:(?:不管|无论|不论)[^（）()]*|[^（）()]*(?:都|也)(?:要|得)?(?:算|行|计|包括|包含|在内)[^（）()]*|(?:包[括含]|[含连])[^（）()]*(?:共建|合建|联合|共同|合作|一起|参与|配合)[^（）()]*)[）)]"
    ),
    re.compile(
        rf"[，,]?(?:不管|无论|不论)(?:是)?{_ALONE}[^，。？]{{0,6}}(?:还是|或者?|也好|和)[^，。？]{{0,4}}{_TOGETHER}[^，。？]{{0,4}}(?=[，,])"
    ),
    re.compile(rf"{_ALONE}(?:建设?|承建|建的|做)?的?(?:或者?|还是|和|、|与|及|加上?)(?=(?:是)?{_TOGETHER})"),
    re.compile(r"(?:建设?|承建)(?:或者?|和|、|与|及)(?=共建|合建|联合建|共同建)"),
    re.compile(rf"[，,](?:算上|加上|包括|连同?)[^，。？]{{0,6}}{_TOGETHER}[^，。？]{{0,4}}(?=[，,])"),
    re.compile(rf"[，,]{_ALONE}[^，。？]{{0,14}}{_TOGETHER}[^，。？]{{0,6}}都(?:要|得)?(?:算|行|计)(?:进去|在内|上)?(?=[，,]|$)"),
)
"""Says that rows count whether a unit builds them alone or not, which chooses none of them: 单独或联合建设的, （自己建的和一起建的都算）."""
_UNIT = re.compile(r"[\u4e00-\u9fff]{0,14}?(?:局|委|办|厅|集团|公司|中心|总队|银行|征信|政府|企业|协会|医院|学院|大学|办公室)")

_DEPARTMENT = re.compile(r"([\u4e00-\u9fff]{2,14}?)(?:主管)?部门")
"""A unit called by its field: 教育部门, 卫健部门."""
_UNIT_ENDS = ("局", "委", "厅", "办")


@dataclass(frozen=True, slots=True)
class RowCondition:
    """`said` are the words of the question that set it; `builders` the units it names, as the table prints them.

    Words for what stands in a cell may be put another way than in the table: where no row holds them, that proves nothing (`exact` false).
    """

    said: tuple[str, ...]
    holds: Callable[[Scenario], bool]
    builders: tuple[str, ...] = ()
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Period:
    """First and last month ("2024-01") or year of a row's period, "" where any will do; `by` where it may end earlier."""

    said: tuple[str, ...]
    first: str
    last: str
    by: bool = False


def without_inclusions(text: str) -> str:
    """`text` without what it says of rows that it counts as well; that names no condition, nor a unit that must build them."""
    for pattern in _INCLUSIONS:
        text = pattern.sub("", text)
    return text


def row_conditions(
    text: str, table: Sequence[Scenario], builders: Sequence[str] | None = None, unit_of: Unit = no_unit, *, any_part: bool = False
) -> tuple[RowCondition, ...]:
    """Everything that `text` says of the rows of `table`; what only names the table sets no condition.

    `builders` are the units it names, where they are known already; `unit_of` gives the unit of a column whose heading and cells give none. Where
    `any_part` counts, a unit that takes part may build as well.
    """
    names = builders_named(_without_columns_said(text, table), table) if builders is None else builders
    amounts = (RowCondition((said,), holds) for said, holds in amount_conditions(text, table, unit_of))
    built = tuple(_builders(text, table, names, any_part))
    mentions = " ".join(said for one in built for said in one.said)
    cells = (RowCondition(one.said, one.holds, exact=one.exact) for one in cell_conditions(text, table) if one.said[0] not in mentions)
    return (*built, *_periods(text, table), *cells, *amounts)


def builders_named(text: str, table: Sequence[Scenario]) -> tuple[str, ...]:
    """The units of the table's rows that `text` names, each once and by the longest name that fits: 古桥梁局 does not name 桥梁局 as well."""
    builders = sorted({name for row in table for name in _units_of(row)}, key=lambda name: (-len(name), name))
    printed = [builder for builder in builders if builder in text]
    named = [builder for builder in printed if not any(builder != other and builder in other for other in printed)]
    for mention in _UNIT.findall(text):
        names = (mention[start:] for start in range(len(mention) - 2))
        fitting = ([builder for builder in builders if same_unit(name, builder)] for name in names)
        named.extend(next(filter(None, fitting), []))
    named.extend(builder for _, builder in _by_field(text, builders))
    kept: list[str] = []
    for name in dict.fromkeys(named):
        if not any(same_unit(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)


def _by_field(text: str, builders: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The words of `text` that call one of the units by its field, with that unit (卫健部门); none where several are of the field."""
    for mention in _DEPARTMENT.finditer(text):
        for start in range(len(mention[1]) - 1):
            field = mention[1][start:]
            fitting = [builder for builder in builders if any(same_unit(field + end, builder) for end in _UNIT_ENDS)]
            if fitting:
                yield from ((mention[0][start:], builder) for builder in fitting if len(fitting) == 1)
                break


def _units_of(row: Scenario) -> tuple[str, ...]:
    return (*row.builders, *_beside(row))


def _beside(row: Scenario) -> tuple[str, ...]:
    """The units of a row that take part without leading."""
    return tuple(unit for column in row.columns if BESIDE_HEADING.search(column.heading) for unit in split_units(column.text))


def _is_one(unit: str, units: Sequence[str]) -> bool:
    return any(unit == other or same_unit(unit, other) for other in units)


def _builders(text: str, table: Sequence[Scenario], names: Sequence[str], any_part: bool) -> Iterator[RowCondition]:
    several = _SEVERAL_BUILD.search(text)
    match = next((m for m in _HOW_MANY_BUILD.finditer(text) if m["only"] or m["together"]), None)
    if names:
        beside = _BESIDE.search(text) is not None and any(map(_beside, table))
        only = _ONLY.search(text) is not None
        yield RowCondition(_mentions(text, names), partial(_is_built_by, names, beside, any_part, only), tuple(names))
    elif match:
        number = 2 if match["number"] == "两" else numeral_value(match["number"])
        yield RowCondition((match[0],), lambda row: len(row.builders) == number)
    elif several:
        yield RowCondition((several[0],), lambda row: len(row.builders) > 1)


def _is_built_by(names: Sequence[str], beside: bool, any_part: bool, only: bool, row: Scenario) -> bool:
    """Whether all of `names` build the row (or take part, `beside` its builders, or do either), and nobody else where `only` they are asked for."""
    units = _units_of(row) if beside and any_part else _beside(row) if beside else row.builders
    return all(_is_one(name, units) for name in names) and not (only and any(not _is_one(unit, names) for unit in units))


def _without_columns_said(text: str, table: Sequence[Scenario]) -> str:
    """`text` without what it says stands in a column that names no builder: 数据来源是市河湖局."""
    for said, _, heading in said_cells(text, table):
        text = text if is_of_builders(heading, table) else text.replace(said, " ")
    return text


def _mentions(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """The words by which `text` names the units."""
    printed = tuple(name for name in names if name in text)
    said = (mention[start:] for mention in _UNIT.findall(text) for start in range(len(mention) - 2))
    fields = tuple(words for words, _ in _by_field(text, names))
    return (*printed, *fields, *(words for words in said if _is_one(words, names)))


def _periods(text: str, table: Sequence[Scenario]) -> Iterator[RowCondition]:
    """When the rows begin and end; the period of the plan itself (in the table's title) chooses none of its rows."""
    title = f"{table[0].table} {' '.join(table[0].path)}"
    if any(row.ends for row in table):
        if one_year := tuple(match[0] for match in _ONE_YEAR.finditer(text)):
            yield RowCondition(one_year, _is_of_one_year)
        own = [match for match in _RANGE.finditer(text) if _in_title(match, title) and not _PERIOD_WORD.search(text[: match.start()])]
        for match in own:
            text = text.replace(match[0], " " * len(match[0]))
        period = _period(text, title)
        if period:
            yield RowCondition(period.said, partial(_runs, period))


def _period(text: str, title: str) -> _Period | None:
    """The points that `text` gives for the begin and end of rows."""
    whole = next((match for match in _RANGE.finditer(text) if match[3] or match[4]), None)
    if whole:
        return _Period((whole[0],), _point(whole[1], whole[2]), _point(whole[3] or whole[1], whole[4]))
    begins, ends, within = _BEGINS.search(text), _ENDS.search(text), _WITHIN.search(text)
    first = _point(begins[1] or begins[3], begins[2] or begins[4]) if begins else ""
    if begins and (ends is None or ends.start() < begins.end()):
        return _Period((begins[0],), first, "")
    if ends:
        last = _point(ends[1] or ends[4], ends[2] or ends[5])
        said = (begins[0], ends[0]) if begins else (ends[0],)
        return _Period(said, first, last, by=bool(ends["before"] or ends["before2"]))
    if within and (not _in_title(within, title) or _PERIOD_WORD.search(text[: within.start()])):
        point = _point(within[1], within[2])
        return _Period((within[0],), "" if within[2] else point, point)
    return None


def _runs(period: _Period, row: Scenario) -> bool:
    """Whether the row begins and ends in the year or month that the period gives for each."""
    ends = row.ends or ""
    in_time = "" < ends[: len(period.last)] <= period.last if period.by else ends.startswith(period.last)
    return in_time and _starts(row).startswith(period.first)


def _is_of_one_year(row: Scenario) -> bool:
    return bool(row.ends) and _starts(row)[:4] == (row.ends or "")[:4]


def _starts(row: Scenario) -> str:
    """When the row begins; one that runs in a single year begins in it."""
    return row.starts or (row.ends if row.ends and len(row.ends) == 4 else "") or ""


def _point(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02d}" if month else year


def _in_title(match: re.Match[str], title: str) -> bool:
    return not any(character == "月" for character in match[0]) and all(year in title for year in re.findall(r"\d{4}", match[0]))
