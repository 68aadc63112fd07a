"""English words that name nothing: what is left of a question without them is what it asks about."""

from functools import cache
from importlib import resources

_FILE = "english_function_words.txt"


@cache
def function_words() -> frozenset[str]:
    """Articles, pronouns, auxiliaries, and the words with which any fact of a plan is asked for; lower case."""
    lines = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
