"""Asking: puts the questions of a suite to an assistant, one after the other, and records the replies."""

from collections.abc import Iterator, Sequence
from datetime import date
from time import perf_counter
from typing import Protocol

from corpus.errors import AssistantError
from eval.case import Case
from eval.reply import Citation, Place, Recording, Reply

WARM_UP = 3
CONTEXT = 120


class Assistant(Protocol):
    """What is evaluated. Both methods raise AssistantError when they cannot do what is asked."""

    def ask(self, question: str, conversation_id: str | None, as_of: date) -> Reply:
        """The reply to one turn; `conversation_id` is that of the reply to the turn before."""
        ...

    def document_text(self, document_id: str) -> str:
        """The canonical text of a document."""
        ...


def record_replies(cases: Sequence[Case], assistant: Assistant, as_of: date) -> Iterator[Recording]:
    """Ask every case as a conversation of its own and yield each recording as it is made.

    The first case is asked three times before, unrecorded, so that latency is that of a warm assistant.
    """
    for _ in range(WARM_UP):
        _converse(cases[0], assistant, as_of)
    texts: dict[str, str] = {}
    for case in cases:
        reply, latency = _converse(case, assistant, as_of)
        places = tuple(_place(citation, assistant, texts) for citation in reply.citations)
        yield Recording(id=case.id, reply=reply, places=places, latency_ms=latency)


def _converse(case: Case, assistant: Assistant, as_of: date) -> tuple[Reply, tuple[float, ...]]:
    reply, latency = Reply(), []
    for turn in case.turns:
        start = perf_counter()
        reply = _ask(assistant, turn, reply.conversation_id, as_of)
        latency.append((perf_counter() - start) * 1000)
    return reply, tuple(latency)


def _ask(assistant: Assistant, question: str, conversation_id: str | None, as_of: date) -> Reply:
    try:
        return assistant.ask(question, conversation_id, as_of)
    except Exception as error:  # one question that fails is graded as failed; the run goes on
        return Reply(status=f"error: {type(error).__name__}: {error}")


def _place(citation: Citation, assistant: Assistant, texts: dict[str, str]) -> Place | None:
    if citation.start is None or citation.end is None:
        return None
    try:
        if citation.document_id not in texts:
            texts[citation.document_id] = assistant.document_text(citation.document_id)
    except AssistantError:
        return None
    text = texts[citation.document_id]
    return Place(found=text[citation.start : citation.end], context=text[max(0, citation.start - CONTEXT) : citation.end + CONTEXT])
