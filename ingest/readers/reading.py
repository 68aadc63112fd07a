"""The way from a file to its text, by the file's ending."""

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus.errors import UnreadableFileError
from ingest.progress import Progress, unheard
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.pdf import read_pdf
from ingest.readers.plain_text import read_plain_text
from ingest.readers.source import Source

MAX_CHARACTERS = 5_000_000
"""The text of one file, whatever its format: the pages of a PDF of the greatest length, filled with print."""


class Reader(Protocol):
    """Reads the file at `path`, called `name` in messages; `progress` is told of what takes long.

    Whatever the file holds, it gives a Source or raises UnreadableFileError with what to do.
    """

    def __call__(self, path: Path, name: str, progress: Progress, /) -> Source: ...


@dataclass(frozen=True, slots=True)
class Format:
    """What reads files of a kind, and up to which size (MB of 1,000,000 bytes): pictures take no part in what is read, but room."""

    read: Reader
    max_megabytes: int

    @property
    def max_bytes(self) -> int:
        """The size up to which they are read."""
        return self.max_megabytes * 1_000_000


_TEXT, _WORD, _PAGE, _PDF = Format(read_plain_text, 20), Format(read_docx, 500), Format(read_html, 32), Format(read_pdf, 500)
READERS: Mapping[str, Format] = {
    ".md": _TEXT,
    ".markdown": _TEXT,
    ".txt": _TEXT,
    ".docx": _WORD,
    ".docm": _WORD,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".mhtml": _PAGE,
    ".mht": _PAGE,
    ".pdf": _PDF,
}

_CONVERSIONS: Mapping[str, str] = dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "save it as .docx")
"""What to do with kinds of files that a program which opens them can save as one that is read."""


def conversion_of(path: Path) -> str:
    """What to do with a file of a kind that is not read."""
    return _CONVERSIONS.get(path.suffix.lower(), f"convert it to {', '.join(READERS)}")


def read_source(path: Path, name: str, progress: Progress = unheard) -> Source:
    """Read one file; `name` is how it is called in the corpus, `progress` is told of what takes long. Raises UnreadableFileError with what to do."""
    form = READERS.get(path.suffix.lower())
    if form is None:
        kind = path.suffix or "without an ending"
        raise UnreadableFileError(f"{name}: files of kind {kind} are not read; {conversion_of(path)}, and ingest again.")
    try:
        _check_size(path, name, form)
        source = form.read(path, name, progress)
    except OSError as error:
        raise UnreadableFileError(f"{name} cannot be opened ({error.strerror}). Check that it exists and may be read.") from error
    if len(source.text) > MAX_CHARACTERS:
        raise UnreadableFileError(f"{name} holds more than {MAX_CHARACTERS:,} characters. Split it and ingest again.")
    return source


def _check_size(path: Path, name: str, form: Format) -> None:
    """Look at what the directory says of the file before it is opened: a pipe or a device would be read without end."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFileError(
            f"{name} cannot be opened (it is no file, but a folder, a pipe or a device). Remove it or give it another name."
        )
    if not found.st_size:
        raise UnreadableFileError(f"{name} is empty. Remove it or export it anew, then ingest again.")
    if found.st_size > form.max_bytes:
        raise UnreadableFileError(f"{name} has more than {form.max_megabytes} MB. Split it or reduce its pictures, and ingest again.")
