"""Words as people mistype them, with a character of the same sound or of a similar shape."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

_FILE = "misspellings.toml"


def corrected(text: str) -> str:
    """`text` with the mistyped words that everybody reads as another word written as that word."""
    words = misspellings()
    return _pattern().sub(lambda match: words[match[0]], text)


@cache
def misspellings() -> Mapping[str, str]:
    """The right word by the mistyped one."""
    tables = tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    return {mistyped: right for words in tables.values() for mistyped, right in words.items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(misspellings(), key=len, reverse=True)))
