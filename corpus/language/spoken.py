"""Words of everyday speech around what a question names: they weigh nothing, and must not pair up with what stands beside them."""

import re
from functools import cache
from importlib import resources

_FILE = "spoken_words.txt"
_SPEAKER = re.compile(r"(?<!自)[俺咱我你您](?:们|家)?的?|(?<!其)[他她](?!人)们?的?")
_END = re.compile(r"[不没么嘛咧呗哈哦](?=[\s，。；、！,;!]|$)")


def without_spoken_words(text: str) -> str:
    """`text` with a space for each word that only speaks: 听说, 有没有, 俺家, and 不 or 没 at the end of a question."""
    return _END.sub(" ", _SPEAKER.sub(" ", _words().sub(" ", text)))


@cache
def _words() -> re.Pattern[str]:
    lines = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    words = sorted({word for line in lines if not line.startswith("#") for word in line.split()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
