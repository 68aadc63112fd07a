"""What people type: without characters that nobody typed; and as a question, neither empty nor too long."""

import re
import unicodedata

from assistant.phrases import phrase
from corpus.errors import InvalidQuestionError

_SPACES = re.compile(r"\s+")
_UNTYPED = frozenset({"Cc", "Cf", "Cs"})


def question_text(typed: str, *, limit: int) -> str:
    """The question in `typed`. Raises InvalidQuestionError when there is none, or it has more than `limit` characters."""
    text = typed_text(typed)
    if not text:
        raise InvalidQuestionError(phrase("question_empty", "zh"))
    if len(text) > limit:
        raise InvalidQuestionError(phrase("question_too_long", _language(text), length=len(text), limit=limit))
    return text


def typed_text(typed: str) -> str:
    """`typed` with white space folded to single spaces, without control and format characters and lone surrogates."""
    spaced = _SPACES.sub(" ", typed)
    return _SPACES.sub(" ", "".join(c for c in spaced if unicodedata.category(c) not in _UNTYPED)).strip()


def _language(text: str) -> str:
    return "zh" if re.search(r"[\u3400-\u9fff]", text) else "en"
