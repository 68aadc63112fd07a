"""Aboutness: whether an answer speaks of what the question names."""

import re
from collections.abc import Sequence
from functools import partial

from assistant.checks.attributes import names_whole
from assistant.checks.belonging import is_far_from, is_of_a_neighbour, is_of_years_apart, misses_a_printed_name, says_the_opposite
from assistant.checks.counted import counts_what_is_asked, says_name
from assistant.checks.refusals import THRESHOLD
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from assistant.understanding.asks import Ask
from assistant.understanding.phases import leaves_out_line, leaves_out_phase
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.places import place_name, places_in
from corpus.language.terms import normalize
from corpus.model.document import section_at
from corpus.model.facts import Responsibility

CELL, ROW = 40, 120
"""Characters of a line below which it is a cell of a table, and how far around it the rest of its row stands."""
NEAREST_SENTENCES = 10
"""Sentences, from the best on, that show whether the documents speak of a name at all."""
NAME_RUN = 4.0
"""Terms of the question side by side in an answer (five characters) from which it speaks of what the question names."""
LONG_NAME = 5
"""Characters from which words of the question that a sentence has in a row are a name."""
RARE_NAME, RARE = 3, 5
"""Characters from which such words are a name if each two of them side by side stand in that many entries or fewer: 海外仓."""
_NO_NAME = re.compile(r"[\d每]|百分|已经|实际|最后|平均|目前|一共")
"""Words of asking and counting that are rare in documents."""
_JOINS = re.compile(r"[在的是和与有要及对为从了]")
"""Characters that hold a sentence together and stand in no name."""
_DUTIES: frozenset[Ask] = frozenset({"owner", "lead", "participant"})
_CONFIRM = re.compile(r"(?:对吧|对吗|对不对|是吗|是不是|没错吧|对么|是这样吗)[？?]?$")
"""Asks whether something is so: a sure answer that names another district corrects it (选在甲区，对吧？ — 选在乙区)."""
_DOERS: frozenset[Ask] = _DUTIES | {"builder"}
HALF = 0.4
"""Share of the question's words from which two of them tell a task."""
MOST = 0.6
"""Share of the question's words from which an answer speaks of what is asked about, whatever everyday words it leaves out."""
SURE = 0.75
"""Score from which an answer holds enough of the question's own words, whatever everyday words stand in it besides."""


def is_of_something_else(evidence: Evidence, draft: Draft) -> bool:
    """Whether nothing that the question names, in everyday words or in marks, stands in the answer, in its sources or above them.

    The last look at any draft, for questions in everyday words: one that scores SURE or holds MOST of the question passes. Whether a candidate
    speaks of what is named, and counts what is to be counted, `is_of_named` has said before.
    """
    if draft.status != "answered" or draft.score >= SURE:
        return False
    around = said_around(evidence.knowledge, draft)
    match = evidence.matcher.match(around)
    if (evidence.matcher.has_quoted and evidence.matcher.holds_quoted(around)) or match.run >= NAME_RUN or match.coverage >= MOST:
        return False
    if _DOERS & set(evidence.question.asks) and _says_two_words(evidence, around):
        return False
    return evidence.matcher.misses_all_concepts(around)


def carrying_first(evidence: Evidence, ranked: Sequence[SentenceEvidence]) -> Sequence[SentenceEvidence]:
    """`ranked` with the first sentence in front that would not be refused, if any: one that holds enough of the question, and speaks of what it names.

    The form of a sentence alone, or words that stand beside what is named, bring nothing to the front that is then no answer.
    """
    carrying = (one for one in ranked[:NEAREST_SENTENCES] if one.score >= THRESHOLD and not is_of_something_else(evidence, _alone(one)))
    first = next(carrying, None)
    return ranked if first is None or first is ranked[0] else [first, *(one for one in ranked if one is not first)]


def _alone(sentence: SentenceEvidence) -> Draft:
    return Draft((Statement(sentence.text, (Source(sentence.document.id, sentence.span),)),), sentence.score)


def _says_two_words(evidence: Evidence, around: str) -> bool:
    """Whether two words of the question apart from each other stand around the answer, as many as a task is told by: 报表 … 精简."""
    said = [term for term in evidence.question.terms if term in evidence.matcher.terms_in(around)]
    return evidence.matcher.match(around).coverage >= HALF and any(not set(one) & set(other) for one in said for other in said)


def missing_places(evidence: Evidence, draft: Draft) -> Sequence[str]:
    """The places the question names that neither a title, issuer or region names, for whom the documents speak, nor what the answer rests on."""
    places = places_in(without_own_regions(evidence))
    if draft.status != "answered" or not places:
        return ()
    if _CONFIRM.search(evidence.question.text) and draft.score >= SURE and all(place.endswith(("区", "县")) for place in places):
        return ()
    own = " ".join(
        f"{document.title} {document.metadata.issuer or ''} {document.metadata.region or ''}" for document in evidence.knowledge.documents()
    )
    around = said_around(evidence.knowledge, draft)
    return [place for place in places if place not in own and place not in around]


