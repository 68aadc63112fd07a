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
from corpus.model.document import Visibility
from corpus.model.facts import FACT_TYPES
from corpus.settings import CorpusSettings
from corpus.units import load_units
from corpus.wording import load_glossary, load_synonyms
from ingest.assembly import Reading, read_documents
from ingest.conflicts.contradictions import find_conflicts
from ingest.entries import make_entries
from ingest.publication import Draft, publish
from ingest.readers.pdf import recognition_version
from ingest.readers.reading import READERS, conversion_of

DATA_FILES = ("manifest.toml", "units.toml", "synonyms.toml", "glossary.toml")
NOT_DOCUMENTS = frozenset({"README.md", "README.txt"})
PAGE_FOLDERS = ("_files", ".files", "_文件")
"""Endings of the folder in which a browser puts the pictures and frames of a page that it saves."""
RULE_PACKAGES = ("ingest", "ingest.conflicts", "ingest.facts", "ingest.readers", "corpus.language", "corpus.model")

Progress = Callable[[str, int, int], None]
"""Told the stage, how many of its items are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did. `changed` is false when everything was up to date and nothing was published.

    `documents` holds every document with its counts, `failures` a message for each file that could not be read, `left_out` one for each
    file of a kind that is not read and for pages that could not be read.
    """

    generation: str
    changed: bool
    documents: tuple[DocumentSummary, ...]
    failures: tuple[str, ...]
    left_out: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class _ReadFiles:
    """The readings to publish, and a message for each file and for pages that could not be read."""

    readings: tuple[Reading, ...]
    failures: tuple[str, ...]
    left_out: tuple[str, ...]


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
            return _report(settings, _read_missing(settings, files, manifest), changed=False, begun=begun)
        read = _read_all(settings, files, manifest, _unchanged(former, fingerprints), progress)
        if not read.readings:
            raise CorpusError(" ".join(("No document is left to publish, so nothing was changed.", *read.failures)))
        public = tuple(reading for reading in read.readings if reading.document.metadata.visibility == "public")
        if public == read.readings:
            _write(draft, "public", public, fingerprints, settings, progress)
        else:
            # The names of internal files are nothing for the public side.
            _write(draft, "public", public, {}, settings, progress)
            _write(draft, "internal", read.readings, fingerprints, settings, progress)
        draft.commit()
    return _report(settings, read, changed=True, begun=begun)


def _write(
    draft: Draft,
    audience: Visibility,
    readings: Sequence[Reading],
    files: Mapping[str, str],
    settings: CorpusSettings,
    progress: Progress,
) -> None:
    """One side of the generation, from the readings that are for it."""
    documents = [reading.document for reading in readings]
    facts = {reading.document.id: reading.facts for reading in readings}
    entries = make_entries(readings)
    draft.write(
        documents,
        facts,
        entries,
        audience=audience,
        conflicts=find_conflicts(documents, facts),
        embedder=_embedder(settings, entries, progress),
        units=load_units(settings),
        synonyms=load_synonyms(settings),
        glossary=load_glossary(settings),
        files=files,
        settings=settings,
        progress=progress,
    )


def find_files(settings: CorpusSettings) -> Mapping[str, Path]:
    """Every file below the documents folder that a reader exists for, by its path there, in order of names.

    Raises CorpusError when the folder is missing or holds none.
    """
    folder = settings.documents_dir
    if not folder.is_dir():
        raise CorpusError(f"The corpus folder {folder} does not exist. Create it and put documents in, or set CORPUS_DIR.")
    found = {name: path for name, path in _visible_files(settings).items() if path.suffix.lower() in READERS}
    if not found:
        raise CorpusError(f"{folder} holds no document. Put {', '.join(READERS)} files there and ingest again.")
    return found


def find_unsupported(settings: CorpusSettings) -> tuple[str, ...]:
    """The files below the documents folder that no reader exists for, by their path there: whoever put them there should hear of it."""
    return tuple(name for name, path in _visible_files(settings).items() if path.suffix.lower() not in READERS)


