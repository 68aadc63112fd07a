"""What happens while an answer is made, for whoever shows it as it comes."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Answer, Reason, Status
from assistant.answer_blocks import plain_answer
from assistant.answer_sentences import AnswerSentence, answer_sentences


@dataclass(frozen=True, slots=True)
class Begun:
    """An answer begins; a second one says that what was sent before it gives way to what follows."""

    status: Status
    reason: Reason | None


AnswerEvent = Begun | AnswerSentence | Answer
"""The whole answer comes last, when it is stored."""


def rest_of(answer: Answer, sent: str) -> Iterator[AnswerEvent]:
    """What is still to be sent of `answer` when `sent` has gone out: the rest, or all of it, without signs of Markdown, where that is not its beginning."""
    if sent and answer.text.startswith(sent):
        yield from answer_sentences(answer.text.removeprefix(sent))
    else:
        yield Begun(answer.status, answer.reason)
        yield from answer_sentences(plain_answer(answer) or answer.text)
    yield answer
