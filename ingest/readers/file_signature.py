"""What a file is by its first bytes, whatever its ending says."""

from collections.abc import Mapping

_SIGNATURES: Mapping[bytes, str] = {
    b"%PDF-": "a PDF. Give it the ending .pdf",
    b"PK\x03\x04": "a Word document or another archive. Give it its own ending (.docx)",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Word document (.doc), or one protected by a password. Save it as .docx without a password",
    b"{\\rtf": "rich text. Save it as .docx",
    b"\x89PNG": "a picture. Provide its text instead",
    b"\xff\xd8\xff": "a picture. Provide its text instead",
    b"GIF8": "a picture. Provide its text instead",
}
"""The start of a file, with what it is and what to do."""


def signature_of(data: bytes) -> str | None:
    """What the file that starts with `data` is, and what to do with it: "a PDF. Give it the ending .pdf"; None where it is none of the known."""
    return next((meaning for start, meaning in _SIGNATURES.items() if data.startswith(start)), None)
