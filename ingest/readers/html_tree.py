"""The elements of a web page, as a browser would build them from its markup: the only place that uses selectolax."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFileError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MAX_ELEMENTS = 500_000
"""Elements of a page; a list of ten thousand rows with twenty cells has half as many."""
MAX_DEPTH = 150
"""Elements inside one another; what is nested deeper is told as if it stood at this depth."""
_NOT_READ = re.compile(
    r"script|style|noscript|template|iframe|object|embed|svg|canvas|audio|video|select|option|input|textarea|button|link|meta|del|s|strike|rt|rp"
)
"""Elements whose text a reader does not see, or sees struck out."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element with its children: elements and pieces of text."""

    tag: str
    attributes: Mapping[str, str | None] = field(default_factory=dict)
    children: tuple["Node | str", ...] = ()

    def elements(self) -> Iterator["Node"]:
        """Every element below this one, in reading order."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.elements()

    @property
    def text(self) -> str:
        """All text below this element without white space."""
        return "".join("".join(child.split()) if isinstance(child, str) else child.text for child in self.children)


@dataclass(frozen=True, slots=True)
class Page:
    """The body of a page, and what its head says of it: the <title>, and its <meta> by their names in lower case."""

    body: Node
    title: str
    meta: Mapping[str, str]


def read_page(markup: str, name: str) -> Page:
    """The page that `markup` stands for. Raises UnreadableFileError where it has more elements than any page for readers."""
    from selectolax.lexbor import LexborHTMLParser

    if markup.count("<") > 2 * MAX_ELEMENTS:
        raise UnreadableFileError(
            f"{name} has more than {MAX_ELEMENTS} elements. Save only the page's text, as .docx or .txt, and ingest again."
        )
    tree = LexborHTMLParser(markup)
    meta = {
        (tag.attributes.get("name") or tag.attributes.get("property") or "").lower(): tag.attributes.get("content") or ""
        for tag in tree.css("meta")
    }
    title = tree.css_first("title")
    return Page(_body(tree), title.text().strip() if title is not None else "", meta)


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: Mapping[str, str | None]
    children: list[Node | str]


def _body(tree: "LexborHTMLParser") -> Node:
    """The body without what is not seen; built without recursion, since a page may nest as deep as it likes."""
    stack = [_Open("body", {}, [])]
    node, depth = (tree.body.first_child if tree.body is not None else None), 0
    while node is not None:
        tag = node.tag or ""
        enters = node.is_element_node and not _NOT_READ.fullmatch(tag) and node.first_child is not None and not _is_hidden(node.attributes)
        if node.is_text_node:
            stack[-1].children.append(node.text_content or "")
        elif enters and depth < MAX_DEPTH:
            stack.append(_Open(tag, node.attributes, []))
        elif node.is_element_node and (enters or tag in ("br", "td", "th", "hr")):
            stack[-1].children.append(Node("br" if enters else tag, node.attributes))
        following = node.first_child if enters else node.next
        depth += enters
        while following is None and depth > 0 and (node := node.parent) is not None:
            depth -= 1
            if depth < MAX_DEPTH:
                closed = stack.pop()
                stack[-1].children.append(Node(closed.tag, closed.attributes, tuple(closed.children)))
            following = node.next
        node = following
    return Node("body", {}, tuple(stack[0].children))


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    style = "".join((attributes.get("style") or "").lower().split())
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style
