"""Words that mean the same: which others a document may print for one."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources

_FILE = "same_meaning.txt"


@cache
def words_of_same_meaning() -> Mapping[str, frozenset[str]]:
    """Every known word with the other words for it."""
    lines = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for words in (line.split() for line in lines if not line.startswith("#")):
        for word in words:
            found[word].update(other for other in words if other != word)
    return {word: frozenset(others) for word, others in found.items()}
