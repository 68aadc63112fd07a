"""Markdown and plain text."""

import html
import re
from pathlib import Path

from corpus.errors import UnreadableFileError
from ingest.progress import Progress, unheard
from ingest.readers.encoding import decode_text
from ingest.readers.file_signature import signature_of
from ingest.readers.source import Source

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_REPLACED = "�"
_REFERENCE = re.compile(r"&(?:lt|gt|amp|nbsp|quot|#\d{1,6}|#x[\da-fA-F]{1,5});(?P<opens>(?=[A-Za-z/!?]))?")


def read_plain_text(path: Path, name: str, _progress: Progress = unheard) -> Source:
    """Decode `path`. Raises UnreadableFileError when it is not text."""
    data = path.read_bytes()
    kind = signature_of(data)
    if kind:
        raise UnreadableFileError(f"{name} is {kind}, and ingest again.")
    text = decode_text(data, name)
    if len(_CONTROL.findall(text)) > len(text) // 1000 or text.count(_REPLACED) > len(text) // 1000:
        raise UnreadableFileError(f"{name} is not a text file. Save it as UTF-8 text, Markdown or PDF and ingest again.")
    if not text.strip():
        raise UnreadableFileError(f"{name} is empty. Remove it or put its text in, then ingest again.")
    return Source(name, _REFERENCE.sub(_referred, text.replace("\r\n", "\n").replace("\r", "\n")))


def _referred(match: re.Match[str]) -> str:
    """The character that a reference stands for (&lt; in a table that a converter wrote), unless it would read as a mark there."""
    character = html.unescape(match[0])
    opens_line = match.start() == 0 or match.string[match.start() - 1] == "\n"
    if character in "<" and match["opens"] is not None:
        return "< "
    return match[0] if _CONTROL.search(character) or character in "\n\r" or (opens_line and character in "#>|") else character
