"""Rows chosen by what stands in one of their cells: 数据来源是市河湖局的, 进展写着“方案编制中”的, 建在经开区的, 还没启动的."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.language.terms import normalize
from corpus.language.unit_lists import split_units
from corpus.model.facts import Column, Scenario

BESIDE_HEADING = re.compile(r"(?:参与|配合|协办|协同)单位|(?:参与|配合)部门")
_UNITS_HEADING = re.compile(r"单位|部门|主体|责任人")
PERIOD_HEADING = re.compile(r"期限|周期|年限|年月|时间|时限")
"""The heading of a column that says when."""
_NUMBER_HEADING = "序号"
_MEASURE_HEADING = re.compile(r"^(?:计量)?单位$")
_KIND_HEADING = re.compile(r"^(?:所属|应用)?(?:类别|类型|领域|分类)$")
_PROGRESS_HEADING = re.compile(r"进展|进度|现状|状态")
_ASKS = re.compile(r"什么|啥|哪|谁|几|多少|怎")
_SAYS = r"(?:一?栏|这?列|里面?|中|情况|状态)*[只仅]?(?:(?:都|还)?(?:写|填|标|注明|显示|说|停留|处)(?:的|在|着|了)*(?:是|为)?|是|为|在|位于|有|含有?|包含|包括|提到|提及|涉及)(?:了|着)?"
_VALUE = r"(?:[“\"「『](?P<marked>[^”\"」』]{2,40})[”\"」』]|(?P<value>[^，。？“”]{2,16}?)(?=的|，|$))"
_USED = r"(?:[“\"「『](?P<marked>[^”\"」』]{2,40})[”\"」』]|(?P<value>[^，。？的“”]{2,14}?)(?=的))"
_USES = (
    (re.compile(rf"(?:(?<!应)用到?|需要)(?:了|的是)?{_USED}"), re.compile(r"使用数据|所需数据")),
    (re.compile(rf"数据?(?:来自|取自|源自|出自){_USED}"), re.compile(r"来源")),
)
MARKED = re.compile(r"[“\"「『]([^”\"」』]{2,40})[”\"」』]")
"""What stands in marks."""
_ONLY = re.compile(r"[只仅](?:写|填|标|注明|有|是|为|含)")
_MARKS = re.compile(r"[“”\"「」『』]")
_NOT_YET = r"(?:还|尚)?(?:未|没有?)"
_NEGATED = re.compile(r"^[还尚]?(?:未|没有?)")
_MONTH_END = re.compile(r"\d{1,2}月底")
_DUE = r"(?:之?前)?(?:就|要|都|得|须|必须|应当?|要求)*(?:完成|办完|办结|办成|做完|交账)?"
"""How a deadline is said that stands in a cell as 9月底."""
_PARTS = re.compile(r"[\s、，,；;]+")
MAX_KIND = 12
"""The longest value that sorts rows into kinds."""
WORD, LONGEST_WORD = 3, 16
"""Characters from and up to which the whole of a cell, or of a line of it, that stands in the question is meant as a value of that column."""
IN_CELL = 0.75
"""Share of the pairs of characters of a value that a cell must hold to hold the value."""


@dataclass(frozen=True, slots=True)
class SaidOfCell:
    """What a question says of a cell: its words, whether a row's cell is so, and whether the value is one of the table's own (`exact`)."""

    said: tuple[str, ...]
    holds: Callable[[Scenario], bool]
    exact: bool = False


def cell_conditions(text: str, table: Sequence[Scenario]) -> tuple[SaidOfCell, ...]:
    """Everything `text` says of cells that name no builder and no period, each once: by column, in marks, by a kind, by the cell's own words."""
    kinds = dict(_named_kinds(text, table))
    found = [SaidOfCell((kind, kind.rstrip("类")), _of_kind(heading, kind, text), exact=True) for heading, kind in kinds.items()]
    for said, value, heading in said_cells(text, table):
        if heading not in kinds and not _is_apart(heading, table):
            found.append(SaidOfCell((said,), _said_of(heading, value, said, table)))
    rest = _without(text, found)
    for mark in MARKED.finditer(rest):
        headings = _columns_that_hold(mark[1], text, table)
        if headings:
            found.append(SaidOfCell((mark[0],), partial(_holds, headings, mark[1], True)))
    rest = _without(text, found)
    for said, value, headings in _printed_values(rest, table):
        if not any(said in other for one in found for other in one.said):
            found.append(SaidOfCell((said,), partial(_has_any, headings, value), exact=True))
    return tuple(found)


