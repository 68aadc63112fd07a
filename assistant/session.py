"""The one way to ask, for the server, the command line and evaluation alike."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from time import perf_counter
from typing import ClassVar, Literal, Protocol

from assistant.answer import Answer, Turn
from assistant.answer_events import AnswerEvent, rest_of
from assistant.answering import answer_question
from assistant.asked import Asked, Wording
from assistant.changed_since import with_changes
from assistant.privacy import mask_echoes, mask_personal_numbers
from assistant.settings import AssistantSettings
from assistant.store.conversations import Conversation, Conversations, StoredTurn
from assistant.store.database import Database
from assistant.understanding.question_text import question_text
from assistant.withholding import TurnT, without_withheld
from corpus.errors import ConfigurationError, InvalidQuestionError
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.document import Visibility

Mode = Literal["auto", "extractive", "generative"]

_AUDIENCES: tuple[Visibility, ...] = ("public", "internal")
REMEMBERED_TURNS = 10
"""Exchanges before a question that it is understood from."""
_LOOKED_THROUGH = 100
"""Exchanges before a question that are looked through for what may no longer be read, since what follows may have been understood from it."""
_ASKED_AT_START = ("数据由哪些部门负责，目标是多少？", "Which departments are responsible, and what is the target?")
"""Questions that any answering takes the whole way, in either language."""


class NoModelError(ConfigurationError):
    """An answer was asked of a language model, and none is configured."""

    code: ClassVar[str] = "no_model"
    status: ClassVar[int] = 400


class Answering(Protocol):
    """The function that answers a question from knowledge, without storing anything."""

    def __call__(
        self,
        question: str,
        knowledge: KnowledgeBase,
        *,
        history: Sequence[Turn],
        as_of: date,
        contact: str | None,
    ) -> Answer: ...


class Lending(Protocol):
    """Whatever lends the current knowledge; `corpus.knowledge.generations.Generations` does."""

    def lease(self, audience: Visibility = "public") -> AbstractContextManager[KnowledgeBase]:
        """What `audience` may know of the current generation, for the length of a block. Raises KnowledgeError when there is none that fits."""
        ...

    def followed(self, prepare: Callable[[KnowledgeBase], object]) -> AbstractContextManager[None]:
        """While the block lasts, what is published is opened and prepared in the background, and lent when it is ready."""
        ...


class Session:
    """Knowledge and conversations opened together: asks, remembers, and gives access to both. Safe to use from many threads.

    `audience` is who reads: the public, as far as nothing else is said, or those who may read internal documents too.
    """

    audience: Visibility = "public"

    def __init__(
        self, settings: AssistantSettings, generations: Lending, database: Database, answering: Answering, writer: Wording | None = None
    ) -> None:
        self.settings = settings
        self.database = database
        self.conversations = Conversations(database, timedelta(days=settings.conversation_retention_days))
        self.conversations.delete_expired()
        self._generations = generations
        self._answering = answering
        self._writer = writer

    @property
    def model_name(self) -> str | None:
        """The language model that words answers; None where none is configured."""
        return self._writer.model_name if self._writer else None

    def read_by(self, audience: Visibility) -> "Session":
        """The same session for another audience: what it lends, asks, stores and shows is for that one."""
        if audience == self.audience:
            return self
        other = copy(self)
        other.audience = audience
        other.conversations = self.conversations.read_by(audience)
        return other

    def knowledge(self) -> AbstractContextManager[KnowledgeBase]:
        """What the audience may know, for the length of a block. Raises KnowledgeError when nothing fitting has been ingested."""
        return self._generations.lease(self.audience)

    def stored_turn(self, answer_id: str) -> StoredTurn:
        """The exchange that an answer belongs to, as the audience may still read it. Raises NotFoundError and KnowledgeError."""
        before = self.conversations.turns_up_to(answer_id)
        with self.knowledge() as knowledge:
            return self._readable_now(before, knowledge)[-1]

    def stored_conversation(self, conversation_id: str) -> Conversation:
        """A conversation with all its turns, as the audience may still read them. Raises NotFoundError and KnowledgeError."""
        conversation = self.conversations.conversation(conversation_id)
        with self.knowledge() as knowledge:
            return replace(conversation, turns=self._readable_now(conversation.turns, knowledge))

    def warm_up(self) -> None:
        """Answer questions and forget them, so that the first reader does not wait for what is read and compiled once. Raises KnowledgeError."""
        warm: list[KnowledgeBase] = []
        for audience in _AUDIENCES:
            with self._generations.lease(audience) as knowledge:
                if knowledge not in warm:
                    self._warm_up(knowledge)
                    warm.append(knowledge)

    def keeping_up(self) -> AbstractContextManager[None]:
        """While the block lasts, what is published is opened and warmed up in the background, and questions go on with what was there before."""
        return self._generations.followed(self._warm_up)

    def _warm_up(self, knowledge: KnowledgeBase) -> None:
        knowledge.check()
        for question in _ASKED_AT_START:
            self._answering(question, knowledge, history=(), as_of=date.today(), contact=self.settings.contact)

    def ask(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        mode: Mode = "auto",
        as_of: date | None = None,
        earlier: Sequence[str] = (),
    ) -> Answer:
        """Answer `question` as of a day (today when None), in the light of the conversation, and store the exchange.

        `earlier` are the questions before it, in order, of a conversation that is not stored here: the last ten are answered again, stored
        nowhere; with a `conversation_id` they are left aside. The answer comes back as it was stored: with its ids, without personal
        numbers of the question; `timings_ms["total"]` ends before storing. Raises InvalidQuestionError, NoModelError, NotFoundError for an
        unknown conversation, and KnowledgeError.
        """
        events = self.asking(question, conversation_id=conversation_id, mode=mode, as_of=as_of, earlier=earlier)
        return next(event for event in events if isinstance(event, Answer))

    def asking(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        mode: Mode = "auto",
        as_of: date | None = None,
        earlier: Sequence[str] = (),
    ) -> Generator[AnswerEvent]:
        """Answer as `ask` does, and tell of each sentence once it will stand; whatever `ask` raises comes before the first event.

        A model's sentence is told of when it has been checked; `Begun` comes a second time where it failed after some. The exchange is
        stored once the answer is whole.
        """
        started = perf_counter()
        if mode == "generative" and self._writer is None:
            raise NoModelError('No language model is configured: set LLM_MODEL, or ask with mode "auto" or "extractive".')
        text = question_text(question, limit=self.settings.max_question_characters)
        history = self.conversations.history(conversation_id, _LOOKED_THROUGH) if conversation_id is not None else ()
        as_of = as_of or date.today()
        sent = ""
        with self.knowledge() as knowledge:
            known = self._readable(history, knowledge)[-REMEMBERED_TURNS:]
            history = known if conversation_id is not None else self._replayed(earlier, knowledge, as_of)
            answer = self._answering(text, knowledge, history=history, as_of=as_of, contact=self.settings.contact)
            if self._writer is not None and mode != "extractive":
                again = partial(self._answering, knowledge=knowledge, history=(), as_of=as_of, contact=self.settings.contact)
                asked = Asked(text, answer, history, as_of, again)
                written = yield from self._writer.answer(asked, knowledge, always=mode == "generative")
                answer, sent = written.answer, written.sent
            answer = replace(answer, generation=knowledge.generation, as_of=as_of)
        answer = mask_echoes(answer, text)
        answer = replace(answer, timings_ms={**answer.timings_ms, "total": round((perf_counter() - started) * 1000, 2)})
        yield from rest_of(self.conversations.append(conversation_id, mask_personal_numbers(text), answer), sent)

    def _readable_now(self, turns: Sequence[StoredTurn], knowledge: KnowledgeBase) -> tuple[StoredTurn, ...]:
        """`turns` as they may be read, with what changed in their sources since."""
        return tuple(replace(turn, answer=with_changes(turn.answer, knowledge)) for turn in self._readable(turns, knowledge))

    def _readable(self, turns: Sequence[TurnT], knowledge: KnowledgeBase) -> tuple[TurnT, ...]:
        """The turns of a conversation as they were, but for what the public may no longer read."""
        return tuple(turns) if self.audience == "internal" else without_withheld(turns, knowledge)

    def _replayed(self, earlier: Sequence[str], knowledge: KnowledgeBase, as_of: date) -> tuple[Turn, ...]:
        """The last exchanges of a conversation that is not stored, as they would be; a question that is refused for its form leaves none."""
        texts: list[str] = []
        for typed in earlier:
            with suppress(InvalidQuestionError):
                texts.append(question_text(typed, limit=self.settings.max_question_characters))
        turns: tuple[Turn, ...] = ()
        for text in texts[-REMEMBERED_TURNS:]:
            answer = self._answering(text, knowledge, history=turns, as_of=as_of, contact=self.settings.contact)
            turns = (*turns, Turn(mask_personal_numbers(text), mask_echoes(answer, text)))
        return turns


@contextmanager
def open_session(settings: AssistantSettings) -> Iterator[Session]:
    """A session on the knowledge and conversations that `settings` name.

    Raises ConfigurationError when the app database cannot be opened or the language model cannot be set up.
    """
    writer = _writer_of(settings) if settings.llm_model else None
    with Generations(settings.data_dir) as generations, closing(Database(settings.database_url)) as database:
        yield Session(settings, generations, database, answer_question, writer)


def _writer_of(settings: AssistantSettings) -> Wording:
    """The model's client takes more than a second to load: it is loaded where there is a model."""
    from assistant.generation.chat_model import ChatModel
    from assistant.generation.writer import Writer

    return Writer(ChatModel(settings), seconds=settings.llm_timeout_seconds, evidence_tokens=settings.llm_evidence_tokens)
