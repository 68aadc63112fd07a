"""Scenarios and projects: every row of a table whose columns name something and describe it."""

import re

from corpus.language.numbering import numbering_of
from corpus.language.unit_lists import split_units
from corpus.model.document import Block, Document, Row, section_at
from corpus.model.facts import Column, Scenario
from corpus.model.span import Span

_NAMES = (
    re.compile(r"(?<!指标)名称|^(?:场景|项目|任务|工程|事项|重点项目|重点任务|工作任务|主要任务|平台|系统|措施|(?:民生)?实事)$"),
    re.compile(r"^(?:民生)?(?:实事)?(?:项目|任务|工作|事项|实事|措施)(?:内容|事项|项目)$|^(?:重点|主要)?(?:工作|事项|举措)$"),
)
"""Headings of the column that names a row, the plainest first: a table without names has 项目内容 do."""
_NAMES_NONE = re.compile(r"^(?:序号|编号|条款)|类别|类型|领域|单位|部门|主体|责任人|时间|期限|年份|日期|数量|金额|额度|标准|备注|说明")
"""Headings of columns that number the rows, sort them, or say something of them."""
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_NUMBERED = re.compile(r"第?[\d一二三四五六七八九十百]+[条项号]?")
_BUILDER = re.compile(r"(?:建设|牵头|责任|实施|承建|负责|主管|主办|承办|受理|业主)(?:单位|部门|主体)|主体单位")
_PERIOD = re.compile(r"期限|周期|时限|年限|起止|(?:建设|实施|完成|建成|竣工|上线|投用)(?:时间|年份|日期)")
_LASTING = re.compile(r"周期|起止")
_MONTH = re.compile(r"((?:19|20)\d{2})\s*(?:年|[.\-/])\s*(\d{1,2})\s*月?")
GROUP = "类别"
"""The heading of what a row over the whole width says of the rows below it."""
_YEAR = re.compile(r"((?:19|20)\d{2})")
MAX_NAME = 30
"""The longest cell of a column that names rows without a heading that says so."""


def scenarios(document: Document) -> tuple[Scenario, ...]:
    """Every named row of the document's tables, in order."""
    found: list[Scenario] = []
    for block in document.blocks:
        if block.kind == "table" and block.rows and block.rows[0].header:
            found.extend(_rows(document, block))
    return tuple(found)


def column_headings(document: Document, block: Block) -> tuple[str, ...]:
    """The headings of a table's columns without white space."""
    return tuple(re.sub(r"\s+", "", cell.of(document.text)) for cell in block.rows[0].cells)


def _rows(document: Document, block: Block) -> list[Scenario]:
    headings = column_headings(document, block)
    name_column = _name_column(document, block, headings)
    if name_column is None or len(headings) < 3:
        return []
    section = section_at(document.sections, block.span.start)
    table = section.title if section else document.title
    place = (section.ordinal if section else None, section.path if section else ())
    found: list[Scenario] = []
    group: Span | None = None
    for row in block.rows[1:]:
        if _is_group(document, row):
            group = row.cells[0]
        elif not row.header and len(row.cells) > max(name_column, 1) and len(row.cells[name_column]):
            grouped = () if group is None or GROUP in headings else (_group_column(document, group),)
            found.append(_scenario(document, row, headings, name_column, table, len(found) + 1, place, grouped))
    return found


def _name_column(document: Document, block: Block, headings: tuple[str, ...]) -> int | None:
    """The column that names the rows: by its heading, else the first that tells them apart by words (支持事项); none in a table of indicators."""
    named = next((i for name in _NAMES for i, heading in enumerate(headings) if name.search(heading)), None)
    if named is not None or any("指标" in heading for heading in headings):
        return named
    rows = [row for row in block.rows[1:] if not row.header and not _is_group(document, row)]
    for i, heading in enumerate(headings):
        cells = [row.cells[i].of(document.text) if i < len(row.cells) else "" for row in rows]
        if not _NAMES_NONE.search(heading) and len(rows) > 1 and len(set(cells)) == len(cells) and all(map(_is_word, cells)):
            return i
    return None


def _is_word(cell: str) -> bool:
    return _WORDS.search(cell) is not None and not _NUMBERED.fullmatch(cell) and len(cell) <= MAX_NAME


def _is_group(document: Document, row: Row) -> bool:
    """Whether a row only names those below it: 一、铁路 over the whole width."""
    numbering = numbering_of(row.cells[0].of(document.text)) if row.cells else None
    return numbering is not None and numbering.level <= 2 and not any(len(cell) for cell in row.cells[1:])


def _group_column(document: Document, group: Span) -> Column:
    numbering = numbering_of(group.of(document.text))
    span = Span(group.start + (numbering.length if numbering else 0), group.end)
    return Column(GROUP, span, span.of(document.text))


def _scenario(
    document: Document,
    row: Row,
    headings: tuple[str, ...],
    name_column: int,
    table: str,
    number: int,
    place: tuple[int | None, tuple[str, ...]],
    grouped: tuple[Column, ...],
) -> Scenario:
    cells = grouped + tuple(
        Column(heading, cell, cell.of(document.text)) for heading, cell in zip(headings, row.cells, strict=False) if len(cell)
    )
    builders = next((cell.text for cell in cells if _BUILDER.search(cell.heading)), "")
    starts, ends = next((_period(cell.text, cell.heading) for cell in cells if _PERIOD.search(cell.heading)), (None, None))
    name = row.cells[name_column].of(document.text)
    return Scenario(document.id, row.span, place[0], place[1], table, number, name, cells, split_units(builders), starts, ends)


def _period(text: str, heading: str) -> tuple[str | None, str | None]:
    """First and last month ("2024-01") or year ("2016") of a period; a single point is its end, a single year of a 周期 also its start."""
    months = [f"{match[1]}-{int(match[2]):02d}" for match in _MONTH.finditer(text)] if "年" in text or "." in text else []
    points = months or [match[1] for match in _YEAR.finditer(text)]
    if not points:
        return None, None
    lasts = len(points) > 1 or (not months and _LASTING.search(heading))
    return (points[0] if lasts else None), points[-1]
