"""Our passage search as a LangChain retriever, for use in anybody's chain. The only module that knows LangChain's retrievers."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.passages import PassageHit, search_passages
from corpus.knowledge.generations import Generations


class PassageRetriever(BaseRetriever):
    """Finds the `limit` best passages for a query; `generations` lends the knowledge.

    Each document's metadata holds document_id, title, section (heading path), start, end (code points in the canonical text) and score.
    Raises KnowledgeError when nothing fitting has been ingested, NotFoundError when there is no document `document_id`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    generations: Generations
    limit: int = 10
    document_id: str | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        with self.generations.lease() as knowledge:
            return [_document(hit) for hit in search_passages(query, knowledge, limit=self.limit, document_id=self.document_id)]


def _document(hit: PassageHit) -> Document:
    return Document(
        id=hit.passage.id,
        page_content=hit.text,
        metadata={
            "document_id": hit.document.id,
            "title": hit.document.title,
            "section": list(hit.passage.path),
            "start": hit.passage.span.start,
            "end": hit.passage.span.end,
            "score": hit.score,
        },
    )
