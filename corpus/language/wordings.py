"""Ways of asking that mean the same, put into the one way that rules know: 场景总数 is 场景一共有几个？, 何谓 is 什么是, headcount of is number of."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

_FILE = "wordings.toml"
_ENGLISH_FILE = "english_wordings.toml"
_MARKED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」|『[^『』]*』|\"[^\"]*\"")
_NAMED_WORDS = re.compile(r"%([a-z_]+)%")
_SENTENCE_START = re.compile(r"(?:^|(?<=[.?!] ))(?:how|what|which|who|when)\b")
_PLACE, _TITLE = "\ue0f0", "\ue0f1"
"""Stand for what is in quotation marks and for titles while the text around them is read: characters which no text has."""


def plainly_asked(text: str) -> str:
    """`text` with every way of asking in the data put plainly; what stands in marks stays as it is."""
    return _put_plainly(text, _wordings(_FILE))


def plainly_asked_in_english(text: str) -> str:
    """The English `text` with every way of asking in the data put plainly; what stands in quotation marks stays as it is."""
    plain = _put_plainly(text, _wordings(_ENGLISH_FILE))
    return plain if plain == text else _SENTENCE_START.sub(lambda match: match[0].capitalize(), plain)


def _put_plainly(text: str, wordings: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """`text` with each of `wordings` applied; as it is where one of them would take a name or say it twice, for then names would change places."""
    marked = _MARKED.findall(text)
    plain = _MARKED.sub(lambda match: _TITLE if match[0].startswith("《") else _PLACE, text)
    for asked, said in wordings:
        plain = asked.sub(said, plain)
    if plain.count(_PLACE) + plain.count(_TITLE) != len(marked):
        return text
    for words in marked:
        plain = plain.replace(_TITLE if words.startswith("《") else _PLACE, words, 1)
    return plain


@cache
def _wordings(file: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    data = tomllib.loads(resources.files(__package__).joinpath(file).read_text(encoding="utf-8"))
    words: dict[str, str] = {}
    for name, pattern in data["words"].items():
        words[name] = _with_words(pattern, words)
    flags = re.IGNORECASE if file == _ENGLISH_FILE else 0
    return tuple((re.compile(_with_words(entry["asked"], words), flags), entry["said"]) for entry in data["wording"])


def _with_words(pattern: str, words: Mapping[str, str]) -> str:
    """`pattern` with the words of the data that it names between per cent signs."""
    return _NAMED_WORDS.sub(lambda name: words[name[1]], pattern)
