"""Markdown and plain text in UTF-8 (with or without byte order mark) or GB18030."""

import re
from pathlib import Path

from corpus.errors import UnreadableFileError
from ingest.readers.source import Source

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_REPLACED = "�"


def read_plain_text(path: Path, name: str) -> Source:
    """Decode `path`. Raises UnreadableFileError when it is not text."""
    data = path.read_bytes()
    text = _decode(data, name)
    if len(_CONTROL.findall(text)) > len(text) // 1000 or text.count(_REPLACED) > len(text) // 1000:
        raise UnreadableFileError(f"{name} is not a text file. Save it as UTF-8 text, Markdown or PDF and ingest again.")
    if not text.strip():
        raise UnreadableFileError(f"{name} is empty. Remove it or put its text in, then ingest again.")
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _decode(data: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFileError(f"{name} is neither UTF-8 nor GB18030 text. Save it as UTF-8 and ingest again.")