def _visible_files(settings: CorpusSettings) -> Mapping[str, Path]:
    """Every file that a person may have meant as a document; not the city's data files, nor hidden ones, nor what is generated."""
    folder, generated = settings.documents_dir, settings.data_dir.resolve()
    if folder.resolve().is_relative_to(generated):
        generated /= "generations"
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    pages = {name.with_suffix("") for name in found if name.suffix.lower() in (".html", ".htm")}
    of_pages = {page.with_name(page.name + ending) for page in pages for ending in PAGE_FOLDERS}
    return {
        name.as_posix(): path
        for name, path in found.items()
        if not any(part.startswith((".", "~")) for part in name.parts)
        and path.name not in NOT_DOCUMENTS
        and of_pages.isdisjoint(name.parents)
        and not (path.parent == settings.corpus_dir and path.name in DATA_FILES)
        and not path.resolve().is_relative_to(generated)
    }


def former_fingerprints(settings: CorpusSettings) -> Mapping[str, str]:
    """The fingerprints the current generation was built from; empty when there is none that can be opened."""
    try:
        with Generations(settings.data_dir) as generations, generations.lease("internal") as knowledge:
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
    hashes[":recognition"] = recognition_version()
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
    """Files that need not be read again: same content, read by the same rules and recognition with the same manifest."""
    if any(former.get(name) != fingerprints[name] for name in (":rules", ":recognition", ":manifest.toml")):
        return frozenset()
    return frozenset(name for name, digest in fingerprints.items() if not name.startswith(":") and former.get(name) == digest)


def _read_all(
    settings: CorpusSettings, files: Mapping[str, Path], manifest: Manifest, unchanged: frozenset[str], progress: Progress
) -> _ReadFiles:
    """All files read, unchanged ones from the current generation."""
    readings: list[Reading] = []
    failures: list[str] = []
    kept = _kept(settings, unchanged) if unchanged else {}
    for done, (name, path) in enumerate(files.items()):
        progress("files", done, len(files))
        try:
            readings.extend(kept[name] if name in kept else read_documents(path, name, manifest, progress))
        except UnreadableFileError as error:
            failures.append(str(error))
    progress("files", len(files), len(files))
    return _ReadFiles(tuple(readings), tuple(failures), tuple(message for reading in readings for message in reading.left_out))


def _read_missing(settings: CorpusSettings, files: Mapping[str, Path], manifest: Manifest) -> _ReadFiles:
    """What is to be said again of the files that the current generation does not hold, or not all of."""
    with Generations(settings.data_dir) as generations, generations.lease("internal") as knowledge:
        held = {summary.source_file for summary in knowledge.documents()}
    missing = {name: path for name, path in files.items() if name not in held}
    return _read_all(settings, missing, manifest, frozenset(), lambda *_: None)


def _kept(settings: CorpusSettings, names: frozenset[str]) -> dict[str, list[Reading]]:
    """What the current generation holds of the files `names`, which need not be read again, by file."""
    kept: dict[str, list[Reading]] = {}
    with Generations(settings.data_dir) as generations, generations.lease("internal") as knowledge:
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

    passages = [entry.embedded_text for entry in entries if entry.kind == "passage"]
    if not passages:
        return FittedEmbedder.unfitted()
    progress("fitting vectors", 0, 1)
    fitted = FittedEmbedder.fit(passages)
    progress("fitting vectors", 1, 1)
    return fitted


def _report(settings: CorpusSettings, read: _ReadFiles, *, changed: bool, begun: float) -> IngestReport:
    unsupported = (f"{name}: unsupported kind; {conversion_of(Path(name))}." for name in find_unsupported(settings))
    with Generations(settings.data_dir) as generations, generations.lease("internal") as knowledge:
        return IngestReport(
            knowledge.generation,
            changed,
            tuple(knowledge.documents()),
            read.failures,
            (*unsupported, *read.left_out),
            time.perf_counter() - begun,
        )