def said_cells(text: str, table: Sequence[Scenario]) -> Iterator[tuple[str, str, str]]:
    """Every value that the text says of a column: the words, the value, the heading."""
    headings = [heading for heading, _ in _cells_by_heading(table)]
    for heading in headings:
        longer = [other for other in headings if other != heading and other.endswith(heading) and other in text]
        if heading == _name_heading(table) or longer:
            continue
        names = [name for name in _names(heading) if name in text]
        match = re.search(rf"(?:{'|'.join(map(re.escape, names))})[”\"」』]?{_SAYS}{_VALUE}", text) if names else None
        if match and not _ASKS.search(_value(match)):
            yield match[0], _value(match), heading
    for pattern_of, column in _USES:
        heading = next((heading for heading, _ in _cells_by_heading(table) if column.search(heading)), "")
        said = pattern_of.search(text) if heading else None
        if said and not _ASKS.search(_value(said)):
            yield said[0], _value(said), heading


def is_of_builders(heading: str, table: Sequence[Scenario]) -> bool:
    """Whether a column names who builds the rows or takes part, and not somebody else (服务部门)."""
    if not _UNITS_HEADING.search(heading):
        return False
    columns = [(row, column) for row in table for column in row.columns if column.heading == heading]
    shared = sum(bool(set(split_units(column.text)) & set(row.builders)) for row, column in columns)
    return BESIDE_HEADING.search(heading) is not None or 2 * shared > len(columns)


def column_names(table: Sequence[Scenario]) -> Sequence[str]:
    """The words by which a question may name the columns of the table, the longest first."""
    return sorted({name for heading, _ in _cells_by_heading(table) for name in _names(heading) if len(name) > 1}, key=len, reverse=True)


def _names(heading: str) -> Sequence[str]:
    """A heading, its parts and its last word; for the column that says how far a row is, any word for that."""
    if len(heading) < 4:
        names = [heading]
    else:
        parts = (heading[start:end] for start in range(len(heading) - 3) for end in range(len(heading), start + 3, -1))
        names = [*sorted(parts, key=len, reverse=True), heading[-2:]]
    return [*names, "进展", "进度", "现状"] if _PROGRESS_HEADING.search(heading) else names


def _value(match: re.Match[str]) -> str:
    return match["marked"] or match["value"]


def _is_apart(heading: str, table: Sequence[Scenario]) -> bool:
    """Whether the cells below a heading are read in another way: builders, periods with a year, measure words, the name of the row."""
    if heading == _name_heading(table) or is_of_builders(heading, table):
        return True
    dated = PERIOD_HEADING.search(heading) is not None and any(row.ends for row in table)
    return dated or heading == _NUMBER_HEADING or _MEASURE_HEADING.match(heading) is not None


def _name_heading(table: Sequence[Scenario]) -> str:
    return next((column.heading for column in table[0].columns if column.text == table[0].name), "") if table else ""


def _without(text: str, found: Sequence[SaidOfCell]) -> str:
    for said in sorted((said for one in found for said in one.said), key=len, reverse=True):
        text = text.replace(said, "，" * len(said))
    return text


