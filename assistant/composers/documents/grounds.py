"""What a document, or one paragraph of it, says it rests on: 根据《…》《…》，制定了…"""

import re
from collections.abc import Iterator, Sequence

from assistant.composers.documents.meant_documents import meant_document
from assistant.composers.documents.policy_statements import references_of
from assistant.composers.documents.set_apart import without_set_apart
from assistant.composers.rows.scenarios import named_indicator
from assistant.evidence import Evidence, Scored, SentenceEvidence
from corpus.language.terms import terms_of
from corpus.model.document import Document
from corpus.model.facts import PolicyReference
from corpus.model.span import Span

BASIS_ASKED = re.compile(r"依据|根据(?:的|了|什么|哪)|按照(?:什么|哪)|上位|凭什么|(?:贯彻|落实)(?:的是|了|的)?[^，。？]{0,8}(?:哪|什么)")
_BASIS_ROLE = re.compile(r"依据|根据|按照|贯彻|落实|结合")
_BASIS_WORDS = re.compile(r"依据|根据|按照|贯彻|落实|上位法?|法律|法规|文件|政策|规定")
MAX_GROUNDS = 6
OPENING = 0.3
"""Share of the question's words that another paragraph must hold above what the first one holds to be the one that is meant."""
LOCATED = 3
"""Sentences, from the best on, whose paragraphs may say what a question rests on that names no document."""
SPOKEN_OF, NAME = 0.2, 4
"""Share of the question's terms, those that ask for a basis aside, that a sentence with its headings must hold to speak of the same, or characters in a row."""
NAMED = 0.75
"""Share of the terms of a title that the question holds from which it asks for that one."""
_KIND_OF_TITLE = re.compile(r"^.{0,12}?关于(?:印发)?|的通知$|[《》〈〉]")


def grounds_asked(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """The documents that the named document, or the paragraph that the question speaks of, rests on; none where it does not ask for that."""
    if not BASIS_ASKED.search(evidence.question.text):
        return []
    if of_row := _of_indicator(evidence):
        return of_row
    document_id = meant_document(evidence)
    found = _of_document(evidence, evidence.knowledge.document(document_id)) if document_id else _of_sentences(evidence)
    found = without_set_apart(evidence.question.text, found[:MAX_GROUNDS])
    named = [one for one in found if len(found) > 1 and _names(evidence, one.item.title)]
    return named if len(named) == 1 else found


def _of_indicator(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """Those in the row of the indicator that the question calls by its name: what the whole document rests on is another matter."""
    row = named_indicator(evidence)
    if row is None:
        return []
    inside = (fact for fact in references_of(evidence, row.document.id) if row.item.span.contains(fact.span))
    return [Scored(fact, row.document, 1.0, 1.0) for fact in inside]


def _of_document(evidence: Evidence, document: Document) -> list[Scored[PolicyReference]]:
    """Those of the paragraph that holds most of what the question asks besides the document's name; the first one unless another holds more."""
    paragraphs = list(_paragraphs(document, references_of(evidence, document.id)))
    named = evidence.matcher.terms_in(document.title)
    fits = [evidence.matcher.match(span.of(document.text), apart_from=named).coverage for span, _ in paragraphs]
    if not paragraphs:
        return []
    best = max(range(len(fits)), key=lambda place: (fits[place] + (OPENING if place == 0 else 0.0), -place))
    return [Scored(fact, document, 1.0, 1.0) for fact in paragraphs[best][1]]


def _of_sentences(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """Those of the paragraph of the first of the best sentences that says what something rests on."""
    for sentence in evidence.sentences[:LOCATED]:
        for span, facts in _paragraphs(sentence.document, references_of(evidence, sentence.document.id)):
            if span.contains(sentence.span) and _speaks_of_it(evidence, sentence):
                return [Scored(fact, sentence.document, 1.0, 1.0) for fact in facts]
    return []


def _speaks_of_it(evidence: Evidence, sentence: SentenceEvidence) -> bool:
    """Whether the sentence, or a heading above it, says what the question is about: that something rests on something is no word on that."""
    around = " ".join((sentence.text, *sentence.passage.path, sentence.document.title))
    asking = frozenset(terms_of(" ".join(_BASIS_WORDS.findall(evidence.question.text))))
    said, asked = evidence.matcher.terms_in(around) - asking, set(evidence.question.terms) - asking
    return len(evidence.matcher.longest_phrase(around)) >= NAME or len(said) >= SPOKEN_OF * len(asked)


def _paragraphs(document: Document, references: Sequence[PolicyReference]) -> Iterator[tuple[Span, list[PolicyReference]]]:
    """Each paragraph that names documents as what it rests on, with these."""
    text = document.text
    end = -1
    for reference in references:
        if reference.span.start < end or not (reference.role and _BASIS_ROLE.search(reference.role)):
            continue
        end = text.find("\n", reference.span.end)
        end = end if end >= 0 else len(text)
        span = Span(text.rfind("\n", 0, reference.span.start) + 1, end)
        yield span, [one for one in references if span.contains(one.span) and one.role == reference.role]


def _names(evidence: Evidence, title: str) -> bool:
    """Whether the question calls the document by most of the words of its title."""
    return evidence.matcher.share_in_question(_KIND_OF_TITLE.sub("", title)) >= NAMED
