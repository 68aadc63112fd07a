"""Characters kept from a source, each with the place it comes from."""

import re
import unicodedata
from dataclasses import dataclass

_MARKUP = re.compile(r"\*\*|</?[a-zA-Z][^<>]{0,80}>|<!--.*?-->|!\[[^\]]*\]\([^)]*\)|&nbsp;")
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Fragment:
    """`text` and, for each of its characters, the offset in the source it was taken from."""

    text: str = ""
    offsets: tuple[int, ...] = ()

    def __add__(self, other: "Fragment") -> "Fragment":
        return Fragment(self.text + other.text, self.offsets + other.offsets)

    def cut(self, start: int, end: int | None = None) -> "Fragment":
        """The part from `start` up to `end`."""
        return Fragment(self.text[start:end], self.offsets[start:end])


def is_chinese(character: str) -> bool:
    """Whether the character is a Chinese ideograph."""
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def keep_text(source: str, start: int, end: int) -> Fragment:
    """The characters of source[start:end] that are text: without markup, and without white space inside words and figures."""
    kept = list(range(start, end))
    for match in reversed(list(_MARKUP.finditer(source, start, end))):
        del kept[match.start() - start : match.end() - start]
    text = "".join(source[i] for i in kept)
    tokens = list(_TOKEN.finditer(text))
    chosen: list[int] = []
    for position, token in enumerate(tokens):
        if position and _keeps_space(tokens[position - 1][0], token[0]):
            chosen.append(tokens[position - 1].end())
        chosen.extend(range(token.start(), token.end()))
    return Fragment("".join(text[i] for i in chosen), tuple(kept[i] for i in chosen))


def _keeps_space(left: str, right: str) -> bool:
    """White space separates Latin words, and names in a list; next to figures, punctuation and single characters it is print noise."""
    before, after = left[-1], right[0]
    if is_chinese(before) and is_chinese(after):
        return len(left) > 1 and len(right) > 1
    return _is_latin(before) and _is_latin(after)


def _is_latin(character: str) -> bool:
    return character.isascii() and unicodedata.category(character)[0] in "LNP"
