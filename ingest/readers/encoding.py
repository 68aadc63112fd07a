"""The text that bytes stand for: a byte order mark or UTF-8 where there is one, else the Chinese encoding that reads as Chinese."""

import codecs
import re
from collections.abc import Callable, Mapping, Sequence

from corpus.errors import UnreadableFileError

_MARKS: Mapping[bytes, str] = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""By byte order mark; that of UTF-32 stands before that of UTF-16, which it begins with."""
_DECLARED: Mapping[str, str] = {
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "xgbk": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "utf16": "utf-16-le",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
}
"""The encoding to read a declared one with: pages that declare gb2312 hold characters of GB18030."""
_CHINESE = re.compile(
    r"[\t\n\r -~\u00b7\u2010-\u2049\u2103\u2160-\u217f\u2460-\u249b\u3000-\u301f\u3400-\u9fff\uff01-\uff5e\uffe5\U00020000-\U0003ffff]"
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
COMMON, CERTAIN = 0.95, 0.98
"""Share of characters in everyday use from which a text in GB18030 is Chinese, and from which Big5 is taken for what it is."""
DOUBTFUL = 0.9
"""Share below which a text does not read as GB18030 beside another reading that does."""
SAMPLE = 200_000
"""Characters from the start that a text is judged by."""
_KANA = range(0x3040, 0x3100)
"""Japanese syllables, which GB 2312 has too; no Chinese text is made of them."""
POSSIBLE = 0.5
"""Share from which bytes that are nothing else are taken as GB18030: old characters and names in a Chinese text."""


def decode_text(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of `data`; `declared` is the encoding that the file itself states, which is believed where the bytes are in it.

    Raises UnreadableFileError where the bytes are in no encoding with certainty: a wrong guess would put wrong characters into quotes.
    """
    readings: Sequence[Callable[[], str | None]] = (
        lambda: _marked(data),
        lambda: _unmarked_utf_16(data),
        lambda: _strict(data, "utf-8"),
        lambda: _as_declared(data, declared),
        lambda: _chinese(data),
    )
    for text in (reading() for reading in readings):
        if text is not None:
            return text
    raise UnreadableFileError(
        f"{name} is in no encoding that can be told for certain (UTF-8, GB18030, Big5). Save it as UTF-8 and ingest again."
    )


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _marked(data: bytes) -> str | None:
    return next((_strict(data, encoding) for mark, encoding in _MARKS.items() if data.startswith(mark)), None)


def _as_declared(data: bytes, declared: str | None) -> str | None:
    encoding = _DECLARED.get(re.sub(r"[\W_]", "", declared.lower())) if declared else None
    text = _strict(data, encoding) if encoding else None
    return text if text is not None and _share(text, encoding) >= POSSIBLE else None


def _unmarked_utf_16(data: bytes) -> str | None:
    """UTF-16 shows by its line ends and digits, every second byte of which is zero, and by reading as Chinese in one order of bytes only."""
    if len(data) % 2 or b"\x00" not in data:
        return None
    texts = [text for text in (_strict(data, "utf-16-le"), _strict(data, "utf-16-be")) if text]
    chinese = [text for text in texts if len(_CHINESE.findall(text)) >= CERTAIN * len(text)]
    return chinese[0] if len(chinese) == 1 else None


def _chinese(data: bytes) -> str | None:
    """GB18030 or Big5, whichever has the characters of everyday use; None where neither, or both."""
    simplified, traditional = _strict(data, "gb18030"), _strict(data, "big5hkscs")
    as_gb = _share(simplified, "gb18030") if simplified is not None else 0.0
    as_big5 = _share(traditional, "big5hkscs") if traditional is not None else 0.0
    if as_gb >= COMMON and as_gb > as_big5:
        return simplified
    if as_big5 >= CERTAIN and as_gb < DOUBTFUL:
        return traditional
    return simplified if traditional is None and as_gb >= POSSIBLE else None


def _share(text: str, encoding: str | None) -> float:
    """Which share of the characters beyond ASCII is punctuation or of the first level of GB 2312, or of Big5."""
    codec, last = ("big5", 0xC6) if encoding == "big5hkscs" else ("gb2312", 0xD7)
    characters = _BEYOND_ASCII.findall(text[:SAMPLE])
    known = (character.encode(codec, "ignore") for character in characters if ord(character) not in _KANA)
    return sum(len(code) == 2 and code[0] <= last for code in known) / len(characters) if characters else 1.0
