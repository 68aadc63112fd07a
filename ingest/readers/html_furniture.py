"""What a web page holds around its document: navigation, the way to the page, buttons to share it, the foot of the site."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.html_blocks import Block, Line
from ingest.readers.html_tree import Node

_TAGS = re.compile(r"nav|footer|aside|menu|dialog")
_BOXES = re.compile(r"div|ul|ol|dl|table|p|section|td|tr|center|header|h[1-6]|span|li|tbody")
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:(?:top|main|site|left|right|sub|page)?-?(?:nav|menu)\w*|bread\w*|crumbs?|share\w*|\w{0,3}share|fenxiang|foot(?:er)?\w*|copyright|"
    r"side-?bar|relate[ds]?|related-?\w+|recommend\w*|pagination|pager|qr-?code|ewm|login|search\w*|print\w*|dayin|tool-?bar|float\w*|weixin|wechat|"
    r"dqwz|curpos|site-?map|friend-?links?|links|accessib\w*|wza|font-?size|banner|hot-?\w*)(?=$|[\s_-]|\d)"
)
_AROUND = re.compile(
    r"[【\[]?(?:您?(?:现在|当前|目前)?(?:所在)?的?位置|分享(?:到|至)?|打印(?:本[页文]|此[页文])?|关闭(?:窗口|本页|页面)?|字[体号](?:大小)?|上一[篇条]|下一[篇条]|责任编辑|收藏(?:本页)?|"
    r"(?:浏览|点击|阅读|访问)(?:次数|量|数)|相关(?:链接|阅读|稿件|文章|解读|文档|信息|附件下载)|无障碍(?:浏览|阅读)?|长者模式|返回)(?:[】\]：:\s]|$)|"
    r"扫一扫(?:在手机|分享|关注|查看|阅读)|扫码(?:在手机|分享|关注|查看|阅读)|返回(?:顶部|首页|列表|上一?页)|我要纠错|设为首页|加入收藏|首页\s*[>›»]"
)
_SITE = re.compile(
    r"ICP备|公网安备|网站标识码|版权所有|copyright|©|政府网站找错|建议使用.{0,30}浏览|网站地图|技术支持[：:]|网站支持IPv6|(?:主办|承办)(?:单位)?[：:].{2,40}(?:承办|主办|维护|协办)",
    re.I,
)
_CONTACT = re.compile(
    r"(?:主办|承办|协办|运维|维护)(?:单位)?[：:]|(?:联系)?地址[：:]|邮编|(?:联系)?电话[：:]|(?:关于|联系)我们|隐私|免责|网站声明|备案|传真[：:]|邮箱"
)
_ATTACHED = re.compile(r"附[件表录]|.{0,80}\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)$", re.I)
MIN_LINKS, LINK_SHARE = 3, 0.6
"""Links in a box, and their share of its characters, from which it only leads elsewhere."""
MAIN_SHARE = 0.4
"""Share of the text of a page from which a box is the document whatever it is called."""
SHORT = 70
"""The longest line (characters) that may be furniture by its words."""
FOOT_LINES = 14
"""Lines at the end of a page among which the foot of the site stands."""


@dataclass(frozen=True, slots=True)
class _Weight:
    """Characters below an element, those of them in links, and how many links."""

    characters: int
    linked: int
    links: int


def without_furniture(root: Node) -> Node:
    """`root` without the boxes that are called furniture, or that hold hardly anything but links, unless they hold most of the text."""
    weights: dict[int, _Weight] = {}
    whole = _weigh(root, weights)
    return _kept(root, weights, max(whole.characters - whole.linked, 1), in_document=False)


def document_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without short lines that speak of the page, and without the foot of the site."""
    kept = [block for block in blocks if not (isinstance(block, Line) and _is_around(block.text))]
    start = max(0, len(kept) - FOOT_LINES)
    foot = next((index for index in range(start, len(kept)) if _is_line(kept[index], _SITE)), len(kept))
    if any(isinstance(block, Line) and len(block.text) > SHORT and "。" in block.text for block in kept[foot + 1 :]):
        return tuple(block for block in kept if not _is_line(block, _SITE))
    while foot > start and foot < len(kept) and _is_line(kept[foot - 1], _CONTACT):
        foot -= 1
    return tuple(kept[:foot])


def _is_around(text: str) -> bool:
    text = text.strip()
    return len(text) <= SHORT and _AROUND.match(text) is not None and not text.endswith("。")


def _is_line(block: Block, pattern: re.Pattern[str]) -> bool:
    return isinstance(block, Line) and len(block.text) <= 2 * SHORT and pattern.search(block.text) is not None and "。" not in block.text


def _weigh(node: Node, weights: dict[int, _Weight], *, in_link: bool = False) -> _Weight:
    """The weight of `node`, and by its identity that of every element below it."""
    in_link = in_link or node.tag == "a"
    characters = linked = 0
    links = int(node.tag == "a")
    for child in node.children:
        if isinstance(child, str):
            count = len("".join(child.split()))
            characters += count
            linked += count * (in_link and _ATTACHED.match(child.strip()) is None)
        else:
            inner = _weigh(child, weights, in_link=in_link)
            characters, linked, links = characters + inner.characters, linked + inner.linked, links + inner.links
    weights[id(node)] = _Weight(characters, linked, links)
    return weights[id(node)]


def _kept(node: Node, weights: dict[int, _Weight], whole: int, *, in_document: bool) -> Node:
    in_document = in_document or node.tag in ("article", "main")
    children: list[Node | str] = []
    for child in node.children:
        if isinstance(child, str):
            children.append(child)
        elif not _is_furniture(child, weights[id(child)], whole, in_document=in_document):
            children.append(_kept(child, weights, whole, in_document=in_document))
    return Node(node.tag, node.attributes, tuple(children))


def _is_furniture(node: Node, weight: _Weight, whole: int, *, in_document: bool) -> bool:
    if not weight.characters:
        return False
    if weight.characters - weight.linked > MAIN_SHARE * whole:
        return False
    if _TAGS.fullmatch(node.tag) or (node.tag == "header" and not in_document):
        return True
    if weight.links >= MIN_LINKS and weight.linked >= LINK_SHARE * weight.characters and _BOXES.fullmatch(node.tag):
        return True
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()
    return _BOXES.fullmatch(node.tag) is not None and _NAMES.search(names) is not None
