"""The parts of a Word file (OPC package, ECMA-376), read from its archive without anything that it does not need."""

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from corpus.errors import UnreadableFileError
from ingest.readers.file_signature import signature_of

MAX_PART = 48 * 2**20
"""Bytes of one part when unpacked; a plan of a thousand pages takes a quarter of it."""
MAX_MEMBERS = 20_000
"""Files in the archive: text, pictures and fonts of the greatest documents are some hundreds."""
MAX_DEPTH = 200
"""Elements inside one another; tables inside tables inside text boxes come to some dozens."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ElementTree.ParseError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile and ElementTree raise on damaged, cut, encrypted and hostile files."""


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts that hold text or say how it is shown, without namespaces; `pages` is how many pages Word counted when it saved the file."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    pages: int | None = None


class _UnwantedXmlError(ValueError):
    """XML that no Word program writes: a document type, with which come entities, or elements nested without end."""


class _PlainBuilder(ElementTree.TreeBuilder):
    """Builds elements named without their namespace: Word has two of them for the same words (transitional and strict)."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _UnwantedXmlError("nested too deeply")
        return super().start(_local(tag), {_local(name): value for name, value in attrs.items()})

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(_local(tag))

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Refuse it before an entity is read."""
        raise _UnwantedXmlError("a document type")


def read_parts(path: Path, name: str) -> WordParts:
    """The parts of the Word file at `path`. Raises UnreadableFileError where it is none, is broken, or would unpack without end."""
    with path.open("rb") as file:
        kind = signature_of(file.read(16))
    if kind and not kind.startswith("a Word document"):
        raise UnreadableFileError(f"{name} is {kind}, and ingest again.")
    try:
        with zipfile.ZipFile(path) as archive:
            return _parts(archive, name)
    except _BROKEN as error:
        raise UnreadableFileError(
            f"{name} is not a Word document that can be read ({type(error).__name__.lstrip('_')}). Save it anew as .docx and ingest again."
        ) from error


def _parts(archive: zipfile.ZipFile, name: str) -> WordParts:
    if len(archive.infolist()) > MAX_MEMBERS:
        raise UnreadableFileError(
            f"{name} holds more than {MAX_MEMBERS} files, as no Word document does. Save it anew as .docx and ingest again."
        )
    main = next(iter(_targets(archive, "", name).get("officeDocument", ())), "word/document.xml")
    document = _read(archive, main, name)
    if document is None or document.tag != "document":
        raise UnreadableFileError(f"{name} holds no Word document. Save it anew as .docx and ingest again.")
    related = _targets(archive, main, name)

    def part(kind: str) -> Element | None:
        return next((_read(archive, target, name) for target in related.get(kind, ())), None)

    return WordParts(document, part("styles"), part("numbering"), part("footnotes"), part("endnotes"), _pages(archive, name))


def _targets(archive: zipfile.ZipFile, source: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """The parts that `source` relates to, by the last word of the relationship; "" stands for the package itself."""
    folder, file = posixpath.split(source)
    relationships = _read(archive, posixpath.join(folder, "_rels", f"{file}.rels"), name)
    found: dict[str, tuple[str, ...]] = {}
    for relationship in relationships if relationships is not None else ():
        kind = relationship.get("Type", "").rsplit("/", 1)[-1]
        target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", ""))).lstrip("/")
        if relationship.get("TargetMode") != "External":
            found[kind] = (*found.get(kind, ()), target)
    return found


def _read(archive: zipfile.ZipFile, member: str, name: str) -> Element | None:
    """The part called `member`; None where there is none. Its size is looked at before it is unpacked, and holds: zipfile unpacks no more."""
    if member not in archive.NameToInfo:
        return None
    if archive.NameToInfo[member].file_size > MAX_PART:
        raise UnreadableFileError(
            f"{name} would take more than {MAX_PART // 2**20} MB when unpacked. Split it or save it anew as .docx, and ingest again."
        )
    return ElementTree.fromstring(archive.read(member), ElementTree.XMLParser(target=_PlainBuilder()))


def _pages(archive: zipfile.ZipFile, name: str) -> int | None:
    properties = _read(archive, "docProps/app.xml", name)
    pages = properties.findtext("Pages", "") if properties is not None else ""
    return int(pages) if pages.isdecimal() else None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
