"""One generation opened for reading: documents, facts, conflicts, words, and both searches."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from corpus.embedding.embedder import Embedder, open_embedder, read_record
from corpus.errors import MismatchError, NotFoundError
from corpus.index.entry import Entry, Hit
from corpus.index.lexical import LexicalIndex
from corpus.index.vectors import VectorIndex
from corpus.knowledge.build_record import read_build_record
from corpus.knowledge.knowledge_reader import DocumentSummary, KnowledgeReader
from corpus.knowledge.knowledge_schema import schema_version
from corpus.model.conflicts import Conflict
from corpus.model.document import Document, Passage
from corpus.model.facts import FACT_TYPES, Fact, FactKind, Unit

__all__ = ["DocumentSummary", "KnowledgeBase"]

DOCUMENTS_HELD = 512
"""Documents kept in memory once read: 0.14 MB each for regulations of 6,000 characters, where reading one again takes 1.5 ms."""
PARTS_HELD = 8_192
_Known = TypeVar("_Known")


class KnowledgeBase:
    """The knowledge in `folder`, read-only, for any number of threads. What costs time (vectors, embedder) is opened when first used.

    `generation` is the name of the generation it belongs to, where that is not the folder's.

    Raises MismatchError, naming the command that mends it, when database, indexes, embedder and build.json do not belong together or were
    written by another version of the program; for the vectors that shows at the first search by them, or in `check`.
    """

    def __init__(self, folder: Path, generation: str | None = None) -> None:
        self.generation = generation or folder.name
        self._folder = folder
        self._record = read_build_record(folder)
        if self._record.schema_version != schema_version():
            raise self._mismatch("was built by another version of the program")
        recorded = read_record(folder / "embedder")
        if (recorded.get("name"), recorded.get("dimension")) != (self._record.embedder, self._record.dimension):
            raise self._mismatch("holds another embedder than build.json names")
        self._reader = KnowledgeReader(folder / "knowledge.db")
        self._lexical = LexicalIndex(folder / "lexical")
        self._same_count("knowledge.db", self._reader.entry_count())
        self._same_count("the lexical index", self._lexical.count)
        self._lock = Lock()
        self._embedder: Embedder | None = None
        self._vectors: VectorIndex | None = None
        self._hold_what_was_read()

    @property
    def build(self) -> dict[str, Any]:
        """What build.json says."""
        return asdict(self._record)

    @property
    def entry_count(self) -> int:
        """How many entries can be searched."""
        return self._lexical.count

    def documents(self) -> Sequence[DocumentSummary]:
        """All documents in corpus order."""
        return self._summaries()

    def document(self, document_id: str) -> Document:
        """The whole document. Raises NotFoundError."""
        return _known(self._document(document_id), "document", document_id)

    def text(self, document_id: str) -> str:
        """The document's canonical text. Raises NotFoundError."""
        return _known(self._text(document_id), "document", document_id)

    def passage(self, passage_id: str) -> Passage:
        """One passage. Raises NotFoundError."""
        return _known(self._passage(passage_id), "passage", passage_id)

    def facts(self, kind: FactKind, document_id: str | None = None) -> Sequence[Fact]:
        """All facts of a kind, or those of one document, in reading order. Raises NotFoundError for a kind there is not."""
        if kind not in FACT_TYPES:
            raise NotFoundError(f"There are no facts of kind {kind!r}; the kinds are {', '.join(FACT_TYPES)}.")
        by_document = self._facts(kind)
        if document_id is not None:
            return by_document.get(document_id, ())
        return tuple(fact for facts in by_document.values() for fact in facts)

    def fact(self, fact_id: str) -> Fact:
        """The fact with the id `document_id:kind:ordinal`. Raises NotFoundError."""
        fact = self._fact(fact_id)
        if fact is None:
            raise _unknown("fact", fact_id)
        return fact

    def conflicts(self, document_id: str | None = None) -> Sequence[Conflict]:
        """The places that state one thing differently, or those with a place in one document."""
        found = self._conflicts()
        return found if document_id is None else self._conflicts_by_document().get(document_id, ())

    def entry(self, entry_id: int) -> Entry:
        """One entry. Raises NotFoundError."""
        return _known(self._entry(entry_id), "entry", entry_id)

    def units(self) -> Sequence[Unit]:
        """The city's units with their aliases."""
        return self._units()

    def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """Official words by everyday word."""
        return self._words("synonyms")

    def glossary(self) -> Mapping[str, tuple[str, ...]]:
        """Chinese words by English word."""
        return self._words("glossary")

    def files(self) -> Mapping[str, str]:
        """Content hash by source file, as given when the generation was built."""
        return self._reader.files()

    def document_frequency(self, term: str) -> int:
        """How many entries have `term` in their text."""
        return self._lexical.document_frequency(term)

    def search_lexical(
        self,
        terms: Mapping[str, float],
        *,
        kinds: Sequence[str] = (),
        document_ids: Sequence[str] = (),
        limit: int = 50,
        context_weight: float = 0.4,
    ) -> list[Hit]:
        """The entries of `kinds` in `document_ids` (empty: of all) that hold most of the weighted `terms`, best first."""
        return self._lexical.search(terms, kinds=kinds, document_ids=document_ids, limit=limit, context_weight=context_weight)

    def search_vectors(self, text: str, *, document_ids: Sequence[str] = (), limit: int = 50) -> list[Hit]:
        """The passages nearest in meaning to `text` as this generation's own embedder sees it, with their cosine.

        Raises MismatchError, and ConfigurationError when the embedder's model is no longer where it was.
        """
        embedder, vectors = self._dense()
        return vectors.search(embedder.embed_query(text), document_ids=document_ids, limit=limit)

    def check(self) -> None:
        """Open everything that is opened lazily. Raises MismatchError or ConfigurationError."""
        self._dense()

    def close(self) -> None:
        """Give back files and memory; no call may be under way or follow."""
        self._reader.close()
        if self._vectors is not None:
            self._vectors.close()
            self._vectors = None

    def _by_document(self) -> Mapping[str, tuple[Conflict, ...]]:
        by_document: dict[str, tuple[Conflict, ...]] = {}
        for conflict in self._conflicts():
            for document_id in {party.document_id for party in conflict.parties}:
                by_document[document_id] = (*by_document.get(document_id, ()), conflict)
        return by_document

    def _dense(self) -> tuple[Embedder, VectorIndex]:
        with self._lock:
            if self._embedder is None:
                embedder = open_embedder(self._folder / "embedder")
                if (embedder.name, embedder.dimension) != (self._record.embedder, self._record.dimension):
                    raise self._mismatch(f"was built with the embedder {self._record.embedder}, which is now {embedder.name}")
                self._embedder = embedder
            if self._vectors is None:
                vectors = VectorIndex(self._folder / "chroma", self._record.dimension)
                try:
                    self._same_count("the vector index", vectors.count, "vectors")
                except MismatchError:
                    vectors.close()
                    raise
                self._vectors = vectors
            return self._embedder, self._vectors

    def _hold_what_was_read(self) -> None:
        reader = self._reader
        self._summaries = lru_cache(1)(reader.summaries)
        self._document = lru_cache(DOCUMENTS_HELD)(reader.document)
        self._text = lru_cache(DOCUMENTS_HELD)(reader.text)
        self._passage = lru_cache(PARTS_HELD)(reader.passage)
        self._fact = lru_cache(PARTS_HELD)(reader.fact)
        self._entry = lru_cache(PARTS_HELD)(reader.entry)
        self._facts = lru_cache(len(FACT_TYPES))(reader.facts)
        self._conflicts = lru_cache(1)(reader.conflicts)
        self._conflicts_by_document = lru_cache(1)(self._by_document)
        self._units = lru_cache(1)(reader.units)
        self._words = lru_cache(2)(reader.words)

    def _same_count(self, place: str, count: int, kind: str = "entries") -> None:
        expected = self._record.counts.get(kind)
        if count != expected:
            raise self._mismatch(f"should hold {expected} {kind}, but {place} holds {count}")

    def _mismatch(self, what: str) -> MismatchError:
        return MismatchError(f"The generation {self.generation} {what}; run `city-assistant ingest --rebuild`.")


def _known(value: _Known | None, what: str, identifier: object) -> _Known:
    if value is None:
        raise _unknown(what, identifier)
    return value


def _unknown(what: str, identifier: object) -> NotFoundError:
    return NotFoundError(f"There is no {what} {identifier!r} in the current generation.")
