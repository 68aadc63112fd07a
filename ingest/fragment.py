"""Characters kept from a source, each with the place it comes from."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.language.figures import figures_in

_MARKUP = re.compile(r"\*\*|</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,400})?/?>|<!--.*?-->|!\[[^\]]*\]\([^)]*\)|&nbsp;")
_QUOTE_MARK = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+(?![\d=.])")
_CELL_BREAK = re.compile(r"<br\s*/?>|</(?:p|li|div)\s*>", re.IGNORECASE)
_BODY_END = re.compile(
    r"[\u4e00-\u9fff](?:局|委|办|厅|部|院|会|社|公司|集团|中心|政府|街道|银行|大学|学校|医院|支队|总队|[省市县区])(?:[（(][^（）()]*[）)])?$"
)
_GROUPED_CELL = re.compile(r"[≥≤＞＜<>约]?\s*[1-9]\d{0,2}(?:[^\S\n]\d{3})+(?:\.\d+)?")
"""A cell that holds one figure whose thousands are set apart, and nothing else."""
_TOKEN = re.compile(r"\S+")
_THOUSANDS_OPEN = re.compile(r"(?<![\d.,A-Za-z/-])[1-9]\d{0,2}(?: \d{3})*$")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
MAX_GROUPS = 4
"""Groups of three digits, and the word behind them, that one figure takes at the most."""
MAGNITUDE = 1000
"""What a figure without a measure word comes to at the least by its 千, 万 or 亿."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """`text` and, for each of its characters, the offset in the source it was taken from, or INSERTED."""

    text: str = ""
    offsets: tuple[int, ...] = ()

    def __add__(self, other: "Fragment") -> "Fragment":
        return Fragment(self.text + other.text, self.offsets + other.offsets)

    def cut(self, start: int, end: int | None = None) -> "Fragment":
        """The part from `start` up to `end`."""
        return Fragment(self.text[start:end], self.offsets[start:end])


INSERTED = -1
"""The offset of a separator that no character of the source stands for."""
_SEPARATOR = Fragment("\n", (INSERTED,))


def is_chinese(character: str) -> bool:
    """Whether the character is a Chinese ideograph."""
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def quote_mark(line: str) -> int:
    """How many characters of `line` mark it as part of a block quote: > at its start, but not in >3%."""
    match = _QUOTE_MARK.match(line)
    return match.end() if match else 0


def keep_text(source: str, start: int, end: int) -> Fragment:
    """The characters of source[start:end] that are text: without markup, and without white space inside words and figures."""
    kept = list(range(start, end))
    for match in reversed(list(_MARKUP.finditer(source, start, end))):
        del kept[match.start() - start : match.end() - start]
    text = "".join(source[i] for i in kept)
    tokens = list(_TOKEN.finditer(text))
    chosen: list[int] = []
    for position, token in enumerate(tokens):
        if position and _keeps_space(tokens[position - 1][0], token[0]) and not _parts_thousands(tokens, position):
            chosen.append(tokens[position - 1].end())
        chosen.extend(range(token.start(), token.end()))
    return Fragment("".join(text[i] for i in chosen), tuple(kept[i] for i in chosen))


def keep_cell(source: str, start: int, end: int) -> Fragment:
    """The text of a table cell; bodies and figures that the markup sets on lines of their own are parted by a newline, wrapped words are not."""
    kept = Fragment()
    for match in [*_CELL_BREAK.finditer(source, start, end), None]:
        line = keep_text(source, start, match.start() if match else end)
        bodies = _BODY_END.search(kept.text) and _BODY_END.search(line.text)
        parted = bodies or (kept.text[-1:].isdigit() and line.text[:1].isdigit())
        kept = kept + _SEPARATOR + line if parted else kept + line
        start = match.end() if match else end
    return _without_spaces(kept) if _GROUPED_CELL.fullmatch(kept.text) else kept


def _without_spaces(fragment: Fragment) -> Fragment:
    chosen = [index for index, character in enumerate(fragment.text) if not character.isspace()]
    return Fragment("".join(fragment.text[i] for i in chosen), tuple(fragment.offsets[i] for i in chosen))


def _keeps_space(left: str, right: str) -> bool:
    """White space separates Latin words, and names in a list; next to figures, punctuation and single characters it is print noise."""
    before, after = left[-1], right[0]
    if is_chinese(before) and is_chinese(after):
        return len(left) > 1 and len(right) > 1
    return _is_latin(before) and _is_latin(after)


def _parts_thousands(tokens: Sequence[re.Match[str]], position: int) -> bool:
    """Whether white space only groups the digits of one figure: 1 300 个. Without a measure word behind it, 1 200 may be two cells."""
    first = position - 1
    while first > 0 and _THOUSANDS.fullmatch(tokens[first][0]):
        first -= 1
    if not _THOUSANDS_OPEN.search(" ".join(token[0] for token in tokens[first:position])) or not _THOUSANDS.match(tokens[position][0]):
        return False
    behind = "".join(token[0] for token in tokens[position : position + MAX_GROUPS])
    figure = next(iter(figures_in(re.sub(r"^(?:\d{3}(?!\d{1,2}(?!\d)))+", "1", behind))), None)
    return figure is not None and figure.start == 0 and (figure.unit is not None or figure.amount >= MAGNITUDE)


def _is_latin(character: str) -> bool:
    return character.isascii() and unicodedata.category(character)[0] in "LNP"
