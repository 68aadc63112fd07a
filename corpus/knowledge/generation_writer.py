"""Builds the whole folder of a generation: database, both indexes, embedder and build.json."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from corpus.embedding.embedder import Embedder, Vectors
from corpus.index.entry import Entry
from corpus.index.lexical import write_lexical_index
from corpus.index.vectors import write_vector_index
from corpus.knowledge.build_record import BuildRecord, write_build_record
from corpus.knowledge.knowledge_schema import fact_kind, json_form, schema_version
from corpus.knowledge.knowledge_writer import write_knowledge
from corpus.model.conflicts import Conflict
from corpus.model.document import Document
from corpus.model.facts import Fact, Unit
from corpus.settings import CorpusSettings

Progress = Callable[[str, int, int], None]
"""Told the stage, how many of its items are done, and how many there are."""

_EMBEDDED_AT_ONCE = 256


def write_generation(
    folder: Path,
    documents: Sequence[Document],
    facts: Mapping[str, Sequence[Fact]],
    entries: Sequence[Entry],
    *,
    embedder: Embedder,
    conflicts: Sequence[Conflict] = (),
    units: Sequence[Unit] = (),
    synonyms: Mapping[str, Sequence[str]] | None = None,
    glossary: Mapping[str, Sequence[str]] | None = None,
    files: Mapping[str, str] | None = None,
    settings: CorpusSettings | None = None,
    progress: Progress = lambda *_: None,
) -> BuildRecord:
    """Write into the empty folder `folder` a generation that `KnowledgeBase` opens, and say what is in it.

    `facts` are by document id, `files` fingerprints by source file, and of what else the knowledge depends on; of `settings` those of every
    CorpusSettings are recorded, but for the folder they write to: what others add may hold passwords.
    """
    words = {"units": units, "synonyms": synonyms or {}, "glossary": glossary or {}}
    progress("database", 0, len(documents))
    write_knowledge(
        folder / "knowledge.db",
        documents,
        facts,
        entries,
        conflicts=conflicts,
        units=units,
        synonyms=synonyms,
        glossary=glossary,
        files=files,
    )
    progress("database", len(documents), len(documents))
    progress("lexical index", 0, len(entries))
    write_lexical_index(folder / "lexical", entries)
    progress("lexical index", len(entries), len(entries))
    passages = [entry for entry in entries if entry.kind == "passage"]
    vectors = _embed(embedder, passages, progress)
    write_vector_index(folder / "chroma", passages, vectors, progress=lambda done: progress("vector index", done, len(passages)))
    embedder.save(folder / "embedder")
    record = BuildRecord(
        schema_version=schema_version(),
        embedder=embedder.name,
        dimension=embedder.dimension,
        settings=settings.model_dump(mode="json", include=CorpusSettings.model_fields.keys() - {"data_dir"}) if settings else {},
        corpus_hash=_corpus_hash(documents, files or {}, words),
        counts=_counts(documents, facts, entries, conflicts),
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    write_build_record(folder, record)
    return record


def _embed(embedder: Embedder, entries: Sequence[Entry], progress: Progress) -> Vectors:
    vectors = np.zeros((len(entries), embedder.dimension), dtype=np.float32)
    for start in range(0, len(entries), _EMBEDDED_AT_ONCE):
        batch = entries[start : start + _EMBEDDED_AT_ONCE]
        vectors[start : start + len(batch)] = embedder.embed([entry.embedded_text for entry in batch])
        progress("vectors", start + len(batch), len(entries))
    return vectors


def _counts(
    documents: Sequence[Document], facts: Mapping[str, Sequence[Fact]], entries: Sequence[Entry], conflicts: Sequence[Conflict]
) -> dict[str, int]:
    return {
        "documents": len(documents),
        "sections": sum(len(document.sections) for document in documents),
        "passages": sum(len(document.passages) for document in documents),
        "entries": len(entries),
        "vectors": sum(entry.kind == "passage" for entry in entries),
        "conflicts": len(conflicts),
        **Counter(fact_kind(fact) for stated in facts.values() for fact in stated),
    }


def _corpus_hash(documents: Sequence[Document], files: Mapping[str, str], words: Mapping[str, Any]) -> str:
    contents = ([(document.id, document.version) for document in documents], sorted(files.items()), words)
    return hashlib.sha256(json_form(Any).dump_json(contents)).hexdigest()
