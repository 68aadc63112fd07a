"""An answer that a model wrote in Markdown as HTML that is safe to show: the only place that uses markdown-it and nh3."""

import re
from collections.abc import Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

LONGEST = 20_000
"""Characters of the longest text that is read as Markdown: no answer is longer, and the time to read one grows with it."""
TAGS = frozenset(
    ["p", "strong", "em", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "blockquote", "h3", "h4"]
)
_TIMES = re.compile(r"(?<=\d)\*+(?=\d)")
_KEPT_STAR = "\ue000"
"""Stands for a star between two figures, which is a sign of reckoning and none of Markdown: 2*3 would be shown as 23."""


def answer_html(text: str) -> str | None:
    """The HTML of `text`: elements of TAGS without attributes, links as their words, raw HTML as text.

    None where that is longer than LONGEST or shows nothing: such a text is shown as it is.
    """
    if len(text) > LONGEST:
        return None
    tokens = _MARKDOWN.parse(_TIMES.sub(lambda stars: _KEPT_STAR * len(stars[0]), text))
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = "h3" if token.tag <= "h3" else "h4"
    rendered = _MARKDOWN.renderer.render(_with_numbers(tokens), _MARKDOWN.options, {}).replace(_KEPT_STAR, "*")
    return nh3.clean(rendered, tags=set(TAGS), attributes={}, link_rel=None).strip() or None


def _with_numbers(tokens: Sequence[Token]) -> list[Token]:
    """`tokens` with paragraphs in place of a list that is not numbered 1, 2, 3: a browser would number it so, whatever the text says."""
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        kept.append(token)
        if token.type == "ordered_list_open":
            end = next(at for at in range(place + 1, len(tokens)) if tokens[at].level == token.level and tokens[at].nesting == -1)
            items = [other for other in tokens[place:end] if other.level == token.level + 1]
            numbers = [item.info for item in items if item.type == "list_item_open"]
            if numbers != [str(number) for number in range(1, len(numbers) + 1)]:
                token.hidden = tokens[end].hidden = True
                for item in items:
                    item.tag = "p"
        elif token.type == "list_item_open" and token.tag == "p":
            kept.append(Token("text", "", 0, content=f"{token.info}{token.markup} "))
            if tokens[place + 1].type == "paragraph_open":
                tokens[place + 1].hidden = tokens[place + 3].hidden = True
    return kept


class _AnyAddress(MarkdownIt):
    """Takes a link for one whatever it leads to: only its words are kept."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


def _is_marker(link: Sequence[Token]) -> bool:
    """Whether a link is the mark of a source, which keeps its brackets: models make links of them."""
    return [token.type for token in link] == ["link_open", "text", "link_close"] and link[1].content.isdigit()


def _link_open(_self: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _env: EnvType) -> str:
    return "[" if _is_marker(tokens[place : place + 3]) else ""


def _link_close(_self: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _env: EnvType) -> str:
    return "]" if _is_marker(tokens[max(place - 2, 0) : place + 1]) else ""


def _image(_self: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _env: EnvType) -> str:
    return escapeHtml(tokens[place].content)


def _markdown() -> MarkdownIt:
    markdown = _AnyAddress("commonmark", {"html": False, "breaks": True}).enable("table")
    # A definition such as `[1]: address` would make a link of every mark of a source; a line of dashes and an indent mean nothing here.
    markdown.disable(["reference", "lheading", "code"])
    markdown.add_render_rule("link_open", _link_open)
    markdown.add_render_rule("link_close", _link_close)
    markdown.add_render_rule("image", _image)
    return markdown


_MARKDOWN = _markdown()
