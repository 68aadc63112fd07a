"""The route from a corpus folder to a published generation. Each line of `ingest_corpus` is one stage."""

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from corpus.embedding.embedder import Embedder
from corpus.errors import CorpusError, KnowledgeError, UnreadableFileError
from corpus.index.entry import Entry
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.manifest import Manifest, load_manifest
from corpus.settings import CorpusSettings
from corpus.units import load_units
from corpus.wording import load_glossary, load_synonyms
from ingest.assembly import Reading, read_documents
from ingest.entries import make_entries
from ingest.publication import publish
from ingest.readers.reading import READERS

Progress = Callable[[str, int, int], None]
"""Told the stage, how many of its items are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did. `changed` is false when everything was up to date and nothing was published.

    `documents` holds every document with its counts, `failures` a message for each file that could not be read.
    """

    generation: str
    changed: bool
    documents: tuple[DocumentSummary, ...]
    failures: tuple[str, ...]
    seconds: float


def ingest_corpus(settings: CorpusSettings, *, rebuild: bool = False, progress: Progress = lambda *_: None) -> IngestReport:
    """Read what changed in the corpus folder and publish a new generation; `rebuild` reads everything anew.

    Raises CorpusError when the folder holds no readable document, ManifestError for broken data files, and IngestRunningError
    when another ingest is at work.
    """
    begun = time.perf_counter()
    manifest = load_manifest(settings)
    files = find_files(settings)
    fingerprints = _fingerprints(settings, files)
    with publish(settings.data_dir) as draft:
        kept = {} if rebuild else _unchanged(settings, fingerprints)
        if not rebuild and kept.keys() == fingerprints.keys() and _is_current(settings, fingerprints):
            return _report(settings, changed=False, failures=(), begun=begun)
        readings, failures = _read_all(files, manifest, kept, progress)
        if not readings:
            raise CorpusError("No document could be read:\n" + "\n".join(failures))
        entries = make_entries(readings)
        embedder = _embedder(settings, entries, progress)
        draft.write(
            [reading.document for reading in readings],
            {reading.document.id: reading.facts for reading in readings},
            entries,
            embedder=embedder,
            units=load_units(settings),
            synonyms=load_synonyms(settings),
            glossary=load_glossary(settings),
            files={name: digest for name, digest in fingerprints.items() if name in {r.document.source_file for r in readings} or "." not in name},
            settings=settings,
            progress=progress,
        )
        draft.commit()
    return _report(settings, changed=True, failures=tuple(failures), begun=begun)
