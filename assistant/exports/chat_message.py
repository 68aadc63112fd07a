"""An answer as one message of a chat, for programs that show nothing but text: its sources and notices stand below it."""

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.answer_blocks import plain_answer
from assistant.answer_sentences import answer_sentences
from assistant.exports.report import sources_of, unsaid_notices

_BLANK_LINES = re.compile(r"\n\s*\n")
_PARTS = "\n\n"


def message_pieces(answer: Answer) -> tuple[str, ...]:
    """The message in the pieces a stream sends: sentence by sentence, then source by source and notice by notice, one a line.

    A blank line stands only where the sources and where the notices begin; what a model wrote comes without signs of Markdown.
    """
    language = "en" if answer.language == "en" else "zh"
    text = _BLANK_LINES.sub("\n", plain_answer(answer) or answer.text).rstrip()
    sources = [f"[{source.marker}] {source.place}：“{source.quote}”" for source in sources_of(answer, language)]
    notices = [f"⚠ {' '.join(notice.split())}" for notice in unsaid_notices(answer)]
    return (*(sentence.text for sentence in answer_sentences(text)), *_part(sources), *_part(notices))


def answer_in(message: str) -> str:
    """The answer that a message of `message_pieces` holds, without what stands below it."""
    return message.partition(_PARTS)[0]


def _part(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(("\n" if place else _PARTS) + line for place, line in enumerate(lines))
