"""The text of a question as it may be asked: without characters that nobody typed, not empty, not too long."""

import re
import unicodedata

from assistant.phrases import phrase
from corpus.errors import InvalidQuestionError

_SPACES = re.compile(r"\s+")
_UNTYPED = frozenset({"Cc", "Cf", "Cs"})


def question_text(typed: str, *, limit: int) -> str:
    """`typed` with white space folded to single spaces, without control and format characters and lone surrogates.

    Raises InvalidQuestionError when nothing remains, or more than `limit` characters.
    """
    spaced = _SPACES.sub(" ", typed)
    text = _SPACES.sub(" ", "".join(c for c in spaced if unicodedata.category(c) not in _UNTYPED)).strip()
    if not text:
        raise InvalidQuestionError(phrase("question_empty", "zh"))
    if len(text) > limit:
        raise InvalidQuestionError(phrase("question_too_long", _language(text), length=len(text), limit=limit))
    return text


def _language(text: str) -> str:
    return "zh" if re.search(r"[\u3400-\u9fff]", text) else "en"
