"""Words that people use for words that documents use: everyday Chinese for official Chinese, English for Chinese.

The general part ships with the program and serves any city; CORPUS_DIR adds what is particular to its documents.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Self

from pydantic import ConfigDict, RootModel, model_validator

from corpus.settings import CorpusSettings
from corpus.toml_file import parse_toml, read_toml

SYNONYMS_FILE = "synonyms.toml"
GLOSSARY_FILE = "glossary.toml"
Wording = Mapping[str, tuple[str, ...]]


class WordingFile(RootModel[dict[str, dict[str, tuple[str, ...]]]]):
    """Tables of `"word" = ["official word", …]`; a table's name is a heading for people who read the file."""

    model_config = ConfigDict(frozen=True)

    root: dict[str, dict[str, tuple[str, ...]]] = {}

    @model_validator(mode="after")
    def _check_words(self) -> Self:
        tables: dict[str, str] = {}
        for table, words in self.root.items():
            for word, official in words.items():
                if len(word.strip()) < 2 or not official or not all(term.strip() for term in official):
                    raise ValueError(f'[{table}] "{word}" needs two characters or more, and at least one word that it stands for')
                if word in official:
                    raise ValueError(f'[{table}] "{word}" stands for itself; remove it from its own list')
                if word.lower() in tables:
                    raise ValueError(f'"{word}" stands in [{tables[word.lower()]}] and again in [{table}]; keep one of them')
                tables[word.lower()] = table
        return self

    def words(self) -> dict[str, tuple[str, ...]]:
        """Every word in lower case with the words it stands for."""
        return {word.lower(): official for words in self.root.values() for word, official in words.items()}


def load_synonyms(settings: CorpusSettings) -> Wording:
    """Everyday words with the official words for them, the corpus' own first.

    Raises ManifestError when CORPUS_DIR/synonyms.toml is broken.
    """
    return _merged(settings.corpus_dir / SYNONYMS_FILE, "everyday.toml")


def load_glossary(settings: CorpusSettings) -> Wording:
    """English terms in lower case with the Chinese terms for them, the corpus' own first.

    Raises ManifestError when CORPUS_DIR/glossary.toml is broken.
    """
    return _merged(settings.corpus_dir / GLOSSARY_FILE, "english.toml", "english_places.toml")


@cache
def words_of_same_meaning() -> Mapping[str, frozenset[str]]:
    """Words with others that a document may print for them: from the shipped lists of words of one meaning and of everyday words."""
    folder = resources.files("corpus.language")
    lines = folder.joinpath("same_meaning.txt").read_text(encoding="utf-8").splitlines()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for words in (line.split() for line in lines if not line.startswith("#")):
        for word in words:
            found[word].update(other for other in words if other != word)
    everyday = parse_toml(folder.joinpath("everyday.toml").read_text(encoding="utf-8"), WordingFile, "everyday.toml")
    for word, official in everyday.words().items():
        found[word].update(official)
    return {word: frozenset(others) for word, others in found.items()}


def _merged(path: Path, *general_files: str) -> Wording:
    merged = read_toml(path, WordingFile).words()
    for file in general_files:
        text = resources.files("corpus.language").joinpath(file).read_text(encoding="utf-8")
        for word, official in parse_toml(text, WordingFile, file).words().items():
            merged[word] = tuple(dict.fromkeys((*merged.get(word, ()), *official)))
    return merged
