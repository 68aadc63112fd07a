"""The cited passages as texts to be compared with: quotes, headings, years."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.grounding.cited_passage import CitedPassage
from assistant.grounding.moments import Moment, moments_in
from assistant.grounding.pairing import Counted, counted_in
from assistant.grounding.plain_text import plain_heading, plain_text

_LABEL = re.compile(r"(?:单位|部门|机构)$")
"""Ends a heading that says what the bodies below it are."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cited passage in plain text: the `quote`, the `heading` above it (title and section, without their numbers), all `text` of both.

    `moments` are those of the quote, `section_moments` those of the headings, `title_moments` those of the title, the date and the period.
    """

    quote: str
    heading: str
    text: str
    written: int | None
    counted: tuple[Counted, ...]
    moments: tuple[Moment, ...]
    section_moments: tuple[Moment, ...]
    title_moments: tuple[Moment, ...]


def evidence_of(passages: Sequence[CitedPassage]) -> tuple[Evidence, ...]:
    """The passages as evidence, in their order."""
    return tuple(_evidence(passage) for passage in passages)


@lru_cache(maxsize=1_024)
def _evidence(passage: CitedPassage) -> Evidence:
    quote = plain_text(passage.text)
    headings = [plain_text(passage.title), *(plain_heading(heading) for heading in passage.section)]
    heading = "。".join(headings)
    written = passage.document_date.year if passage.document_date else None
    in_sections = tuple(moment for section in passage.section for moment in moments_in(plain_text(section), written))
    of_document = [*moments_in(headings[0], written)]
    if day := passage.document_date:
        of_document.append(Moment(0, 0, day.year, day.year, day.month, day.day))
    if passage.document_period:
        of_document.append(Moment(0, 0, *passage.document_period))
    named = f"{headings[-1]}：{quote}" if _LABEL.search(headings[-1]) else quote
    text = "。".join(
        (
            named,
            heading,
            *(plain_text(part) for part in passage.section if part.startswith("第")),
            plain_text(passage.document_number or ""),
        )
    )
    counted = (*counted_in(quote, written), *(item for part in headings for item in counted_in(part, written)))
    years = [moment.last for moment in in_sections if moment.last]
    year = years[-1] if years else written
    moments = tuple(moment if moment.last else replace(moment, first=year, last=year) for moment in moments_in(quote, written))
    return Evidence(quote, heading, text, written, counted, moments, in_sections, tuple(of_document))
