"""A question with its extractive answer, for whoever words the answer anew."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.answer import Answer, Turn
from assistant.answer_events import AnswerEvent
from corpus.knowledge.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the answer that the documents give it by themselves, what was said before, and the way to `ask again` in other words."""

    question: str
    extract: Answer
    history: Sequence[Turn]
    as_of: date
    again: Callable[[str], Answer]


@dataclass(frozen=True, slots=True)
class Written:
    """An answer, and what of its text was sent before it was whole; `sent` is not its beginning where the model failed on the way."""

    answer: Answer
    sent: str = ""


class Wording(Protocol):
    """Whoever words answers; assistant.generation.writer.Writer does."""

    @property
    def model_name(self) -> str:
        """What the model is called."""
        ...

    def answer(self, asked: Asked, knowledge: KnowledgeBase, *, always: bool) -> Generator[AnswerEvent, None, Written]:
        """The answer, after the sentences of it that are told of before it is whole; `always`: even where facts answer by themselves."""
        ...
