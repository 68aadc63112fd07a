"""Questions to begin with: made from facts of the corpus, and kept when the assistant answers them from the very words of the fact."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice, zip_longest

from assistant.answer import Answer
from assistant.answering import answer_question
from assistant.phrases import phrase
from assistant.suggestions import is_measure, is_name
from corpus.knowledge.knowledge_base import DocumentSummary, KnowledgeBase
from corpus.model.facts import Fact, Responsibility, Scenario, Target
from corpus.model.span import Span

_LONGEST = 18
_TRIED = 3
"""Questions of one kind that are tried on a document before the next document has its turn."""
_SHARE_OF_NAME = 0.6
"""Share of a Chinese name that an English term must stand for to be taken for its translation."""
_SHORTEST_TERM = 4
_FEWEST = 3
"""English questions below which Chinese names are let in."""
Naming = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Starter:
    """A question and the characters of a document that its answer has to cite."""

    question: str
    document_id: str
    proof: Span


def starter_questions(knowledge: KnowledgeBase, limit: int, as_of: date, language: str = "zh") -> list[str]:
    """At most `limit` questions that are answered on `as_of`, of as many kinds and from as many documents as possible.

    In English they name things in English; Chinese names only stand in for the few that are missing.
    """

    def is_answered(starter: Starter) -> bool:
        return _cites_its_proof(starter, answer_question(starter.question, knowledge, as_of=as_of), language)

    if language == "zh":
        return _first(limit, starters(knowledge, as_of, language, str, is_answered))
    terms = _english_terms(knowledge.glossary())
    english = _first(limit, starters(knowledge, as_of, language, lambda name: _in_english(name, terms), is_answered))
    if len(english) >= min(limit, _FEWEST):
        return english
    return _first(min(limit, _FEWEST), chain(english, starters(knowledge, as_of, language, str, is_answered)))


def _first(limit: int, questions: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    for question in questions:
        found[question] = None
        if len(found) == limit:
            break
    return list(found)


def starters(knowledge: KnowledgeBase, as_of: date, language: str, naming: Naming, fits: Callable[[Starter], bool]) -> Iterator[str]:
    """Questions about facts that `naming` has a name for and `fits` lets pass, kind by kind, plans in force on `as_of` first."""
    documents = knowledge.documents()
    in_force = [summary.id for summary in documents if not _is_over(summary, as_of)]
    over = [summary.id for summary in documents if _is_over(summary, as_of)]
    kinds = (
        _questions(knowledge.facts("responsibility"), in_force + over, lambda fact: _ask_for_units(fact, language, naming), fits),
        _questions(knowledge.facts("target"), _from(in_force, 1) + over, lambda fact: _ask_for_figure(fact, language, naming), fits),
        _questions(knowledge.facts("scenario"), _from(in_force, 2) + over, lambda fact: _ask_for_progress(fact, language, naming), fits),
    )
    return (question for round_ in zip_longest(*kinds) for question in round_ if question)


def _from(order: list[str], first: int) -> list[str]:
    """`order` begun elsewhere, so that each kind of question begins with another document."""
    return order[first:] + order[:first]


def _is_over(summary: DocumentSummary, as_of: date) -> bool:
    period = summary.metadata.period
    return period is not None and period[1] < as_of.year


def _questions(
    facts: Sequence[Fact], order: Sequence[str], ask: Callable[[Fact], Starter | None], fits: Callable[[Starter], bool]
) -> Iterator[str]:
    """One question a document, in the order of the documents."""
    for document_id in order:
        made = filter(None, (ask(fact) for fact in facts if fact.document_id == document_id))
        yield from islice((starter.question for starter in islice(made, _TRIED) if fits(starter)), 1)


def _cites_its_proof(starter: Starter, answer: Answer, language: str) -> bool:
    return (
        answer.status == "answered"
        and answer.language == language
        and any(
            citation.document_id == starter.document_id and citation.start < starter.proof.end and citation.end > starter.proof.start
            for citation in answer.citations
        )
    )


def _ask_for_units(fact: Fact, language: str, naming: Naming) -> Starter | None:
    if isinstance(fact, Responsibility) and fact.scope == "task" and fact.units and is_name(fact.task, _LONGEST):
        task = naming(fact.task)
        return Starter(phrase("ask_for_units", language, task=task), fact.document_id, fact.span) if task else None
    return None


def _ask_for_figure(fact: Fact, language: str, naming: Naming) -> Starter | None:
    if (
        isinstance(fact, Target)
        and fact.amount is not None
        and fact.year is not None
        and is_name(fact.subject, _LONGEST)
        and is_measure(fact.subject)
        and (subject := naming(fact.subject))
    ):
        return Starter(phrase("ask_for_figure", language, year=fact.year, subject=subject), fact.document_id, fact.span)
    return None


def _ask_for_progress(fact: Fact, language: str, naming: Naming) -> Starter | None:
    if isinstance(fact, Scenario) and is_name(fact.name, _LONGEST):
        progress = next((column.span for column in fact.columns if "进展" in column.heading), None)
        scenario = naming(fact.name)
        if progress and scenario:
            return Starter(phrase("ask_for_progress", language, scenario=scenario), fact.document_id, progress)
    return None


def _english_terms(glossary: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The English term for every Chinese word that is the likeliest translation of one."""
    return {words[0]: term for term, words in reversed(list(glossary.items())) if words and len(words[0]) >= _SHORTEST_TERM}


def _in_english(name: str, terms: Mapping[str, str]) -> str | None:
    fitting = [words for words in terms if words in name and len(words) >= _SHARE_OF_NAME * len(name)]
    return terms[max(fitting, key=len)] if fitting else None
