"""What people decided of the documents, beside the manifest that the operator writes: corrected metadata, withdrawn files, corrected facts."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from corpus.errors import ManifestError
from corpus.manifest import OF_THE_FILE, Corrections, Manifest, place_of_part
from corpus.model.document import Metadata
from corpus.model.facts import FactKind


@dataclass(frozen=True, slots=True)
class MetadataCorrection:
    """Fields that hold instead of what text and manifest say of the documents of `file`.

    `heading` is the title, or words of it, of the one document that is meant; empty for the file: then region, visibility and source hold for all
    its documents, the other fields for the first.
    """

    file: str
    fields: Corrections
    heading: str = ""


@dataclass(frozen=True, slots=True)
class FactCorrection:
    """A fact of `file` that was read wrongly, and how it reads; `fields` are empty for what is no fact at all.

    The fact is found by its kind, by `quote` (the words that its span covers) and by `stated`, the fields it was read with, so that it is found
    again wherever it moves. `evidence` are the words of the document that hold what is corrected, empty for no fact.
    """

    id: str
    file: str
    kind: FactKind
    quote: str
    stated: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Amendments:
    """All that holds at present; of the metadata a later correction goes before an earlier one."""

    metadata: tuple[MetadataCorrection, ...] = ()
    withdrawn: frozenset[str] = frozenset()
    facts: tuple[FactCorrection, ...] = ()

    def metadata_of(self, file: str) -> tuple[MetadataCorrection, ...]:
        """The corrections of the file's documents, those of the file first."""
        found = [correction for correction in self.metadata if same_file(correction.file, file)]
        return tuple(sorted(found, key=lambda correction: bool(correction.heading)))

    def facts_of(self, file: str) -> tuple[FactCorrection, ...]:
        """The corrected facts of the file's documents."""
        return tuple(correction for correction in self.facts if same_file(correction.file, file))

    def withdraws(self, file: str) -> bool:
        """Whether the file was withdrawn."""
        return any(same_file(name, file) for name in self.withdrawn)


@dataclass(frozen=True, slots=True)
class Decisions:
    """Manifest and amendments together; where both speak of one field, the amendment holds."""

    manifest: Manifest = field(default_factory=Manifest)
    amendments: Amendments = field(default_factory=Amendments)

    def correct(self, file: str, derived: Sequence[Metadata]) -> tuple[Metadata, ...]:
        """The metadata of all documents of one file, in reading order. Raises ManifestError as the manifest does."""
        found = list(self.manifest.correct(file, derived))
        titles = [metadata.title for metadata in derived], [metadata.title for metadata in found]
        for correction in self.amendments.metadata_of(file):
            if not correction.heading:
                found = [correction.fields.corrected(metadata, OF_THE_FILE if index else None) for index, metadata in enumerate(found)]
            elif (place := _place_of(correction.heading, file, *titles)) is not None:
                found[place] = correction.fields.corrected(found[place])
        return tuple(found)

    def without_place(self, file: str, titles: Sequence[str]) -> tuple[str, ...]:
        """A message for each correction of one of the file's documents that fits none of its present `titles`, corrected ones."""
        parts = [correction for correction in self.amendments.metadata_of(file) if correction.heading]
        return tuple(
            f"{file}: the correction of “{part.heading}” fits no title in the file any more; correct it anew."
            for part in parts
            if part.fields.title not in titles and _place_of(part.heading, file, titles) is None
        )

    def marks_internal(self, file: str) -> bool:
        """Whether any document of the file is said to be internal, by manifest or amendment, and the file as a whole not to be public."""
        of_file = [correction.fields.visibility for correction in self.amendments.metadata_of(file) if not correction.heading]
        if decided := next(filter(None, reversed(of_file)), None):
            return decided == "internal"
        entry = self.manifest.entry(file)
        return entry is not None and any(marked.visibility == "internal" for marked in (entry, *entry.parts))

    def digest(self, file: str) -> str:
        """Changes with everything decided of this file, and with nothing else; empty where nothing was."""
        entry = self.manifest.entry(file)
        decided = (
            entry.model_dump_json(exclude_defaults=True) if entry else "",
            [
                (correction.heading, correction.fields.model_dump_json(exclude_none=True))
                for correction in self.amendments.metadata_of(file)
            ],
            [asdict(fact) for fact in sorted(self.amendments.facts_of(file), key=lambda fact: fact.id)],
        )
        return hashlib.blake2s(json.dumps(decided, sort_keys=True, default=str).encode()).hexdigest() if any(decided) else ""


def same_file(one: str, other: str) -> bool:
    """Whether two names mean one file: file systems differ in how they compose characters."""
    return _composed(one) == _composed(other)


@lru_cache(1 << 14)
def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _place_of(heading: str, file: str, *titles: Sequence[str]) -> int | None:
    for given in reversed(titles):
        try:
            return place_of_part(heading, file, given)
        except ManifestError:
            continue
    return None
