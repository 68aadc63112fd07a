"""The name under which an uploaded file is kept."""

import re
import unicodedata
from pathlib import PurePosixPath

from corpus.errors import PublishingError
from ingest.sources import DATA_FILES, NOT_DOCUMENTS

LONGEST = 200
"""Bytes of a name in UTF-8: file systems take 255, and unfinished files have a longer name."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
"""Names that mean devices on Windows, whatever their ending."""
_UNUSABLE = re.compile(r'[<>:"|?*]')


def safe_file_name(given: str) -> str:
    """`given` without folders, in one way of composing characters, without what a file system or a terminal would take amiss.

    Raises PublishingError when no name is left, or it is one that is never read as a document.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    printed = "".join(character for character in last if not unicodedata.category(character).startswith("C"))
    name = _UNUSABLE.sub("_", " ".join(printed.split())).lstrip(".~ ").rstrip(". ")
    if _RESERVED.match(name):
        name = f"_{name}"
    name = _shortened(name)
    if not PurePosixPath(name).stem or name in NOT_DOCUMENTS or name in DATA_FILES:
        raise PublishingError(f"A document cannot be called {given[:100]!r}; give the file a name that says what it holds.")
    return name


def _shortened(name: str) -> str:
    path = PurePosixPath(name)
    ending = path.suffix if len(path.suffix.encode()) <= 10 else ""
    stem = name.removesuffix(ending).encode()[: LONGEST - len(ending.encode())]
    return stem.decode(errors="ignore").rstrip(". ") + ending
