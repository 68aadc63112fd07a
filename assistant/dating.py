"""As of when an answer speaks: the day of the document it is taken from, or the year that the text before it gives."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asks import Ask
from assistant.composers.headlines import find_in_head
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.years import year_mentions
from corpus.model.document import Document, section_at
from corpus.model.span import Span

_STANDS_DATED = re.compile(r"(?:截至|截止|目前为止)[^，。]{0,6}\d{4}年|\d{4}年\d{1,2}月(?:底|末)?(?:[，,]|前?已)")
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
    mentions = year_mentions(document.text[begin : sources[0].span.end])
    return Span(begin + mentions[-1].start, begin + mentions[-1].end) if mentions else None
