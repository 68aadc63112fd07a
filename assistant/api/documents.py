"""GET /api/documents and what is under it: metadata, sections, text and blocks of documents."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import Field

from assistant.api.document_parts import BlocksBody, SectionBody, blocks_body, section_tree
from assistant.api.list_query import ExportQuery, each_parameter_once
from assistant.api.lists import FILES, file_response
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.listing.documents import DocumentBody, DocumentFilter, document_body, found_documents
from assistant.listing.item_bodies import ItemBody
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.model.document import DocumentKind

router = APIRouter(prefix="/api/documents")


class DocumentsBody(Body):
    """All documents, in corpus order."""

    documents: list[DocumentBody]


class DocumentsQuery(DocumentFilter, ExportQuery):
    """Filters on documents, and the format of the list."""


class DocumentRowBody(ItemBody):
    """A document as a row of a file."""

    title: str = Field(title="文件")
    document_number: str | None = Field(title="文号")
    issuer: str | None = Field(title="发文机关")
    issued_on: str | None = Field(title="印发日期")
    signed_on: str | None = Field(title="成文日期")
    effective_on: str | None = Field(title="施行日期")
    period: tuple[int, int] | None = Field(title="起止年份")
    kind: DocumentKind = Field(title="类别")
    id: str = Field(title="文件编号")
    version: str = Field(title="文件版本")


class WholeDocumentBody(DocumentBody):
    """What is known of a document, with its table of contents."""

    sections: list[SectionBody]


class TextBody(Body):
    """A document's canonical text."""

    text: str


@router.get("", response_model=DocumentsBody, responses=FILES, dependencies=[Depends(each_parameter_once)])
def list_documents(session: CurrentSession, query: Annotated[DocumentsQuery, Query()]) -> Response:
    """All documents, or those that fit."""
    with session.knowledge() as knowledge:
        found = found_documents(query, knowledge)
        if query.format != "json":
            return file_response("documents", knowledge.generation, query, [_row_of(summary) for summary in found], DocumentRowBody)
    body = DocumentsBody(documents=[document_body(summary) for summary in found])
    return Response(body.model_dump_json(), media_type="application/json")


@router.get("/{document_id}")
def read_document(document_id: str, session: CurrentSession) -> WholeDocumentBody:
    """What is known of one document."""
    with session.knowledge() as knowledge:
        document = knowledge.document(document_id)
        summary = next(summary for summary in knowledge.documents() if summary.id == document_id)
    return WholeDocumentBody(**document_body(summary).model_dump(), sections=section_tree(document.sections))


@router.get("/{document_id}/text")
def read_text(document_id: str, session: CurrentSession) -> TextBody:
    """The canonical text that citations point into."""
    with session.knowledge() as knowledge:
        return TextBody(text=knowledge.text(document_id))


@router.get("/{document_id}/blocks")
def read_blocks(document_id: str, session: CurrentSession) -> BlocksBody:
    """The document as it is laid out."""
    with session.knowledge() as knowledge:
        document = knowledge.document(document_id)
    return blocks_body(document)


def _row_of(summary: DocumentSummary) -> DocumentRowBody:
    about = summary.metadata
    days = {name: day.isoformat() if (day := getattr(about, name)) else None for name in ("issued_on", "signed_on", "effective_on")}
    return DocumentRowBody(
        title=about.title,
        document_number=about.document_number,
        issuer=about.issuer,
        period=about.period,
        kind=about.kind,
        id=summary.id,
        version=summary.version,
        **days,
    )
