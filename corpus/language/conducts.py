"""What people say of a conduct, and how regulations name it: 乱扔 is 倾倒 or 抛撒."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

_FILE = "conducts.toml"


def conduct_words(text: str) -> Mapping[str, re.Pattern[str]]:
    """What `text` says of a conduct in everyday words, each marked with = and with how regulations say it; the first of two for the same characters."""
    found: dict[str, re.Pattern[str]] = {}
    taken: list[range] = []
    for spoken, official in _conducts():
        match = spoken.search(text)
        if match and not any(position in place for place in taken for position in range(*match.span())):
            taken.append(range(*match.span()))
            found[f"={match[0]}"] = official
    return found


@cache
def _conducts() -> Sequence[tuple[re.Pattern[str], re.Pattern[str]]]:
    patterns = tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    return [(re.compile(spoken), re.compile(official)) for spoken, official in patterns.items()]
