"""Questions to begin with: made from facts of the corpus, so that the documents answer them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, zip_longest

from assistant.phrases import phrase
from corpus.knowledge.knowledge_base import DocumentSummary, KnowledgeBase
from corpus.model.facts import Fact, Responsibility, Scenario, Target

_SHORTEST, _LONGEST = 4, 18


def starter_questions(knowledge: KnowledgeBase, limit: int, language: str = "zh") -> list[str]:
    """At most `limit` questions, of as many kinds and from as many documents as the facts allow; the same for the same knowledge."""
    documents = knowledge.documents()
    kinds = (
        _questions(knowledge.facts("responsibility"), documents, lambda fact: _ask_for_units(fact, language), 0),
        _questions(knowledge.facts("target"), documents, lambda fact: _ask_for_figure(fact, language), 1),
        _questions(knowledge.facts("scenario"), documents, lambda fact: _ask_for_progress(fact, language), 2),
    )
    mixed = (question for round_ in zip_longest(*kinds) for question in round_ if question)
    return list(islice(dict.fromkeys(mixed), limit))


def _questions(facts: Sequence[Fact], documents: Sequence[DocumentSummary], ask: Callable[[Fact], str | None], first: int) -> Iterator[str]:
    """One question a document, beginning with the document at `first`."""
    order = [summary.id for summary in documents]
    for document_id in order[first:] + order[:first]:
        questions = (ask(fact) for fact in facts if fact.document_id == document_id)
        yield from islice(filter(None, questions), 1)


def _ask_for_units(fact: Fact, language: str) -> str | None:
    if isinstance(fact, Responsibility) and fact.scope == "task" and fact.units and _is_name(fact.task):
        return phrase("ask_for_units", language, task=fact.task)
    return None


def _ask_for_figure(fact: Fact, language: str) -> str | None:
    if isinstance(fact, Target) and fact.amount is not None and fact.year is not None and _is_name(fact.subject):
        return phrase("ask_for_figure", language, year=fact.year, subject=fact.subject)
    return None


def _ask_for_progress(fact: Fact, language: str) -> str | None:
    if isinstance(fact, Scenario) and any("进展" in column.heading for column in fact.columns) and _is_name(fact.name):
        return phrase("ask_for_progress", language, scenario=fact.name)
    return None


def _is_name(words: str) -> bool:
    return _SHORTEST <= len(words) <= _LONGEST and not any(mark in words for mark in "，。；：、（()）\t\n")
