"""From one source file to its documents with everything in them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.language.places import region_spoken_of
from corpus.manifest import CorrectsMetadata
from corpus.model.document import Document, Metadata
from corpus.model.facts import Fact
from ingest.canonical import CanonicalText, write_canonical
from ingest.document_split import split_documents
from ingest.facts.policies import policy_references
from ingest.facts.responsibilities import responsibilities
from ingest.facts.scenarios import scenarios
from ingest.facts.targets import targets
from ingest.layout import repair_layout
from ingest.metadata import complete_notice, inherit_metadata, read_metadata
from ingest.passages import cut_passages
from ingest.progress import Progress, unheard
from ingest.readers.reading import read_source
from ingest.sections import split_sections


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and the facts its text states, in reading order by kind; `left_out` says which pages of its file could not be read, and why."""

    document: Document
    facts: tuple[Fact, ...]
    left_out: tuple[str, ...] = ()


def read_documents(path: Path, name: str, manifest: CorrectsMetadata, progress: Progress = unheard) -> tuple[Reading, ...]:
    """All documents of the file at `path`, called `name` in the corpus; the first says what was left out. Raises UnreadableFileError."""
    source = read_source(path, name, progress)
    texts = [write_canonical(lines, source.pages) for lines in split_documents(repair_layout(source))]
    printed = [read_metadata(text, path.stem) for text in texts]
    stated = [complete_notice(printed[0], printed[-1]), *(inherit_metadata(own, printed[0]) for own in printed[1:])]
    placed = [own if own.region else replace(own, region=region_spoken_of(text.text)) for own, text in zip(stated, texts, strict=True)]
    metadata = manifest.correct(name, placed)
    first, *others = (_reading(name, number, text, data) for number, (text, data) in enumerate(zip(texts, metadata, strict=True), 1))
    return (replace(first, left_out=source.left_out), *others)


def extract_facts(document: Document) -> tuple[Fact, ...]:
    """Every fact of `document`."""
    facts: Sequence[Fact] = (
        *responsibilities(document),
        *targets(document),
        *scenarios(document),
        *policy_references(document),
    )
    return tuple(facts)


def _reading(name: str, number: int, canonical: CanonicalText, metadata: Metadata) -> Reading:
    document_id = f"{hashlib.blake2s(name.encode(), digest_size=4).hexdigest()}-{number}"
    version = hashlib.blake2s(canonical.text.encode(), digest_size=8).hexdigest()
    structure = split_sections(canonical, "".join(metadata.title.split()))
    document = Document(document_id, version, name, metadata, canonical.text, canonical.offsets, structure.blocks, structure.sections)
    document = replace(document, passages=cut_passages(document_id, canonical.text, structure))
    return Reading(document, extract_facts(document))
