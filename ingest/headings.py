"""Headings: which lines head a section, at which level, and where the heading ends when text runs on in the same line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.language.figures import figures_in
from corpus.language.numbering import PRINTED_QUESTION, Numbering, numbering_of
from ingest.canonical import PlacedLine

_LABEL = re.compile(r"([\u4e00-\u9fff]{2,8})[：:]")
_NOT_LABEL = re.compile(
    r"签发人|联系人|发文|抄送|附[件表]|(?:代表|委员|同志|^.{0,3}相关单位|各单位|各部门|政府|各位)$|"
    r"^签发$|(?:电话|热线|传真|邮箱|联系方式|联系地址)$"
)
_CHAPTER = re.compile(r"第[一二三四五六七八九十\d]+章")
_PART = re.compile(r"第[一二三四五六七八九十\d]+(?:部分|编|篇)")
_ARTICLE = re.compile(r"第(?:[一二三四五六七八九十百零〇\d]+|\s?\d(?:\s?\d)*\s?)条")
_ATTACHMENT = re.compile(r"附\s*[表件录：:]|表\s*\d")
_BOX = re.compile(r"(?:专栏|表)\s*(?:[0-9０-９]{1,2}(?:[-—.][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,3})[：:\s]*(?=[^，。；]{2,50}$)")
_CAPTION_UNIT = re.compile(r"\s*[（(]?\s*(?:计量|金额)?单位[：:][^：:]{1,12}$")
MAX_RUN_IN = 20
"""Longest opening words (characters) of an unnumbered paragraph that are its heading: 建设光网城市。积极推进…"""
_RUN_IN = re.compile(rf"([^，。；：、！？（）()\d]{{2,{MAX_RUN_IN}}})。")
_IS = re.compile(r"(?<![一二三四五六七八九十])是")
_REMARK = re.compile(r"\s*[（(][^（）()]*[）)]\s*")
"""All that stands behind an item that says everything in its one sentence: 加装电梯150部。（某局牵头）"""
MAX_TITLE = 45
"""Longest heading (characters) that runs on into text; beyond it the line is a numbered paragraph without a heading."""
MAX_OWN_LINE = 60
"""Longest heading on a line of its own."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`number` and `title` as printed; `level` counts in halves of a numbering level, `label` marks 主要目标： and the like, and 专栏1.

    `title_end` and `body_start` are positions in the line: the heading ends at the one, text begins at the other.
    """

    level: int
    number: str
    title: str
    title_end: int
    body_start: int
    label: bool = False


class HeadingReader:
    """Reads headings of one document; regulations number 条 above （一）, other documents the other way round; 第一部分 and 章 > 节 stand above 一、."""

    def __init__(self, lines: Sequence[PlacedLine]) -> None:
        self._by_article = sum(bool(_ARTICLE.match(line.text)) for line in lines) >= 3
        self._by_chapter = not self._by_article and sum(bool(_CHAPTER.match(line.text)) for line in lines) >= 2
        self._worded = self._level_of_worded(lines)

    def _level_of_worded(self, lines: Sequence[PlacedLine]) -> int:
        """任务1 stands half a level below the number it first comes under, and above all where it comes under none."""
        level = 1
        for line in lines:
            numbering = numbering_of(line.text)
            if numbering and numbering.worded:
                break
            level = self._numbered_level(line.text, numbering) + 1 if numbering else level
        return level

    def read(self, line: PlacedLine, *, is_caption: bool) -> Heading | None:
        """The heading that `line` is or starts with; None for plain text. `is_caption` is set above a table and for the title of an annex."""
        text = line.text
        numbering = numbering_of(text)
        if numbering:
            level = self._numbered_level(text, numbering)
            return _numbered(text, level, numbering.length)
        if (question := PRINTED_QUESTION.match(text)) and len(text) <= 2 * MAX_OWN_LINE:
            return Heading(2, text[: question.end()].strip(), text[question.end() :].strip(), len(text), len(text))
        box = _BOX.match(text)
        if box and (is_caption or text.startswith("专栏")):
            return Heading(0, "", _CAPTION_UNIT.sub("", text).strip(), len(text), len(text), label=True)
        label = _LABEL.match(text)
        if label and not _NOT_LABEL.search(label[1]) and not (label.end() == len(text) and not line.line.bold and not line.line.hashes):
            return Heading(0, "", label[1], label.end(), label.end(), label=True)
        run_in = None if self._by_article else _RUN_IN.match(text)
        if run_in and not _IS.search(run_in[1]) and len(text) - run_in.end() >= MAX_RUN_IN:
            return Heading(0, "", run_in[1], len(run_in[1]), run_in.end(), label=True)
        if len(text) <= 2 * MAX_OWN_LINE and (
            line.line.hashes or _ATTACHMENT.match(text) or (is_caption and not re.search(r"[。；，]|^[（(].*[）)]$", text))
        ):
            level = 1 if text.startswith("附") else 2 * max(1, line.line.hashes - 1)
            return Heading(level, "", _CAPTION_UNIT.sub("", text).strip() or text.strip(), len(text), len(text))
        return None

    def _numbered_level(self, text: str, numbering: Numbering) -> int:
        if numbering.worded:
            return self._worded
        if _PART.match(text):
            return 1
        if self._by_chapter and not text.startswith("第"):
            return 2 * (numbering.level + 2)
        if self._by_article and not text.startswith("第"):
            return 2 * (numbering.level + (2 if numbering.level == 2 else 3))
        return 2 * numbering.level


def _says_something(opening: str) -> bool:
    """Whether the first sentence of an item tells of it rather than names it: 东山泵站：占地30亩, 新建泵站4座，改造3座."""
    return "：" in opening or ("，" in opening and bool(figures_in(opening)))


def _numbered(text: str, level: int, start: int) -> Heading:
    number, rest = text[:start].strip(), text[start:]
    stop = rest.find("。")
    if number.startswith("第") and number.endswith("条"):
        return Heading(level, number, "", start, start)
    if 0 < stop <= MAX_TITLE and stop + 1 < len(rest) and not _says_something(rest[:stop]):
        all_said = figures_in(rest[:stop]) and _REMARK.fullmatch(rest, stop + 1)
        return Heading(level, number, rest[:stop], start + stop, start if all_said else start + stop + 1)
    sentence = rest.rstrip().endswith(("。", "；")) and re.search(r"[，：]", rest) is not None
    if not sentence and len(rest.rstrip("。；：")) <= MAX_OWN_LINE and stop in (-1, len(rest) - 1):
        return Heading(level, number, rest.rstrip("。；："), len(text), len(text))
    clause = re.match(r"[^，。；：]{2,30}", rest)
    return Heading(level, number, clause[0] if clause else "", start + (clause.end() if clause else 0), start)
