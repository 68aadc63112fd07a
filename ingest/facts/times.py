"""Times of targets: the year that holds for a clause by its heading, by the opening of its goals, or by the sentence before."""

import re
from dataclasses import dataclass

from corpus.language.figures import chinese_number
from corpus.language.titles import period_of
from corpus.language.years import YearMention, year_mentions
from corpus.model.document import Document, Passage, Section
from corpus.model.span import Span

GOAL_LABEL = re.compile(r"目标")
OPENING = 8
"""Characters of a clause within which a year says when all of it is."""
_STATUS, _NEXT_ITEM = re.compile(r"截[至止]"), re.compile(r"[一二三四五六七八九十]是")
_TOTAL = re.compile(r"(?P<length>[二两三四五六七八九十])年(?:内|间)?(?![来后前级制度期内间]|行动|计划|规划|方案|任务)(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Time:
    """A year or period, where it is printed, and whether it stands above the paragraph: it holds to its end then."""

    mention: YearMention
    span: Span
    of_heading: bool = False


def time_above(document: Document, passage: Passage) -> Time | None:
    """The year set above a paragraph: by a heading (2023年工作回顾, 过去一年; one with a period sets none), or by the opening of the goals it belongs to."""
    section = document.sections[passage.section] if passage.section is not None else None
    while section is not None:
        stated = year_mentions(section.heading.of(document.text), written=document.metadata.written_in)
        mentions = [mention for mention in stated if mention.first == mention.last]
        if mentions:
            return Time(mentions[0], _placed(mentions[0], section.heading.start), of_heading=True)
        opening = _goals_opening(document, section) if GOAL_LABEL.search(section.heading.of(document.text)) else None
        if opening:
            return opening if opening.span.end <= passage.span.start else None
        section = document.sections[section.parent] if section.parent is not None else None
    return None


def _goals_opening(document: Document, section: Section) -> Time | None:
    """The deadline with which the text under a heading of goals opens, where it is the only one: 到2020年 holds for the goals listed below it."""
    own = [passage.span for passage in document.passages if passage.kind == "prose" and passage.section == section.ordinal]
    if not own:
        return None
    deadlines = [(span, mention) for span in own for mention in year_mentions(span.of(document.text)) if mention.deadline]
    span, first = min(deadlines, key=lambda found: (found[0].start, found[1].start), default=(own[0], None))
    if first is None or span != own[0] or first.start > OPENING or len({mention.last for _, mention in deadlines}) > 1:
        return None
    return Time(first, _placed(first, span.start), of_heading=True)


def _placed(mention: YearMention, start: int) -> Span:
    return Span(start + mention.start, start + mention.end)


def holds_on(text: str, time: Time, sentence: Span, *, label: bool) -> bool:
    """Whether `time` holds for the next `sentence` too: as a deadline, or under the label of a goal; that of an item or after 截至 up to the next item."""
    item = _NEXT_ITEM.search(text, text.rfind("\n", 0, time.span.start) + 1, time.span.start)
    if _NEXT_ITEM.match(sentence.of(text)) and (item or _STATUS.match(time.span.of(text))):
        return False
    if _TOTAL.match(sentence.of(text)):
        return False
    return time.mention.deadline or label


def totals_period(document: Document, clause: Span) -> Time | None:
    """The document's period where a clause opens with its length: 三年推动企业1000家 in a plan of three years."""
    match = _TOTAL.match(clause.of(document.text))
    period = document.metadata.period or period_of(document.title)
    if not match or not period or chinese_number(match["length"]) != period[1] - period[0] + 1:
        return None
    mention = YearMention(0, match.end(), *period)
    return Time(mention, _placed(mention, clause.start))