def without_own_regions(evidence: Evidence) -> str:
    """The question without the names of the documents' own regions: their characters pair up with the next word to other places (甲乙|新建)."""
    text = evidence.question.text
    for region in {document.metadata.region for document in evidence.knowledge.documents() if document.metadata.region}:
        text = text.replace(place_name(region), "，")
    return text


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
    """Whether the draft speaks of the thing the question names, where the documents speak of it at all, and of what it wants counted."""
    if draft.status != "answered":
        return True
    around = said_around(evidence.knowledge, draft)
    if "figure" in evidence.question.asks and not counts_what_is_asked(evidence, draft, around):
        return False
    if not names_whole(evidence.question.text, partial(says_name, evidence, around)):
        return False
    best = [sentence.text for sentence in evidence.sentences[:NEAREST_SENTENCES]]
    if leaves_out_phase(evidence.question.text, said(draft), around, best) or leaves_out_line(evidence.question.text, around):
        return False
    if says_the_opposite(evidence.question.text, said(draft)) or is_of_a_neighbour(evidence, draft):
        return False
    if misses_a_printed_name(evidence, around) or is_far_from(evidence, around) or is_of_years_apart(evidence, draft, around):
        return False
    if _misses_rare_name(evidence, around):
        return False
    return _holds_marked_name(evidence, around) and _holds_long_name(evidence, draft, around)


def _holds_marked_name(evidence: Evidence, around: str) -> bool:
    """Whether the name in marks or in Latin letters stands around the answer, or no good sentence has it either."""
    if not evidence.matcher.has_names:
        return True
    if evidence.matcher.misses_a_latin_name(around):
        return False
    if evidence.matcher.holds_a_name(around) is not False:
        return True
    return not any(evidence.matcher.holds_a_name(sentence.text) for sentence in evidence.sentences[:NEAREST_SENTENCES])


def _holds_long_name(evidence: Evidence, draft: Draft, around: str) -> bool:
    """Whether half of the longest phrase that the question has in common with a good sentence stands around the answer too.

    Words in a row, as many as hardly any two texts share by chance, are a name also without marks. A list of units is read with the task it
    belongs to; a sentence on somebody's duty may stand apart from what describes it.
    """
    if evidence.question.background or evidence.question.language != "zh":
        return True
    if _DUTIES & set(evidence.question.asks):
        tasks = _tasks_of(evidence, draft)
        if not tasks:
            return True
        around += tasks
    phrases = (evidence.matcher.longest_phrase(one.text) for one in evidence.sentences[:NEAREST_SENTENCES])
    longest = max((phrase for phrase in phrases if not _JOINS.search(phrase)), key=len, default="")
    return len(longest) < LONG_NAME or 2 * len(evidence.matcher.longest_phrase(around)) >= len(longest)


def _misses_rare_name(evidence: Evidence, around: str) -> bool:
    """Whether a figure is given from where nothing of a name is said that the question shares with a good sentence and hardly any text has; a name in marks is the one meant."""
    if evidence.near or "figure" not in evidence.question.asks or evidence.question.language != "zh":
        return False
    if evidence.matcher.has_quoted and evidence.matcher.holds_quoted(around):
        return False
    plain, asked = normalize(around), normalize(evidence.question.text)
    for phrase in {evidence.matcher.longest_phrase(one.text) for one in evidence.sentences[:NEAREST_SENTENCES]}:
        if phrase not in asked or len(phrase) < RARE_NAME or _JOINS.search(phrase) or _NO_NAME.search(phrase):
            continue
        pairs = [phrase[at : at + 2] for at in range(len(phrase) - 1)]
        if all(evidence.knowledge.document_frequency(pair) <= RARE and pair not in plain for pair in pairs):
            return True
    return False


def _tasks_of(evidence: Evidence, draft: Draft) -> str:
    """The texts of the tasks whose lists of units the draft gives."""
    sources = {(source.document_id, source.span) for statement in draft.statements for source in statement.sources}
    texts: list[str] = []
    for document_id in {document_id for document_id, _ in sources}:
        document = evidence.knowledge.document(document_id)
        facts = (fact for fact in evidence.knowledge.facts("responsibility", document_id) if isinstance(fact, Responsibility))
        texts.extend(fact.task_span.of(document.text) for fact in facts if (document_id, fact.span) in sources)
    return " ".join(texts)


def said(draft: Draft) -> str:
    """All that the answer says."""
    return "".join(statement.text for statement in draft.statements)
