"""PDF files with a text layer, read with pypdf."""

import logging
from pathlib import Path

from corpus.errors import UnreadableFileError
from ingest.readers.source import Source

# pypdf logs what is wrong with a file before it raises; the report says it once, in words that tell what to do.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(path: Path, name: str) -> Source:
    """The text layer of every page. Raises UnreadableFileError when the file is broken, locked or holds no text."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError(f"{name} is protected by a password. Save an unprotected copy and ingest again.")
        texts = [page.extract_text() for page in reader.pages]
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableFileError(
            f"{name} is not a PDF that can be read ({type(error).__name__}). Export it anew and ingest again."
        ) from error
    if not any(text.strip() for text in texts):
        raise UnreadableFileError(f"{name} has no text layer (a scan). Provide a PDF with text, Markdown or plain text instead.")
    starts: list[int] = []
    joined = ""
    for text in texts:
        starts.append(len(joined))
        joined += text + "\n"
    return Source(name, joined, tuple(starts))
