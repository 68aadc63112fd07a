"""English words: those that name nothing, and the forms that a word can be an inflection of."""

from functools import cache
from importlib import resources

_FILE = "english_function_words.txt"
_VOWELS = frozenset("aeiouy")
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("our", "or"),
    ("tre", "ter"),
    ("programme", "program"),
)
"""British endings with the American ones."""
SPELT = 5
"""Letters from which a word can be spelt in two ways: for and four are two words."""


@cache
def function_words() -> frozenset[str]:
    """Articles, pronouns, auxiliaries, and the words with which any fact of a plan is asked for; lower case."""
    lines = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def word_forms(word: str) -> tuple[str, ...]:
    """`word` itself and what it can be a form of: its singular, its infinitive, in either spelling; the likelier first."""
    forms = [word]
    for form in _singulars(word):
        forms.extend((form, *_infinitives(form)))
    forms.extend(_infinitives(word))
    for form in filter(lambda form: len(form) >= SPELT, tuple(forms)):
        forms.extend(
            form.removesuffix(old) + new
            for british, american in _SPELLINGS
            for old, new in ((british, american), (american, british))
            if form.endswith(old)
        )
    return tuple(dict.fromkeys(forms))


_IRREGULAR = {
    "children": "child",
    "people": "person",
    "criteria": "criterion",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
}


def _singulars(word: str) -> tuple[str, ...]:
    if word in _IRREGULAR:
        return (_IRREGULAR[word],)
    if word.endswith("men") and len(word) > len("women"):
        return (f"{word[:-2]}an",)
    if word.endswith("ves") and len(word) >= SPELT:
        return (f"{word[:-3]}f", f"{word[:-3]}fe", word[:-1])
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return ()
    if word.endswith("ies"):
        return (f"{word[:-3]}y", word[:-1])
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        return (word[:-2], word[:-1])
    return (word[:-1],)


def _infinitives(word: str) -> tuple[str, ...]:
    if word.endswith("ied"):
        return (f"{word[:-3]}y",)
    for suffix in ("ing", "ed"):
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 3 and _VOWELS & set(stem):
            undoubled = stem[:-1] if stem[-1] == stem[-2] else stem
            return tuple(dict.fromkeys((stem, f"{stem}e", undoubled)))
    return ()
