"""Search for passages: the words of the query and its likeness in meaning together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.understanding.question import Question, understand_question
from corpus.index.entry import Hit
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.terms import terms_of
from corpus.model.document import Document, Passage

MEANING_WEIGHT = 0.3
"""What a cosine of 1 counts against the best match by words, which counts 1."""
SYNONYM_WEIGHT = 0.3
"""What a term of an official word counts when the query has an everyday word for it."""
CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage found, with its document; `score` runs from 0 to 1.3."""

    passage: Passage
    document: Document
    score: float

    @property
    def text(self) -> str:
        """The characters of the passage."""
        return self.passage.span.of(self.document.text)


def search_passages(query: str, knowledge: KnowledgeBase, *, limit: int = 10, document_id: str | None = None) -> list[PassageHit]:
    """The `limit` passages that fit `query` (Chinese or English) best, best first; only those of one document where it is given.

    Raises NotFoundError for an unknown document.
    """
    if document_id is not None:
        knowledge.document(document_id)
    question = understand_question(query, knowledge, date.today())
    within = (document_id,) if document_id is not None else ()
    wanted = max(limit, CANDIDATES)
    by_words = knowledge.search_lexical(_terms(question), kinds=("passage",), document_ids=within, limit=wanted)
    by_meaning = knowledge.search_vectors(question.content, document_ids=within, limit=wanted)
    scores = _fused(by_words, by_meaning)
    best = sorted(scores, key=lambda entry_id: (-scores[entry_id], entry_id))[:limit]
    return [_hit(entry_id, scores[entry_id], knowledge) for entry_id in best]


def _terms(question: Question) -> dict[str, float]:
    terms = dict.fromkeys((*question.terms, *map(str, question.years)), 1.0)
    for synonym in question.synonyms:
        for name in synonym.official:
            for term in terms_of(name):
                terms.setdefault(term, SYNONYM_WEIGHT)
    return terms


def _fused(by_words: list[Hit], by_meaning: list[Hit]) -> Mapping[int, float]:
    best = max((hit.score for hit in by_words), default=0.0) or 1.0
    scores = {hit.id: hit.score / best for hit in by_words}
    for hit in by_meaning:
        scores[hit.id] = scores.get(hit.id, 0.0) + MEANING_WEIGHT * max(hit.score, 0.0)
    return scores


def _hit(entry_id: int, score: float, knowledge: KnowledgeBase) -> PassageHit:
    passage = knowledge.passage(knowledge.entry(entry_id).ref)
    return PassageHit(passage, knowledge.document(passage.document_id), score)
