"""Questions to begin with: made from facts of the corpus, so that the documents answer them."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice, zip_longest

from assistant.phrases import phrase
from corpus.knowledge.knowledge_base import DocumentSummary, KnowledgeBase
from corpus.model.facts import Fact, Responsibility, Scenario, Target

_SHORTEST, _LONGEST = 4, 18
_MEASURE = re.compile(r"^\D+(?:率|量|额|数|值|规模|比例|占比|比重|面积|里程)$")


def starter_questions(knowledge: KnowledgeBase, limit: int, as_of: date, language: str = "zh") -> list[str]:
    """At most `limit` questions, of as many kinds and from as many documents as the facts allow, plans in force on `as_of` first."""
    documents = knowledge.documents()
    in_force = [summary.id for summary in documents if not _is_over(summary, as_of)]
    over = [summary.id for summary in documents if _is_over(summary, as_of)]
    kinds = (
        _questions(knowledge.facts("responsibility"), in_force + over, lambda fact: _ask_for_units(fact, language)),
        _questions(knowledge.facts("target"), _from(in_force, 1) + over, lambda fact: _ask_for_figure(fact, language)),
        _questions(knowledge.facts("scenario"), _from(in_force, 2) + over, lambda fact: _ask_for_progress(fact, language)),
    )
    mixed = (question for round_ in zip_longest(*kinds) for question in round_ if question)
    return list(islice(dict.fromkeys(mixed), limit))


def _from(order: list[str], first: int) -> list[str]:
    """`order` begun elsewhere, so that each kind of question begins with another document."""
    return order[first:] + order[:first]


def _is_over(summary: DocumentSummary, as_of: date) -> bool:
    period = summary.metadata.period
    return period is not None and period[1] < as_of.year


def _questions(facts: Sequence[Fact], order: Sequence[str], ask: Callable[[Fact], str | None]) -> Iterator[str]:
    """One question a document, in the order of the documents."""
    for document_id in order:
        questions = (ask(fact) for fact in facts if fact.document_id == document_id)
        yield from islice(filter(None, questions), 1)


def _ask_for_units(fact: Fact, language: str) -> str | None:
    if isinstance(fact, Responsibility) and fact.scope == "task" and fact.units and _is_name(fact.task):
        return phrase("ask_for_units", language, task=fact.task)
    return None


def _ask_for_figure(fact: Fact, language: str) -> str | None:
    if (
        isinstance(fact, Target)
        and fact.amount is not None
        and fact.year is not None
        and _is_name(fact.subject)
        and _MEASURE.search(fact.subject)
    ):
        return phrase("ask_for_figure", language, year=fact.year, subject=fact.subject)
    return None


def _ask_for_progress(fact: Fact, language: str) -> str | None:
    if isinstance(fact, Scenario) and any("进展" in column.heading for column in fact.columns) and _is_name(fact.name):
        return phrase("ask_for_progress", language, scenario=fact.name)
    return None


def _is_name(words: str) -> bool:
    return _SHORTEST <= len(words) <= _LONGEST and not any(mark in words for mark in "，。；：、（()）\t\n")
