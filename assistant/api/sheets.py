"""Items of a list as the table of a file: a column a field, what people read first in front, ids and offsets at the end."""

from collections.abc import Mapping, Sequence
from typing import Literal

from assistant.exports.table import Cell, Table
from assistant.listing.item_bodies import ItemBody, ItemT

_LAST = ("document_title", "section", "quote", "document_id", "document_version", "start", "end", "id")
_CODES: Mapping[str, Mapping[str, str]] = {
    "role": {"lead": "牵头", "cooperating": "配合", "shared": "按职责分工", "responsible": "责任", "inherited": "另处列明"},
    "kind": {
        "responsibility": "任务",
        "scenario": "场景",
        "target": "指标",
        "action_plan": "行动计划",
        "master_plan": "总体规划",
        "scenario_list": "场景清单",
        "policy": "政策",
        "reply": "答复",
        "notice": "通知",
        "regulation": "法规",
        "report": "报告",
        "other": "其他",
    },
    "status": {
        "answered": "已回答",
        "partial": "部分回答",
        "not_found": "文件中没有",
        "out_of_scope": "与政策文件无关",
        "clarify": "需要说清",
    },
    "audience": {"public": "公众", "internal": "内部"},
    "differs": {"value": "数值", "year": "年份", "units": "单位", "column": "表中栏目"},
    "scope": {"task": "本任务", "section": "本节", "document": "全文", "row": "表中一行"},
    "comparator": {
        "equal": "达到",
        "at_least": "不少于",
        "more_than": "超过",
        "at_most": "不超过",
        "less_than": "少于",
        "about": "约",
        "range": "区间",
        "each_year": "每年",
    },
}


def sheet(name: str, items: Sequence[ItemT], kind: type[ItemT], language: Literal["zh", "en"]) -> Table:
    """The table of `items`; in Chinese headings and codes are put into words, in English they are those of the JSON."""
    fields = [field for field, info in kind.model_fields.items() if info.title]
    first = [field for field in fields if field not in _LAST]
    last = [field for field in _LAST if field in fields]
    columns = [item.printed_columns() for item in items]
    printed = list(dict.fromkeys(heading for row in columns for heading in row))
    # Years stand in their order, whichever row has them first; the columns of a table in that of the table.
    printed = sorted(printed) if all(heading.isdigit() for heading in printed) else printed
    titles = {field: (kind.model_fields[field].title or field) if language == "zh" else field for field in fields}
    headings = _told_apart([*(titles[field] for field in first), *printed, *(titles[field] for field in last)])
    rows = [
        [
            *(_cell(item, field, language) for field in first),
            *(row.get(heading) for heading in printed),
            *(_cell(item, field, language) for field in last),
        ]
        for item, row in zip(items, columns, strict=True)
    ]
    return Table(name, headings, rows)


def _told_apart(headings: Sequence[str]) -> list[str]:
    """`headings`, those that are there already with a number behind."""
    told: dict[str, None] = {}
    for heading in headings:
        number, apart = 1, heading
        while apart in told:
            number += 1
            apart = f"{heading} ({number})"
        told[apart] = None
    return list(told)


def _cell(item: ItemBody, field: str, language: str) -> Cell:
    value = getattr(item, field)
    if isinstance(value, tuple):
        return "-".join(map(str, value))
    if isinstance(value, list):
        return (" › " if field == "section" else "、").join(value)
    if isinstance(value, str) and language == "zh":
        return _CODES.get(field, {}).get(value, value)
    assert value is None or isinstance(value, str | int | float)
    return value
