"""Evidence for a question: facts, sections and passages of the knowledge base, each scored against the question.

Candidates come from the lexical index and the vectors; the score then uses what the index does not know: where in the heading path a
word stands, which document and year the question names.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from assistant.draft import Source
from assistant.matching import BACKGROUND_WEIGHT, Matcher
from assistant.nearness import nearness
from assistant.understanding.document_naming import NamedDocuments
from assistant.understanding.parts import names_subject
from assistant.understanding.phases import of_other_phase
from assistant.understanding.question import Question, part_of
from corpus.index.entry import Entry
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.places import places_in
from corpus.language.sentences import sentences_of
from corpus.language.terms import normalize, terms_of
from corpus.model.document import Document, Passage, Section, section_at
from corpus.model.facts import Fact, PolicyReference, Responsibility, Scenario, Target
from corpus.model.span import Span

_OWNERS_ALONE = re.compile(r"[（(]?(?:责任|牵头|配合|建设|参与)(?:单位|部门)[:：][^。]*[）)]?。?")
"""A printed list of owners: it says nothing by itself, and belongs to a task that it does not name."""
_COURTESY = re.compile(
    r"[^。]{0,8}(?:感谢(?:您|你|贵|各|社会|大家|全[市省县区])|(?:表示|致以)[^。，]{0,12}(?:感谢|谢意|敬意|问候|祝愿)|(?:敬请|希望您)[^。，]{0,6}(?:谅解|继续))"
)
"""The thanks of a letter or of a speech: they say nothing of what they are for."""
_GUIDING = re.compile(r"\s*(?:坚持)?(?:以习近平|(?:深入|全面|认真)(?:学习)?(?:贯彻|落实)[^。，]{0,8}(?:党的|习近平|中央|精神|思想))")
_GUIDANCE_ASKED = re.compile(r"思想|精神|要求|遵循|原则")
GUIDING = 0.15
"""Taken off for the ideas that a plan is written in the spirit of, where they are not asked for: they name every field and tell of none."""
_A_QUESTION = re.compile(r"\s*(?:Q|问|提问)\s*\d*\s*[:：]")
"""A question that the document itself prints: what it says is in the answer below it."""
CONTEXT_WEIGHT = 0.5
"""What a question term found only around a candidate (heading path, title, rest of the paragraph) counts against one found in it."""
PASSAGES_READ = 18
"""Passages whose sentences are weighed: with 25 the same of 2,300 questions are right, with 12 two fewer (our measurement)."""
HEADING_WEIGHT = 0.8
"""What a question term counts that the heading right above a sentence holds: the heading names what the sentence speaks of."""
QUOTED_BONUS = 0.25
"""Added where everything stands that the question puts in quotation or title marks."""
QUOTED_MISSING = 0.2
"""Taken off where it does not."""
DOCUMENT_WEIGHT = 0.3
"""What the document that the question names adds."""
OTHER_DOCUMENT_PENALTY = 0.35
"""Taken off everywhere else when the question names one document: the same words mean different things under different plans."""
OTHER_REGION_PENALTY = 0.35
"""Taken off the documents of other regions where the question names the region of some."""
PROVINCIAL = ("省", "自治区")
VECTOR_WEIGHT = 0.1
"""What a cosine of 1 adds to a candidate's score."""
NAMED = 0.45
"""Strength from which a question names a document, be it the only one or not."""
OUTDATED_PENALTY = 0.05
"""Taken off for a plan whose period is over when the question does not ask for its years."""
SHORT_NAME, NEARLY_AS_GOOD = 4, 0.85
"""Characters from which the name of a row tells it from others, and the share of the best score that it must have to go before that."""
CANDIDATES = 40
"""Of each kind, that are scored: with 60 the same of 3,854 questions are right (our measurement), and scoring takes half as long again."""
RARE = 5
"""Entries that hold a term of an everyday word up to which it leads to what prints that word itself (刷脸乘车); one that many hold leads astray."""

Item = TypeVar("Item", Responsibility, Target, Scenario, PolicyReference, Passage, Section)


@dataclass(frozen=True, slots=True)
class Scored(Generic[Item]):
    """A candidate with its score (about 0 to 1.5) and the share of the question's words it holds itself (0 to 1)."""

    item: Item
    document: Document
    score: float
    coverage: float


@dataclass(frozen=True, slots=True)
class SentenceEvidence:
    """A sentence of a passage."""

    passage: Passage
    document: Document
    span: Span
    score: float
    coverage: float

    @property
    def text(self) -> str:
        """The sentence."""
        return self.span.of(self.document.text)


