"""Aboutness: whether an answer speaks of what the question names."""

import re
from collections.abc import Sequence

from assistant.draft import Draft
from assistant.evidence import Evidence
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.places import places_in
from corpus.model.document import section_at

CELL, ROW = 40, 120
"""Characters of a line below which it is a cell of a table, and how far around it the rest of its row stands."""
NEAREST_SENTENCES = 10
"""Sentences, from the best on, that show whether the documents speak of a name at all."""
LONG_RUN, SHORT_RUN = 6, 1
"""Terms of the question side by side in a sentence that make a name (seven characters), and up to how many an answer holds none of it."""
NAME_RUN = 4.0
"""Terms of the question side by side in an answer (five characters) from which it speaks of what the question names."""
SURE = 0.75
"""Score from which an answer holds enough of the question's own words, whatever everyday words stand in it besides."""
_ASKER_LIVES = re.compile(
    r"(?:住|搁|在|来自|从|去)[\u4e00-\u9fff]{2,4}?(?:住|打工|上班|上学|念书|工作|生活|养老|过年|过来|回来|那边)|(?:住|来自)在?[\u4e00-\u9fff]{2,3}"
)
"""Where the asker lives or comes from: not what is asked about."""


def is_of_something_else(evidence: Evidence, draft: Draft) -> bool:
    """Whether nothing that the question names, in everyday words or in marks, stands in the answer, in its sources or above them."""
    if draft.status != "answered" or draft.score >= SURE:
        return False
    around = said_around(evidence.knowledge, draft)
    if (evidence.matcher.has_quoted and evidence.matcher.holds_quoted(around)) or evidence.matcher.match(around).run >= NAME_RUN:
        return False
    return evidence.matcher.misses_all_concepts(around)


def missing_places(evidence: Evidence, draft: Draft) -> Sequence[str]:
    """The places the question names that neither a title or issuer names, for whom the documents speak, nor what the answer rests on."""
    places = places_in(_ASKER_LIVES.sub("", evidence.question.text))
    if draft.status != "answered" or not places:
        return ()
    own = " ".join(f"{document.title} {document.metadata.issuer or ''}" for document in evidence.knowledge.documents())
    around = said_around(evidence.knowledge, draft)
    return [place for place in places if place not in own and place not in around]


def said_around(knowledge: KnowledgeBase, draft: Draft) -> str:
    """What the answer says, with the lines of its sources and the headings and titles above them."""
    texts = [statement.text for statement in draft.statements]
    for source in (source for statement in draft.statements for source in statement.sources):
        document = knowledge.document(source.document_id)
        section = section_at(document.sections, source.span.start)
        end = document.text.find("\n", source.span.start)
        line = document.text[document.text.rfind("\n", 0, source.span.start) + 1 : end if end >= 0 else None]
        if len(line) < CELL:
            line = document.text[max(0, source.span.start - ROW) : source.span.end + ROW]
        texts.extend((document.title, *(section.path if section else ()), line))
    return " ".join(texts)


def is_of_named(evidence: Evidence, draft: Draft) -> bool:
    """Whether the draft speaks of the thing the question names, in marks or in a long run of words, where the documents speak of it at all."""
    if draft.status != "answered":
        return True
    around = said_around(evidence.knowledge, draft)
    runs = (evidence.matcher.match(sentence.text).run for sentence in evidence.sentences[:NEAREST_SENTENCES])
    if max(runs, default=0) >= LONG_RUN and evidence.matcher.match(around).run <= SHORT_RUN:
        return False
    if evidence.matcher.misses_a_latin_name(around):
        return False
    if evidence.matcher.holds_a_name(around) is not False:
        return True
    return not any(evidence.matcher.holds_a_name(sentence.text) for sentence in evidence.sentences[:NEAREST_SENTENCES])


def said(draft: Draft) -> str:
    """All that the answer says."""
    return "".join(statement.text for statement in draft.statements)
