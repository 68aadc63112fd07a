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
from corpus.model.facts import FACT_TYPES
from corpus.settings import CorpusSettings
from corpus.units import load_units
from corpus.wording import load_glossary, load_synonyms
from ingest.assembly import Reading, read_documents
from ingest.entries import make_entries
from ingest.publication import publish
from ingest.readers.reading import READERS

DATA_FILES = ("manifest.toml", "units.toml", "synonyms.toml", "glossary.toml")
NOT_DOCUMENTS = frozenset({"README.md", "README.txt"})
RULE_PACKAGES = ("ingest", "ingest.facts", "ingest.readers", "corpus.language", "corpus.model")

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
        former = {} if rebuild else former_fingerprints(settings)
        if former == fingerprints:
            return _report(settings, changed=False, failures=_failures(settings, files, manifest), begun=begun)
        readings, failures = _read_all(settings, files, manifest, _unchanged(former, fingerprints), progress)
        if not readings:
            raise CorpusError("No document could be read. " + " ".join(failures))
        entries = make_entries(readings)
        draft.write(
            [reading.document for reading in readings],
            {reading.document.id: reading.facts for reading in readings},
            entries,
            embedder=_embedder(settings, entries, progress),
            units=load_units(settings),
            synonyms=load_synonyms(settings),
            glossary=load_glossary(settings),
            files=fingerprints,
            settings=settings,
            progress=progress,
        )
        draft.commit()
    return _report(settings, changed=True, failures=tuple(failures), begun=begun)


def find_files(settings: CorpusSettings) -> Mapping[str, Path]:
    """Every file below the documents folder that a reader exists for, by its path there, in order of names.

    Raises CorpusError when the folder is missing or holds none.
    """
    folder = settings.documents_dir
    if not folder.is_dir():
        raise CorpusError(f"The corpus folder {folder} does not exist. Create it and put documents in, or set CORPUS_DIR.")
    found = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix.lower() in READERS and not path.name.startswith((".", "~")) and path.name not in NOT_DOCUMENTS
    }
    if not found:
        raise CorpusError(f"{folder} holds no document. Put {', '.join(READERS)} files there and ingest again.")
    return found


def former_fingerprints(settings: CorpusSettings) -> Mapping[str, str]:
    """The fingerprints the current generation was built from; empty when there is none that can be opened."""
    try:
        with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
            return dict(knowledge.files())
    except KnowledgeError:
        return {}


def _fingerprints(settings: CorpusSettings, files: Mapping[str, Path]) -> dict[str, str]:
    """A hash of every source file, and of everything else that what is read from them depends on."""
    hashes = {name: _hash(path.read_bytes()) for name, path in files.items()}
    for name in DATA_FILES:
        path = settings.corpus_dir / name
        hashes[f":{name}"] = _hash(path.read_bytes()) if path.is_file() else ""
    hashes[":embedding"] = str(settings.embedding_model or "")
    hashes[":rules"] = _rules_hash()
    return hashes


def _rules_hash() -> str:
    """A hash of the program's own reading rules: when they change, every file is read anew."""
    digest = hashlib.blake2s()
    for package in RULE_PACKAGES:
        for entry in sorted(resources.files(package).iterdir(), key=lambda item: item.name):
            if entry.name.endswith((".py", ".toml")):
                digest.update(entry.read_bytes())
    return digest.hexdigest()


def _hash(data: bytes) -> str:
    return hashlib.blake2s(data).hexdigest()


def _unchanged(former: Mapping[str, str], fingerprints: Mapping[str, str]) -> frozenset[str]:
    """Files that need not be read again: same content, read by the same rules with the same manifest."""
    if any(former.get(name) != fingerprints[name] for name in (":rules", ":manifest.toml")):
        return frozenset()
    return frozenset(name for name, digest in fingerprints.items() if not name.startswith(":") and former.get(name) == digest)


def _read_all(
    settings: CorpusSettings, files: Mapping[str, Path], manifest: Manifest, unchanged: frozenset[str], progress: Progress
) -> tuple[list[Reading], list[str]]:
    """The readings of all files, unchanged ones from the current generation, and a message for each that cannot be read."""
    readings: list[Reading] = []
    failures: list[str] = []
    kept = _kept(settings, unchanged) if unchanged else {}
    for done, (name, path) in enumerate(files.items()):
        progress("files", done, len(files))
        try:
            readings.extend(kept[name] if name in kept else read_documents(path, name, manifest))
        except UnreadableFileError as error:
            failures.append(str(error))
    progress("files", len(files), len(files))
    return readings, failures


def _failures(settings: CorpusSettings, files: Mapping[str, Path], manifest: Manifest) -> tuple[str, ...]:
    """A message for each file that the current generation holds nothing of."""
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        held = {summary.source_file for summary in knowledge.documents()}
    missing = {name: path for name, path in files.items() if name not in held}
    return tuple(_read_all(settings, missing, manifest, frozenset(), lambda *_: None)[1]) if missing else ()


def _kept(settings: CorpusSettings, names: frozenset[str]) -> dict[str, list[Reading]]:
    kept: dict[str, list[Reading]] = {}
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        for summary in knowledge.documents():
            if summary.source_file in names:
                facts = tuple(fact for kind in FACT_TYPES for fact in knowledge.facts(kind, summary.id))
                kept.setdefault(summary.source_file, []).append(Reading(knowledge.document(summary.id), facts))
    return kept


def _embedder(settings: CorpusSettings, entries: Sequence[Entry], progress: Progress) -> Embedder:
    if settings.embedding_model:
        from corpus.embedding.sentence_transformer import SentenceTransformerEmbedder

        return SentenceTransformerEmbedder(Path(settings.embedding_model))
    from corpus.embedding.fitted import FittedEmbedder

    progress("fitting vectors", 0, 1)
    fitted = FittedEmbedder.fit([entry.embedded_text for entry in entries if entry.kind == "passage"])
    progress("fitting vectors", 1, 1)
    return fitted


def _report(settings: CorpusSettings, *, changed: bool, failures: tuple[str, ...], begun: float) -> IngestReport:
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        return IngestReport(knowledge.generation, changed, tuple(knowledge.documents()), failures, time.perf_counter() - begun)
