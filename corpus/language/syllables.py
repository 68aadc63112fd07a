"""Chinese names spelled in Latin letters: Lanjiang for 岚江."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import product

_FILE = "syllables.txt"
LONGEST = 5
"""Characters of a name up to which all its spellings are made."""


def spellings(name: str) -> tuple[str, ...]:
    """Every spelling of `name` in lower case, as one word; none where a character is not known or the name is long."""
    if len(name) > LONGEST:
        return ()
    return tuple("".join(syllables) for syllables in product(*(_syllables().get(character, ()) for character in name)))


@cache
def _syllables() -> Mapping[str, tuple[str, ...]]:
    lines = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    table: dict[str, tuple[str, ...]] = {}
    for syllable, characters in (line.split() for line in lines if line and not line.startswith("#")):
        for character in characters:
            table[character] = (*table.get(character, ()), syllable)
    return table
