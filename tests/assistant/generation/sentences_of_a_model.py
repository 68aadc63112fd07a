"""A labelled sentence put into the mouth of a model that cites what it was shown."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from eval.grounding.labelled_sentence import LabelledSentence
from eval.wording import normalize

NEAREST = 3
"""Sources that are cited for a passage that the prompt does not hold."""
_END = re.compile(r"(?=[。！？]|\.(?:\s|$))")
_CLOSED = re.compile(r"[。！？.][”’」』）)】》]*$")


def questions_for(sentence: LabelledSentence) -> Sequence[str]:
    """Its question, and others for where that has no answer that a model words: after the passage's own words, and after the document."""
    first = sentence.passages[0]
    return (sentence.question, f"{first.quote[:60]}，具体内容是什么？", f"请概括《{first.title}》的主要内容")


def said_of(sentence: LabelledSentence, sources: Mapping[str, str]) -> str:
    """Its words with tokens of `sources` (words by token) before each end."""
    tokens = dict.fromkeys(token for passage in sentence.passages for token in _tokens(passage.quote, sources))
    marks = "".join(f"[{token}]" for token in tokens)
    said = _END.sub(marks, sentence.sentence)
    return said if _CLOSED.search(sentence.sentence) else said + marks


def is_shown(sentence: LabelledSentence, sources: Mapping[str, str]) -> bool:
    """Whether `sources` hold every passage that it was made from."""
    return all(_holding(passage.quote, sources) for passage in sentence.passages)


def _tokens(quote: str, sources: Mapping[str, str]) -> Sequence[str]:
    pairs = Counter(pairwise(normalize(quote)))
    shared = {token: (pairs & Counter(pairwise(normalize(words)))).total() for token, words in sources.items()}
    return _holding(quote, sources) or sorted(sources, key=lambda token: -shared[token])[:NEAREST]


def _holding(quote: str, sources: Mapping[str, str]) -> Sequence[str]:
    return [token for token, words in sources.items() if normalize(quote) in normalize(words)]
