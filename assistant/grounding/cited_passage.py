"""What a sentence cites, and what a reader sees beside it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A quote in the canonical text of its document, with the title, the headings above it, and what tells when the document speaks.

    `document_period` is the first and last year that the document plans for.
    """

    text: str
    title: str
    section: tuple[str, ...]
    document_number: str | None = None
    document_date: date | None = None
    document_period: tuple[int, int] | None = None
