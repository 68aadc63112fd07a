"""PDF files, page by page: the structure looked at by pypdf, the text layer read by pdfium, and scanned pages by character recognition where that is installed."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import UnreadableFileError
from ingest.progress import Progress, unheard
from ingest.readers.page_text import page_text, text_areas
from ingest.readers.printed_page import PrintedPage
from ingest.readers.source import Source

if TYPE_CHECKING:
    from ingest.readers.scans import ScanReader

MAX_PAGES = 3_000
"""Pages of one file; longer ones are collections that nobody cites by the page."""
MIN_GLYPHS = 16
"""Characters below which a page with a picture is a scan that something stamped a number on."""
PAGES, SCANNED = "pages", "scanned pages"
"""The stages that progress is told of while pages are read and while they are recognized."""

# pypdf logs what is wrong with a file before it raises; the report says it once, in words that tell what to do.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(path: Path, name: str, progress: Progress = unheard) -> Source:
    """The text of every page as it is printed, tables as markup; `progress` is told how many pages are done, and how many scanned ones.

    Raises UnreadableFileError when the file is broken, locked, too long or holds no text that can be read here.
    """
    _check(path, name)
    document = _open(path, name)
    try:
        pages, scans, broken = _read_layers(document, name, progress)
        recognizer = _scan_reader() if scans else None
        if recognizer is not None:
            for done, number in enumerate(scans):
                progress(SCANNED, done, len(scans))
                pages[number] = recognizer.read(document[number])
            progress(SCANNED, len(scans), len(scans))
    finally:
        document.close()
    remarks = tuple(_remarks(name, () if recognizer else scans, broken))
    return _source(name, pages, remarks)


def recognition_version() -> str:
    """Which recognition reads scanned pages here; empty where none is installed."""
    with suppress(PackageNotFoundError):
        return version("rapidocr")
    return ""


def _check(path: Path, name: str) -> None:
    """Look at the structure of the file by pypdf, before native code opens it. Raises UnreadableFileError."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError(f"{name} is protected by a password. Save an unprotected copy and ingest again.")
        count = reader.get_num_pages()
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise UnreadableFileError(
            f"{name} is not a PDF that can be read ({type(error).__name__}). Export it anew and ingest again."
        ) from error
    if not 0 < count <= MAX_PAGES:
        too_many = f"has {count} pages, more than {MAX_PAGES}. Split it" if count > 0 else "has no pages. Export it anew"
        raise UnreadableFileError(f"{name} {too_many} and ingest again.")


def _open(path: Path, name: str) -> Any:
    """The file as pdfium opens it. Raises UnreadableFileError."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError(f"{name} is not a PDF that can be read. Export it anew and ingest again.") from error


def _read_layers(document: Any, name: str, progress: Progress) -> tuple[list[PrintedPage], list[int], list[int]]:
    """The text layer of every page, which pages are scans, and which are broken. Raises UnreadableFileError."""
    import pypdfium2

    from ingest.readers.pdf_layer import TooManyGlyphsError, has_picture, read_layer

    pages: list[PrintedPage] = []
    scans: list[int] = []
    broken: list[int] = []
    for number in range(len(document)):
        progress(PAGES, number, len(document))
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            broken.append(number)
            pages.append(PrintedPage())
            continue
        try:
            pages.append(read_layer(page.raw))
            if len(pages[-1].glyphs) < MIN_GLYPHS and has_picture(page.raw):
                scans.append(number)
        except TooManyGlyphsError as error:
            raise UnreadableFileError(f"{name}, page {number + 1}: {error}. Export it anew and ingest again.") from error
        finally:
            page.close()
    progress(PAGES, len(document), len(document))
    return pages, scans, broken


def _scan_reader() -> "ScanReader | None":
    """The recognition of scanned pages; None where the extra is not installed."""
    try:
        from ingest.readers.scans import ScanReader
    except ImportError:
        return None
    return ScanReader()


def _remarks(name: str, scans: Sequence[int], broken: Sequence[int]) -> Iterator[str]:
    """What is to be said of pages that were not read."""
    if scans:
        yield f"{name}, {_named(scans)}: scanned, without text. Install city-knowledge-assistant[ocr] and ingest again."
    if broken:
        yield f"{name}, {_named(broken)}: broken. Export the file anew and ingest again."


def _named(numbers: Sequence[int]) -> str:
    """Pages as people count them: pages 2, 5-7."""
    runs: list[list[int]] = []
    for number in (index + 1 for index in numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {named}"


def _source(name: str, pages: Sequence[PrintedPage], remarks: tuple[str, ...]) -> Source:
    """The text of all pages; each starts with its own characters. Raises UnreadableFileError where there is none."""
    areas = text_areas(pages)
    texts = [page_text(page, areas.get(round(page.width))) for page in pages]
    if not any(text.text.strip() for text in texts):
        advice = " ".join(remarks) or "Provide a PDF with text, Markdown or plain text instead."
        raise UnreadableFileError(f"{name} has no text layer (a scan). {advice}")
    starts = tuple(accumulate((len(text.text) or 1 for text in texts[:-1]), initial=0))
    full = frozenset(start + line for start, text in zip(starts, texts, strict=True) for line in text.full)
    return Source(name, "".join(text.text or "\n" for text in texts), starts, full=full, left_out=remarks)