def _named_kinds(text: str, table: Sequence[Scenario]) -> Iterator[tuple[str, str]]:
    """Columns that sort the rows into kinds (类别, 建设地点), with the kind that the question names."""
    for heading, cells in _cells_by_heading(table):
        kinds = set(cells)
        many = len(kinds) == len(cells) if _KIND_HEADING.search(heading) else len(kinds) > max(2, len(cells) // 2)
        if len(kinds) < 2 or many or max(map(len, kinds)) > MAX_KIND or _is_apart(heading, table):
            continue
        if any(map(_MONTH_END.fullmatch, kinds)):
            continue
        named = [kind for kind in kinds if kind in text or (len(kind) > 2 and kind.rstrip("类") in text)]
        if len(named) == 1:
            yield heading, named[0]


def _columns_that_hold(value: str, text: str, table: Sequence[Scenario]) -> tuple[str, ...]:
    """The columns in which `value` stands in some of the rows and not in all: those that `text` names, else any."""
    holding = []
    for heading, cells in _cells_by_heading(table):
        held = sum(_plain(value) in _plain(cell) for cell in cells)
        if 0 < held < len(table) and not _is_apart(heading, table):
            holding.append(heading)
    named = tuple(heading for heading in holding if any(name in text for name in _names(heading)))
    return named or tuple(holding)


def _printed_values(text: str, table: Sequence[Scenario]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Cells, or lines of cells, that stand in the text as they are or denied in other words (还没启动 for 未启动); the longest first.

    What all rows say, what the table's title says, and figures choose no rows.
    """
    holders: dict[str, list[str]] = {}
    title = normalize(f"{table[0].table}{''.join(table[0].path)}") if table else ""
    for heading, cells in _cells_by_heading(table):
        if _is_apart(heading, table):
            continue
        for value in {part for cell in cells for part in _parts(cell)}:
            everywhere = len(cells) == len(table) and all(value in _parts(cell) for cell in cells)
            if WORD <= len(value) <= LONGEST_WORD and not everywhere and value not in title and not value.isascii():
                holders.setdefault(value, []).append(heading)
    for value in sorted(holders, key=len, reverse=True):
        if said := _as_said(value, text):
            text = text.replace(said, "，")
            named = [heading for heading in holders[value] if any(name in text for name in _names(heading))]
            yield said, value, tuple(named or holders[value])


def _as_said(value: str, text: str) -> str:
    """The words of `text` that say the value; empty where none do."""
    if _MONTH_END.fullmatch(value):
        due = re.search(rf"(?<!\d){value}{_DUE}", text)
        return due[0] if due else ""
    if value in text or not _NEGATED.match(value):
        return value if value in text else ""
    denied = re.search(_NOT_YET + re.escape(_NEGATED.sub("", value)), text)
    return denied[0] if denied else ""


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((cell.strip(), *filter(None, _PARTS.split(cell)))))


def _has_part(heading: str, value: str, row: Scenario) -> bool:
    return any(column.heading == heading and value in _parts(column.text) for column in row.columns)


def _has_any(headings: Sequence[str], value: str, row: Scenario) -> bool:
    return any(_has_part(heading, value, row) for heading in headings)


def _of_kind(heading: str, kind: str, text: str) -> Callable[[Scenario], bool]:
    """Whether a row is of the kind; of no other besides, where `text` says so."""
    return partial(_is, heading, kind) if _ONLY.search(text) else partial(_has_part, heading, kind)


def _is(heading: str, value: str, row: Scenario) -> bool:
    return any(column.heading == heading and _plain(column.text) == _plain(value) for column in row.columns)


def _said_of(heading: str, value: str, said: str, table: Sequence[Scenario]) -> Callable[[Scenario], bool]:
    """Whether a row's cell is as said: nothing but the value (只写), the value as it is in marks or in one of the cells, or most of it."""
    if _ONLY.search(said):
        return partial(_is, heading, value)
    literal = _MARKS.search(said) is not None or any(_holds((heading,), value, True, row) for row in table)
    return partial(_holds, (heading,), value, literal)


def _holds(headings: Sequence[str], value: str, literal: bool, row: Scenario) -> bool:
    return any(column.heading in headings and _stands_in(value, column, literal) for column in row.columns)


def _stands_in(value: str, column: Column, literal: bool) -> bool:
    """Whether a cell holds a value: as it is where the question puts it in marks or it is a figure (2月底, but not 12月底), else most of it."""
    plain, held = _plain(value), _plain(column.text)
    if literal or plain[:1].isdigit():
        return re.search(rf"(?<!\d){re.escape(plain)}", held) is not None
    pairs = {plain[at : at + 2] for at in range(len(plain) - 1)} or {plain}
    return plain in held or sum(pair in held for pair in pairs) / len(pairs) >= IN_CELL


def _plain(text: str) -> str:
    return _MARKS.sub("", normalize(text))


def _cells_by_heading(table: Sequence[Scenario]) -> Iterator[tuple[str, list[str]]]:
    for heading in dict.fromkeys(column.heading for row in table for column in row.columns):
        yield heading, [column.text for row in table for column in row.columns if column.heading == heading]
