"""What government sites print above a document: 索引号, 发文字号, 发布机构, 成文日期, in a table, a list or a line of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.readers.html_blocks import Block, Line, blocks_of, rows_of
from ingest.readers.html_tree import Node

_LABEL = re.compile(
    r"(索引号|信息索引|主题分类|体裁分类|组配分类|服务对象|分类|发文机关|发布机构|发文单位|制发机关|制定机关|公开机关|发布单位|所属机构|信息来源|来源|发文字号|文件编号|文号|成文日期|"
    r"生成日期|发文日期|签发日期|印发日期|发布日期|发布时间|公开日期|更新时间|发表时间|实施日期|生效日期|废止日期|失效日期|标题|名称|文件名称|信息名称|公文名称|有效性|效力状态|时效性|主题词|关键词|"
    r"公开方式|公开范围|公开形式|公开时限|公开属性|公开类别|语种|作者|编辑|责任编辑|审核|(?:浏览|点击|阅读|访问)(?:次数|量|数)|字[号体])"
)
_TITLES = frozenset(("标题", "名称", "文件名称", "信息名称", "公文名称"))
_TOLD = (
    "发文字号",
    "文号",
    "文件编号",
    "发文机关",
    "发布机构",
    "发文单位",
    "制发机关",
    "制定机关",
    "成文日期",
    "发文日期",
    "签发日期",
    "印发日期",
)
"""What has a line of its own, since an official document has it; the rest shares one."""
_LEFT_OUT = re.compile(r"(?:浏览|点击|阅读|访问)(?:次数|量|数)|字[号体]|.*分类|服务对象|主题词|关键词|语种")
"""How the site files the page; 主题分类：工作计划 would read like a title."""
_NEXT_LABEL = re.compile(r"[\s|｜]+(?=[【\[]?[\u4e00-\u9fff]{2,6}[：:])")
_TIME = re.compile(r"^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?=\s)")
"""The time of publishing, which many sites print without a label before 来源."""
_NOTHING = re.compile(r"[-—/无暂\s]*")
_BRACKETS = " \u3000\xa0[]【】"
MIN_LABELS = 3
"""Labels from which a box is about the document; in a single line (来源, 发布时间) two do."""
MAX_BOX = 800
"""The most characters of such a box."""
FIRST = 8
"""Lines at the start of a page among which such a line stands."""


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """`lines` are to stand above the document; `title` is what the site calls it; `rest` is the page without the boxes that were read."""

    lines: tuple[str, ...]
    title: str | None
    rest: Node


def read_page_metadata(root: Node) -> PageMetadata:
    """The labelled values of the page, wherever they stand."""
    found: dict[str, str] = {}
    rest = _without_boxes(root, found)
    title = next((value for label, value in found.items() if label in _TITLES), None)
    return PageMetadata(tuple(_written(found)), title, rest)


def take_labelled_lines(blocks: Sequence[Block]) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """The labelled values in lines such as 来源：本网 发布时间：2024-03-01 among the first `blocks`, and the blocks without these lines."""
    found: dict[str, str] = {}
    rest: list[Block] = []
    for number, block in enumerate(blocks):
        text = block.text.strip() if isinstance(block, Line) and number < FIRST else ""
        without_time = _TIME.sub("", text)
        values = _labelled([part for part in _NEXT_LABEL.split(without_time.strip()) if part])
        if values and len(values) + (without_time != text) >= MIN_LABELS - 1:
            found.update(values)
        else:
            rest.append(block)
    return tuple(_written(found)), tuple(rest)


def _written(found: Mapping[str, str]) -> Iterator[str]:
    told = {
        label: value
        for label, value in found.items()
        if label not in _TITLES and not _LEFT_OUT.fullmatch(label) and not _NOTHING.fullmatch(value)
    }
    for label in _TOLD:
        if label in told:
            yield f"{label}：{told[label]}"
    others = [f"{label}：{value}" for label, value in told.items() if label not in _TOLD]
    if others:
        yield "；".join(others)


def _without_boxes(node: Node, found: dict[str, str]) -> Node:
    """`node` without the boxes of labelled values, which go to `found`."""
    children: list[Node | str] = []
    for child in node.children:
        if isinstance(child, str):
            children.append(child)
            continue
        values = _box(child)
        if values:
            found.update({label: value for label, value in values.items() if label not in found})
        else:
            children.append(_without_boxes(child, found))
    return Node(node.tag, node.attributes, tuple(children))


def _box(node: Node) -> Mapping[str, str] | None:
    """The labelled values of a box that holds nothing else; None where it holds too few, or anything besides."""
    if node.tag not in ("table", "ul", "dl", "div", "tbody", "section", "p") or len(_LABEL.findall(_head(node))) < MIN_LABELS:
        return None
    values = _labelled([part for part in _parts(node) if part.strip()])
    return values if values and len(values) >= MIN_LABELS else None


def _head(node: Node) -> str:
    text = node.text
    return text if len(text) <= MAX_BOX else ""


def _parts(node: Node) -> Iterator[str]:
    """The words of a box, one part a cell, an item or a block; a label and its value may stand in one or in two."""
    for table in [node] if node.tag == "table" else []:
        for row in rows_of(table):
            for cell in (child for child in row.children if isinstance(child, Node)):
                yield "".join(block.text for block in blocks_of(cell) if isinstance(block, Line))
        return
    for child in node.children:
        if isinstance(child, str):
            yield " ".join(child.split())
        elif child.tag in ("b", "strong", "span", "em", "i", "label", "font", "a", "td", "th", "dt", "dd"):
            yield "".join(block.text for block in blocks_of(child) if isinstance(block, Line))
        else:
            yield from _parts(child)


def _labelled(parts: Sequence[str]) -> Mapping[str, str] | None:
    """Label and value by turns; None where a part is neither, so that the box holds other things too."""
    values: dict[str, str] = {}
    label: str | None = None
    for part in parts:
        head = part.strip(_BRACKETS).replace("：", ":").split(":", 1)[0]
        name = "".join(head.split())
        if _LABEL.fullmatch(name):
            values[name] = part.strip(_BRACKETS)[len(head) + 1 :].strip(_BRACKETS)
            label = None if values[name] else name
        elif label is not None:
            values[label] = part.strip(_BRACKETS + "：:")
            label = None
        else:
            return None
    return values
