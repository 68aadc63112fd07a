"""What every list is asked with: filters by name, a page, a format."""

from difflib import get_close_matches
from typing import Annotated, Any, Literal

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


class FactQuery(ListQuery):
    """Filters that fit every fact; names and texts are looked for without regard to width, case and spaces between Chinese characters."""

    document_id: Wanted | None = None
    document_title: Wanted | None = Field(default=None, description="Characters of the document's title")
    section: Wanted | None = Field(default=None, description="Characters of a heading above")
    text: Wanted | None = Field(default=None, description="Characters of the quote")

    def holds(self, stated: StatedFact[FactT]) -> bool:
        """Whether title, headings and quote of a fact hold what is wanted of them; the document's id is not looked at."""
        return (
            contains(stated.document.title, self.document_title)
            and (self.section is None or any(contains(heading, self.section) for heading in stated.fact.path))
            and (self.text is None or contains(stated.quote, self.text))
        )


def contains(text: str | None, wanted: str | None) -> bool:
    """Whether `text` holds `wanted`; any text, and none, holds what is not wanted."""
    return wanted is None or (text is not None and normalize(wanted) in normalize(text))


async def each_parameter_once(request: Request) -> None:
    """Refuse a parameter given twice, of which one would be left out in silence."""
    names = [name for name, _ in request.query_params.multi_items()]
    twice = dict.fromkeys(name for name in names if names.count(name) > 1)
    if twice:
        message = "is given more than once: give it once"
        raise RequestValidationError([{"type": "repeated", "loc": ("query", name), "msg": message} for name in twice])
