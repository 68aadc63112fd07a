"""The way from a file to its text, by the file's ending."""

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.errors import UnreadableFileError
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.pdf import Progress, read_pdf
from ingest.readers.plain_text import read_plain_text
from ingest.readers.source import Source

READERS: Mapping[str, Callable[[Path, str], Source]] = {
    ".md": read_plain_text,
    ".markdown": read_plain_text,
    ".txt": read_plain_text,
    ".docx": read_docx,
    ".docm": read_docx,
    ".html": read_html,
    ".htm": read_html,
    ".mhtml": read_html,
    ".mht": read_html,
    ".pdf": read_pdf,
}

_CONVERSIONS: Mapping[str, str] = dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "save it as .docx")
"""What to do with kinds of files that a program which opens them can save as one that is read."""


def conversion_of(path: Path) -> str:
    """What to do with a file of a kind that is not read."""
    return _CONVERSIONS.get(path.suffix.lower(), f"convert it to {', '.join(READERS)}")


def read_source(path: Path, name: str, progress: Progress = lambda *_: None) -> Source:
    """Read one file; `name` is how it is called in the corpus, `progress` is told of what takes long. Raises UnreadableFileError with what to do."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kind = path.suffix or "without an ending"
        raise UnreadableFileError(f"{name}: files of kind {kind} are not read; {conversion_of(path)}, and ingest again.")
    try:
        return read_pdf(path, name, progress) if reader is read_pdf else reader(path, name)
    except OSError as error:
        raise UnreadableFileError(f"{name} cannot be opened ({error.strerror}). Check that it exists and may be read.") from error
