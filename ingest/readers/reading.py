"""The way from a file to its text, by the file's ending."""

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.errors import UnreadableFileError
from ingest.readers.pdf import read_pdf
from ingest.readers.plain_text import read_plain_text
from ingest.readers.source import Source

READERS: Mapping[str, Callable[[Path, str], Source]] = {
    ".md": read_plain_text,
    ".markdown": read_plain_text,
    ".txt": read_plain_text,
    ".pdf": read_pdf,
}


def read_source(path: Path, name: str) -> Source:
    """Read one file; `name` is how it is called in the corpus. Raises UnreadableFileError with what to do."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFileError(f"{name}: files of kind {path.suffix or 'without an ending'} are not read. Use {', '.join(READERS)}.")
    try:
        return reader(path, name)
    except OSError as error:
        raise UnreadableFileError(f"{name} cannot be opened ({error.strerror}). Check that it exists and may be read.") from error
