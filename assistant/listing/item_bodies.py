"""Bodies of lists and of their items."""

from typing import Generic, Self, TypeVar

from pydantic import Field

from assistant.bodies import Body
from assistant.stated_facts import FactT, StatedFact


class ItemBody(Body):
    """An item of a list. Every field with a title is a column of a file, under that title or under the field's name."""

    def printed_columns(self) -> dict[str, str]:
        """Further columns of a file that are the item's own, by heading."""
        return {}


class PlacedBody(ItemBody):
    """An item stated in one place: `quote` is the text of the document, in its version, from `start` to `end`, under the headings of `section`."""

    id: str = Field(title="编号")
    document_id: str = Field(title="文件编号")
    document_version: str = Field(title="文件版本")
    document_title: str = Field(title="文件")
    section: list[str] = Field(title="章节")
    start: int = Field(title="原文起点")
    end: int = Field(title="原文终点")
    quote: str = Field(title="原文")

    @classmethod
    def of(cls, stated: StatedFact[FactT], **further: object) -> Self:
        """The body of a fact: its place, its own fields of the same names, and what `further` gives."""
        fact = stated.fact
        own = {name: getattr(fact, name) for name in cls.model_fields if hasattr(fact, name)}
        place = {
            "id": stated.id,
            "document_version": stated.document.version,
            "document_title": stated.document.title,
            "section": fact.path,
            "start": fact.span.start,
            "end": fact.span.end,
            "quote": stated.quote,
        }
        return cls.model_validate({**own, **place, **further})


ItemT = TypeVar("ItemT", bound=ItemBody)


class Page(Body, Generic[ItemT]):
    """`items` are those from `offset` on, `limit` at most, of `total` that fit."""

    items: list[ItemT]
    total: int
    limit: int
    offset: int
