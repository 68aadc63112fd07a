"""Reads knowledge.db: one read-only connection a thread, values as they were written."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, local
from typing import Any
from weakref import WeakSet

from pydantic import ValidationError

from corpus.errors import MismatchError
from corpus.index.entry import Entry
from corpus.knowledge.knowledge_schema import json_form
from corpus.model.conflicts import Conflict
from corpus.model.document import Block, Document, Metadata, OffsetMap, Passage, Section
from corpus.model.facts import FACT_TYPES, Fact, FactKind, Unit


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document without its text. `counts` gives the number of its `sections`, `passages`, and facts by kind; no key means none."""

    id: str
    version: str
    source_file: str
    metadata: Metadata
    counts: Mapping[str, int]

    @property
    def title(self) -> str:
        """The document's title."""
        return self.metadata.title


class _ThreadConnection:
    """A thread's connection; closed when the thread ends (left to itself, a connection would wait for the garbage collector)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.sqlite = connection

    def __del__(self) -> None:
        self.sqlite.close()


class KnowledgeReader:
    """Everything in one knowledge.db. What is not there is None or empty; every method raises MismatchError when the file is damaged."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise MismatchError(f"{path} is missing; run `city-assistant ingest --rebuild`.")
        self._path = path
        self._thread = local()
        self._connections: WeakSet[_ThreadConnection] = WeakSet()
        self._lock = Lock()

    def summaries(self) -> tuple[DocumentSummary, ...]:
        """All documents in the order they were given."""
        counts: dict[str, dict[str, int]] = {}
        for document_id, kind, count in self._rows(
            "SELECT document_id, kind, count(*) FROM facts GROUP BY 1, 2 "
            "UNION ALL SELECT document_id, 'passages', count(*) FROM passages GROUP BY 1 "
            "UNION ALL SELECT id, 'sections', json_array_length(sections) FROM documents"
        ):
            counts.setdefault(document_id, {})[kind] = count
        return tuple(
            DocumentSummary(document_id, version, source_file, self._value(Metadata, metadata), counts[document_id])
            for document_id, version, source_file, metadata in self._rows(
                "SELECT id, version, source_file, metadata FROM documents ORDER BY ordinal"
            )
        )

    def document(self, document_id: str) -> Document | None:
        """The whole document."""
        for version, source_file, metadata, text, offsets, blocks, sections in self._rows(
            "SELECT version, source_file, metadata, text, offsets, blocks, sections FROM documents WHERE id = ?", document_id
        ):
            passages = self._rows("SELECT payload FROM passages WHERE document_id = ? ORDER BY ordinal", document_id)
            return Document(
                document_id,
                version,
                source_file,
                self._value(Metadata, metadata),
                text,
                self._value(OffsetMap, offsets),
                self._value(tuple[Block, ...], blocks),
                self._value(tuple[Section, ...], sections),
                tuple(self._value(Passage, payload) for (payload,) in passages),
            )
        return None

    def text(self, document_id: str) -> str | None:
        """The document's canonical text."""
        return next((text for (text,) in self._rows("SELECT text FROM documents WHERE id = ?", document_id)), None)

    def passage(self, passage_id: str) -> Passage | None:
        """One passage."""
        rows = self._rows("SELECT payload FROM passages WHERE id = ?", passage_id)
        return next((self._value(Passage, payload) for (payload,) in rows), None)

    def facts(self, kind: FactKind) -> Mapping[str, tuple[Fact, ...]]:
        """All facts of a kind by document id: documents in their order, facts as they were given."""
        found: dict[str, list[Fact]] = {}
        for document_id, payload in self._rows(
            "SELECT document_id, payload FROM facts JOIN documents ON documents.id = document_id WHERE kind = ? "
            "ORDER BY documents.ordinal, facts.ordinal",
            kind,
        ):
            found.setdefault(document_id, []).append(self._value(FACT_TYPES[kind], payload))
        return {document_id: tuple(facts) for document_id, facts in found.items()}

    def fact(self, fact_id: str) -> Fact | None:
        """One fact."""
        rows = self._rows("SELECT kind, payload FROM facts WHERE id = ?", fact_id)
        return next((self._value(FACT_TYPES[kind], payload) for kind, payload in rows), None)

    def conflicts(self) -> tuple[Conflict, ...]:
        """All conflicts in the order given."""
        return tuple(self._value(Conflict, payload) for (payload,) in self._rows("SELECT payload FROM conflicts ORDER BY ordinal"))

    def entry(self, entry_id: int) -> Entry | None:
        """One entry."""
        return next((Entry(*row) for row in self._rows("SELECT * FROM entries WHERE id = ?", entry_id)), None)

    def entry_count(self) -> int:
        """How many entries there are."""
        return int(self._rows("SELECT count(*) FROM entries")[0][0])

    def units(self) -> tuple[Unit, ...]:
        """The city's units in the order given."""
        rows = self._rows("SELECT name, aliases FROM units ORDER BY ordinal")
        return tuple(Unit(name, tuple(json.loads(aliases))) for name, aliases in rows)

    def words(self, table: str) -> Mapping[str, tuple[str, ...]]:
        """The words of `synonyms` or `glossary` in the order given."""
        return {word: tuple(json.loads(words)) for word, words in self._rows(f"SELECT * FROM {table} ORDER BY rowid")}

    def files(self) -> Mapping[str, str]:
        """Content hash by source file."""
        return dict(self._rows("SELECT source_file, hash FROM files"))

    def close(self) -> None:
        """Close every thread's connection; no query may be under way or follow."""
        with self._lock:
            for connection in list(self._connections):
                connection.sqlite.close()

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._connection().execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise MismatchError(f"{self._path} cannot be read ({error}); run `city-assistant ingest --rebuild`.") from error

    def _value(self, kind: Any, payload: str) -> Any:
        try:
            return json_form(kind).validate_json(payload)
        except ValidationError as error:
            raise MismatchError(f"{self._path} was written by another version; run `city-assistant ingest --rebuild`.") from error

    def _connection(self) -> sqlite3.Connection:
        connection: _ThreadConnection | None = getattr(self._thread, "connection", None)
        if connection is None:
            # A published generation never changes, so sqlite need not lock it.
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = _ThreadConnection(sqlite3.connect(address, uri=True, check_same_thread=False))
            self._thread.connection = connection
            with self._lock:
                self._connections.add(connection)
        return connection.sqlite
