"""What every list is asked with beside its filters: a page, an order, a format."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, Literal, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, model_validator

Format = Literal["json", "csv", "xlsx"]
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


async def each_parameter_once(request: Request) -> None:
    """Refuse a parameter given twice, of which one would be left out in silence."""
    names = [name for name, _ in request.query_params.multi_items()]
    twice = dict.fromkeys(name for name in names if names.count(name) > 1)
    if twice:
        message = "is given more than once: give it once"
        raise RequestValidationError([{"type": "repeated", "loc": ("query", name), "msg": message} for name in twice])
