"""The manifest: what the documents' text does not say of them, or what a person corrects.

Every field is optional but `file`: readers take the rest from the text, and a file that is not listed is ingested all the same.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from corpus.errors import ManifestError
from corpus.model.document import DocumentKind, Metadata, Visibility
from corpus.settings import CorpusSettings
from corpus.toml_file import read_toml

MANIFEST_FILE = "manifest.toml"
OF_THE_FILE = frozenset({"region", "visibility", "source"})
"""Fields that hold for all documents of a file."""
_IDENTIFIERS = frozenset({"file", "heading", "parts"})


class Corrections(BaseModel):
    """Fields of a document's metadata that hold instead of what its text says; `period` is its first and last year."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str | None = Field(default=None, min_length=1)
    issuer: str | None = None
    document_number: str | None = None
    signatory: str | None = None
    signed_on: date | None = None
    issued_on: date | None = None
    effective_on: date | None = None
    period: tuple[int, int] | None = None
    disclosure: str | None = None
    kind: DocumentKind | None = None
    region: str | None = None
    visibility: Visibility | None = None
    source: str | None = None
    attachments: tuple[str, ...] | None = None

    @model_validator(mode="after")
    def _check_period(self) -> Self:
        if self.period and not 1900 <= self.period[0] <= self.period[1] <= 2200:
            raise ValueError(f"period {list(self.period)} is not a first and a last year; write for instance [2024, 2026]")
        return self

    def corrected(self, derived: Metadata, only: frozenset[str] | None = None) -> Metadata:
        """`derived` with every field given here in place of its own; `only` names the fields to take, None for all."""
        given = self.model_dump(exclude_none=True, exclude=set(_IDENTIFIERS))
        return replace(derived, **{name: value for name, value in given.items() if only is None or name in only})


class PartEntry(Corrections):
    """Corrections to one document of a file that holds several; `heading` is its title or some words of it."""

    heading: str = Field(min_length=1)


class DocumentEntry(Corrections):
    """One source file. `file` is its path below the documents folder.

    Where the file holds several documents, region, visibility and source hold for all of them, the other fields for the first.
    """

    file: str = Field(min_length=1)
    parts: tuple[PartEntry, ...] = ()


class CorrectsMetadata(Protocol):
    """Whatever knows better than the text what a file's documents are: the manifest, or it together with what people decided."""

    def correct(self, file: str, derived: Sequence[Metadata]) -> tuple[Metadata, ...]:
        """The metadata of all documents of one file, in reading order, as they hold. Raises ManifestError."""
        ...


class Manifest(BaseModel):
    """The entries of a corpus' manifest; an empty one fits any corpus."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    documents: tuple[DocumentEntry, ...] = ()

    @model_validator(mode="after")
    def _check_duplicates(self) -> Self:
        seen: dict[str, int] = {}
        for number, entry in enumerate(self.documents, start=1):
            if (first := seen.setdefault(_folded(entry.file), number)) != number:
                raise ValueError(f"documents {first} and {number} both describe {entry.file}; keep one of them")
        return self

    def entry(self, file: str) -> DocumentEntry | None:
        """The entry of the source file at `file` (path below the documents folder, with forward slashes)."""
        return next((entry for entry in self.documents if _folded(entry.file) == _folded(file)), None)

    def correct(self, file: str, derived: Sequence[Metadata]) -> tuple[Metadata, ...]:
        """The metadata of all documents of one file, in reading order, with the manifest's corrections.

        Raises ManifestError when a part's heading stands in the title of no document, or of several.
        """
        entry = self.entry(file)
        if entry is None:
            return tuple(derived)
        found = [entry.corrected(metadata, None if index == 0 else OF_THE_FILE) for index, metadata in enumerate(derived)]
        for part in entry.parts:
            index = place_of_part(part.heading, file, [metadata.title for metadata in derived])
            found[index] = part.corrected(found[index])
        return tuple(found)


def load_manifest(settings: CorpusSettings) -> Manifest:
    """Read CORPUS_DIR/manifest.toml; without the file, an empty manifest.

    Raises ManifestError when the file is broken, describes a document twice or names a file that is not there.
    """
    path = settings.corpus_dir / MANIFEST_FILE
    manifest = read_toml(path, Manifest)
    folders = (settings.documents_dir, settings.added_dir)
    present = {_folded(file.relative_to(folder).as_posix()) for folder in folders for file in folder.rglob("*") if file.is_file()}
    for number, entry in enumerate(manifest.documents, start=1):
        if _folded(entry.file) not in present:
            raise ManifestError(
                f"{path}: document {number} names {entry.file}, which is not in {settings.documents_dir}; "
                "put the file there, correct its name, or remove the entry."
            )
    return manifest


def _folded(text: str) -> str:
    """File systems differ in how they compose characters and headings in their spaces; neither should matter."""
    return "".join(unicodedata.normalize("NFC", text).split())


def place_of_part(heading: str, file: str, titles: Sequence[str]) -> int:
    """Which of `titles` has the words of `heading`; the one that is the same goes before others. Raises ManifestError for none or several."""
    wanted = _comparable(heading)
    places = [index for index, title in enumerate(titles) if wanted in _comparable(title)]
    exact = [index for index in places if wanted == _comparable(titles[index])]
    if len(exact or places) != 1:
        fits = "no title" if not places else f"{len(places)} titles"
        raise ManifestError(
            f"{MANIFEST_FILE}: {file}: the part heading “{heading}” fits {fits} of: {'；'.join(titles)}. Write the title as printed."
        )
    return (exact or places)[0]


def _comparable(title: str) -> str:
    return "".join(character for character in unicodedata.normalize("NFKC", title) if character.isalnum() or character in "×+")
