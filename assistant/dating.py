"""As of when an answer speaks: the day of the document it is taken from, or the year that the text before it gives."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.composers.documents.headlines import find_in_head
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from assistant.understanding.asks import Ask
from corpus.language.years import year_mentions
from corpus.model.document import Document, section_at
from corpus.model.span import Span

_STANDS_DATED = re.compile(r"(?:截至|截止|目前为止)[^，。]{0,6}\d{4}年|\d{4}年\d{1,2}月(?:底|末)?(?:[，,]|前?已)")
_SET_AGAINST = re.compile(r"(?:比|较|同|与|自|从|到|至|力争)\s*$")
"""Before a year that something is only set against, or that is still to come: 比2022年下降."""
_DATES: tuple[tuple[Ask, str], ...] = (("date", "as_of_document"), ("document_number", "as_of_number"))
"""What dates a document, and the phrase for it: its day, else its number, which holds the year."""


def with_date(draft: Draft, evidence: Evidence) -> Draft:
    """`draft` with the day its document speaks of, where the question asks how far something is or as of when a figure holds."""
    asks = set(evidence.question.asks)
    if draft.status != "answered" or not asks & {"progress", "as_of"}:
        return draft
    said = "".join(statement.text for statement in draft.statements)
    sources = [source for statement in draft.statements for source in statement.sources]
    if not sources or _STANDS_DATED.search(said):
        return draft
    document = evidence.knowledge.document(sources[0].document_id)
    language = evidence.question.language
    if "as_of" in asks and year_mentions(said):
        return draft
    if "as_of" in asks and (year := _year_before(document, sources)):
        text = phrase("as_of_text", language, year=year.of(document.text))
        return replace(draft, statements=(*draft.statements, Statement(text, (Source(document.id, year),))))
    dates = ((name, place) for ask, name in _DATES if (place := find_in_head(evidence, document, ask)))
    name, (holder, span) = next(dates, ("", (document, Span(0, 0))))
    if not name:
        return draft
    text = phrase(name, language, said=re.sub(r"\s", "", span.of(holder.text)))
    return replace(draft, statements=(*draft.statements, Statement(text, (Source(holder.id, span),))))


def _year_before(document: Document, sources: Sequence[Source]) -> Span | None:
    """The last year named before the source in its section: what follows speaks of it."""
    start = sources[0].span.start
    section = section_at(document.sections, start)
    begin = section.span.start if section else document.text.rfind("\n", 0, start) + 1
    text = document.text[begin : sources[0].span.end]
    mentions = [mention for mention in year_mentions(text) if not _SET_AGAINST.search(text[: mention.start])]
    if mentions:
        return Span(begin + mentions[-1].start, begin + mentions[-1].end)
    return year_in_headings(document, start)


def year_in_headings(document: Document, start: int) -> Span | None:
    """The single year that a heading above a place is of: 一、2025年工作回顾."""
    section = section_at(document.sections, start)
    while section is not None:
        for mention in year_mentions(section.heading.of(document.text)):
            if mention.first == mention.last:
                return Span(section.heading.start + mention.start, section.heading.start + mention.end)
        section = document.sections[section.parent] if section.parent is not None else None
    return None
