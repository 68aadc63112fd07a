"""What the public no longer reads of answers given before: those that rest on a document since withdrawn or made internal."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from assistant.answer import Answer, Turn
from assistant.phrases import phrase
from assistant.store.conversations import StoredTurn
from corpus.knowledge.knowledge_base import KnowledgeBase

TurnT = TypeVar("TurnT", Turn, StoredTurn)
_TELLING_NOTHING = ("not_policy", "unsafe", "needs_clarification")
_TITLE = re.compile("《([^《》]+)》")


def without_withheld(turns: Sequence[TurnT], knowledge: KnowledgeBase) -> tuple[TurnT, ...]:
    """The turns of a conversation from its first one on, as they may be read while `knowledge` is what the public knows.

    An answer of another generation is not shown any more when a document that it cites or names is gone; then nor are those that follow it,
    which may have been understood from it. Where it cites nothing, only its reason is shown: its words may be of any document.
    """
    held = {summary.id: summary.title for summary in knowledge.documents()}
    shown: list[TurnT] = []
    withheld = False
    for turn in turns:
        answer = turn.answer
        if answer.generation == knowledge.generation and not withheld:
            shown.append(turn)
            continue
        withheld = (
            withheld or not held.keys() >= {citation.document_id for citation in answer.citations} or _names_others(turn, held.values())
        )
        shown.append(replace(turn, answer=_withheld(answer) if withheld else _of_another_generation(answer)))
    return tuple(shown)


def _names_others(turn: Turn | StoredTurn, titles: Iterable[str]) -> bool:
    """Whether an answer with sources names a document that is neither there, nor in its sources, nor in the question."""
    answer = turn.answer
    if not answer.citations:
        return False
    sources = (part for citation in answer.citations for part in (citation.quote, citation.document_title, *citation.section))
    accounted = "\n".join((turn.question, *titles, *sources))
    said = "\n".join((answer.text, answer.resolved_question, *(notice.message for notice in answer.notices)))
    return any(name not in accounted for name in _TITLE.findall(said))


def _of_another_generation(answer: Answer) -> Answer:
    if answer.citations:
        return replace(answer, suggestions=())
    reason = answer.reason if answer.reason in _TELLING_NOTHING else "not_in_corpus"
    return replace(answer, text=phrase(reason, answer.language), resolved_question="", notices=(), suggestions=())


def _withheld(answer: Answer) -> Answer:
    return Answer(
        "not_found",
        phrase("withheld", answer.language),
        reason="not_in_corpus",
        language=answer.language,
        as_of=answer.as_of,
        generation=answer.generation,
        answer_id=answer.answer_id,
        conversation_id=answer.conversation_id,
    )
