"""The route from a corpus folder to a published generation. Each line of `ingest_corpus` is one stage."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.amendments import Amendments, Decisions
from corpus.embedding.embedder import Embedder
from corpus.errors import CorpusError, KnowledgeError, ManifestError, UnreadableFileError
from corpus.index.entry import Entry
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.manifest import load_manifest
from corpus.model.document import Visibility
from corpus.model.facts import FACT_TYPES
from corpus.settings import CorpusSettings
from corpus.units import load_units
from corpus.wording import load_glossary, load_synonyms
from ingest.assembly import Reading
from ingest.conflicts.contradictions import find_conflicts
from ingest.entries import make_entries
from ingest.fact_corrections import as_decided
from ingest.fingerprints import take_fingerprints, unchanged_files
from ingest.progress import Progress, unheard
from ingest.publication import Draft, publish
from ingest.readers.reading import conversion_of
from ingest.reading_worker import ReadingWorker
from ingest.sources import find_files, find_refused, find_unsupported


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did. `changed` is false when everything was up to date and nothing was published.

    `documents` holds every document with its counts, `failures` a message for each file that could not be read, `left_out` one for each
    file that is not read for its kind, its name or as it leads elsewhere, for pages that could not be read, and for each correction that does not apply any more.
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


def ingest_corpus(
    settings: CorpusSettings,
    *,
    amendments: Callable[[], Amendments] = Amendments,
    rebuild: bool = False,
    progress: Progress = unheard,
) -> IngestReport:
    """Read what changed in the documents and in what people decided of them, and publish a new generation; `rebuild` reads everything anew.

    `amendments` is called once no other ingest can begin, so that none publishes what a later decision forbids. Raises CorpusError when
    there is no readable document though none was withdrawn, ManifestError for broken data files, and IngestRunningError when another ingest is
    at work.
    """
    begun = time.perf_counter()
    with publish(settings.data_dir) as draft:
        decisions = Decisions(load_manifest(settings), amendments())
        files = find_files(settings, decisions.amendments)
        fingerprints = take_fingerprints(settings, files, decisions)
        former = {} if rebuild else former_fingerprints(settings)
        if former == fingerprints:
            return _report(settings, _read_missing(settings, files, decisions), changed=False, begun=begun)
        read = _read_all(settings, files, decisions, unchanged_files(former, fingerprints), progress)
        if not read.readings and not decisions.amendments.withdrawn:
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


def former_fingerprints(settings: CorpusSettings) -> Mapping[str, str]:
    """The fingerprints the current generation was built from; empty when there is none that can be opened."""
    try:
        with Generations(settings.data_dir) as generations, generations.lease("internal") as knowledge:
            return dict(knowledge.files())
    except KnowledgeError:
        return {}


def _read_all(
    settings: CorpusSettings, files: Mapping[str, Path], decisions: Decisions, unchanged: frozenset[str], progress: Progress
) -> _ReadFiles:
    """All files read, unchanged ones from the current generation."""
    readings: list[Reading] = []
    failures: list[str] = []
    kept = _kept(settings, unchanged) if unchanged else {}
    with ReadingWorker() as worker:
        for done, (name, path) in enumerate(files.items()):
            progress("files", done, len(files))
            try:
                of_file = kept[name] if name in kept else as_decided(worker.read(path, name, decisions, progress), decisions, name)
                readings.extend(of_file)
            except UnreadableFileError as error:
                failures.append(str(error))
            except ManifestError as error:
                # What somebody added must not hold up the rest; in the operator's own folder a wrong entry is to be mended first.
                if not path.is_relative_to(settings.added_dir):
                    raise
                failures.append(str(error))
    progress("files", len(files), len(files))
    return _ReadFiles(tuple(readings), tuple(failures), tuple(message for reading in readings for message in reading.left_out))


def _read_missing(settings: CorpusSettings, files: Mapping[str, Path], decisions: Decisions) -> _ReadFiles:
    """What is to be said again of the files that the current generation does not hold, or not all of."""
    with Generations(settings.data_dir) as generations, generations.lease("internal") as knowledge:
        held = {summary.source_file for summary in knowledge.documents()}
    missing = {name: path for name, path in files.items() if name not in held}
    return _read_all(settings, missing, decisions, frozenset(), unheard)


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
            (*find_refused(settings), *unsupported, *read.left_out),
            time.perf_counter() - begun,
        )
