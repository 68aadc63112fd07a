"""Lists as pages of JSON or as files: `list_response` is all that a resource needs for `{"items", "total", "limit", "offset"}`, CSV and XLSX.

A further kind is a module in assistant/listing, with its filters and the form of its items, and one endpoint; assistant/api/targets.py shows it.
"""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Response

from assistant.api.list_query import PAGE, ExportQuery, FoundT, ListQuery, each_parameter_once
from assistant.api.sheets import sheet
from assistant.exports import csv_file, xlsx_file
from assistant.listing.item_bodies import ItemT, Page

FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {csv_file.MEDIA_TYPE.partition(";")[0]: {}, xlsx_file.MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
}
"""What the OpenAPI form of a list says beside its JSON."""


def list_router() -> APIRouter:
    """A router for lists, which take each parameter once."""
    return APIRouter(dependencies=[Depends(each_parameter_once)])


def list_response(
    name: str, generation: str, query: ListQuery, found: Sequence[FoundT], kind: type[ItemT], body: Callable[[FoundT], ItemT]
) -> Response:
    """A page of what was `found`, or a file of it all. `body` is only called for the items that are sent."""
    if query.format == "json":
        limit = query.limit or PAGE
        items = [body(each) for each in found[query.offset : query.offset + limit]]
        page = Page[Any](items=items, total=len(found), limit=limit, offset=query.offset)
        return Response(page.model_dump_json(), media_type="application/json")
    until = None if query.limit is None else query.offset + query.limit
    return file_response(name, generation, query, [body(each) for each in found[query.offset : until]], kind)


def file_response(name: str, generation: str, query: ExportQuery, items: Sequence[ItemT], kind: type[ItemT]) -> Response:
    """`items` as a CSV or XLSX file that is called after what it holds and the generation it is from."""
    writer = csv_file.csv_file if query.format == "csv" else xlsx_file.xlsx_file
    media_type = csv_file.MEDIA_TYPE if query.format == "csv" else xlsx_file.MEDIA_TYPE
    content = writer(sheet(name, items, kind, query.language))
    file_name = f"{name}_{generation}.{query.format}"
    plain = file_name.encode("ascii", "ignore").decode().replace('"', "").replace("\\", "")
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file_name, safe='')}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": disposition})
