"""The files that documents are read from: those of the corpus folder and those added to DATA_DIR, without the withdrawn ones."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from corpus.amendments import Amendments, same_file
from corpus.errors import CorpusError
from corpus.settings import CorpusSettings
from ingest.readers.reading import READERS
from ingest.refusals import refusal_of

DATA_FILES = ("manifest.toml", "units.toml", "synonyms.toml", "glossary.toml")
NOT_DOCUMENTS = frozenset({"README.md", "README.txt"})
PAGE_FOLDERS = ("_files", ".files", "_文件")
"""Endings of the folder in which a browser puts the pictures and frames of a page that it saves."""
GENERATED = ("generations", "documents", "drafts")
"""Folders of DATA_DIR that hold no files of the corpus folder, wherever DATA_DIR lies."""


def find_files(settings: CorpusSettings, amendments: Amendments | None = None) -> Mapping[str, Path]:
    """Every file that a reader exists for, by its path below its folder, in order of names; an added file goes before one of the same name.

    Raises CorpusError when the corpus folder is missing, or when there is no file and none was withdrawn either.
    """
    folder, decided = settings.documents_dir, amendments or Amendments()
    if not folder.is_dir():
        raise CorpusError(f"The corpus folder {folder} does not exist. Create it and put documents in, or set CORPUS_DIR.")
    found = {name: path for name, path in _visible_files(settings).items() if path.suffix.lower() in READERS}
    if not found and not decided.withdrawn:
        raise CorpusError(f"{folder} holds no document. Put {', '.join(READERS)} files there and ingest again.")
    return {name: path for name, path in found.items() if not decided.withdraws(name)}


def find_unsupported(settings: CorpusSettings) -> tuple[str, ...]:
    """The files that no reader exists for, by their path: whoever put them there should hear of it."""
    return tuple(name for name, path in _visible_files(settings).items() if path.suffix.lower() not in READERS)


def find_refused(settings: CorpusSettings) -> tuple[str, ...]:
    """Why, and what to do, for each file that is not read whatever it holds."""
    folders = dict.fromkeys((settings.documents_dir, settings.added_dir))
    return tuple(refusal for folder in folders for name in _named_below(folder) if (refusal := refusal_of(name, folder)) is not None)


def _visible_files(settings: CorpusSettings) -> Mapping[str, Path]:
    """Every file that a person may have meant as a document; not the city's data files, nor hidden ones, nor what is generated."""
    found = dict(_files_below(settings.documents_dir))
    if settings.documents_dir.resolve() != settings.added_dir.resolve():
        generated = _generated(settings)
        found = {name: path for name, path in found.items() if not any(path.resolve().is_relative_to(place) for place in generated)}
    added = dict(_files_below(settings.added_dir))
    of_city = {
        name: path
        for name, path in found.items()
        if not (path.parent == settings.corpus_dir and path.name in DATA_FILES) and not any(same_file(name, other) for other in added)
    }
    return dict(sorted((of_city | added).items()))


def _generated(settings: CorpusSettings) -> tuple[Path, ...]:
    """What lies in DATA_DIR is generated, all of it where DATA_DIR lies below the documents, else the folders of its own."""
    data, documents = settings.data_dir.resolve(), settings.documents_dir.resolve()
    return tuple(data / name for name in GENERATED) if documents.is_relative_to(data) else (data,)


def _files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    return ((name.as_posix(), folder / name) for name in _named_below(folder) if refusal_of(name, folder) is None)


def _named_below(folder: Path) -> Iterator[PurePath]:
    """The files below `folder` by their paths there, without hidden ones and what belongs to a saved page."""
    found = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    pages = {name.with_suffix("") for name in found if name.suffix.lower() in (".html", ".htm")}
    of_pages = {page.with_name(page.name + ending) for page in pages for ending in PAGE_FOLDERS}
    for name in found:
        hidden = any(part.startswith((".", "~")) for part in name.parts)
        if not hidden and name.name not in NOT_DOCUMENTS and of_pages.isdisjoint(name.parents):
            yield name