class Evidence:
    """What the knowledge base holds for one question, best first; each kind is searched when it is first asked for."""

    def __init__(self, question: Question, knowledge: KnowledgeBase, as_of_year: int, near: Sequence[Source] = ()) -> None:
        """`near` is what the part of the question before this one was answered from."""
        self.question = question
        self.knowledge = knowledge
        self.as_of_year = as_of_year
        self.near = near
        self.matcher = Matcher(question, knowledge.document_frequency, max(knowledge.entry_count, 1))
        self._priors: dict[str, float] = {}

    def beside(self, text: str) -> "Evidence":
        """Evidence for one of two things that the question sets beside each other: what names the other one says nothing of it."""
        return Evidence(replace(self.part(text, ()).question, background=()), self.knowledge, self.as_of_year)

    def part(self, text: str, near: Sequence[Source]) -> "Evidence":
        """Evidence for the part `text` of a compound question, whose part before was answered from `near`.

        A part that names nothing asks of what the heading there names, in that document.
        """
        part = part_of(self.question, text, self.knowledge, date(self.as_of_year, 1, 1))
        if near and not names_subject(text) and part.documents.strongest is None:
            document = self.knowledge.document(near[0].document_id)
            section = section_at(document.sections, near[0].span.start)
            heading = terms_of(section.title) if section else []
            part = replace(
                part,
                documents=NamedDocuments({document.id: 1.0}, part.documents.excluded),
                background=tuple(dict.fromkeys((*part.background, *(term for term in heading if term not in part.terms)))),
            )
        return Evidence(part, self.knowledge, self.as_of_year, near)

    @cached_property
    def responsibilities(self) -> Sequence[Scored[Responsibility]]:
        """Responsibilities, best first."""
        return self._ranked("responsibility", self._fact(Responsibility))

    @cached_property
    def targets(self) -> Sequence[Scored[Target]]:
        """Targets, best first, years not yet taken into account; none of another phase than that asked about."""
        ranked = self._ranked("target", self._fact(Target))
        return [one for one in ranked if not of_other_phase(self.question.text, one.item.statement)]

    @cached_property
    def scenarios(self) -> Sequence[Scored[Scenario]]:
        """Table rows, best first, one that the question calls by its whole name before others as good; none of another phase than that asked about."""
        ranked = self._ranked("scenario", self._fact(Scenario))
        fitting = [one for one in ranked if not of_other_phase(self.question.text, one.item.name)]
        text = normalize(self.question.text)
        near = fitting[0].score * NEARLY_AS_GOOD if fitting else 0.0
        return sorted(
            fitting,
            key=lambda one: not (one.score >= near and len(one.item.name) >= SHORT_NAME and normalize(one.item.name.strip()) in text),
        )

    @cached_property
    def policies(self) -> Sequence[Scored[PolicyReference]]:
        """Policy references, best first."""
        return self._ranked("policy", self._fact(PolicyReference))

    @cached_property
    def passages(self) -> Sequence[Scored[Passage]]:
        """Passages, best first."""
        return self._ranked("passage", lambda entry: self.knowledge.passage(entry.ref))

    @cached_property
    def sections(self) -> Sequence[Scored[Section]]:
        """Sections, best first."""
        return self._ranked("section", self._section)

    @cached_property
    def sentences(self) -> Sequence[SentenceEvidence]:
        """Sentences of the best passages, best first."""
        found: list[SentenceEvidence] = []
        guided = GUIDING * (_GUIDANCE_ASKED.search(self.question.text) is None)
        for passage in self.passages[:PASSAGES_READ]:
            text = passage.document.text
            around = self.matcher.terms_in(passage.item.span.of(text))
            heading = self.matcher.terms_in(passage.item.path[-1] if passage.item.path else "")
            context = self.matcher.terms_in(" ".join((passage.document.title, *passage.item.path)))
            prior = self._prior(passage.document)
            for span in (span for cell in passage.item.sentences for span in sentences_of(text, cell)):
                sentence = span.of(text)
                if _A_QUESTION.match(sentence) or _COURTESY.match(sentence) or _OWNERS_ALONE.fullmatch(sentence.strip()):
                    continue
                own, said = self.matcher.match(sentence), self.matcher.terms_in(sentence)
                score = own.score + HEADING_WEIGHT * self.matcher.weight_of(heading - said)
                score += CONTEXT_WEIGHT * self.matcher.weight_of((around | context) - heading - said) + prior
                score += nearness(passage.document, span, self.near) - guided * (_GUIDING.match(sentence) is not None)
                if self.matcher.has_quoted and self.matcher.holds_quoted(sentence + (passage.item.path[-1] if passage.item.path else "")):
                    score += QUOTED_BONUS
                found.append(SentenceEvidence(passage.item, passage.document, span, score, own.coverage))
        return sorted(found, key=lambda sentence: -sentence.score)

    def documents_with(self, words: str) -> Sequence[Document]:
        """The documents of the entries that hold most of `words`, best first; those that hold none of them are not read."""
        hits = self.knowledge.search_lexical(dict.fromkeys(terms_of(words), 1.0), limit=CANDIDATES)
        held = dict.fromkeys(self.knowledge.entry(hit.id).document_id for hit in hits)
        return [self.knowledge.document(document_id) for document_id in held]

    @cached_property
    def documents_of_targets(self) -> Sequence[Document]:
        """The documents of the targets found, best first: a table of indicators states targets."""
        return list({scored.document.id: scored.document for scored in self.targets}.values())

    def _ranked(self, kind: str, load: Callable[[Entry], Item]) -> Sequence[Scored[Item]]:
        candidates = {hit.id: 0.0 for hit in self.knowledge.search_lexical(self._search_terms, kinds=(kind,), limit=CANDIDATES)}
        if kind == "passage":
            for hit in self.knowledge.search_vectors(self.question.content, limit=20):
                candidates[hit.id] = hit.score
        scored = [self._scored(self.knowledge.entry(key), cosine, load) for key, cosine in candidates.items()]
        return sorted(scored, key=lambda item: -item.score)

    @cached_property
    def _search_terms(self) -> dict[str, float]:
        beside = (*self.question.background, *self.question.earlier)
        terms = {**dict.fromkeys(beside, BACKGROUND_WEIGHT), **dict.fromkeys(self.question.terms, 1.0)}
        for synonym in self.question.synonyms:
            printed = (term for term in terms_of(synonym.words) if 0 < self.knowledge.document_frequency(term) <= RARE)
            for term in (*printed, *(term for name in synonym.official for term in terms_of(name))):
                terms.setdefault(term, 0.4)
        return terms

    def _scored(self, entry: Entry, cosine: float, load: Callable[[Entry], Item]) -> Scored[Item]:
        own, both = self.matcher.match_within(entry.text, entry.context)
        document = self.knowledge.document(entry.document_id)
        score = own.score + CONTEXT_WEIGHT * (both - own.coverage) + VECTOR_WEIGHT * cosine + self._prior(document)
        if self.matcher.has_quoted:
            score += QUOTED_BONUS if self.matcher.holds_quoted(f"{entry.text} {entry.context}") else -QUOTED_MISSING
        item = load(entry)
        return Scored(item, document, score + nearness(document, item.span, self.near), own.coverage)

    def _prior(self, document: Document) -> float:
        if document.id not in self._priors:
            self._priors[document.id] = self._prior_of(document)
        return self._priors[document.id]

    def _prior_of(self, document: Document) -> float:
        named = self.question.documents
        strongest = max(named.strengths.values(), default=0.0)
        prior = DOCUMENT_WEIGHT * named.strengths.get(document.id, 0.0) * (1.0 if strongest >= NAMED else 0.4)
        period = document.metadata.period
        if period and period[1] < self.as_of_year and not any(period[0] <= year <= period[1] for year in self.question.years):
            prior -= OUTDATED_PENALTY * (strongest < NAMED)
        if named.strongest and named.strengths.get(document.id, 0.0) < NAMED:
            prior -= OTHER_DOCUMENT_PENALTY
        if document.id in self._of_other_regions and named.strengths.get(document.id, 0.0) < NAMED:
            prior -= OTHER_REGION_PENALTY
        return prior - (0.5 if document.id in named.excluded else 0.0)

    @cached_property
    def _of_other_regions(self) -> frozenset[str]:
        """The documents of other regions than the city that the question names and other documents are of; a province names its authorities too.

        None where the question names a place besides that no document is of: what speaks of both is of neither alone.
        """
        asked = places_in(self.question.text)
        regions = {one.id: one.metadata.region for one in self.knowledge.documents() if one.metadata.region} if asked else {}
        own = {key for key, region in regions.items() if not region.endswith(PROVINCIAL) and any(place in region for place in asked)}
        elsewhere = any(not any(place in region for region in regions.values()) for place in asked)
        return frozenset(key for key in regions if own and not elsewhere and key not in own)

    def _fact(self, kind: type[Item]) -> Callable[[Entry], Item]:
        def load(entry: Entry) -> Item:
            fact: Fact = self.knowledge.fact(entry.ref)
            assert isinstance(fact, kind)
            return fact

        return load

    def _section(self, entry: Entry) -> Section:
        document_id, _, ordinal = entry.ref.rpartition(":section:")
        return self.knowledge.document(document_id).sections[int(ordinal)]


def rescored(items: Iterable[Scored[Item]], change: Callable[[Scored[Item]], float]) -> list[Scored[Item]]:
    """The items with `change` added to each score, best first."""
    return sorted((replace(item, score=item.score + change(item)) for item in items), key=lambda item: -item.score)
