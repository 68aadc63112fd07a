"""What the public no longer reads of an answer given before: one that rests on a document since withdrawn or made internal."""

from dataclasses import replace

from assistant.answer import Answer
from assistant.phrases import phrase
from corpus.knowledge.knowledge_base import KnowledgeBase


def without_withheld(answer: Answer, knowledge: KnowledgeBase) -> Answer:
    """`answer` while every document that it cites is in `knowledge`; else that it is not shown any more.

    Questions suggested with an answer of another generation may name what is no longer there: they are left out.
    """
    held = {summary.id for summary in knowledge.documents()}
    if all(citation.document_id in held for citation in answer.citations):
        return answer if answer.generation == knowledge.generation else replace(answer, suggestions=())
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
