"""What every list is asked with: filters by name, a page, a format."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from assistant.stated_facts import FactT, StatedFact
from corpus.language.terms import normalize

Format = Literal["json", "csv", "xlsx"]
Wanted = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""What a filter is given."""
PAGE = 100
"""Items on a page of JSON when no limit is given."""
FoundT = TypeVar("FoundT")


class ExportQuery(BaseModel):
    """A format, and the language of the headings and codes in a file."""

    model_config = ConfigDict(extra="forbid")

    format: Format = "json"
    language: Literal["zh", "en"] = Field(default="zh", description="Headings of a file: Chinese, or the names of the fields")

    @model_validator(mode="before")
    @classmethod
    def _known(cls, given: Any) -> Any:
        unknown = [name for name in given if name not in cls.model_fields]
        if unknown:
            raise RequestValidationError([{"type": "unknown", "loc": ("query", name), "msg": cls._instead_of(name)} for name in unknown])
        return given

    @classmethod
    def _instead_of(cls, name: str) -> str:
        near = get_close_matches(name, cls.model_fields, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        return f"there is no such parameter; {hint}take it out, or use one of {', '.join(cls.model_fields)}"


class ListQuery(ExportQuery):
    """A page of a list: `limit` items from `offset` on. Without a limit JSON has PAGE items, and a file has all."""

    limit: int | None = Field(default=None, ge=1, le=1000)
    offset: int = Field(default=0, ge=0)


class SortedQuery(ListQuery):
    """A list in an order of the reader's choice; a list says by what in a field `sort`. Without one it stays in its own order."""

    order: Literal["asc", "desc"] = "asc"

    def in_order(self, found: Iterable[FoundT], value: Callable[[FoundT], str | float | None] | None) -> list[FoundT]:
        """What was `found` by its `value`, alike ones as they were; what has none comes last in either direction."""
        valued = [(each, value(each) if value else None) for each in found]
        known = [(each, _sortable(this)) for each, this in valued if this is not None]
        known.sort(key=lambda pair: pair[1], reverse=self.order == "desc")
        return [each for each, _ in known] + [each for each, this in valued if this is None]


def _sortable(value: str | float) -> bytes | float:
    # GB 18030 has the common characters in the order of their Pinyin.
    return value.encode("gb18030", "replace") if isinstance(value, str) else value


class FactQuery(ListQuery):
    """Filters that fit every fact; names and texts are looked for without regard to width, case and spaces between Chinese characters."""

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


async def each_parameter_once(request: Request) -> None:
    """Refuse a parameter given twice, of which one would be left out in silence."""
    names = [name for name, _ in request.query_params.multi_items()]
    twice = dict.fromkeys(name for name in names if names.count(name) > 1)
    if twice:
        message = "is given more than once: give it once"
        raise RequestValidationError([{"type": "repeated", "loc": ("query", name), "msg": message} for name in twice])
