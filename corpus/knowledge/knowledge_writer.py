"""Writes knowledge.db, the truth of a generation: every document, passage, fact, conflict and entry, and the city's words."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

from corpus.index.entry import Entry
from corpus.knowledge.knowledge_schema import TABLES, identify_facts, json_form
from corpus.model.conflicts import Conflict
from corpus.model.document import Block, Document, Metadata, OffsetMap, Passage, Section
from corpus.model.facts import FACT_TYPES, Fact, Unit


def write_knowledge(
    path: Path,
    documents: Sequence[Document],
    facts: Mapping[str, Sequence[Fact]],
    entries: Sequence[Entry],
    *,
    conflicts: Sequence[Conflict] = (),
    units: Sequence[Unit] = (),
    synonyms: Mapping[str, Sequence[str]] | None = None,
    glossary: Mapping[str, Sequence[str]] | None = None,
    files: Mapping[str, str] | None = None,
) -> None:
    """Write the new database `path`. `facts` are by document id, `files` are content hashes by source file.

    Not flushed to disk: whoever publishes the generation does that. Raises OSError when it cannot be stored.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + TABLES)
            connection.executemany("INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?)", _document_rows(documents))
            connection.executemany("INSERT INTO passages VALUES (?,?,?,?)", _passage_rows(documents))
            connection.executemany("INSERT INTO facts VALUES (?,?,?,?,?)", _fact_rows(facts))
            connection.executemany("INSERT INTO conflicts VALUES (?,?)", ((n, _json(Conflict, found)) for n, found in enumerate(conflicts)))
            connection.executemany("INSERT INTO entries VALUES (?,?,?,?,?,?)", map(astuple, entries))
            connection.executemany(
                "INSERT INTO units VALUES (?,?,?)", ((n, unit.name, _list(unit.aliases)) for n, unit in enumerate(units))
            )
            for table, words in (("synonyms", synonyms), ("glossary", glossary)):
                rows = ((word, _list(meanings)) for word, meanings in (words or {}).items())
                connection.executemany(f"INSERT INTO {table} VALUES (?,?)", rows)
            connection.executemany("INSERT INTO files VALUES (?,?)", (files or {}).items())
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _document_rows(documents: Sequence[Document]) -> Iterator[tuple[object, ...]]:
    for ordinal, document in enumerate(documents):
        yield (
            document.id,
            ordinal,
            document.version,
            document.source_file,
            _json(Metadata, document.metadata),
            document.text,
            _json(OffsetMap, document.offsets),
            _json(tuple[Block, ...], document.blocks),
            _json(tuple[Section, ...], document.sections),
        )


def _passage_rows(documents: Sequence[Document]) -> Iterator[tuple[object, ...]]:
    for document in documents:
        for passage in document.passages:
            yield passage.id, document.id, passage.ordinal, _json(Passage, passage)


def _fact_rows(facts: Mapping[str, Sequence[Fact]]) -> Iterator[tuple[object, ...]]:
    for document_id, stated in facts.items():
        for fact_id, kind, ordinal, fact in identify_facts(document_id, stated):
            yield fact_id, document_id, kind, ordinal, _json(FACT_TYPES[kind], fact)


def _json(kind: object, value: object) -> str:
    return json_form(kind).dump_json(value).decode()


def _list(words: Sequence[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)
