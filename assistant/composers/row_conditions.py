"""What a question says of the rows it asks for: who builds them, when they begin and end, what stands in one of their columns."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.composers.row_amounts import amount_conditions
from corpus.language.numbering import numeral_value
from corpus.language.terms import normalize
from corpus.language.unit_lists import split_units
from corpus.language.unit_names import same_unit
from corpus.model.facts import Scenario

_POINT = r"((?:19|20)\d{2})\s*年?\s*(?:(\d{1,2})\s*月份?)?"
_RANGE = re.compile(
    rf"(?:从|自)?{_POINT}(?:起|开始)?(?:一直|持续|做|干|建)*\s*(?:-|—|–|~|至|到)+\s*(?:((?:19|20)\d{{2}})\s*年?)?\s*(?:(\d{{1,2}})\s*月份?)?(?:底|末|结束|为止|完成)*"
)
_BEGINS = re.compile(
    rf"(?:从|自)?{_POINT}(?:初|底|末)?(?:才|就|正式|要|将)*(?:开始|启动|开工|动工|开建|起步|起(?!止))(?:建设|建)?|"
    rf"(?:开始|启动|开工|动工)[^，。？\d]{{0,8}}{_POINT}"
)
_ENDS = re.compile(
    rf"(?:到|至|截止)?到?{_POINT}(?:底|末)?(?P<before>之?前|以前)?(?:就|才|要|将|都|全部|会|能|已经?)*(?:结束|到期|完成|建成|建完|完工|竣工|截止|收官|为止|止)|"
    rf"(?:跨|延续|持续|做|干|建|拖|到|至|截止)到?{_POINT}(?:底|末)?(?P<before2>之?前|以前)?(?:为止|止)?"
)
_WITHIN = re.compile(rf"{_POINT}(?:全年|当年|内|间)?")
_PERIOD_WORD = re.compile(r"周期|期限|建设期|工期|年限|时限|起止")
_ONLY = re.compile(r"只(?:写|有|由|列|填|是)|仅|单独|独家|独自")
_HOW_MANY_BUILD = re.compile(
    r"(?P<only>只有|仅有?|只由|单独|就)?(?:由|是)?(?P<number>[一两二三四五]|\d)(?:家|个)(?:单位|部门|企业|公司)?(?P<together>来|共同|联合|一起|合作|共建|合建)*(?:建设|承建|建|负责|牵头)?"
)
_SEVERAL_BUILD = re.compile(
    r"(?:多|不止一|不只一|好几|两家以上|几)(?:家|个)?(?:单位|部门)?(?:来|共同|联合|一起|合作)*(?:建设|承建|共建|参与建设|建)"
)
_BUILDER_HEADING = re.compile(r"单位|部门|主体|责任人")
_BESIDE_HEADING = re.compile(r"(?:参与|配合|协办|协同)单位|(?:参与|配合)部门")
_BESIDE = re.compile(r"参与|配合|协助|协办")
_PERIOD_HEADING = re.compile(r"期限|周期|年限|时间|序号")
_UNIT = re.compile(r"[\u4e00-\u9fff]{0,14}?(?:局|委|办|厅|集团|公司|中心|总队|银行|征信|政府|企业|协会|医院|学院|大学|办公室)")
_ASKS = re.compile(r"什么|啥|哪|谁|几|多少|怎")
_SAYS = r"(?:一?栏|这?列|里面?|中)*(?:(?:写|填|标|注明)的?(?:是|为|着|了)?|是|为|有|含有?|包含|包括|提到|涉及)(?:了|着)?"
_USES = (
    (re.compile(r"(?:用到?|使用|需要|利用|采用)(?:了)?(?P<value>[^，。？的]{2,14}?)(?=的)"), re.compile(r"使用数据|所需数据")),
    (re.compile(r"数据?(?:来自|取自|源自|出自)(?P<value>[^，。？的]{2,14}?)(?=的)"), re.compile(r"来源")),
)
MAX_KIND = 12
"""The longest value that sorts rows into kinds."""
IN_CELL = 0.75
"""Share of the pairs of characters of a value that a cell must hold to hold the value."""


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

    said: str
    first: str
    last: str
    by: bool = False


def row_conditions(text: str, table: Sequence[Scenario], builders: Sequence[str] | None = None) -> tuple[RowCondition, ...]:
    """Everything that `text` says of the rows of `table`; what only names the table sets no condition.

    `builders` are the units it names, where they are known already.
    """
    names = builders_named(_without_columns_said(text, table), table) if builders is None else builders
    amounts = (RowCondition((said,), holds) for said, holds in amount_conditions(text, table))
    return (*_builders(text, table, names), *_periods(text, table), *_cells(text, table), *amounts)


def builders_named(text: str, table: Sequence[Scenario]) -> tuple[str, ...]:
    """The units of the table's rows that `text` names, each once and by the longest name that fits: 古桥梁局 does not name 桥梁局 as well."""
    builders = sorted({name for row in table for name in _units_of(row)}, key=lambda name: (-len(name), name))
    printed = [builder for builder in builders if builder in text]
    named = [builder for builder in printed if not any(builder != other and builder in other for other in printed)]
    for mention in _UNIT.findall(text):
        names = (mention[start:] for start in range(len(mention) - 2))
        fitting = ([builder for builder in builders if same_unit(name, builder)] for name in names)
        named.extend(next(filter(None, fitting), []))
    kept: list[str] = []
    for name in dict.fromkeys(named):
        if not any(same_unit(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)


def _units_of(row: Scenario) -> tuple[str, ...]:
    return (*row.builders, *_beside(row))


def _beside(row: Scenario) -> tuple[str, ...]:
    """The units of a row that take part without leading."""
    return tuple(unit for column in row.columns if _BESIDE_HEADING.search(column.heading) for unit in split_units(column.text))


def _is_one(unit: str, units: Sequence[str]) -> bool:
    return any(unit == other or same_unit(unit, other) for other in units)


def _builders(text: str, table: Sequence[Scenario], names: Sequence[str]) -> Iterator[RowCondition]:
    several = _SEVERAL_BUILD.search(text)
    match = next((m for m in _HOW_MANY_BUILD.finditer(text) if m["only"] or m["together"]), None)
    if names:
        beside = _BESIDE.search(text) is not None and any(map(_beside, table))
        only = _ONLY.search(text) is not None
        yield RowCondition(_mentions(text, names), partial(_is_built_by, names, beside, only), tuple(names))
    elif match:
        number = 2 if match["number"] == "两" else numeral_value(match["number"])
        yield RowCondition((match[0],), lambda row: len(row.builders) == number)
    elif several:
        yield RowCondition((several[0],), lambda row: len(row.builders) > 1)


def _is_built_by(names: Sequence[str], beside: bool, only: bool, row: Scenario) -> bool:
    """Whether all of `names` build the row (or take part, `beside` its builders), and nobody else where `only` they are asked for."""
    units = _beside(row) if beside else row.builders
    return all(_is_one(name, units) for name in names) and not (only and any(not _is_one(unit, names) for unit in units))


def _without_columns_said(text: str, table: Sequence[Scenario]) -> str:
    """`text` without what it says stands in a column that names no builder: 数据来源是市河湖局."""
    for said, _, heading in _said_cells(text, table):
        text = text if _BUILDER_HEADING.search(heading) else text.replace(said, " ")
    return text


def _mentions(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """The words by which `text` names the units."""
    printed = tuple(name for name in names if name in text)
    said = (mention[start:] for mention in _UNIT.findall(text) for start in range(len(mention) - 2))
    return (*printed, *(words for words in said if _is_one(words, names)))


def _periods(text: str, table: Sequence[Scenario]) -> Iterator[RowCondition]:
    """When the rows begin and end; the period of the plan itself (in the table's title) chooses none of its rows."""
    title = f"{table[0].table} {' '.join(table[0].path)}"
    if any(row.ends for row in table):
        own = [match for match in _RANGE.finditer(text) if _in_title(match, title) and not _PERIOD_WORD.search(text[: match.start()])]
        for match in own:
            text = text.replace(match[0], " " * len(match[0]))
        period = _period(text, title)
        if period:
            yield RowCondition((period.said,), partial(_runs, period))


def _period(text: str, title: str) -> _Period | None:
    """The points that `text` gives for the begin and end of rows."""
    whole = next((match for match in _RANGE.finditer(text) if match[3] or match[4]), None)
    if whole:
        return _Period(whole[0], _point(whole[1], whole[2]), _point(whole[3] or whole[1], whole[4]))
    begins, ends, within = _BEGINS.search(text), _ENDS.search(text), _WITHIN.search(text)
    if begins:
        return _Period(begins[0], _point(begins[1] or begins[3], begins[2] or begins[4]), "")
    if ends:
        last = _point(ends[1] or ends[4], ends[2] or ends[5])
        return _Period(ends[0], "", last, by=bool(ends["before"] or ends["before2"]))
    if within and (not _in_title(within, title) or _PERIOD_WORD.search(text[: within.start()])):
        point = _point(within[1], within[2])
        return _Period(within[0], "" if within[2] else point, point)
    return None


def _runs(period: _Period, row: Scenario) -> bool:
    """Whether the row begins and ends in the year or month that the period gives for each."""
    ends = row.ends or ""
    in_time = "" < ends[: len(period.last)] <= period.last if period.by else ends.startswith(period.last)
    return in_time and _starts(row).startswith(period.first)


def _starts(row: Scenario) -> str:
    """When the row begins; one that runs in a single year begins in it."""
    return row.starts or (row.ends if row.ends and len(row.ends) == 4 else "") or ""


def _point(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02d}" if month else year


def _in_title(match: re.Match[str], title: str) -> bool:
    return not any(character == "月" for character in match[0]) and all(year in title for year in re.findall(r"\d{4}", match[0]))


def _cells(text: str, table: Sequence[Scenario]) -> Iterator[RowCondition]:
    """What the question says stands in a column: 数据来源是市河湖局的场景, 用到卫星遥感数据的场景; or the kind of row it names."""
    kinds = dict(_named_kinds(text, table))
    for heading, kind in kinds.items():
        yield RowCondition((kind, kind.rstrip("类")), _holder(heading, partial(str.__eq__, kind)))
    for said, value, heading in _said_cells(text, table):
        if heading not in kinds and not _BUILDER_HEADING.search(heading) and not _PERIOD_HEADING.search(heading):
            yield RowCondition((said,), _holder(heading, partial(_stands_in, value)), exact=False)


def _named_kinds(text: str, table: Sequence[Scenario]) -> Iterator[tuple[str, str]]:
    """Columns that sort the rows into kinds (类别, 建设地点), with the kind that the question names."""
    for heading, cells in _cells_by_heading(table):
        kinds = set(cells)
        if len(kinds) < 2 or len(kinds) > max(2, len(cells) // 2) or max(map(len, kinds)) > MAX_KIND or _PERIOD_HEADING.search(heading):
            continue
        named = [kind for kind in kinds if kind in text or (len(kind) > 2 and kind.rstrip("类") in text)]
        if len(named) == 1 and not _BUILDER_HEADING.search(heading):
            yield heading, named[0]


def _said_cells(text: str, table: Sequence[Scenario]) -> Iterator[tuple[str, str, str]]:
    """Every value that the text says of a column: the words, the value, the heading."""
    for heading, _ in _cells_by_heading(table):
        names = [heading, *(heading[:end] for end in range(len(heading) - 1, 3, -1)), heading[-2:]] if len(heading) >= 4 else [heading]
        pattern = rf"(?:{'|'.join(map(re.escape, names))}){_SAYS}(?P<value>[^，。？]{{2,16}}?)(?=的|，|$)"
        match = re.search(pattern, text)
        if match and not _ASKS.search(match["value"]):
            yield match[0], match["value"], heading
    for pattern_of, column in _USES:
        heading = next((heading for heading, _ in _cells_by_heading(table) if column.search(heading)), "")
        said = pattern_of.search(text) if heading else None
        if said and not _ASKS.search(said["value"]):
            yield said[0], said["value"], heading


def _stands_in(value: str, cell: str) -> bool:
    plain, held = normalize(value), normalize(cell)
    pairs = {plain[at : at + 2] for at in range(len(plain) - 1)} or {plain}
    return plain in held or sum(pair in held for pair in pairs) / len(pairs) >= IN_CELL


def _holder(heading: str, fits: Callable[[str], bool]) -> Callable[[Scenario], bool]:
    return lambda row: any(column.heading == heading and fits(column.text) for column in row.columns)


def _cells_by_heading(table: Sequence[Scenario]) -> Iterator[tuple[str, list[str]]]:
    for heading in dict.fromkeys(column.heading for row in table for column in row.columns):
        yield heading, [column.text for row in table for column in row.columns if column.heading == heading]
