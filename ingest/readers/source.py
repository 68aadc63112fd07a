"""What a reader gives: the file's text as it stands, before any repair."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of one file. `pages` holds the offset at which each page starts; empty for formats without pages.

    `marked` is set for formats that tell paragraphs, headings and tables themselves and hold no page furniture (Word, web pages): every
    line is a whole paragraph then, headings begin with #, and tables stand as HTML. `full` is for formats that tell where on a page each
    character stands: the lines that end for want of room, by where they start; None where only the characters tell. `left_out` says for pages that could not be read why,
    and what to do.
    """

    name: str
    text: str
    pages: tuple[int, ...] = ()
    marked: bool = False
    full: frozenset[int] | None = None
    left_out: tuple[str, ...] = ()
