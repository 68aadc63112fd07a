"""What knowledge.db looks like: its tables, the version of their shape, and the JSON form of the values in them."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from corpus.model.conflicts import Conflict, Party
from corpus.model.document import Block, Metadata, OffsetMap, Passage, Row, Run, Section
from corpus.model.facts import FACT_TYPES, Column, Fact, FactKind
from corpus.model.span import Span

TABLES = """
CREATE TABLE documents (id TEXT PRIMARY KEY, ordinal INTEGER, version TEXT, source_file TEXT,
                        metadata TEXT, text TEXT, offsets TEXT, blocks TEXT, sections TEXT);
CREATE TABLE passages (id TEXT PRIMARY KEY, document_id TEXT, ordinal INTEGER, payload TEXT);
CREATE INDEX passages_by_document ON passages (document_id, ordinal);
CREATE TABLE facts (id TEXT PRIMARY KEY, document_id TEXT, kind TEXT, ordinal INTEGER, payload TEXT);
CREATE INDEX facts_by_document ON facts (document_id, kind, ordinal);
CREATE INDEX facts_by_kind ON facts (kind);
CREATE TABLE conflicts (ordinal INTEGER PRIMARY KEY, payload TEXT);
CREATE TABLE entries (id INTEGER PRIMARY KEY, kind TEXT, document_id TEXT, ref TEXT, text TEXT, context TEXT);
CREATE TABLE units (ordinal INTEGER PRIMARY KEY, name TEXT, aliases TEXT);
CREATE TABLE synonyms (word TEXT PRIMARY KEY, official TEXT);
CREATE TABLE glossary (word TEXT PRIMARY KEY, chinese TEXT);
CREATE TABLE files (source_file TEXT PRIMARY KEY, hash TEXT);
"""

_SHAPE = 3
_STORED = (Block, Metadata, OffsetMap, Passage, Row, Run, Section, Span, Column, Conflict, Party, *FACT_TYPES.values())


def schema_version() -> str:
    """Changes with the tables (count `_SHAPE` up) and with every field added to, taken from or renamed in a stored value."""
    names = repr([(kind.__name__, [field.name for field in fields(kind)]) for kind in _STORED])
    return f"{_SHAPE}-{hashlib.sha256((names + TABLES).encode()).hexdigest()[:8]}"


@cache
def json_form(kind: Any) -> TypeAdapter[Any]:
    """Turns values of type `kind` into JSON and back, equal to what they were."""
    return TypeAdapter(kind)


def fact_kind(fact: Fact) -> FactKind:
    """The name of the fact's kind."""
    return next(kind for kind, made in FACT_TYPES.items() if type(fact) is made)


def identify_facts(document_id: str, facts: Iterable[Fact]) -> Iterator[tuple[str, FactKind, int, Fact]]:
    """Each fact of one document with its id, kind and ordinal: facts of a kind are counted from 0 in the order given."""
    counts: dict[FactKind, int] = {}
    for fact in facts:
        kind = fact_kind(fact)
        ordinal = counts.get(kind, 0)
        counts[kind] = ordinal + 1
        yield f"{document_id}:{kind}:{ordinal}", kind, ordinal, fact
