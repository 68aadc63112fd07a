"""Web pages as browsers save them (.html, .htm, .mhtml, .mht): the document on the page, without the site around it."""

import re
from collections.abc import Sequence
from email import message_from_bytes, policy
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.language.titles import ends_like_title
from ingest.progress import Progress, unheard
from ingest.readers.encoding import decode_text
from ingest.readers.file_signature import signature_of
from ingest.readers.html_blocks import Block, Line, Table, blocks_of
from ingest.readers.html_furniture import document_lines, without_furniture
from ingest.readers.html_metadata import read_page_metadata, take_labelled_lines
from ingest.readers.html_tree import Page, read_page
from ingest.readers.marked_text import MarkedText
from ingest.readers.source import Source

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_MESSAGE = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?(?:MIME-Version|Content-Type): *(?:1\.0|multipart/related)", re.IGNORECASE
)
_SITE_PART = re.compile(r"\s*[_|｜]\s*|\s+[-—–]+\s+|——")
_TITLE_NAMES = ("articletitle", "og:title")
HEAD_LINES = 12
"""Lines of the page among which its title is looked for."""


def read_html(path: Path, name: str, _progress: Progress = unheard) -> Source:
    """The document of a saved web page: what the site says of it, its title, paragraphs, lists with their numbers, and tables.

    Raises UnreadableFileError where the file is no web page, or shows nothing without running its scripts.
    """
    data = path.read_bytes()
    kind = signature_of(data)
    if kind:
        raise UnreadableFileError(f"{name} is {kind}, and ingest again.")
    data, declared = _page_of_message(data, name) if _MESSAGE.match(data) else (data, None)
    markup = decode_text(data, name, declared or _declared(data))
    source = _source(read_page(markup, name), name)
    if not source.text.strip():
        raise UnreadableFileError(
            f"{name} shows no text (its text may be fetched by scripts). Save the page from the browser as complete page, or as PDF, and ingest again."
        )
    return source


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, 8192)
    return match[1].decode("ascii") if match else None


def _page_of_message(data: bytes, name: str) -> tuple[bytes, str | None]:
    """The page of a web archive (MHTML), which is a mail with the page and its pictures, and the encoding stated there."""
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                content = part.get_payload(decode=True)
                return (content, part.get_content_charset()) if isinstance(content, bytes) else (b"", None)
    except (ValueError, LookupError, RecursionError) as error:
        raise UnreadableFileError(f"{name} is a web archive that cannot be read. Save the page as .html and ingest again.") from error
    raise UnreadableFileError(f"{name} is a web archive without a page. Save the page as .html and ingest again.")


def _source(page: Page, name: str) -> Source:
    metadata = read_page_metadata(without_furniture(page.body))
    labelled, blocks = take_labelled_lines(document_lines(blocks_of(metadata.rest)))
    text = MarkedText()
    for line in (*metadata.lines, *(line for line in labelled if line not in metadata.lines)):
        text.add_line(line)
    title = _title(page, metadata.title, blocks)
    if title and not any(_says(block, title) for block in blocks[:HEAD_LINES]):
        text.add_line(title, is_title=True)
    is_told = False
    for block in blocks:
        if isinstance(block, Table):
            text.add_table(block.rows)
            continue
        is_title = not is_told and title is not None and _says(block, title)
        is_told = is_told or is_title
        text.add_line(block.text, heading=block.heading, bold=block.bold, is_title=is_title)
    lines = [block for block in blocks if isinstance(block, Line)]
    broken = sum(line.is_broken for line in lines)
    return text.source(name, marked=2 * broken < len(lines) or not lines)


def _says(block: Block, title: str) -> bool:
    return isinstance(block, Line) and "".join(block.text.split()) == "".join(title.split())


def _title(page: Page, labelled: str | None, blocks: Sequence[Block]) -> str | None:
    """What the site calls the document, where the page prints it or its own first lines hold no title."""
    stated = (page.meta.get(name, "").strip() for name in _TITLE_NAMES)
    candidates = [name for name in (*stated, labelled, _SITE_PART.split(page.title)[0].strip()) if name]
    head = [block for block in blocks[:HEAD_LINES] if isinstance(block, Line)]
    printed = next((name for name in candidates if any(_says(block, name) for block in head)), None)
    if printed or any(line.heading == 1 or ends_like_title(line.text.strip()) for line in head):
        return printed
    return next((name for name in candidates if ends_like_title(name)), None)
