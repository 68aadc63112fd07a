"""The vector index: cosine search over the entries' vectors, kept by Chroma. The only module that knows Chroma."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.embedding.embedder import Vectors
from corpus.errors import MismatchError, UnwritableError
from corpus.index.entry import Entry, Hit, best_first

if TYPE_CHECKING:
    from chromadb.api.client import Client

COLLECTION = "passages"
BATCH = 2_000
"""Vectors given to Chroma at a time; well under the most it takes."""

# Chroma keeps one open store a folder for the whole process and does not guard the moment of opening or closing it.
_SHARED_STORES = Lock()


class VectorIndex:
    """A read-only index in one folder; may be searched from any thread, and must be closed once when no search is under way.

    Raises MismatchError when the folder holds no such index or one of another dimension, and UnwritableError where the disk is full: Chroma
    writes a little to open what is only read.
    """

    def __init__(self, path: Path, dimension: int) -> None:
        mend = "run `city-assistant ingest --rebuild`"
        if not (path / "chroma.sqlite3").is_file():
            raise MismatchError(f"There is no vector index in {path}; {mend}.")
        try:
            self._client = _open(path)
        except OSError as error:
            raise UnwritableError(
                f"The vector index in {path} cannot be opened ({error}): make room on the disk, or let this user write there."
            ) from error
        try:
            self._collection = self._client.get_collection(COLLECTION, embedding_function=None)
            recorded = (self._collection.metadata or {}).get("dimension")
            if recorded != dimension:
                raise MismatchError(f"The vector index in {path} has {recorded} numbers a vector, the embedder {dimension}; {mend}.")
        except MismatchError:
            _close(self._client)
            raise
        except Exception as error:  # Chroma raises many kinds for a damaged folder
            _close(self._client)
            raise MismatchError(f"The vector index in {path} cannot be opened; {mend}.") from error

    @property
    def count(self) -> int:
        """How many vectors the index holds."""
        return self._collection.count()

    def search(self, vector: Vectors, *, document_ids: Sequence[str] = (), limit: int = 50) -> list[Hit]:
        """The `limit` entries whose vectors point most nearly where `vector` does, best first, with their cosine.

        Empty `document_ids` admit every document. A vector of length nought finds nothing.
        """
        if limit < 1 or not vector.any():
            return []
        within: dict[str, Any] | None = {"document_id": {"$in": list(document_ids)}} if document_ids else None
        found = self._collection.query(
            query_embeddings=vector[np.newaxis],
            n_results=limit,
            where=within,
            include=["distances"],
        )
        distances = (found["distances"] or [[]])[0]
        return best_first([Hit(int(name), 1.0 - distance) for name, distance in zip(found["ids"][0], distances, strict=True)])

    def close(self) -> None:
        """Give back files and memory."""
        _close(self._client)


def write_vector_index(path: Path, entries: Sequence[Entry], vectors: Vectors, *, progress: Callable[[int], None] = lambda _: None) -> None:
    """Build in the new folder `path` the index of `entries`, whose vectors are the rows of `vectors`; `progress` hears how many are in.

    Raises OSError when it cannot be stored.
    """
    from chromadb.errors import ChromaError

    path.mkdir(parents=True)
    try:
        _write(path, entries, vectors, progress)
    except ChromaError as error:
        raise OSError(str(error)) from error


def _write(path: Path, entries: Sequence[Entry], vectors: Vectors, progress: Callable[[int], None]) -> None:
    client = _open(path)
    try:
        collection = client.create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_construction": 100, "ef_search": 200, "max_neighbors": 16}},
            metadata={"dimension": int(vectors.shape[1])},
        )
        for start in range(0, len(entries), BATCH):
            batch = entries[start : start + BATCH]
            collection.add(
                ids=[str(entry.id) for entry in batch],
                embeddings=vectors[start : start + BATCH],
                metadatas=[{"document_id": entry.document_id} for entry in batch],
            )
            progress(start + len(batch))
    finally:
        _close(client)


def _open(path: Path) -> "Client":
    from chromadb.api.client import Client
    from chromadb.config import Settings
    from chromadb.errors import InternalError

    settings = Settings(is_persistent=True, persist_directory=str(path), anonymized_telemetry=False, allow_reset=False)
    with _SHARED_STORES:
        try:
            return Client(settings=settings)
        except InternalError as error:
            raise OSError(str(error)) from error


def _close(client: "Client") -> None:
    with _SHARED_STORES:
        client.close()
