"""What a list is narrowed by: filters that fit every fact, and how characters are looked for."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.stated_facts import FactT, StatedFact
from corpus.language.terms import normalize

Wanted = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""What a filter is given."""


class FactFilter(BaseModel):
    """Filters that fit every fact; names and texts are looked for without regard to width, case and spaces between Chinese characters."""

    model_config = ConfigDict(extra="forbid")

    document_id: Wanted | None = None
    document_title: Wanted | None = Field(default=None, description="Characters of the document's title")
    section: Wanted | None = Field(default=None, description="Characters of a heading above")
    text: Wanted | None = Field(default=None, description="Characters of the quote")
    words: Wanted | None = Field(default=None, description="Words with spaces between, each in the quote, a heading above or the title")

    def holds(self, stated: StatedFact[FactT]) -> bool:
        """Whether title, headings and quote of a fact hold what is wanted of them; the document's id is not looked at."""
        return (
            contains(stated.document.title, self.document_title)
            and (self.section is None or any(contains(heading, self.section) for heading in stated.fact.path))
            and (self.text is None or contains(stated.quote, self.text))
            and (self.words is None or holds_words("\n".join((stated.document.title, *stated.fact.path, stated.quote)), self.words))
        )


def contains(text: str | None, wanted: str | None) -> bool:
    """Whether `text` holds `wanted`; any text, and none, holds what is not wanted."""
    return wanted is None or (text is not None and normalize(wanted) in normalize(text))


def holds_words(text: str, words: str | None) -> bool:
    """Whether each of `words`, which have spaces between them, stands in `text`."""
    return words is None or all(contains(text, word) for word in words.split())
