"""What a reader gives: the file's text as it stands, before any repair."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of one file. `pages` holds the offset at which each page starts; empty for formats without pages."""

    name: str
    text: str
    pages: tuple[int, ...] = ()
