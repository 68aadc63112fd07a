"""How many tokens a text is to a language model, counted with tiktoken and without any vocabulary that would have to be fetched."""

from functools import cache
from itertools import product

import tiktoken

_CHINESE = (*range(0x3000, 0x3040), *range(0x4E00, 0xA000), *range(0xFF00, 0xFFF0))
"""Characters and signs of Chinese text, as code points."""
_PIECES = r"[A-Za-z]+|[^A-Za-z]"


def count_tokens(text: str) -> int:
    """The tokens of `text`: one a Chinese character, one for one or two small letters of a word, one a byte of anything else.

    Models have vocabularies of their own, which mostly take fewer tokens for Chinese, so that what fits by this count fits them.
    """
    return len(_encoding().encode_ordinary(text))


@cache
def _encoding() -> tiktoken.Encoding:
    """Single bytes, Chinese characters with the two bytes they begin with, and small letters in twos."""
    characters = [chr(point).encode() for point in _CHINESE]
    letters = [bytes(pair) for pair in product(b"abcdefghijklmnopqrstuvwxyz", repeat=2)]
    tokens = dict.fromkeys(
        (
            *(bytes([byte]) for byte in range(256)),
            *(character[:2] for character in characters),
            *characters,
            *letters,
        )
    )
    return tiktoken.Encoding(
        "city-assistant", pat_str=_PIECES, mergeable_ranks={token: rank for rank, token in enumerate(tokens)}, special_tokens={}
    )
