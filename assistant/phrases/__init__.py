"""What the product says to people, in Chinese and English, as data.

Each .toml file beside this module holds tables of one name each: `zh` and `en`, the same `{variables}` in both.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class PhraseError(ValueError):
    """A phrase is not there, is not given in both languages, or is used with other variables than it has: a fault of the program."""


def phrase(name: str, language: str, **variables: object) -> str:
    """The phrase `name` in `language` ("zh", "en") with exactly its `variables` filled in.

    Raises PhraseError for an unknown name or language, and for a variable that is missing or that the phrase does not use.
    """
    wordings = _phrases().get(name)
    if wordings is None or language not in wordings:
        raise PhraseError(f"no phrase {name!r} in language {language!r}")
    wording = wordings[language]
    if variables_of(wording) != variables.keys():
        raise PhraseError(f"phrase {name!r} takes the variables {sorted(variables_of(wording))}, given were {sorted(variables)}")
    return wording.format_map(variables)


def quoted(name: str) -> str:
    """`name` in quotation marks, unless it brings its own: marks within marks would close the outer ones."""
    return name if "“" in name or "”" in name else f"“{name}”"


def variables_of(wording: str) -> frozenset[str]:
    """The names between braces in `wording`."""
    return frozenset(name for _, name, _, _ in Formatter().parse(wording) if name is not None)


def read_phrases(texts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """All phrases of the TOML `texts`, by name and language; the keys of `texts` are the file names for messages.

    Raises PhraseError when a phrase lacks a language, has one too many, stands twice, or has different variables in its languages.
    """
    phrases: dict[str, dict[str, str]] = {}
    for file, text in texts.items():
        for name, wordings in tomllib.loads(text).items():
            if name in phrases:
                raise PhraseError(f"{file}: phrase {name!r} stands twice")
            if not isinstance(wordings, dict) or set(wordings) != set(LANGUAGES):
                raise PhraseError(f"{file}: phrase {name!r} needs {' and '.join(LANGUAGES)}, nothing else")
            if len({variables_of(wording) for wording in wordings.values()}) > 1:
                raise PhraseError(f"{file}: phrase {name!r} has other variables in one language than in the other")
            phrases[name] = wordings
    return phrases


@cache
def _phrases() -> dict[str, dict[str, str]]:
    folder = files(__name__)
    return read_phrases({entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")})
